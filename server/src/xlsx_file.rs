//! Reports as XLSX, for people: typed cells, a head that stays in sight, filters, and a second
//! sheet that tells what was asked for and what each column holds.

use app::i18n::Locale;
use app::i18n::catalogue::{changes, reports as texts};
use app::i18n::labels::{
    column_about, column_label, group_of, report_about, report_label, split_label, state_label,
    step_label, term_label,
};
use chrono::{Datelike, NaiveDate, Timelike};
use domain::centre::DEGREE;
use domain::fault::Fault;
use domain::report::{Cell, Column, ColumnKind, Query, Report};
use futures::TryStreamExt;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::io::Write;
use store::{Rows, StoreError};

/// The most rows that a sheet holds below its head.
const ROWS_MAX: i64 = 1_048_575;
/// The most signs of a sheet's name.
const NAME_MAX: usize = 31;

/// Writes the file. Rows go to the disk as they come and are packed at the end: memory does not grow
/// with them.
///
/// # Errors
/// Those of the rows; [`Fault::OutOfRange`] for more than a sheet holds; a disk that is full.
pub async fn write_to(
    out: impl Write + Send,
    report: Report,
    rows: Rows,
    query: &Query,
    locale: Locale,
) -> Result<(), StoreError> {
    let mut book = Workbook::new();
    let columns = report.columns();
    let formats = Formats::new();
    let sheet = book.add_worksheet_with_constant_memory().map_err(failed)?;
    sheet.set_name(sheet_name(&locale.text(report_label(report)))).map_err(failed)?;
    head(sheet, columns, locale, &formats).map_err(failed)?;
    let mut rows = rows.rows;
    let mut last = 0;
    while let Some(cells) = rows.try_next().await? {
        last += 1;
        for (place, cell) in (0..).zip(&cells) {
            write(sheet, last, place, cell, locale, &formats).map_err(failed)?;
        }
    }
    let width = u16::try_from(columns.len()).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last, width.saturating_sub(1)).map_err(failed)?;
    let about = book.add_worksheet();
    explain(about, report, query, locale, &formats).map_err(failed)?;
    book.save_to_writer(out).map_err(failed)
}

fn failed(error: XlsxError) -> StoreError {
    match error {
        XlsxError::RowColumnLimitError => Fault::out_of_range("rows", 0, ROWS_MAX).into(),
        error => StoreError::Machine(error.to_string()),
    }
}

struct Formats {
    head: Format,
    day: Format,
    time: Format,
    decimal: Format,
    wrap: Format,
}

impl Formats {
    fn new() -> Self {
        Self {
            head: Format::new().set_bold().set_text_wrap(),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            time: Format::new().set_num_format("hh:mm"),
            decimal: Format::new().set_num_format("0.0"),
            wrap: Format::new().set_text_wrap(),
        }
    }
}

