//! The registry of people: what is corrected and added after somebody was registered.
//!
//! As everywhere, nothing here identifies anybody: alias, birth date, contact and the name of a
//! guardian travel beside [`crate::command::RecordIdentity`] into the vault.

use crate::clock::check_day;
use crate::fault::Fault;
use crate::ids::{CentreId, ConsentId, MergeId, PersonId, ProjectId};
use crate::label::check_label;
use crate::person::{Age, Sex, check_language, check_nationality};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whether a child is with those who care for it.
///
/// Source: Inter-agency Guiding Principles on Unaccompanied and Separated Children (ICRC, 2004).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Separation {
    /// With a parent, or with the previous legal or customary caregiver.
    Accompanied,
    /// Without both parents and the previous caregiver, but with other relatives.
    Separated,
    /// Without both parents and other relatives, and in no adult's care.
    Unaccompanied,
}

impl Separation {
    /// All values, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Accompanied, Self::Separated, Self::Unaccompanied];
}

/// Says anew what counting needs of a person, as a whole: a correction. What stood before stays
/// in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DescribePerson {
    /// Who.
    pub person: PersonId,
    /// Sex.
    pub sex: Sex,
    /// What is known of the age.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<Age>,
    /// ISO 3166-1 alpha-3; `XXA` stateless, `XXX` unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nationality: Option<String>,
    /// Of a child: with whom it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub separation: Option<Separation>,
}

impl DescribePerson {
    /// # Errors
    /// A fault that names the field out of its range.
    pub fn check(&self) -> Result<(), Fault> {
        if let Some(age) = self.age {
            age.check()?;
            if let Age::Told { on, .. } = age {
                check_day(on)?;
            }
        }
        self.nationality.as_deref().map_or(Ok(()), check_nationality)
    }
}

/// Where somebody lives from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Stay {
    /// In a centre: arrived there, or came back.
    In {
        /// Which one.
        centre: CentreId,
    },
    /// Nowhere with us any more.
    Left,
}

/// Records an arrival, a transfer to another centre, or a departure. The latest day stands; of
/// one day the latest entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordStay {
    /// Who.
    pub person: PersonId,
    /// The first day it holds; not in the future.
    pub day: NaiveDate,
    /// Where.
    pub stay: Stay,
}

/// What somebody consents to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Keeping an alias, a birth date or contact details beside what they took part in.
    Record,
    /// Passing data on to another organisation.
    Refer,
    /// Pictures of them and of their work.
    Photo,
    /// Being contacted after they left.
    Contact,
}

impl Purpose {
    /// All purposes, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Record, Self::Refer, Self::Photo, Self::Contact];
}

/// Who consents for a minor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Guardian {
    /// A parent.
    Parent,
    /// Another relative who cares for the child.
    Relative,
    /// A guardian appointed by the centre for social work.
    Appointed,
}

impl Guardian {
    /// All kinds, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Parent, Self::Relative, Self::Appointed];
}

/// Records a consent to one purpose. The guardian's name, if it is kept at all, is in the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordConsent {
    /// Its id.
    pub consent: ConsentId,
    /// Whose data it is about.
    pub person: PersonId,
    /// To what.
    pub purpose: Purpose,
    /// The day it was given; not in the future.
    pub on: NaiveDate,
    /// The version of the text that was read out or signed, 1 to 120 characters.
    pub version: String,
    /// The language it was given in (ISO 639-3).
    pub language: String,
    /// Who gave it for a minor; whoever is of age gives it themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guardian: Option<Guardian>,
}

impl RecordConsent {
    /// # Errors
    /// A fault that names the field out of its range.
    pub fn check(&self) -> Result<(), Fault> {
        check_day(self.on)?;
        check_label(&self.version, "version")?;
        check_language(&self.language)
    }

    /// Whether the guardian fits the age: a child (below 18 on the day) cannot consent alone.
    ///
    /// # Errors
    /// [`Fault::NeedsGuardian`].
    pub fn check_guardian(&self, age: Option<Age>) -> Result<(), Fault> {
        let child = age.is_some_and(|age| age.on(self.on) < 18);
        if child && self.guardian.is_none() { Err(Fault::NeedsGuardian) } else { Ok(()) }
    }
}

/// Withdraws a consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithdrawConsent {
    /// Which one.
    pub consent: ConsentId,
    /// The day it was withdrawn; not in the future.
    pub on: NaiveDate,
}

/// How hard something is for somebody.
///
/// Source: Washington Group Short Set on Functioning (2022).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Difficulty {
    /// No difficulty.
    None,
    /// Some difficulty.
    Some,
    /// A lot of difficulty.
    ALot,
    /// Cannot do it at all.
    Cannot,
}

impl Difficulty {
    /// All answers, in the order of the form.
    pub const ALL: [Self; 4] = [Self::None, Self::Some, Self::ALot, Self::Cannot];
}

