//! A file as a table: which encoding, which separator, which sheet, where the headings stand.

use super::columns::recognised;
use calamine::{Data, DataRef, Reader, Xlsx};
use chrono::NaiveDate;
use domain::import::{COLUMNS_MAX, ImportKind, ROWS_MAX, Reading, TextEncoding, Unreadable};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251, WINDOWS_1256};
use std::collections::HashMap;
use std::io::{Cursor, Read};

/// How many rows may stand above the headings.
const ABOVE: usize = 20;
/// The most cells of a file: a row of separators alone takes more memory than it has bytes.
const CELLS_MAX: usize = 2_000_000;
/// The most bytes that a workbook may be when it is unpacked.
const UNPACKED_MAX: u64 = 256 << 20;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text without blank ends.
    Text(String),
    /// A number of a workbook.
    Number(f64),
    /// A date of a workbook.
    Day(NaiveDate),
    /// A time of day of a workbook, in minutes.
    Time(u32),
}

impl Cell {
    fn text(text: &str) -> Self {
        match text.trim() {
            "" => Self::Empty,
            text => Self::Text(text.to_owned()),
        }
    }

    /// As a spreadsheet shows it.
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Time(minutes) => format!("{:02}:{:02}", minutes / 60, minutes % 60),
        }
    }
}

/// A row with its number, as a spreadsheet counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// From 1.
    pub number: usize,
    /// Its cells, without the empty ones at its end.
    pub cells: Vec<Cell>,
}

/// A file as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// How.
    pub reading: Reading,
    /// The headings; those without a word are empty.
    pub headings: Vec<String>,
    /// The rows below that hold something.
    pub rows: Vec<Row>,
}

/// What whoever brings the file says of it; the rest is found out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The encoding of a text.
    pub encoding: Option<TextEncoding>,
    /// The separator of a text.
    pub separator: Option<char>,
    /// The sheet of a workbook, from 0.
    pub sheet: Option<usize>,
    /// The row of the headings, from 1.
    pub heading_row: Option<usize>,
}

impl Table {
    /// Reads a file.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn read(bytes: &[u8], kind: ImportKind, asked: &Asked) -> Result<Self, Unreadable> {
        if bytes.is_empty() {
            return Err(Unreadable::Empty);
        }
        let (mut reading, mut rows) = match bytes {
            [b'P', b'K', 3, 4, ..] => workbook(bytes, asked.sheet)?,
            // The old workbook of Excel, and PDF.
            [0xd0, 0xcf, 0x11, 0xe0, ..] | [b'%', b'P', b'D', b'F', ..] => {
                return Err(Unreadable::Format);
            }
            _ => text(bytes, asked)?,
        };
        rows.retain(|row| !row.cells.is_empty());
        let place = match asked.heading_row {
            Some(number) => rows.iter().position(|row| row.number >= number),
            None => headings_at(&rows, kind),
        };
        let place = place.ok_or(Unreadable::Empty)?;
        let below = rows.split_off(place + 1);
        let head = rows.pop().ok_or(Unreadable::Empty)?;
        if below.is_empty() {
            return Err(Unreadable::Empty);
        }
        if below.len() > ROWS_MAX || head.cells.len() > COLUMNS_MAX {
            return Err(Unreadable::TooLarge);
        }
        reading.heading_row = head.number;
        let headings = head.cells.iter().map(Cell::shown).collect();
        Ok(Self { reading, headings, rows: below })
    }
}

/// The row with the most headings that are known; the first where none is.
fn headings_at(rows: &[Row], kind: ImportKind) -> Option<usize> {
    let known = |row: &Row| {
        row.cells.iter().filter(|cell| recognised(kind, &cell.shown()).is_some()).count()
    };
    let best = rows.iter().take(ABOVE).map(known).enumerate();
    let best = best.max_by_key(|(place, known)| (*known, std::cmp::Reverse(*place)))?;
    Some(if best.1 == 0 { 0 } else { best.0 })
}