/// Widths, heads and what stays in sight: before any row, as the rows are not kept.
fn head(
    sheet: &mut Worksheet,
    columns: &[Column],
    locale: Locale,
    formats: &Formats,
) -> Result<(), XlsxError> {
    for (place, column) in (0..).zip(columns) {
        let width = match column.kind {
            ColumnKind::Text => 22,
            ColumnKind::Number | ColumnKind::Decimal | ColumnKind::Day => 12,
            ColumnKind::Time => 8,
        };
        sheet.set_column_width(place, width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (place, column) in (0..).zip(columns) {
        let label = locale.text(column_label(column.id));
        sheet.write_string_with_format(0, place, label, &formats.head)?;
    }
    Ok(())
}

/// One cell by its type. Text is text, whatever it begins with: nothing becomes a formula.
fn write(
    sheet: &mut Worksheet,
    row: u32,
    place: u16,
    cell: &Cell,
    locale: Locale,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => sheet.write_string(row, place, text)?,
        Cell::Name(name) => sheet.write_string(row, place, locale.name(&name.en, &name.sr))?,
        Cell::Term(term) => sheet.write_string(row, place, locale.text(term_label(*term)))?,
        // Counts are far below 2⁵³, up to which a number of a sheet is exact.
        Cell::Number(n) => sheet.write_number(row, place, *n as f64)?,
        Cell::Decimal(tenths) => {
            let value = *tenths as f64 / 10.0;
            sheet.write_number_with_format(row, place, value, &formats.decimal)?
        }
        // Exact enough: a millionth of a degree is far above the last digit.
        Cell::Degrees(millionths) => {
            sheet.write_number(row, place, *millionths as f64 / DEGREE as f64)?
        }
        Cell::Day(day) => {
            sheet.write_datetime_with_format(row, place, &date(*day)?, &formats.day)?
        }
        Cell::Time(time) => {
            let time = ExcelDateTime::from_hms(
                u16::try_from(time.hour()).unwrap_or(0),
                u8::try_from(time.minute()).unwrap_or(0),
                0,
            )?;
            sheet.write_datetime_with_format(row, place, &time, &formats.time)?
        }
        Cell::Empty(_) => return Ok(()),
    };
    Ok(())
}

fn date(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or(0);
    let (month, day) = (u8::try_from(day.month()), u8::try_from(day.day()));
    ExcelDateTime::from_ymd(year, month.unwrap_or(0), day.unwrap_or(0))
}

/// What was asked for, then each column with its key, its HXL tag and what it holds.
fn explain(
    sheet: &mut Worksheet,
    report: Report,
    query: &Query,
    locale: Locale,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(sheet_name(&locale.text(&texts::SHEET_COLUMNS)))?;
    for (place, width) in (0..).zip([28, 24, 34, 80]) {
        sheet.set_column_width(place, width)?;
    }
    let mut row = 0;
    let mut pair = |sheet: &mut Worksheet, label: &str, value: &str| -> Result<(), XlsxError> {
        sheet.write_string_with_format(row, 0, label, &formats.head)?;
        sheet.write_string(row, 1, value)?;
        row += 1;
        Ok(())
    };
    pair(sheet, &locale.text(report_label(report)), &locale.text(report_about(report)))?;
    for (label, value) in filters(query, &[report], locale) {
        pair(sheet, &label, &value)?;
    }
    let first = row + 1;
    let heads =
        [&texts::COLUMN_NAME, &texts::COLUMN_KEY, &texts::COLUMN_TAG, &texts::COLUMN_MEANING];
    for (place, text) in (0..).zip(heads) {
        sheet.write_string_with_format(first, place, locale.text(text), &formats.head)?;
    }
    for (row, column) in (first + 1..).zip(report.columns()) {
        sheet.write_string(row, 0, locale.text(column_label(column.id)))?;
        sheet.write_string(row, 1, column.id.key())?;
        sheet.write_string(row, 2, column.hxl)?;
        let about = locale.text(column_about(column.id));
        sheet.write_string_with_format(row, 3, about, &formats.wrap)?;
    }
    Ok(())
}

/// The filters of a query of some reports in words: label and value.
pub fn filters(query: &Query, reports: &[Report], locale: Locale) -> Vec<(String, String)> {
    let text = |text| locale.text(text).into_owned();
    let mut all = vec![
        (text(&texts::FROM), query.from.to_string()),
        (text(&texts::TO), query.to.to_string()),
    ];
    let codes = [
        (&texts::CENTRE, &query.centre, &texts::ALL_CENTRES),
        (&texts::WORKSHOP, &query.workshop, &texts::ALL_WORKSHOPS),
        (&texts::PROJECT, &query.project, &texts::ALL_PROJECTS),
    ];
    for (label, code, none) in codes {
        all.push((text(label), code.clone().unwrap_or_else(|| text(none))));
    }
    if let Some(state) = query.state {
        all.push((text(&texts::STATE), text(state_label(state))));
    }
    if reports.iter().any(|report| report.has_steps()) {
        all.push((text(&texts::STEP), text(step_label(query.step))));
    }
    if reports.iter().any(|report| report.has_splits()) {
        all.push((text(&texts::BY), text(split_label(query.by))));
    }
    if let (Some(by), Some(group)) = (query.by, &query.of) {
        all.push((text(split_label(Some(by))), group_of(locale, by, group)));
    }
    if let Some(entry) = query.since {
        all.push((text(&changes::SINCE), entry.to_string()));
    }
    all
}

/// A name that a sheet may have.
fn sheet_name(text: &str) -> String {
    let signs = text.chars().filter(|sign| !"[]:*?/\\'".contains(*sign));
    signs.take(NAME_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};
    use domain::label::Name;
    use domain::report::Term;
    use domain::report::participation::Share;
    use domain::suppression::{Audience, Why};
    use futures::{StreamExt, stream};
    use std::io::Cursor;

    fn read(rows: Vec<Vec<Cell>>) -> Xlsx<Cursor<Vec<u8>>> {
        let rows = stream::iter(rows.into_iter().map(Ok)).boxed();
        let rows = Rows { suppressed: false, audience: Audience::Internal, rows };
        let day = |text: &str| text.parse().expect("a day");
        let query = Query::period(day("2021-05-01"), day("2021-05-31")).in_centre("SID");
        let mut file = Cursor::new(Vec::new());
        let made = write_to(&mut file, Report::Participation, rows, &query, Locale::SrLatn);
        futures::executor::block_on(made).expect("a file");
        Xlsx::new(Cursor::new(file.into_inner())).expect("a workbook")
    }

    #[test]
    fn cells_keep_their_types() {
        let day = |text: &str| Cell::Day(text.parse().expect("a day"));
        let mut book = read(vec![vec![
            day("2021-05-01"),
            day("2021-05-31"),
            Cell::Name(Name::new("=1+1", "=1+1")),
            Cell::Text("007".into()),
            Cell::Term(Term::Share(Share::Children)),
            Cell::Empty(Why::OnlyARange),
            Cell::Number(31),
            Cell::Number(-89),
        ]]);
        let sheets = book.sheet_names();
        assert_eq!(sheets.len(), 2);
        let data = book.worksheet_range(&sheets[0]).expect("the sheet");
        let cell = |row, place| data.get_value((row, place)).cloned().unwrap_or(Data::Empty);
        assert_eq!(cell(0, 0), Data::String("Početak perioda".into()));
        assert!(matches!(cell(1, 0), Data::DateTime(day) if day.as_f64() == 44_317.0));
        assert_eq!(cell(1, 2), Data::String("=1+1".into()));
        assert_eq!(cell(1, 3), Data::String("007".into()));
        assert_eq!(cell(1, 4), Data::String("Deca (0–17)".into()));
        assert_eq!(cell(1, 5), Data::Empty);
        assert_eq!((cell(1, 6), cell(1, 7)), (Data::Float(31.0), Data::Float(-89.0)));
    }

    #[test]
    fn the_second_sheet_tells_what_was_asked_for() {
        let mut book = read(Vec::new());
        let name = book.sheet_names()[1].clone();
        let about = book.worksheet_range(&name).expect("the sheet");
        let all: Vec<String> = about.rows().flatten().map(ToString::to_string).collect();
        for said in ["2021-05-01", "2021-05-31", "SID", "#reached+ind+total", "people_least"] {
            assert!(all.iter().any(|cell| cell == said), "{said}: {all:?}");
        }
    }
}
