//! The pages of a centre.

use crate::i18n::Text;
use crate::i18n::catalogue::{
    cards, facts, import, occupancy, people, plan, retention, stock, tablets,
};

/// The pages below `/centres/CODE`, in the order in which they are offered: the last part of the
/// address and the name.
pub const PAGES: &[(&str, &Text)] = &[
    ("plan", &plan::TITLE),
    ("people", &people::TITLE),
    ("enrolments", &people::ENROLMENTS),
    ("cards", &cards::TITLE),
    ("schedules", &plan::SCHEDULES),
    ("workshops", &plan::WORKSHOPS),
    ("rooms", &plan::ROOMS),
    ("staff", &plan::STAFF),
    ("occupancy", &occupancy::TITLE),
    ("stock", &stock::TITLE),
    ("facts", &facts::TITLE),
    ("import", &import::TITLE),
    ("retention", &retention::TITLE),
    ("tablets", &tablets::TITLE),
];