fn decoder(encoding: TextEncoding) -> &'static Encoding {
    match encoding {
        TextEncoding::Utf8 => UTF_8,
        TextEncoding::Utf16 => UTF_16LE,
        TextEncoding::Windows1250 => WINDOWS_1250,
        TextEncoding::Windows1251 => WINDOWS_1251,
        TextEncoding::Windows1256 => WINDOWS_1256,
    }
}

/// The encoding by its mark at the beginning, by the zeros of UTF-16, or because it is no UTF-8.
fn encoding_of(bytes: &[u8]) -> (TextEncoding, &'static Encoding) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        let named = if encoding == UTF_8 { TextEncoding::Utf8 } else { TextEncoding::Utf16 };
        return (named, encoding);
    }
    let start = &bytes[..bytes.len().min(1_000)];
    let zeros = |odd: usize| {
        start.iter().enumerate().filter(|(n, byte)| n % 2 == odd && **byte == 0).count() * 4
    };
    if zeros(1) > start.len() {
        return (TextEncoding::Utf16, UTF_16LE);
    }
    if zeros(0) > start.len() {
        return (TextEncoding::Utf16, UTF_16BE);
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => (TextEncoding::Utf8, UTF_8),
        Err(_) => (TextEncoding::Windows1250, WINDOWS_1250),
    }
}

fn text(bytes: &[u8], asked: &Asked) -> Result<(Reading, Vec<Row>), Unreadable> {
    let found = encoding_of(bytes);
    let (named, encoding) = match asked.encoding {
        // The order of its bytes is what was found.
        Some(TextEncoding::Utf16) if found.0 == TextEncoding::Utf16 => found,
        Some(other) => (other, decoder(other)),
        None => found,
    };
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    if text.contains('\0') {
        return Err(Unreadable::Format);
    }
    // Excel's own way to say it, in a line of its own.
    let told = text.strip_prefix("sep=").and_then(|rest| rest.chars().next());
    let (text, first) = match told.and_then(|_| text.split_once('\n')) {
        Some((_, rest)) => (rest, 2),
        None => (&*text, 1),
    };
    let separator = asked.separator.or(told).unwrap_or_else(|| separator_of(text));
    let rows = records(text, separator, first, usize::MAX)?;
    let reading =
        Reading { encoding: Some(named), separator: Some(separator), ..Reading::default() };
    Ok((reading, rows))
}

/// The separators that are looked for.
pub const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];

/// The separator by which most rows have the same number of cells, and the most of them.
fn separator_of(text: &str) -> char {
    let fits = |separator: char| {
        let rows = records(text, separator, 1, 60).unwrap_or_default();
        let mut lengths: HashMap<usize, usize> = HashMap::new();
        for row in rows.iter().filter(|row| row.cells.len() > 1) {
            *lengths.entry(row.cells.len()).or_default() += 1;
        }
        lengths.into_iter().map(|(length, rows)| (rows, length)).max().unwrap_or_default()
    };
    SEPARATORS.into_iter().rev().max_by_key(|separator| fits(*separator)).unwrap_or(',')
}

/// The rows of a text of which the first line has the number `first`. Cells at the end of a row
/// that are empty are left out; an empty row has none.
fn records(text: &str, separator: char, first: usize, most: usize) -> Result<Vec<Row>, Unreadable> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(u8::try_from(separator).map_err(|_| Unreadable::Format)?)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    // A spreadsheet counts a cell with several lines as one row.
    let (mut more, mut cells) = (0, 0);
    while rows.len() < most {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(_) => return Err(Unreadable::Format),
        }
        // The reader passes over empty lines, and begins to count before them.
        let (line, byte) = record.position().map_or((1, 0), |at| (at.line(), at.byte()));
        let before = text.get(byte as usize..).unwrap_or_default();
        let empty = before.len() - before.trim_start_matches(['\r', '\n']).len();
        let empty = before[..empty].replace("\r\n", "\n").len();
        cells += record.len();
        if rows.len() > ROWS_MAX + ABOVE || cells > CELLS_MAX {
            return Err(Unreadable::TooLarge);
        }
        let number = first + line as usize + empty - 1 - more;
        more += record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
        rows.push(Row { number, cells: without_end(record.iter().map(Cell::text).collect()) });
    }
    Ok(rows)
}

