//! What programs read of a table: `datapackage.json` (Frictionless Data Package, version 1) and
//! `NAME.csv-metadata.json` (W3C, Metadata Vocabulary for Tabular Data).
//!
//! Structs and not maps, since the order of a map's keys depends on what other crates of a build
//! ask of serde_json.

use crate::seal::pretty;
use crate::{Claims, Field, FileMark, Kind, SealError, Table, Words};
use serde::Serialize;

#[derive(Serialize)]
struct Package<'a> {
    profile: &'static str,
    name: &'a str,
    title: &'a str,
    created: &'a str,
    contributors: [Contributor<'a>; 1],
    resources: Vec<Resource<'a>>,
}

#[derive(Serialize)]
struct Contributor<'a> {
    title: &'a str,
    role: &'static str,
}

#[derive(Serialize)]
struct Resource<'a> {
    profile: &'static str,
    name: &'a str,
    title: &'a str,
    description: &'a str,
    path: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: u64,
    hash: String,
    dialect: Dialect,
    schema: Schema<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dialect {
    delimiter: &'static str,
    line_terminator: &'static str,
    header: bool,
    /// The tags: no data.
    comment_rows: [u8; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema<'a> {
    fields: Vec<SchemaField<'a>>,
    missing_values: [&'static str; 1],
}

#[derive(Serialize)]
struct SchemaField<'a> {
    name: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    hxl: &'a str,
}

/// `datapackage.json`. The marks are those of all members so far, the tables' among them.
pub(crate) fn data_package(
    words: &Words,
    claims: &Claims,
    tables: &[Table],
    marks: &[FileMark],
) -> Result<Vec<u8>, SealError> {
    let resources = tables.iter().filter_map(|table| {
        let path = table.path();
        let mark = marks.iter().find(|mark| mark.name == path)?;
        Some(resource(table, path, mark))
    });
    pretty(&Package {
        profile: "tabular-data-package",
        name: &claims.report,
        title: &words.title,
        created: &claims.made,
        contributors: [Contributor { title: &claims.organisation, role: "publisher" }],
        resources: resources.collect(),
    })
}

fn resource<'a>(table: &'a Table, path: String, mark: &FileMark) -> Resource<'a> {
    Resource {
        profile: "tabular-data-resource",
        name: &table.name,
        title: &table.title,
        description: &table.about,
        path,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: mark.size,
        hash: format!("sha256:{}", mark.sha256),
        dialect: Dialect {
            delimiter: ",",
            line_terminator: "\r\n",
            header: true,
            comment_rows: [2],
        },
        schema: Schema {
            fields: table.fields.iter().map(schema_field).collect(),
            missing_values: [""],
        },
    }
}

fn schema_field(field: &Field) -> SchemaField<'_> {
    let (kind, format) = match field.kind {
        Kind::Text => ("string", None),
        Kind::Number => ("integer", None),
        Kind::Decimal => ("number", None),
        Kind::Day => ("date", None),
        // Without seconds, which the type's own form would ask for.
        Kind::Time => ("time", Some("%H:%M")),
    };
    SchemaField {
        name: &field.key,
        title: &field.title,
        description: &field.about,
        kind,
        format,
        hxl: &field.hxl,
    }
}

#[derive(Serialize)]
struct OnTheWeb<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    url: String,
    #[serde(rename = "dc:title")]
    title: &'a str,
    #[serde(rename = "dc:description")]
    description: &'a str,
    dialect: WebDialect,
    #[serde(rename = "tableSchema")]
    schema: WebSchema<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WebDialect {
    encoding: &'static str,
    delimiter: &'static str,
    line_terminators: [&'static str; 1],
    quote_char: &'static str,
    double_quote: bool,
    /// Keys and tags are passed over, and columns found by their place. (By the standard a head of
    /// two rows would be read as two titles a column, but the Python library csvw takes the second
    /// for data.)
    skip_rows: u8,
    header: bool,
    header_row_count: u8,
    /// Else a text that begins with `#` in the first column would hide its row.
    comment_prefix: Option<&'static str>,
}

#[derive(Serialize)]
struct WebSchema<'a> {
    columns: Vec<Column<'a>>,
}

#[derive(Serialize)]
struct Column<'a> {
    name: &'a str,
    titles: Vec<&'a str>,
    #[serde(rename = "dc:description", skip_serializing_if = "str::is_empty")]
    description: &'a str,
    datatype: Datatype,
    null: &'static str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Datatype {
    Plain(&'static str),
    Formatted { base: &'static str, format: &'static str },
}

/// `NAME.csv-metadata.json`.
pub(crate) fn table_metadata(table: &Table) -> Result<Vec<u8>, SealError> {
    let columns = table.fields.iter().map(|field| Column {
        name: &field.key,
        // The first is what programs show.
        titles: [field.title.as_str(), &field.key, &field.hxl]
            .into_iter()
            .filter(|title| !title.is_empty())
            .collect(),
        description: &field.about,
        datatype: match field.kind {
            Kind::Text => Datatype::Plain("string"),
            Kind::Number => Datatype::Plain("integer"),
            Kind::Decimal => Datatype::Plain("decimal"),
            Kind::Day => Datatype::Plain("date"),
            Kind::Time => Datatype::Formatted { base: "time", format: "HH:mm" },
        },
        null: "",
    });
    pretty(&OnTheWeb {
        context: "http://www.w3.org/ns/csvw",
        url: table.path(),
        title: &table.title,
        description: &table.about,
        dialect: WebDialect {
            encoding: "utf-8",
            delimiter: ",",
            line_terminators: ["\r\n"],
            quote_char: "\"",
            double_quote: true,
            skip_rows: 2,
            header: false,
            header_row_count: 0,
            comment_prefix: None,
        },
        schema: WebSchema { columns: columns.collect() },
    })
}
