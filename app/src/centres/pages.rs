//! The pages of a centre.

use crate::i18n::Text;
use crate::i18n::catalogue::{
    cards, centres, doubtful, dropping_out, facts, import, journal, occupancy, participation,
    people, periods, plan, retention, stock, tablets,
};

/// A page below `/centres/CODE`: the last part of the address and the name.
pub type Page = (&'static str, &'static Text);

/// The pages in the order in which they are offered, by what one goes there for.
pub const PAGES: [(&str, &Text, &[Page]); 4] = [
    (
        "work",
        &centres::PAGES_WORK,
        &[
            ("plan", &plan::TITLE),
            ("schedules", &plan::SCHEDULES),
            ("workshops", &plan::WORKSHOPS),
            ("rooms", &plan::ROOMS),
            ("staff", &plan::STAFF),
            ("stock", &stock::TITLE),
        ],
    ),
    (
        "people",
        &centres::PAGES_PEOPLE,
        &[
            ("people", &people::TITLE),
            ("enrolments", &people::ENROLMENTS),
            ("dropping-out", &dropping_out::TITLE),
            ("cards", &cards::TITLE),
            ("retention", &retention::TITLE),
        ],
    ),
    (
        "figures",
        &centres::PAGES_FIGURES,
        &[
            ("participation", &participation::TITLE),
            ("doubtful", &doubtful::TITLE),
            ("occupancy", &occupancy::TITLE),
            ("periods", &periods::TITLE),
        ],
    ),
    (
        "centre",
        &centres::PAGES_CENTRE,
        &[
            ("facts", &facts::TITLE),
            ("import", &import::TITLE),
            ("tablets", &tablets::TITLE),
            ("journal", &journal::TITLE),
        ],
    ),
];
