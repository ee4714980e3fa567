//! Reports as JSON: an array with an object for each row, by the keys of the columns.
//!
//! Numbers are numbers, days and times are text as in CSV, words of the vocabulary are codes,
//! names are in the reader's language, and what is not there is null.

use crate::csv_file::{day, decimal, degrees, number, time, with_name};
use app::i18n::Locale;
use domain::report::{Cell, Column};

/// One row; `first` for the first of the file.
pub fn row(locale: Locale, columns: &[Column], cells: &[Cell], first: bool, out: &mut Vec<u8>) {
    out.extend_from_slice(if first { b"\n{" } else { b",\n{" });
    for (place, (column, cell)) in columns.iter().zip(cells).enumerate() {
        if place > 0 {
            out.push(b',');
        }
        text(column.id.key(), out);
        out.push(b':');
        value(locale, cell, out);
    }
    out.push(b'}');
}

fn value(locale: Locale, cell: &Cell, out: &mut Vec<u8>) {
    match cell {
        Cell::Text(value) => text(value, out),
        Cell::Name(name) => with_name(locale, name, |value| text(value, out)),
        Cell::Term(term) => text(term.code(), out),
        Cell::Number(n) => number(*n, out),
        Cell::Decimal(tenths) => decimal(*tenths, b'.', out),
        Cell::Degrees(millionths) => degrees(*millionths, b'.', out),
        Cell::Day(value) => quoted(out, |out| day(*value, out)),
        Cell::Time(value) => quoted(out, |out| time(*value, out)),
        Cell::Empty(_) => out.extend_from_slice(b"null"),
    }
}

fn quoted(out: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>)) {
    out.push(b'"');
    write(out);
    out.push(b'"');
}

fn text(value: &str, out: &mut Vec<u8>) {
    // Writing to memory cannot fail, and every text is JSON.
    let _ = serde_json::to_writer(out, value);
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::label::Name;
    use domain::report::{Report, Term};
    use domain::suppression::Why;
    use domain::workshop::Unit;

    #[test]
    fn rows_are_objects_by_key() {
        let columns = Report::OutputProduction.columns();
        let mut cells = vec![Cell::Empty(Why::NotRecorded); columns.len()];
        cells[0] = Cell::Day("2021-05-01".parse().expect("a day"));
        cells[2] = Cell::Name(Name::new("Šid", "Шид"));
        cells[7] = Cell::Text("a\"b\n".into());
        cells[9] = Cell::Term(Term::Unit(Unit::Piece));
        cells[10] = Cell::Number(-3);
        let mut out = b"[".to_vec();
        row(Locale::SrCyrl, columns, &cells, true, &mut out);
        row(Locale::SrCyrl, columns, &cells, false, &mut out);
        out.extend_from_slice(b"\n]\n");
        let read: serde_json::Value = serde_json::from_slice(&out).expect("JSON");
        assert_eq!(read.as_array().map(Vec::len), Some(2));
        assert_eq!(read[1]["period_start"], "2021-05-01");
        assert_eq!(read[1]["site"], "Шид");
        assert_eq!(read[1]["product_code"], "a\"b\n");
        assert_eq!(read[1]["unit"], "piece");
        assert_eq!(read[1]["quantity"], -3);
        assert!(read[1]["period_end"].is_null());
    }
}
