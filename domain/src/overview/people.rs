//! The registry of people as pages show it, and who takes part in what.

use super::{Choice, PersonLabel};
use crate::card::CardCode;
use crate::command::PersonKind;
use crate::ids::{
    ConsentId, EnrolmentId, MergeId, OfferId, PersonId, ShiftId, WaitingId, WorkshopId,
};
use crate::person::{Age, LanguageLevel, PersonCode, Sex};
use crate::plan::Despite;
use crate::registry::{Difficulty, Functioning, Guardian, PersonFact, Purpose, Separation};
use crate::shift::Slot;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// How many people one page of the list shows.
pub const PEOPLE_A_PAGE: usize = 50;

/// Which people of a centre are listed. What is searched for is no part of it: it may be an alias,
/// which stands in no address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleFilter {
    /// Enrolled today or later in the workshop of this code.
    #[serde(default)]
    pub workshop: String,
    /// Who knows this language (ISO 639-3).
    #[serde(default)]
    pub language: String,
    /// Those who left instead of those who live here.
    #[serde(default)]
    pub left: bool,
    /// Only those of whom something is missing that a project asks for.
    #[serde(default)]
    pub missing: bool,
    /// The page, from 0.
    #[serde(default)]
    pub page: u32,
}

/// People of a centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeoplePage {
    /// The centre.
    pub centre: Choice,
    /// Today's reporting day.
    pub today: NaiveDate,
    /// One page of those who fit: the latest registered first, or the best match first.
    pub people: Vec<PersonRow>,
    /// How many fit in all; of a search, how many are shown.
    pub total: i64,
    /// Whether a search found more than are shown.
    pub more: bool,
    /// The workshops of the centre.
    pub workshops: Vec<(WorkshopId, Choice)>,
    /// What the projects of the centre ask of everybody who takes part today.
    pub asks: Vec<PersonFact>,
}

/// A person in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRow {
    /// Their id.
    pub id: PersonId,
    /// Their code, and what they are called if the reader may know it.
    pub label: PersonLabel,
    /// Sex.
    pub sex: Sex,
    /// Completed years today.
    pub years: Option<i32>,
    /// ISO 3166-1 alpha-3.
    pub nationality: Option<String>,
    /// Languages with the latest level of each.
    pub languages: Vec<(String, LanguageLevel)>,
    /// The workshops they are enrolled in today or later.
    pub workshops: Vec<Choice>,
    /// Since when they live nowhere with us.
    pub departed: Option<NaiveDate>,
    /// Whether whatever identified them was erased.
    pub erased: bool,
    /// Of a child: with whom it is.
    pub separation: Option<Separation>,
    /// What is missing that a project asks for.
    pub missing: Vec<PersonFact>,
}

/// One person, for whoever manages their centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonPage {
    /// The centre they live in, or lived in last.
    pub centre: Choice,
    /// Today's reporting day.
    pub today: NaiveDate,
    /// As in the list.
    pub row: PersonRow,
    /// What they are.
    pub kind: PersonKind,
    /// What is known of the age.
    pub age: Option<Age>,
    /// The day they were registered.
    pub registered: NaiveDate,
    /// Arrivals, transfers and departures, the latest first.
    pub stays: Vec<StayRow>,
    /// Enrolments, the latest first.
    pub enrolments: Vec<EnrolmentRow>,
    /// What they wait for.
    pub waiting: Vec<(WaitingId, Choice)>,
    /// The cards that they had, the latest first, with whether each works.
    pub cards: Vec<(CardCode, bool)>,
    /// Consents, the latest first.
    pub consents: Vec<ConsentRow>,
    /// The latest answers to the short set on functioning, and the day they were given.
    pub functioning: Option<(NaiveDate, Vec<(Functioning, Difficulty)>)>,
    /// The last marks, the latest first.
    pub marks: Vec<MarkRow>,
    /// How often they were present, of how many marks.
    pub present: (i64, i64),
    /// Who looked at the identity and when, the latest first: by code; nobody for the command line.
    pub looks: Vec<(Option<String>, DateTime<Utc>)>,
    /// Records that are the same person.
    pub merges: Vec<MergeRow>,
    /// The code of the record that is used instead of this one.
    pub used: Option<String>,
    /// The workshops of the centre.
    pub workshops: Vec<(WorkshopId, Choice)>,
    /// All centres, to which somebody may move.
    pub centres: Vec<Choice>,
    /// Whether the reader may look at the identity.
    pub may_look: bool,
}

