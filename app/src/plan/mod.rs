//! The plan: a week of it, what it is made of, and the facilitator's own week.
//!
//! Plain forms, sent to the page's own address. What speaks against a change is a warning: the form
//! comes back with it and asks for a reason.

mod api;
mod calendar;
mod cards;
mod rooms;
mod rule;
mod schedules;
mod shift;
mod staff;
mod week;
mod workshops;

pub use api::{load_own_week, load_rooms, load_schedules, load_staff, load_week, load_workshops};
pub use calendar::CalendarMade;
pub(crate) use cards::warnings;
pub use rooms::RoomsPage;
pub use schedules::SchedulesPage;
pub use staff::StaffPage;
pub use week::{OwnWeekPage, WeekPage};
pub use workshops::WorkshopsPage;

use crate::i18n::labels::reason_label;
use crate::i18n::{Locale, Text};
use crate::ui::desk::{asked, card, crumbs, despite, done, name, section, word};
use domain::overview::{RoomRow, Staff};
use domain::shift::Reason;

/// The reasons why shifts do not happen, as choices.
fn reasons(locale: Locale) -> Vec<(String, String)> {
    Reason::ALL.map(|reason| (word(&reason), locale.text(reason_label(reason)).into_owned())).into()
}

/// The rooms as choices, none first.
fn room_choices(locale: Locale, rooms: &[RoomRow], none: &Text) -> Vec<(String, String)> {
    let none = (String::new(), locale.text(none).into_owned());
    let rooms = rooms.iter().map(|room| (room.id.to_string(), name(locale, &room.choice)));
    std::iter::once(none).chain(rooms).collect()
}

/// Those who may be in charge, as choices.
fn staff_choices(staff: &[Staff]) -> Vec<(String, String)> {
    staff.iter().map(|one| (one.id.to_string(), one.code.clone())).collect()
}
