//! Report files as a stream of bytes: the same for the web and the command line.

use crate::csv_file::{Csv, Profile};
use crate::json_file;
use app::i18n::Locale;
use axum::body::Bytes;
use domain::label::check_code;
use domain::report::{Query, Report, Split, Step};
use domain::shift::ShiftState;
use futures::StreamExt;
use futures::stream::{self, BoxStream};
use store::{Rows, StoreError};

/// Rows that are written before a piece of the file goes out. Few enough that a file of any
/// length needs little memory, enough that a piece is worth a system call.
const ROWS_A_PIECE: usize = 256;
/// Bytes of a row of the widest report, about.
const BYTES_A_ROW: usize = 640;

/// A format that reports come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A text, written row by row.
    Text(TextFormat),
    /// A workbook, packed when all rows are there.
    Xlsx,
}

/// A format that is a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextFormat {
    /// Comma or semicolon separated values.
    Csv(Profile),
    /// An array of objects.
    Json,
}

impl Format {
    /// The ending of the file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Text(TextFormat::Csv(_)) => "csv",
            Self::Text(TextFormat::Json) => "json",
            Self::Xlsx => "xlsx",
        }
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Text(TextFormat::Csv(_)) => "text/csv; charset=utf-8; header=present",
            Self::Text(TextFormat::Json) => "application/json",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// The bytes of a file of `rows`. After an error the stream ends: the file is not whole.
pub fn bytes(
    report: Report,
    rows: Rows,
    format: TextFormat,
    locale: Locale,
) -> BoxStream<'static, Result<Bytes, StoreError>> {
    let columns = report.columns();
    let mut head = Vec::new();
    let tail: &'static [u8] = match format {
        TextFormat::Csv(profile) => {
            Csv { profile, locale }.head(columns, &mut head);
            b""
        }
        TextFormat::Json => {
            head.push(b'[');
            b"\n]\n"
        }
    };
    let mut first = true;
    let pieces = rows.rows.ready_chunks(ROWS_A_PIECE).map(move |rows| {
        let mut out = Vec::with_capacity(rows.len() * BYTES_A_ROW);
        for row in rows {
            let row = row?;
            match format {
                TextFormat::Csv(profile) => Csv { profile, locale }.row(&row, &mut out),
                TextFormat::Json => json_file::row(locale, columns, &row, first, &mut out),
            }
            first = false;
        }
        Ok(Bytes::from(out))
    });
    let once = |bytes: Bytes| stream::iter((!bytes.is_empty()).then_some(Ok(bytes)));
    once(Bytes::from(head)).chain(pieces).chain(once(Bytes::from_static(tail))).boxed()
}

/// A name that says what the file holds, its filters included:
/// `radionica-session-log-KRN-2021-05-01--2021-05-31.csv`. `what` is the report's name.
pub fn name(what: &str, query: &Query, ending: &str) -> String {
    let mut name = format!("radionica-{what}");
    for code in [&query.centre, &query.project, &query.workshop].into_iter().flatten() {
        // What is no code may hold anything, and this goes into a header and onto a disk.
        if check_code(code, "code").is_ok() {
            name.push('-');
            name.push_str(code);
        }
    }
    let state = query.state.map(ShiftState::code);
    let step = (query.step != Step::default()).then(|| query.step.code());
    for filter in [state, step, query.by.map(Split::code)].into_iter().flatten() {
        name.push('-');
        name.push_str(filter);
    }
    if let Some(group) = &query.of {
        name.push('-');
        let plain = |sign: &char| sign.is_ascii_alphanumeric() || *sign == '-';
        name.extend(group.chars().filter(plain));
    }
    if let Some(entry) = query.since {
        name.push_str(&format!("-since-{entry}"));
    }
    format!("{name}-{}--{}.{ending}", query.from, query.to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::report::Cell;
    use domain::suppression::{Audience, Why};
    use futures::TryStreamExt;

    fn rows(items: Vec<Result<Vec<Cell>, StoreError>>) -> Rows {
        let audience = Audience::Internal;
        Rows { suppressed: false, audience, rows: stream::iter(items).boxed() }
    }

    fn query() -> Query {
        let day = |text: &str| text.parse().expect("a day");
        Query::period(day("2021-05-01"), day("2021-05-31"))
    }

    fn row() -> Vec<Cell> {
        vec![Cell::Empty(Why::NotRecorded); Report::PeopleReached.columns().len()]
    }

    #[test]
    fn a_long_file_comes_in_pieces_and_whole() {
        let many = (0..1000).map(|_| Ok(row())).collect();
        let report = Report::PeopleReached;
        let pieces: Vec<Bytes> = futures::executor::block_on(
            bytes(report, rows(many), TextFormat::Json, Locale::En).try_collect(),
        )
        .expect("no error");
        assert!(pieces.len() > 3);
        let read: Vec<serde_json::Value> =
            serde_json::from_slice(&pieces.concat()).expect("a JSON array");
        assert_eq!(read.len(), 1000);
    }

    #[test]
    fn an_empty_report_is_a_whole_file_too() {
        let all: Vec<Bytes> = futures::executor::block_on(
            bytes(Report::PeopleReached, rows(vec![]), TextFormat::Json, Locale::En).try_collect(),
        )
        .expect("no error");
        assert_eq!(all.concat(), b"[\n]\n");
    }

    #[test]
    fn an_error_ends_the_file_without_its_end() {
        let broken = vec![Ok(row()), Err(StoreError::Closed), Ok(row())];
        let result: Result<Vec<Bytes>, _> = futures::executor::block_on(
            bytes(Report::PeopleReached, rows(broken), TextFormat::Json, Locale::En).try_collect(),
        );
        assert!(result.is_err());
    }

    #[test]
    fn the_name_says_what_is_in_it() {
        let query = query();
        assert_eq!(
            name("session-log", &query.clone().in_centre("KRN"), "csv"),
            "radionica-session-log-KRN-2021-05-01--2021-05-31.csv"
        );
        assert_eq!(
            name("session-log", &query.in_centre("../\r\n\"x"), "json"),
            "radionica-session-log-2021-05-01--2021-05-31.json"
        );
    }
}