/// Somebody with their card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardHolder {
    /// Their id.
    pub id: PersonId,
    /// Their code, and the alias for whoever may see it.
    pub label: PersonLabel,
    /// The card that works.
    pub card: Option<CardCode>,
}

/// The cards of a workshop's people, or of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardsPage {
    /// The centre.
    pub centre: Choice,
    /// Its workshops.
    pub workshops: Vec<Choice>,
    /// The one whose people these are.
    pub workshop: Option<Choice>,
    /// The one person that the page is about.
    pub person: Option<PersonCode>,
    /// The people, by name.
    pub people: Vec<CardHolder>,
}

/// An arrival, a transfer or a departure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StayRow {
    /// The first day.
    pub day: NaiveDate,
    /// Where; nowhere with us when missing.
    pub centre: Option<Choice>,
}

/// An enrolment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentRow {
    /// Its id.
    pub id: EnrolmentId,
    /// In which workshop.
    pub workshop: Choice,
    /// For this shift only.
    pub shift: Option<Slot>,
    /// The first day it holds.
    pub from: NaiveDate,
    /// The last day it holds.
    pub to: Option<NaiveDate>,
}

/// A consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentRow {
    /// Its id.
    pub id: ConsentId,
    /// To what.
    pub purpose: Purpose,
    /// The day it was given.
    pub on: NaiveDate,
    /// The version of the text.
    pub version: String,
    /// The language it was given in.
    pub language: String,
    /// Who gave it for a minor.
    pub guardian: Option<Guardian>,
    /// The day it was withdrawn.
    pub withdrawn: Option<NaiveDate>,
}

/// A mark that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkRow {
    /// Of which workshop.
    pub workshop: Choice,
    /// When.
    pub slot: Slot,
    /// Whether the person was there.
    pub present: bool,
}

/// Two records that are one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergeRow {
    /// Its id.
    pub id: MergeId,
    /// The code of the other record.
    pub other: String,
    /// When they were joined.
    pub at: DateTime<Utc>,
}

/// Who takes part in a workshop or a shift, and who waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolments {
    /// The centre.
    pub centre: Choice,
    /// Today's reporting day.
    pub today: NaiveDate,
    /// The workshops of the centre.
    pub workshops: Vec<(WorkshopId, Choice)>,
    /// What is shown; nothing where the centre has no workshop.
    pub group: Option<GroupPage>,
}

/// A workshop as a whole, or one of its shifts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupPage {
    /// The workshop.
    pub workshop: (WorkshopId, Choice),
    /// The shift, if only one.
    pub shift: Option<(ShiftId, Slot)>,
    /// The shifts of today and later, to choose from.
    pub shifts: Vec<(ShiftId, Slot)>,
    /// How many it takes, if that is limited.
    pub capacity: Option<i64>,
    /// How many have a place.
    pub enrolled: i64,
    /// To how many one is offered.
    pub offered: i64,
    /// Who has a place, in the order of their names.
    pub people: Vec<EnrolledRow>,
    /// Who waits, in order.
    pub waiting: Vec<WaitingRow>,
    /// People of the centre who may be chosen, unless they are too many to list.
    pub others: Vec<PersonLabel>,
}

/// Somebody with a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolledRow {
    /// The enrolment.
    pub id: EnrolmentId,
    /// Who.
    pub person: PersonLabel,
    /// For this shift only.
    pub only: bool,
    /// The first day it holds.
    pub from: NaiveDate,
    /// The last day it holds.
    pub to: Option<NaiveDate>,
    /// Why, although no place was left.
    pub despite: Option<Despite>,
}

/// Somebody who waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingRow {
    /// The place in the list.
    pub id: WaitingId,
    /// Who.
    pub person: PersonLabel,
    /// Their id.
    pub person_id: PersonId,
    /// When they joined.
    pub since: DateTime<Utc>,
    /// The last offer, and the last day it is kept.
    pub offer: Option<(OfferId, NaiveDate)>,
}

/// Two records that look like one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// The one that was registered first.
    pub one: PersonRow,
    /// The other.
    pub other: PersonRow,
    /// Why they are proposed.
    pub reasons: Vec<Alike>,
}

/// Why two records look like one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Alike {
    /// The aliases are the same, however they are written.
    SameAlias,
    /// The aliases sound alike.
    AliasSounds,
    /// The same birth date.
    BirthDate,
    /// The ages are at most a year apart.
    Age,
    /// The same nationality.
    Nationality,
    /// They share a language.
    Language,
}

/// Likely duplicates in a centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duplicates {
    /// The centre.
    pub centre: Choice,
    /// The likeliest first.
    pub pairs: Vec<Pair>,
}
