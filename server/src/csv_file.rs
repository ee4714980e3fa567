//! Reports as CSV: RFC 4180 (CRLF, quotes doubled), UTF-8, in two profiles.
//!
//! Written here and not by a library, because what is quoted follows the *type* of a cell: text
//! always, numbers, days and times never. A library decides by what a cell looks like, and then a
//! code `007` and a number 7 look alike.

use app::i18n::Locale;
use app::i18n::labels::{column_label, term_label};
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use domain::centre::shortest;
use domain::label::Name;
use domain::report::{Cell, Column};

/// For whom a CSV file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Profile {
    /// For programs: commas, codes of the vocabulary, a second line with HXL hashtags.
    #[default]
    Machine,
    /// For Excel with Serbian settings: byte order mark, semicolons, words of the vocabulary in
    /// the reader's language, and a comma before decimals.
    Excel,
}

/// A writer of rows in one profile and language.
#[derive(Debug, Clone, Copy)]
pub struct Csv {
    /// For whom.
    pub profile: Profile,
    /// The reader's language.
    pub locale: Locale,
}

impl Csv {
    /// The lines before the first row.
    pub fn head(self, columns: &[Column], out: &mut Vec<u8>) {
        if self.profile == Profile::Excel {
            out.extend_from_slice("\u{feff}".as_bytes());
        }
        self.line(columns, out, |column, out| {
            text(&self.locale.text(column_label(column.id)), out);
        });
        if self.profile == Profile::Machine {
            self.line(columns, out, |column, out| text(column.hxl, out));
        }
    }

    /// One row.
    pub fn row(self, cells: &[Cell], out: &mut Vec<u8>) {
        self.line(cells, out, |cell, out| self.cell(cell, out));
    }

    fn line<T>(self, items: &[T], out: &mut Vec<u8>, write: impl Fn(&T, &mut Vec<u8>)) {
        let separator = match self.profile {
            Profile::Machine => b',',
            Profile::Excel => b';',
        };
        for (place, item) in items.iter().enumerate() {
            if place > 0 {
                out.push(separator);
            }
            write(item, out);
        }
        out.extend_from_slice(b"\r\n");
    }

    /// What stands before decimals: Excel with Serbian settings takes a point for the sign of
    /// thousands.
    fn point(self) -> u8 {
        match self.profile {
            Profile::Machine => b'.',
            Profile::Excel => b',',
        }
    }

    fn cell(self, cell: &Cell, out: &mut Vec<u8>) {
        match cell {
            Cell::Text(value) => text(value, out),
            Cell::Name(name) => with_name(self.locale, name, |value| text(value, out)),
            Cell::Term(term) => match self.profile {
                Profile::Machine => text(term.code(), out),
                Profile::Excel => text(&self.locale.text(term_label(*term)), out),
            },
            Cell::Number(n) => number(*n, out),
            Cell::Decimal(tenths) => decimal(*tenths, self.point(), out),
            Cell::Degrees(millionths) => degrees(*millionths, self.point(), out),
            Cell::Day(value) => day(*value, out),
            Cell::Time(value) => time(*value, out),
            Cell::Empty(_) => {}
        }
    }
}

/// A small table of texts for Excel with Serbian settings.
pub fn texts(rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let csv = Csv { profile: Profile::Excel, locale: Locale::default() };
    let mut out = "\u{feff}".as_bytes().to_vec();
    for row in rows {
        csv.line(&row, &mut out, |cell, out| text(cell, out));
    }
    out
}

/// Hands on the form of a name that a reader gets, without a copy where none is needed: a file
/// holds a dozen of them in each of its 100,000 rows.
pub fn with_name<R>(locale: Locale, name: &Name, then: impl FnOnce(&str) -> R) -> R {
    match locale {
        Locale::En if !name.en.is_empty() => then(&name.en),
        Locale::SrCyrl if !name.sr.is_empty() => then(&name.sr),
        _ => then(&locale.name(&name.en, &name.sr)),
    }
}

/// A text in quotes. One that a spreadsheet would take for a formula begins with an apostrophe
/// (OWASP, CSV injection); the wide forms of the signs count too, as some of them do so.
fn text(value: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    if value.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        out.push(b'\'');
    }
    let mut rest = value;
    while let Some(quote) = rest.find('"') {
        let (before, after) = rest.split_at(quote + 1);
        out.extend_from_slice(before.as_bytes());
        out.push(b'"');
        rest = after;
    }
    out.extend_from_slice(rest.as_bytes());
    out.push(b'"');
}

/// A whole number; never marked as text, so that −3 stays −3.
pub fn number(n: i64, out: &mut Vec<u8>) {
    let mut digits = [0u8; 20];
    let mut at = digits.len();
    let mut rest = n.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if n < 0 {
        out.push(b'-');
    }
    out.extend_from_slice(&digits[at..]);
}

/// A number to a tenth: `-0.5`.
pub fn decimal(tenths: i64, point: u8, out: &mut Vec<u8>) {
    scaled(tenths, 1, point, out);
}

/// An angle in degrees, with the decimals that it needs: `44.8444`, `-0.5`, `20`.
pub fn degrees(millionths: i64, point: u8, out: &mut Vec<u8>) {
    let (value, decimals) = shortest(millionths);
    scaled(value, decimals, point, out);
}

/// A number in units of the last of its decimals.
fn scaled(value: i64, decimals: u32, point: u8, out: &mut Vec<u8>) {
    if value < 0 {
        out.push(b'-');
    }
    let (size, one) = (value.unsigned_abs(), 10_u64.pow(decimals));
    number(i64::try_from(size / one).unwrap_or(i64::MAX), out);
    if decimals > 0 {
        out.push(point);
        let width = decimals as usize;
        out.extend_from_slice(format!("{:0width$}", size % one).as_bytes());
    }
}

