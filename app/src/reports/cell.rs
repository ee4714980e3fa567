//! What a cell looks like on a page.

use crate::i18n::Locale;
use crate::i18n::labels::{term_label, why_label};
use domain::report::Cell;
use domain::suppression::Why;

/// The text of a cell, or why there is none.
///
/// # Errors
/// The reason when the cell is empty: never zero.
pub fn cell_text(locale: Locale, cell: Cell) -> Result<String, Why> {
    Ok(match cell {
        Cell::Text(text) => text,
        Cell::Name(name) => locale.name(&name.en, &name.sr),
        Cell::Term(term) => locale.text(term_label(term)).into_owned(),
        Cell::Number(n) => locale.number(n),
        Cell::Decimal(tenths) => locale.decimal(tenths, 1),
        Cell::Degrees(millionths) => locale.degrees(millionths),
        Cell::Day(day) => locale.date_short(day),
        Cell::Time(time) => locale.time(time),
        Cell::Empty(why) => return Err(why),
    })
}

/// Why a cell is empty, in words.
pub fn why_text(locale: Locale, why: Why) -> String {
    locale.text(why_label(why)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::label::Name;
    use domain::report::Term;
    use domain::shift::{ShiftState, parse_hhmm};

    #[test]
    fn cells_speak_the_reader_s_language() {
        let day = "2021-05-31".parse().expect("a day");
        let time = parse_hhmm("10:00").expect("a time");
        for (cell, en, sr) in [
            (Cell::Text("KRN".into()), "KRN", "KRN"),
            (Cell::Name(Name::new("Krnjača", "Крњача")), "Krnjača", "Krnjača"),
            (Cell::Term(Term::State(ShiftState::Closed)), "Closed", "Zaključena"),
            (Cell::Number(1234), "1,234", "1.234"),
            (Cell::Degrees(-44_840_000), "-44.84", "-44,84"),
            (Cell::Day(day), "31/05/2021", "31.5.2021."),
            (Cell::Time(time), "10:00", "10:00"),
        ] {
            assert_eq!(cell_text(Locale::En, cell.clone()).as_deref(), Ok(en));
            assert_eq!(cell_text(Locale::SrLatn, cell).as_deref(), Ok(sr));
        }
        let empty = cell_text(Locale::En, Cell::Empty(Why::Suppressed));
        assert_eq!(empty, Err(Why::Suppressed));
        assert_eq!(why_text(Locale::En, Why::Suppressed), "hidden to protect people");
    }
}
