//! The figures of a day and of the month, each a link to the rows behind it.

use super::links;
use crate::i18n::catalogue::{common, dashboard as texts, reports};
use crate::i18n::{Locale, Text};
use crate::ui::figure::{Stat, part_of, stat};
use domain::overview::{Dashboard, PeriodFigures};
use domain::shift::ShiftState;
use leptos::prelude::*;

/// The figures of the month that the day lies in, up to its end.
pub fn of_the_month(locale: Locale, data: &Dashboard) -> AnyView {
    let month = locale.month_year(data.centre.month.from);
    let title = locale.fill(&texts::MONTH_TITLE, &[("month", &month)]);
    section(locale, "month-figures", title, &data.centre.code, &data.centre.month)
}

fn section(
    locale: Locale,
    id: &'static str,
    title: String,
    centre: &str,
    period: &PeriodFigures,
) -> AnyView {
    let stats = stats(locale, centre, period);
    let stats = stats.into_iter().map(|figure| stat(locale, figure)).collect_view();
    let open = period.planned() > 0 && period.shifts(ShiftState::NotLogged) > 0;
    let preliminary =
        open.then(|| view! { <p class="muted">{locale.text(&texts::PRELIMINARY)}</p> });
    view! {
        <section class="section" aria-labelledby=id>
            <div class="section-head">
                <h2 id=id>{title}</h2>
                <a href=links::shifts(centre, period, None)>{locale.text(&reports::SESSION_LOG)}</a>
            </div>
            <div class="card-grid">{stats}</div>
            {preliminary}
        </section>
    }
    .into_any()
}

/// What is told of a period, each figure with the rows behind it.
pub fn stats(locale: Locale, centre: &str, period: &PeriodFigures) -> Vec<Stat> {
    let text = |text: &Text| locale.text(text).into_owned();
    let planned = period.planned();
    let in_state = |label: &Text, state: ShiftState, warn: bool| {
        let shifts = period.shifts(state);
        Stat {
            label: text(label),
            value: Some(locale.number(shifts)),
            href: links::shifts(centre, period, Some(state)),
            warn: warn && shifts > 0,
            ..Stat::default()
        }
    };
    // Contacts, attendance and pieces are of the shifts that were held.
    let held = || links::shifts(centre, period, Some(ShiftState::Closed));
    let counted = (period.headcount > 0)
        .then(|| locale.fill(&texts::OF_THEM_COUNTED, &[("n", &locale.number(period.headcount))]));
    vec![
        Stat {
            label: text(&texts::PLANNED),
            value: Some(locale.number(planned)),
            href: links::shifts(centre, period, None),
            ..Stat::default()
        },
        in_state(&texts::HELD_SHIFTS, ShiftState::Closed, false),
        in_state(&texts::NOT_LOGGED, ShiftState::NotLogged, true),
        in_state(&texts::DID_NOT_HAPPEN, ShiftState::DidNotHappen, false),
        Stat {
            label: text(&texts::CONTACTS),
            value: Some(locale.number(period.contacts)),
            note: counted,
            href: held(),
            ..Stat::default()
        },
        people(locale, centre, period),
        attendance(locale, period, held()),
        Stat {
            label: text(&texts::PIECES),
            value: Some(locale.number(period.pieces)),
            href: links::outputs(centre, period.from, period.to),
            ..Stat::default()
        },
    ]
}

/// Different people: a number, or with headcounts a range. Never a false exact number.
fn people(locale: Locale, centre: &str, period: &PeriodFigures) -> Stat {
    let (min, max) = period.people;
    let (low, high) = (locale.number(min), locale.number(max));
    let (value, note) = if min == max {
        (low, None)
    } else {
        let range = locale.fill(&common::RANGE, &[("min", &low), ("max", &high)]);
        (range, Some(locale.text(&texts::DIFFERENT_PEOPLE_RANGE_WHY).into_owned()))
    };
    Stat {
        label: locale.text(&texts::DIFFERENT_PEOPLE).into_owned(),
        value: Some(value),
        note,
        href: links::people(centre, period),
        ..Stat::default()
    }
}

/// The rate with what it was computed from; nothing, and why, when nobody was registered.
fn attendance(locale: Locale, period: &PeriodFigures, href: String) -> Stat {
    let label = locale.text(&texts::ATTENDANCE_RATE).into_owned();
    let rate = period.attendance.and_then(|(part, whole)| {
        Some((locale.percent(part, whole)?, part_of(locale, part, whole)))
    });
    match rate {
        Some((percent, of)) => {
            Stat { label, value: Some(percent), of: Some(of), href, ..Stat::default() }
        }
        None => {
            let why = if period.shifts(ShiftState::Closed) == 0 {
                &texts::EMPTY_NOTHING_HELD
            } else {
                &texts::EMPTY_NOBODY_REGISTERED
            };
            Stat { label, note: Some(locale.text(why).into_owned()), href, ..Stat::default() }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period() -> PeriodFigures {
        PeriodFigures {
            from: "2021-05-01".parse().expect("a day"),
            to: "2021-05-31".parse().expect("a day"),
            by_state: [0, 0, 1, 4, 0],
            contacts: 102,
            headcount: 90,
            walk_ins: 0,
            no_shows: 2,
            people: (64, 91),
            attendance: Some((12, 14)),
            pieces: 100,
            minutes: 480,
        }
    }

    #[test]
    fn rates_and_ranges_are_honest() {
        let rate = attendance(Locale::En, &period(), String::new());
        assert_eq!(rate.value.as_deref(), Some("86%"));
        assert_eq!(rate.of.as_deref(), Some("12 of 14"));
        let nobody = PeriodFigures { attendance: None, ..period() };
        let rate = attendance(Locale::En, &nobody, String::new());
        assert_eq!((rate.value, rate.of), (None, None));
        assert!(rate.note.is_some_and(|why| why.contains("enrolled")));

        let range = people(Locale::En, "SID", &period());
        assert_eq!(range.value.as_deref(), Some("64–91"));
        assert!(range.note.is_some());
        let exact = people(Locale::En, "KRN", &PeriodFigures { people: (8, 8), ..period() });
        assert_eq!((exact.value.as_deref(), exact.note), (Some("8"), None));
    }

    #[test]
    fn every_figure_leads_to_its_rows() {
        for figure in stats(Locale::En, "KRN", &period()) {
            assert!(figure.href.starts_with("/reports/"), "{}", figure.label);
            assert!(figure.href.contains("centre=KRN&from=2021-05-01&to=2021-05-31"));
        }
    }
}