/// A day as `2021-05-31`.
pub fn day(day: NaiveDate, out: &mut Vec<u8>) {
    let year = day.year();
    if !(0..=9999).contains(&year) {
        out.extend_from_slice(day.to_string().as_bytes());
        return;
    }
    two_digits(year as u32 / 100, out);
    two_digits(year as u32 % 100, out);
    out.push(b'-');
    two_digits(day.month(), out);
    out.push(b'-');
    two_digits(day.day(), out);
}

/// A time of day as `10:00`.
pub fn time(time: NaiveTime, out: &mut Vec<u8>) {
    two_digits(time.hour(), out);
    out.push(b':');
    two_digits(time.minute(), out);
}

fn two_digits(n: u32, out: &mut Vec<u8>) {
    out.extend_from_slice(&[b'0' + (n / 10 % 10) as u8, b'0' + (n % 10) as u8]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::report::{Report, Term};
    use domain::shift::{ShiftState, parse_hhmm};
    use domain::suppression::Why;

    const MACHINE: Csv = Csv { profile: Profile::Machine, locale: Locale::En };
    const EXCEL: Csv = Csv { profile: Profile::Excel, locale: Locale::SrLatn };

    fn line(csv: Csv, cells: &[Cell]) -> String {
        let mut out = Vec::new();
        csv.row(cells, &mut out);
        String::from_utf8(out).expect("UTF-8")
    }

    fn every_kind() -> Vec<Cell> {
        vec![
            Cell::Text("007".into()),
            Cell::Name(Name::new("Šid", "Шид")),
            Cell::Term(Term::State(ShiftState::NotLogged)),
            Cell::Number(-3),
            Cell::Number(1234567),
            Cell::Day("2021-05-31".parse().expect("a day")),
            Cell::Time(parse_hhmm("09:05").expect("a time")),
            Cell::Empty(Why::Suppressed),
            Cell::Text("say \"hi\", you;\nthere".into()),
        ]
    }

    #[test]
    fn cells_are_written_by_their_type() {
        assert_eq!(
            line(MACHINE, &every_kind()),
            "\"007\",\"Šid\",\"not_logged\",-3,1234567,2021-05-31,09:05,,\
             \"say \"\"hi\"\", you;\nthere\"\r\n"
        );
        let word = Locale::SrLatn.text(term_label(Term::State(ShiftState::NotLogged)));
        assert_eq!(
            line(EXCEL, &every_kind()),
            format!(
                "\"007\";\"Šid\";\"{word}\";-3;1234567;2021-05-31;09:05;;\
                 \"say \"\"hi\"\", you;\nthere\"\r\n"
            )
        );
    }

    #[test]
    fn a_text_is_never_a_formula_and_reads_back() {
        let corpus = [
            "=1+1",
            "=HYPERLINK(\"http://evil.example\",\"x\")",
            "+1",
            "-1",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(1,2)",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            "＝1",
            "＋1",
            "－1",
            "＠x",
            "\"=1+1",
            "x,=1+1",
            "x;=1+1",
            "x\r\n=1+1",
            "'=1",
            "",
            " ",
            "Шид",
        ];
        for (csv, separator) in [(MACHINE, b','), (EXCEL, b';')] {
            for value in corpus {
                let cells = [Cell::Text(value.into()), Cell::Name(Name::new(value, value))];
                let written = line(csv, &cells);
                let mut reader = csv::ReaderBuilder::new()
                    .has_headers(false)
                    .delimiter(separator)
                    .terminator(csv::Terminator::CRLF)
                    .from_reader(written.as_bytes());
                let records: Vec<_> = reader.records().collect::<Result<_, _>>().expect("RFC 4180");
                assert_eq!((records.len(), records[0].len()), (1, 2), "{value:?}");
                let cell = &records[0][0];
                assert!(
                    !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']),
                    "{value:?} became {cell:?}"
                );
                assert_eq!(
                    cell.strip_prefix('\'').filter(|_| !value.starts_with('\'')).unwrap_or(cell),
                    value
                );
            }
        }
    }

    #[test]
    fn numbers_at_their_ends() {
        for n in [0, 1, -1, 10, i64::MAX, i64::MIN] {
            let mut out = Vec::new();
            number(n, &mut out);
            assert_eq!(out, n.to_string().into_bytes());
        }
    }

    #[test]
    fn degrees_have_the_decimals_that_they_need() {
        for (millionths, machine, excel) in [
            (44_844_400, "44.8444", "44,8444"),
            (20_000_000, "20", "20"),
            (-500_000, "-0.5", "-0,5"),
            (1, "0.000001", "0,000001"),
            (0, "0", "0"),
            (-180_000_000, "-180", "-180"),
        ] {
            let cells = [Cell::Degrees(millionths)];
            assert_eq!(line(MACHINE, &cells), format!("{machine}\r\n"));
            assert_eq!(line(EXCEL, &cells), format!("{excel}\r\n"));
        }
    }

    #[test]
    fn the_head_fits_the_profile() {
        let columns = Report::SessionLog.columns();
        let mut machine = Vec::new();
        MACHINE.head(columns, &mut machine);
        let machine = String::from_utf8(machine).expect("UTF-8");
        let lines: Vec<_> = machine.split_terminator("\r\n").collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[1].starts_with("\"#meta+id\",\"#date+occurred\""));
        let mut excel = Vec::new();
        EXCEL.head(columns, &mut excel);
        let excel = String::from_utf8(excel).expect("UTF-8");
        assert!(excel.starts_with("\u{feff}\""));
        assert_eq!(excel.matches("\r\n").count(), 1);
        assert!(!excel.contains('#'));
    }
}
