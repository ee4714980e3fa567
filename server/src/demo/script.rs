//! The way from the story to the door: entries in the order of time.

use super::PASSWORD;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::clock;
use domain::command::{Command, Envelope, Identity, VERSION};
use domain::fault::Fault;
use domain::ids::{DeviceId, EnvelopeId};
use store::{By, Password, Store, StoreError, Submission};
use uuid::Uuid;

/// The most entries that go to the door at once.
const BATCH: usize = 400;

/// The namespace of every id of the demo.
const DEMO: Uuid = Uuid::from_u128(0x5f3d_2021_0531_4b72_8d6f_7261_6469_6f6e);

/// The id of a thing of the story: the same in every database.
pub fn id(noun: &str, name: &str) -> Uuid {
    Uuid::new_v5(&DEMO, format!("{noun}/{name}").as_bytes())
}

/// A day of May 2021.
pub fn may(day: u32) -> NaiveDate {
    date(2021, 5, day)
}

/// A calendar day; the story names only days that there are, see the tests.
pub fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// A time of day.
pub fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
}

/// The instant at which Belgrade's wall clock shows a day and a time.
pub fn at(day: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
    clock::instant(day, time(hour, minute))
}

/// Why the story could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An entry was not taken: the story and the rules contradict each other.
    #[error("entry {entry} of the demo was not taken: {fault}")]
    NotTaken {
        /// Which entry.
        entry: String,
        /// Why.
        fault: Fault,
    },
}

struct Entry {
    by: By,
    at: DateTime<Utc>,
    name: String,
    command: Command,
    identity: Option<Identity>,
}

/// A part of the story, told in any order and submitted in the order of time.
pub struct Script {
    section: &'static str,
    entries: Vec<Entry>,
}

impl Script {
    /// An empty part; `section` makes the names of its entries.
    pub fn new(section: &'static str) -> Self {
        Self { section, entries: Vec::new() }
    }

    /// Adds a change made by somebody at an instant.
    pub fn add(&mut self, by: By, at: DateTime<Utc>, command: Command) -> EnvelopeId {
        self.push(by, at, command, None)
    }

    /// Adds a change with what travels beside it.
    pub fn add_with(
        &mut self,
        by: By,
        at: DateTime<Utc>,
        command: Command,
        identity: Identity,
    ) -> EnvelopeId {
        self.push(by, at, command, Some(identity))
    }

    fn push(
        &mut self,
        by: By,
        at: DateTime<Utc>,
        command: Command,
        identity: Option<Identity>,
    ) -> EnvelopeId {
        let name = format!("{}/{}", self.section, self.entries.len());
        let id = EnvelopeId(id("envelope", &name));
        self.entries.push(Entry { by, at, name, command, identity });
        id
    }

    /// Submits the entries in the order of time (of telling, where that is the same).
    ///
    /// # Errors
    /// When the database failed, or an entry was not taken.
    pub async fn submit(mut self, store: &Store) -> Result<(), LoadError> {
        self.entries.sort_by_key(|entry| entry.at);
        for same_by in self.entries.chunk_by(|one, next| one.by == next.by) {
            for batch in same_by.chunks(BATCH) {
                let submissions =
                    batch.iter().map(Entry::submission).collect::<Result<Vec<_>, _>>()?;
                let Some(first) = batch.first() else { continue };
                let outcomes = store.submit(first.by, submissions).await?;
                for (entry, outcome) in batch.iter().zip(outcomes) {
                    if let Some(fault) = outcome.fault() {
                        let (entry, fault) = (entry.name.clone(), fault.clone());
                        return Err(LoadError::NotTaken { entry, fault });
                    }
                }
            }
        }
        Ok(())
    }
}

impl Entry {
    fn submission(&self) -> Result<Submission, StoreError> {
        let maker = match self.by {
            By::Operator => "operator".to_owned(),
            By::Account(account) => account.to_string(),
        };
        let password = matches!(self.command, Command::CreateAccount(_))
            .then(|| Password(PASSWORD.to_owned()));
        let mut submission = envelope(&self.name, self.at, &maker, self.command.clone())?;
        submission.identity = self.identity.clone();
        submission.password = password;
        Ok(submission)
    }
}

/// The envelope of a command, under a name that makes its id.
///
/// # Errors
/// Never for a command of ours; an envelope that cannot be written is a fault of the machine.
pub fn envelope(
    name: &str,
    at: DateTime<Utc>,
    maker: &str,
    command: Command,
) -> Result<Submission, StoreError> {
    let envelope = Envelope {
        v: VERSION,
        id: EnvelopeId(id("envelope", name)),
        at,
        offset: 0,
        device: DeviceId(id("device", maker)),
        command,
    };
    let bytes =
        serde_json::to_string(&envelope).map_err(|error| StoreError::Machine(error.to_string()))?;
    Ok(Submission { bytes, ..Submission::default() })
}

#[cfg(test)]
mod tests {
    use super::super::*;
    use super::*;
    use std::collections::HashSet;

    fn all() -> Vec<Entry> {
        let tell: [fn(&mut Script); 7] = [
            places::tell,
            accounts::tell,
            krnjaca::tell,
            obrenovac::tell,
            sid::tell,
            training::tell,
            accounts::tell_last,
        ];
        tell.into_iter()
            .flat_map(|tell| {
                let mut script = Script::new("test");
                tell(&mut script);
                script.entries
            })
            .collect()
    }

    #[test]
    fn every_command_and_identity_of_the_story_fits() {
        for entry in all() {
            assert_eq!(entry.command.check(), Ok(()), "{}: {:?}", entry.name, entry.command);
            if let Some(identity) = &entry.identity {
                assert_eq!(identity.check(), Ok(()), "{}: {:?}", entry.name, entry.command);
                assert!(identity.goes_with(&entry.command), "{:?}", entry.command);
            }
            let years = date(2021, 4, 1)..=may(31);
            assert!(years.contains(&clock::reporting_day(entry.at)), "{:?}", entry.command);
        }
    }

    #[test]
    fn ids_do_not_repeat() {
        let envelopes = all().len();
        let mut names = HashSet::new();
        for section in ["places", "krnjaca", "obrenovac", "sid", "training", "end"] {
            for n in 0..envelopes {
                assert!(names.insert(id("envelope", &format!("{section}/{n}"))));
            }
        }
        assert!(names.contains(&first_entry().0));
    }
}