fn without_end(mut cells: Vec<Cell>) -> Vec<Cell> {
    while cells.last() == Some(&Cell::Empty) {
        cells.pop();
    }
    cells
}

fn workbook(bytes: &[u8], sheet: Option<usize>) -> Result<(Reading, Vec<Row>), Unreadable> {
    check_unpacked(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unreadable::Format)?;
    let sheets = book.sheet_names();
    let sheet = sheet.filter(|n| *n < sheets.len()).unwrap_or(0);
    let name = sheets.get(sheet).ok_or(Unreadable::Format)?;
    // Cell by cell: the whole range would have room for whatever a sheet says that it is as large as.
    let mut reader = book.worksheet_cells_reader(name).map_err(|_| Unreadable::Format)?;
    let mut rows: Vec<Row> = Vec::new();
    let mut cells = 0;
    while let Some(cell) = reader.next_cell().map_err(|_| Unreadable::Format)? {
        let (row, column) = cell.get_position();
        let (number, column) = (row as usize + 1, column as usize);
        let value = of_workbook(cell.get_value());
        if value == Cell::Empty {
            continue;
        }
        let before = rows.last().filter(|last| last.number == number);
        cells += (column + 1).saturating_sub(before.map_or(0, |row| row.cells.len()));
        if column >= COLUMNS_MAX || rows.len() > ROWS_MAX + ABOVE || cells > CELLS_MAX {
            return Err(Unreadable::TooLarge);
        }
        if rows.last().is_none_or(|last| last.number != number) {
            rows.push(Row { number, cells: Vec::new() });
        }
        if let Some(last) = rows.last_mut() {
            last.cells.resize(last.cells.len().max(column + 1), Cell::Empty);
            last.cells[column] = value;
        }
    }
    Ok((Reading { sheets, sheet, ..Reading::default() }, rows))
}

fn of_workbook(value: &DataRef<'_>) -> Cell {
    match Data::from(value.clone()) {
        Data::Empty | Data::Error(_) => Cell::Empty,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::text(&text),
        Data::Float(number) => Cell::Number(number),
        Data::Int(number) => Cell::Number(number as f64),
        Data::Bool(is) => Cell::Number(f64::from(u8::from(is))),
        Data::DateTime(at) => match at.as_datetime() {
            // A time without a day is a fraction of the day before all days.
            Some(_) if (0.0..1.0).contains(&at.as_f64()) => {
                Cell::Time((at.as_f64() * 24.0 * 60.0).round() as u32 % (24 * 60))
            }
            Some(at) => Cell::Day(at.date()),
            None => Cell::Number(at.as_f64()),
        },
    }
}

