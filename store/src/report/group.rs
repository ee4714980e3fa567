//! What a row of the summary is of, and whose rows are told when only one group is asked for.

use super::Scan;
use super::refs::Refs;
use super::scan::keys_in;
use crate::error::StoreError;
use crate::row::Reader;
use chrono::NaiveDate;
use domain::fault::{Fault, Noun};
use domain::person::{AgeBand, LanguageLevel, Sex, check_language};
use domain::report::session::code_or_none;
use domain::report::{Cell, GROUP_UNKNOWN, Split, Term};
use domain::suppression::Why;
use sqlx::{AnyConnection, AssertSqlSafe};
use std::collections::{HashMap, HashSet};

/// What a row is of, beside its days; in the order of the rows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Group {
    All,
    Centre(Option<i64>),
    Workshop(i64),
    /// Its place in [`Sex::ALL`].
    Sex(usize),
    /// Its place in [`AgeBand::ALL`].
    Band(usize),
    Language(Option<String>),
    Facilitator(Option<i64>),
}

impl Group {
    /// Whether shifts, minutes and pieces belong to it, or only people.
    pub(super) fn holds_shifts(&self) -> bool {
        matches!(self, Self::All | Self::Centre(_) | Self::Workshop(_) | Self::Facilitator(_))
    }

    /// Whether an attendance at a workshop is one of those after which nobody is new to the group:
    /// of a centre or workshop its own, else all.
    pub(super) fn knows(&self, centre: Option<i64>, workshop: i64) -> bool {
        match self {
            Self::Centre(only) => centre == *only,
            Self::Workshop(only) => workshop == *only,
            _ => true,
        }
    }

    /// Reads the code of a group, as [`Group::cell`] writes it.
    ///
    /// # Errors
    /// [`Fault::Unknown`] for an account, [`Fault::Malformed`] for what is no group of the split.
    pub(super) fn read(by: Split, code: &str, refs: &Refs) -> Result<Self, Fault> {
        let known = || Some(code.to_owned()).filter(|code| code != GROUP_UNKNOWN);
        match by {
            Split::Sex => {
                let place = Sex::ALL.iter().position(|sex| Term::Sex(*sex).code() == code);
                place.map(Self::Sex).ok_or_else(Fault::malformed)
            }
            Split::Band => {
                let place = AgeBand::ALL.iter().position(|band| Term::Band(*band).code() == code);
                place.map(Self::Band).ok_or_else(Fault::malformed)
            }
            Split::Language => {
                let code = known();
                code.as_deref().map_or(Ok(()), check_language)?;
                Ok(Self::Language(code))
            }
            Split::Facilitator => {
                let account = known().map(|code| {
                    let found = refs.accounts.iter().find(|(_, known)| **known == code);
                    found.map(|(key, _)| *key).ok_or(Fault::Unknown { noun: Noun::Account })
                });
                Ok(Self::Facilitator(account.transpose()?))
            }
            Split::Centre | Split::Workshop => Err(Fault::malformed()),
        }
    }

    /// Whether a shift may belong to it: of groups of people, every shift.
    pub(super) fn takes_shift(&self, facilitators: &[i64]) -> bool {
        match self {
            Self::Facilitator(None) => facilitators.is_empty(),
            Self::Facilitator(Some(key)) => facilitators.contains(key),
            _ => true,
        }
    }

    /// Whether somebody who was expected or marked on a day belongs to it.
    pub(super) fn takes_person(&self, scan: &Scan, person: i64, day: NaiveDate) -> bool {
        match self {
            Self::Sex(place) => scan.sex(person) as usize == *place,
            Self::Band(place) => scan.band_on(person, day) as usize == *place,
            Self::Language(None) => scan.languages_of(person).is_empty(),
            Self::Language(Some(code)) => scan.languages_of(person).contains(code),
            Self::All | Self::Centre(_) | Self::Workshop(_) | Self::Facilitator(_) => true,
        }
    }

    /// The group in a cell.
    pub(super) fn cell(&self, refs: &Refs) -> Cell {
        let unknown = || Cell::Empty(Why::NotRecorded);
        match self {
            Group::All => Cell::Empty(Why::NotApplicable),
            Group::Centre(key) => {
                let centre = key.and_then(|key| refs.centres.get(&key));
                code_or_none(centre.map(|c| &c.code))
            }
            Group::Workshop(key) => {
                refs.workshops.get(key).map_or_else(unknown, |w| Cell::Text(w.code.clone()))
            }
            Group::Sex(place) => {
                Sex::ALL.get(*place).map_or_else(unknown, |sex| Cell::Term(Term::Sex(*sex)))
            }
            Group::Band(place) => {
                AgeBand::ALL.get(*place).map_or_else(unknown, |band| Cell::Term(Term::Band(*band)))
            }
            Group::Language(code) => {
                code.as_ref().map_or_else(unknown, |code| Cell::Text(code.clone()))
            }
            Group::Facilitator(key) => {
                let code = key.and_then(|key| refs.accounts.get(&key));
                code.map_or_else(unknown, |code| Cell::Text(code.clone()))
            }
        }
    }
}

/// The languages of people, those that they know best.
#[derive(Default)]
pub(super) struct Languages(HashMap<i64, Vec<String>>);

impl Languages {
    pub(super) fn of(&self, person: i64) -> &[String] {
        self.0.get(&person).map_or(&[], Vec::as_slice)
    }

    pub(super) async fn learn(
        &mut self,
        db: &mut AnyConnection,
        people: HashSet<i64>,
    ) -> Result<(), StoreError> {
        let new: Vec<i64> = people.into_iter().filter(|key| !self.0.contains_key(key)).collect();
        let mut levels: HashMap<i64, HashMap<String, LanguageLevel>> = HashMap::new();
        for list in keys_in(&new) {
            let rows = sqlx::query(AssertSqlSafe(format!(
                "select seq, person, language, level from person_language
                 where person in ({list}) order by seq"
            )))
            .fetch_all(&mut *db)
            .await?;
            for row in &rows {
                let row = Reader::new("person_language", row);
                let of_person = levels.entry(row.number("person")?).or_default();
                of_person.insert(row.text("language")?, row.word("level")?);
            }
        }
        for person in new {
            let levels = levels.remove(&person).unwrap_or_default();
            let best = levels.values().max().copied();
            let known = levels.into_iter().filter(|(_, level)| Some(*level) == best);
            self.0.insert(person, known.map(|(language, _)| language).collect());
        }
        Ok(())
    }
}