/// What the Washington Group Short Set asks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Functioning {
    /// Seeing, even with glasses.
    Seeing,
    /// Hearing, even with a hearing aid.
    Hearing,
    /// Walking or climbing steps.
    Walking,
    /// Remembering or concentrating.
    Remembering,
    /// Washing or dressing.
    SelfCare,
    /// Understanding and being understood in one's usual language.
    Communicating,
}

impl Functioning {
    /// All six questions, in the order of the set.
    pub const ALL: [Self; 6] = [
        Self::Seeing,
        Self::Hearing,
        Self::Walking,
        Self::Remembering,
        Self::SelfCare,
        Self::Communicating,
    ];
}

/// The youngest age at which the short set is asked, in years (Washington Group, 2020: the
/// modules for children are others below it).
pub const FUNCTIONING_FROM: i32 = 5;

/// Records what somebody answered to the short set on a day; the latest answers stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordFunctioning {
    /// Who.
    pub person: PersonId,
    /// The day it was asked; not in the future.
    pub on: NaiveDate,
    /// The answers; what was refused or not known is missing.
    pub answers: Vec<(Functioning, Difficulty)>,
}

impl RecordFunctioning {
    /// # Errors
    /// [`Fault::OutOfRange`] when nothing, or something twice, is answered.
    pub fn check(&self) -> Result<(), Fault> {
        check_day(self.on)?;
        let once = |(n, (question, _)): (usize, &(Functioning, Difficulty))| {
            self.answers[..n].iter().all(|(before, _)| before != question)
        };
        let fits = !self.answers.is_empty() && self.answers.iter().enumerate().all(once);
        let max = Functioning::ALL.len() as i64;
        if fits { Ok(()) } else { Err(Fault::out_of_range("answers", 1, max)) }
    }
}

/// Whether answers to the short set identify a disability: a lot of difficulty, or more, in at
/// least one domain (the cut-off that the Washington Group recommends for international
/// comparison).
pub fn is_disability(answers: &[(Functioning, Difficulty)]) -> bool {
    answers.iter().any(|(_, answer)| *answer >= Difficulty::ALot)
}

/// Something that a project may ask of everybody who takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonFact {
    /// Sex.
    Sex,
    /// A birth year or an age.
    Age,
    /// Nationality.
    Nationality,
    /// At least one language.
    Language,
    /// Of a child: with whom it is.
    Separation,
    /// The short set on functioning, from [`FUNCTIONING_FROM`] years on.
    Functioning,
    /// Consent to [`Purpose::Record`].
    Consent,
}

impl PersonFact {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 7] = [
        Self::Sex,
        Self::Age,
        Self::Nationality,
        Self::Language,
        Self::Separation,
        Self::Functioning,
        Self::Consent,
    ];
}

/// Says what a project asks of the people in its workshops; the latest stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskOfPeople {
    /// Which project.
    pub project: ProjectId,
    /// What, each once.
    pub asks: Vec<PersonFact>,
}

impl AskOfPeople {
    /// # Errors
    /// [`Fault::OutOfRange`] when something is asked twice.
    pub fn check(&self) -> Result<(), Fault> {
        let mut once = self.asks.clone();
        once.sort_unstable();
        once.dedup();
        let max = PersonFact::ALL.len() as i64;
        if once.len() == self.asks.len() {
            Ok(())
        } else {
            Err(Fault::out_of_range("asks", 0, max))
        }
    }
}

/// Says until when what identifies the people in a project's workshops is kept; the latest stands.
/// After that day it may be erased ([`is_due`]); nothing is erased by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetainUntil {
    /// Which project.
    pub project: ProjectId,
    /// The last day; for ever when missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

/// Whether somebody's identity may be erased: they left, they took part in something that belongs to
/// a project, and every such project's time is over. `retained` holds the last day of each.
pub fn is_due(departed: bool, retained: &[Option<NaiveDate>], today: NaiveDate) -> bool {
    let over = |until: &Option<NaiveDate>| until.is_some_and(|until| until < today);
    departed && !retained.is_empty() && retained.iter().all(over)
}

/// What is known of a person, as far as a project may ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownOf {
    /// Sex.
    pub sex: Sex,
    /// Completed years today, if any age is known.
    pub years: Option<i32>,
    /// Whether a nationality is known.
    pub nationality: bool,
    /// Whether a language is known.
    pub language: bool,
    /// Whether it is known with whom the child is.
    pub separation: bool,
    /// Whether the short set was answered.
    pub functioning: bool,
    /// Whether a consent to [`Purpose::Record`] stands.
    pub consent: bool,
}

impl KnownOf {
    /// What of `asks` is missing, in its order.
    pub fn missing(&self, asks: &[PersonFact]) -> Vec<PersonFact> {
        asks.iter().copied().filter(|fact| !self.has(*fact)).collect()
    }

    /// A question that is not asked at somebody's age is not missing; where the age is not known,
    /// it is the age that is.
    fn has(&self, fact: PersonFact) -> bool {
        match fact {
            PersonFact::Sex => self.sex != Sex::NotDisclosed,
            PersonFact::Age => self.years.is_some(),
            PersonFact::Nationality => self.nationality,
            PersonFact::Language => self.language,
            PersonFact::Separation => self.separation || self.years.is_none_or(|years| years >= 18),
            PersonFact::Functioning => {
                self.functioning || self.years.is_none_or(|years| years < FUNCTIONING_FROM)
            }
            PersonFact::Consent => self.consent,
        }
    }
}

