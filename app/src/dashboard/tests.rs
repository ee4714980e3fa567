//! The page as the server sends it: complete without a script.

#![cfg(feature = "ssr")] // only the server renders to text

use super::content;
use super::review::Asked;
use crate::i18n::Locale;
use domain::centre::{CentreKind, CentreStatus};
use domain::fault::{Fault, Noun, Verdict};
use domain::ids::ShiftId;
use domain::label::Name;
use domain::overview::{
    CentreCard, Choice, Dashboard, Dated, Details, Occupancy, PeriodFigures, ProductDays,
    ReviewEntry, ShiftRow,
};
use domain::shift::{Reason, ShiftState, Slot, parse_hhmm};
use domain::workshop::{Activity, Unit};
use leptos::prelude::*;

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

fn figures(from: &str, to: &str) -> PeriodFigures {
    PeriodFigures {
        from: day(from),
        to: day(to),
        by_state: [0, 0, 1, 2, 1],
        contacts: 4,
        headcount: 0,
        walk_ins: 0,
        no_shows: 0,
        people: (4, 4),
        attendance: None,
        pieces: 1100,
        minutes: 240,
    }
}

fn shift(start: &str, state: ShiftState, pieces: Option<i64>) -> ShiftRow {
    let start = parse_hhmm(start).expect("a time");
    ShiftRow {
        id: ShiftId(uuid::Uuid::from_u128(7)),
        slot: Slot { day: day("2021-05-31"), start, minutes: 120 },
        state,
        reason: (state == ShiftState::DidNotHappen).then_some(Reason::HealthRules),
        workshop: masks(),
        activity: Activity::Sewing,
        facilitators: vec!["F-KRN-1".into()],
        registered: 2,
        attended: pieces.map(|_| 2),
        contacts: pieces.map(|_| 2),
        pieces,
        notes: vec![],
        handovers: vec![],
    }
}

fn masks() -> Choice {
    Choice { code: "KRN-SEW".into(), name: Name::new("Mask sewing", "Шивење маски") }
}

fn dated<T>(value: T, from: &str) -> Option<Dated<T>> {
    Some(Dated { value, from: day(from), source: "AIDA, 2024".into() })
}

fn sample() -> Dashboard {
    Dashboard {
        centre: CentreCard {
            code: "KRN".into(),
            name: Name::new("Krnjača", "Крњача"),
            adm2: Name::new("Palilula", "Палилула"),
            kind: dated(CentreKind::AsylumCentre, "2014-01-01"),
            status: dated(CentreStatus::Open, "2014-01-01"),
            capacity: dated(1000, "2024-01-01"),
            occupancy: Some(Occupancy {
                day: day("2021-05-30"),
                total: 148,
                children: Some(50),
                female: None,
                male: None,
                source: "field report".into(),
            }),
            month: figures("2021-05-01", "2021-05-31"),
            review: 1,
        },
        day: day("2021-05-31"),
        today: day("2021-05-31"),
        figures: figures("2021-05-31", "2021-05-31"),
        head: 0,
        reasons: vec![(Reason::HealthRules, 1)],
        before: (figures("2021-05-30", "2021-05-30"), vec![]),
        ahead: vec![],
        not_logged: vec![shift("14:00", ShiftState::NotLogged, None)],
        shifts: vec![
            shift("10:00", ShiftState::Closed, Some(25)),
            shift("14:00", ShiftState::NotLogged, None),
            shift("16:00", ShiftState::DidNotHappen, None),
        ],
        outputs: vec![ProductDays {
            product: Choice { code: "MASK".into(), name: Name::new("Mask", "Маска") },
            workshop: "KRN-SEW".into(),
            unit: Unit::Piece,
            days: vec![(day("2021-05-30"), 50, 0), (day("2021-05-31"), 100, 3)],
        }],
        doubtful: vec![],
        review: vec![ReviewEntry {
            hash: "ab".repeat(32),
            maker: Some(uuid::Uuid::from_u128(8).into()),
            received_at: "2021-05-31T22:30:00Z".parse().expect("an instant"),
            account: Some("F-KRN-1".into()),
            verdict: Verdict::Held,
            fault: Fault::Unknown { noun: Noun::Shift },
            command: Some("mark_attendance".into()),
            shift: None,
            details: Details::default(),
        }],
        disagreements: vec![],
        logs: true,
        correcting: None,
    }
}

fn html(locale: Locale, data: Dashboard) -> String {
    Owner::new().with(|| {
        leptos_meta::provide_meta_context();
        provide_context(locale);
        content(locale, data, false, &Asked::default()).to_html()
    })
}

#[test]
fn the_page_says_what_the_day_was() {
    let page = html(Locale::En, sample());
    for part in [
        "<h1>Krnjača</h1>",
        "Asylum centre · Monday, 31 May 2021",
        "1 shift was not logged",
        "Mask sewing",
        "data-state=\"not_logged\"",
        "Health or quarantine rules",
        "1,100",
        "100 pieces",
        "100 · Rejected: 3",
        "width=\"50.0%\"",
        // Received at half past midnight in Belgrade.
        "1 June 2021, 00:30",
        "Attendance mark",
    ] {
        assert!(page.contains(part), "{part} is missing in {page}");
    }
    // The occupancy of the day before does not stand in for that of the day.
    assert!(!page.contains("148"), "{page}");
    // The policy of the page allows no inline style.
    assert!(!page.contains("style="), "{page}");
}

#[test]
fn a_quiet_day_is_calm() {
    let quiet = Dashboard { not_logged: vec![], review: vec![], shifts: vec![], ..sample() };
    let page = html(Locale::SrLatn, quiet);
    for part in ["Sve dosadašnje smene su evidentirane.", "Nema unosa za proveru."] {
        assert!(page.contains(part), "{part} is missing in {page}");
    }
}

#[test]
fn no_figure_of_a_shift_that_was_not_held() {
    let page = html(Locale::En, sample());
    assert_eq!(page.matches("not held or not logged").count(), 2 * 3 * 2, "{page}");
}