/// A small file may unpack to more than there is memory for: it is unpacked once to see how much,
/// whatever it says of itself.
fn check_unpacked(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Format)?;
    let mut left = UNPACKED_MAX;
    for n in 0..archive.len() {
        let file = archive.by_index(n).map_err(|_| Unreadable::Format)?;
        let size = std::io::copy(&mut file.take(left + 1), &mut std::io::sink())
            .map_err(|_| Unreadable::Format)?;
        left = left.checked_sub(size).ok_or(Unreadable::TooLarge)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_xlsxwriter::{Format, Workbook};

    fn read(bytes: &[u8]) -> Table {
        Table::read(bytes, ImportKind::People, &Asked::default()).expect("a table")
    }

    fn texts(row: &Row) -> Vec<String> {
        row.cells.iter().map(Cell::shown).collect()
    }

    #[test]
    fn encodings_of_the_region_are_recognised() {
        let text = "alias;sex\nŠemsa;f\nĐorđe;m\nČedo;m\n";
        let (windows, ..) = WINDOWS_1250.encode(text);
        let mut utf16: Vec<u8> = vec![0xff, 0xfe];
        utf16.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let with_mark = format!("\u{feff}{text}");
        for (bytes, encoding) in [
            (text.as_bytes(), TextEncoding::Utf8),
            (with_mark.as_bytes(), TextEncoding::Utf8),
            (&windows, TextEncoding::Windows1250),
            (&utf16, TextEncoding::Utf16),
            (&big, TextEncoding::Utf16),
        ] {
            let table = read(bytes);
            assert_eq!(table.reading.encoding, Some(encoding));
            assert_eq!(table.headings, ["alias", "sex"]);
            assert_eq!(texts(&table.rows[0]), ["Šemsa", "f"]);
            assert_eq!(texts(&table.rows[1]), ["Đorđe", "m"]);
        }
    }

    #[test]
    fn separators_are_recognised() {
        for separator in SEPARATORS {
            let text = format!("alias{separator}sex\n\"a, b; c\"{separator}f\nd{separator}m\n");
            assert_eq!(read(text.as_bytes()).reading.separator, Some(separator), "{text}");
        }
        assert_eq!(read(b"sep=|\nalias|sex\na,b,c|f\n").rows[0].number, 3);
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_does() {
        let text = "List of May,,\n\nalias,sex\n\"two\nlines\",f\n\nlast,m,,\n";
        let table = read(text.as_bytes());
        assert_eq!(table.reading.heading_row, 3);
        let numbers: Vec<_> = table.rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [4, 6]);
        assert_eq!(texts(&table.rows[1]), ["last", "m"]);
        let asked = Asked { heading_row: Some(4), ..Asked::default() };
        let table = Table::read(text.as_bytes(), ImportKind::People, &asked).expect("a table");
        assert_eq!(table.headings, ["two\nlines", "f"]);
    }

    #[test]
    fn a_workbook_keeps_its_types() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "People of May").expect("written");
        sheet.write(2, 0, "alias").expect("written");
        sheet.write(2, 1, "birth date").expect("written");
        sheet.write(2, 2, "age").expect("written");
        sheet.write(3, 0, "Šemsa").expect("written");
        let date = Format::new().set_num_format("dd.mm.yyyy");
        sheet.write_with_format(3, 1, 44_347, &date).expect("written");
        sheet.write(3, 2, 34).expect("written");
        let table = read(&book.save_to_buffer().expect("a workbook"));
        assert_eq!(table.reading.heading_row, 3);
        let day = "2021-05-31".parse().expect("a day");
        assert_eq!(
            table.rows[0].cells,
            [Cell::Text("Šemsa".into()), Cell::Day(day), Cell::Number(34.0)]
        );
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let read = |bytes: &[u8]| Table::read(bytes, ImportKind::People, &Asked::default());
        assert_eq!(read(b""), Err(Unreadable::Empty));
        assert_eq!(read(b"alias,sex\n"), Err(Unreadable::Empty));
        assert_eq!(read(b"PK\x03\x04 and no archive"), Err(Unreadable::Format));
        assert_eq!(read(b"%PDF-1.7"), Err(Unreadable::Format));
        assert_eq!(read(b"alias\0\0\0\0sex"), Err(Unreadable::Format));
        let wide = "alias\n".to_owned() + &(",".repeat(150) + "x\n").repeat(20_000);
        assert_eq!(read(wide.as_bytes()), Err(Unreadable::TooLarge));
        let many = "alias\n".to_owned() + &"x\n".repeat(ROWS_MAX + 1);
        assert_eq!(read(many.as_bytes()), Err(Unreadable::TooLarge));
    }
}