/// Says that somebody looked at what identifies a person: the entry itself is the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookAtIdentity {
    /// At whom.
    pub person: PersonId,
}

/// Says that two records are one person: both histories stay, and figures count one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MergePeople {
    /// Its id.
    pub merge: MergeId,
    /// The record that is used from now on.
    pub kept: PersonId,
    /// The other one: it is no longer offered anywhere.
    pub other: PersonId,
}

impl MergePeople {
    /// # Errors
    /// [`Fault::SamePerson`] for one and the same record.
    pub fn check(&self) -> Result<(), Fault> {
        if self.kept == self.other { Err(Fault::SamePerson) } else { Ok(()) }
    }
}

/// Takes a merge back: the two are two again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UndoMerge {
    /// Which one.
    pub merge: MergeId,
}

/// Forgets whatever identifies a person: what the vault holds of them and the key that opens it, for
/// ever. What counting needs stays, under a code that nobody can trace back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErasePerson {
    /// Who.
    pub person: PersonId,
}

/// Says that two records that look alike are two people: they are not proposed again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeepApart {
    /// One of them.
    pub one: PersonId,
    /// The other.
    pub other: PersonId,
}

impl KeepApart {
    /// # Errors
    /// [`Fault::SamePerson`] for one and the same record.
    pub fn check(&self) -> Result<(), Fault> {
        if self.one == self.other { Err(Fault::SamePerson) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_child_needs_a_guardian() {
        let consent = RecordConsent {
            consent: ConsentId(Uuid::from_u128(1)),
            person: PersonId(Uuid::from_u128(2)),
            purpose: Purpose::Photo,
            on: day("2021-05-31"),
            version: "2021-01".into(),
            language: "ara".into(),
            guardian: None,
        };
        assert_eq!(consent.check_guardian(Some(Age::Born(2004))), Err(Fault::NeedsGuardian));
        assert_eq!(consent.check_guardian(Some(Age::Born(2003))), Ok(()));
        assert_eq!(consent.check_guardian(None), Ok(()));
        let with = RecordConsent { guardian: Some(Guardian::Appointed), ..consent };
        assert_eq!(with.check_guardian(Some(Age::Born(2004))), Ok(()));
    }

    #[test]
    fn the_cut_off_of_the_short_set() {
        use {Difficulty::*, Functioning::*};
        assert!(!is_disability(&[(Seeing, Some), (Walking, None), (Hearing, Some)]));
        assert!(is_disability(&[(Seeing, None), (Walking, ALot)]));
        assert!(is_disability(&[(SelfCare, Cannot)]));
        assert!(!is_disability(&[]));
    }

    #[test]
    fn an_identity_is_due_when_every_project_is_over() {
        let (past, today, later) = (day("2021-05-30"), day("2021-05-31"), day("2021-06-01"));
        assert!(is_due(true, &[Some(past)], today));
        assert!(is_due(true, &[Some(past), Some(past)], today));
        assert!(!is_due(false, &[Some(past)], today), "lives here");
        assert!(!is_due(true, &[], today), "took part in nothing");
        assert!(!is_due(true, &[Some(past), None], today), "a project keeps for ever");
        assert!(!is_due(true, &[Some(past), Some(later)], today));
        assert!(!is_due(true, &[Some(today)], today), "the last day is still kept");
    }

    #[test]
    fn answers_stand_once_each() {
        let of = |answers: &[(Functioning, Difficulty)]| RecordFunctioning {
            person: PersonId(Uuid::from_u128(2)),
            on: day("2021-05-31"),
            answers: answers.to_vec(),
        };
        let seeing = (Functioning::Seeing, Difficulty::None);
        assert!(of(&[seeing]).check().is_ok());
        assert!(of(&[]).check().is_err());
        assert!(of(&[seeing, (Functioning::Seeing, Difficulty::Cannot)]).check().is_err());
    }

    #[test]
    fn what_is_not_asked_at_an_age_is_not_missing() {
        let nothing = KnownOf {
            sex: crate::person::Sex::NotDisclosed,
            years: Some(30),
            nationality: false,
            language: false,
            separation: false,
            functioning: false,
            consent: false,
        };
        use PersonFact::*;
        let missing = |known: KnownOf| known.missing(&PersonFact::ALL);
        assert_eq!(missing(nothing), [Sex, Nationality, Language, Functioning, Consent]);
        let child = KnownOf { years: Some(4), ..nothing };
        assert_eq!(missing(child), [Sex, Nationality, Language, Separation, Consent]);
        let unknown = KnownOf { years: None, ..nothing };
        assert_eq!(missing(unknown), [Sex, Age, Nationality, Language, Consent]);
        assert_eq!(nothing.missing(&[Consent]), [Consent]);
    }
}
