//! Whom a row is about: by our code, by the list's own number, by alias.

use super::rows::Cells;
use domain::ids::{CentreId, PersonId};
use domain::import::{ImportField, Trouble};
use domain::person::PersonCode;
use std::collections::HashMap;
use store::{ImportIds, KnownPeople, KnownPerson};
use uuid::Uuid;

/// How often another id is tried when its code is taken.
const TRIES: usize = 16;

/// Finds people of a centre.
pub struct Who<'a> {
    known: &'a KnownPeople,
    ids: &'a ImportIds,
    centre: CentreId,
    by_alias: HashMap<String, Vec<PersonId>>,
}

/// A name as it must be written to be the same.
fn folded(alias: &str) -> String {
    alias.to_lowercase()
}

impl<'a> Who<'a> {
    /// Among these people.
    pub fn new(known: &'a KnownPeople, ids: &'a ImportIds, centre: CentreId) -> Self {
        let mut by_alias: HashMap<String, Vec<PersonId>> = HashMap::new();
        for person in known.iter().filter(|one| one.here && !one.erased && one.used.is_none()) {
            if let Some(alias) = &person.identity.alias {
                by_alias.entry(folded(alias)).or_default().push(person.id);
            }
        }
        Self { known, ids, centre, by_alias }
    }

    /// The id of somebody whom a list knows by `parts`. The second of two people whose ids would have
    /// the same code gets another, the same each time; `taken` are the codes that this file gave out.
    pub fn id(&self, parts: &[&str], taken: &HashMap<PersonCode, PersonId>) -> PersonId {
        let centre = self.centre.to_string();
        let mut id = PersonId(Uuid::nil());
        for salt in 0..TRIES {
            let salt = salt.to_string();
            let all: Vec<&str> =
                ["person", &centre, &salt].into_iter().chain(parts.iter().copied()).collect();
            id = PersonId(self.ids.id(&all));
            let code = PersonCode::of(id.0);
            let owner = self.known.of_code(&code).map(|one| one.id);
            if owner.or(taken.get(&code).copied()).is_none_or(|owner| owner == id) {
                break;
            }
        }
        id
    }

    /// Somebody by their id, or the record that is used instead.
    pub fn get(&self, id: PersonId) -> Option<&'a KnownPerson> {
        let known = self.known.get(id)?;
        known.used.and_then(|used| self.known.get(used)).or(Some(known))
    }

    /// Somebody by our code as it is typed.
    ///
    /// # Errors
    /// [`Trouble::NoCode`], [`Trouble::Nobody`].
    pub fn of_code(&self, typed: &str) -> Result<&'a KnownPerson, Trouble> {
        let code = PersonCode::parse(typed).map_err(|_| Trouble::NoCode)?;
        let known = self.known.of_code(&code).ok_or(Trouble::Nobody)?;
        Ok(self.get(known.id).unwrap_or(known))
    }

    /// Whom a row names, of those who are known; notes it where it names nobody.
    pub fn named(&self, cells: &mut Cells<'_>) -> Option<&'a KnownPerson> {
        let code = cells.text(ImportField::Code);
        let reference = cells.text(ImportField::Reference);
        let alias = cells.text(ImportField::Alias);
        let (field, found) = if let Some(code) = code {
            (ImportField::Code, self.of_code(&code))
        } else if let Some(reference) = reference {
            let id = self.id(&["reference", &reference], &HashMap::new());
            (ImportField::Reference, self.get(id).ok_or(Trouble::Nobody))
        } else if let Some(alias) = alias {
            let found = match self.by_alias.get(&folded(&alias)).map(Vec::as_slice) {
                None | Some([]) => Err(Trouble::Nobody),
                Some([one]) => self.get(*one).ok_or(Trouble::Nobody),
                Some(_) => Err(Trouble::Several),
            };
            (ImportField::Alias, found)
        } else {
            if cells.fits() {
                cells.wrong(None, Trouble::Nobody);
            }
            return None;
        };
        match found {
            Ok(person) => {
                cells.check_person(field, person);
                Some(person)
            }
            Err(trouble) => {
                cells.wrong(Some(field), trouble);
                None
            }
        }
    }
}
