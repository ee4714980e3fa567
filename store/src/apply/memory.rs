//! What a writing transaction reads once, instead of for each envelope.
//!
//! A statement costs the way to the database and back, which is most of what a mark costs. So what
//! the envelopes of a batch name is read ahead, with one statement for each kind of thing. Whoever
//! finds nothing here asks the database, so that reading ahead is never needed to be right.

use super::entry::{self, Subject};
use super::facts::{Known, read_mark};
use super::hash_of;
use super::places::{ID_CENTRE, Shift};
use crate::error::StoreError;
use crate::period_close::closed_to;
use crate::row::{Reader, places};
use chrono::NaiveDate;
use domain::access::Place;
use domain::attendance::Presence;
use domain::command::{Command, Envelope};
use domain::fault::{Fault, Noun};
use domain::ids::{CentreId, EnvelopeId, PersonId, ShiftId};
use domain::person::PersonCode;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe};
use std::collections::{HashMap, HashSet};

/// The most ids of one statement.
const LIST_MAX: usize = 256;

/// A person as far as marking needs it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    pub(super) key: i64,
    pub(super) centre: Option<CentreId>,
}

/// What is known of the database as this transaction sees it.
pub(crate) struct Memory {
    /// Of what was made after this entry, everything is here; of older things, what was asked.
    since: i64,
    /// What the journal has under an id.
    entries: HashMap<EnvelopeId, Option<(i64, String)>>,
    /// Hashes of bytes of which nothing is kept for review.
    not_kept: HashSet<String>,
    shifts: HashMap<ShiftId, Shift>,
    people: HashMap<PersonId, Person>,
    /// Ids and codes that nobody has.
    nobody: HashSet<PersonId>,
    free_codes: HashSet<String>,
    /// Centres that are there, by their inner keys.
    centres: HashMap<CentreId, i64>,
    /// Up to when the figures of a centre are closed.
    closed: HashMap<i64, Option<NaiveDate>>,
    /// What the entries were about that were projected and are not written yet.
    subjects: Vec<Subject>,
    /// All marks of a person at a shift, by their keys.
    marks: HashMap<(i64, i64), Vec<Known<Presence>>>,
}

impl Memory {
    /// Nothing is known yet of what was made up to the entry `since`.
    pub(crate) fn new(since: i64) -> Self {
        Self {
            since,
            entries: HashMap::new(),
            not_kept: HashSet::new(),
            shifts: HashMap::new(),
            people: HashMap::new(),
            nobody: HashSet::new(),
            free_codes: HashSet::new(),
            centres: HashMap::new(),
            closed: HashMap::new(),
            subjects: Vec::new(),
            marks: HashMap::new(),
        }
    }

    /// Looks up what the journal and the review hold of envelopes that came in.
    pub(super) async fn look_up(
        &mut self,
        db: &mut AnyConnection,
        came: &[(Envelope, &str)],
    ) -> Result<(), StoreError> {
        for part in came.chunks(LIST_MAX) {
            let ids = part.iter().map(|(envelope, _)| envelope.id.to_string());
            let rows =
                listed(db, "select seq, id, entry from journal where id in (", ids.collect())
                    .await?;
            let mut found = HashMap::new();
            for row in &rows {
                let row = Reader::new("journal", row);
                found.insert(row.text("id")?, (row.number("seq")?, row.text("entry")?));
            }
            for (envelope, _) in part {
                // The same envelope may be there twice.
                self.entries.insert(envelope.id, found.get(&envelope.id.to_string()).cloned());
            }
            let hashes: Vec<_> = part.iter().map(|(_, bytes)| hash_of(bytes)).collect();
            self.not_kept.extend(hashes.iter().cloned());
            let rows =
                listed(db, "select bytes_hash from review where bytes_hash in (", hashes).await?;
            for row in &rows {
                self.not_kept.remove(&Reader::new("review", row).text("bytes_hash")?);
            }
        }
        let envelopes: Vec<_> = came.iter().map(|(envelope, _)| envelope).collect();
        self.read_ahead(db, &envelopes).await
    }

    /// Reads the shifts, people and marks that envelopes name.
    pub(crate) async fn read_ahead(
        &mut self,
        db: &mut AnyConnection,
        envelopes: &[&Envelope],
    ) -> Result<(), StoreError> {
        let mut shifts = HashSet::new();
        let mut people = HashSet::new();
        let mut new: HashSet<PersonId> = HashSet::new();
        let mut pairs: HashMap<ShiftId, HashSet<PersonId>> = HashMap::new();
        for envelope in envelopes {
            match &envelope.command {
                Command::MarkAttendance(c) => {
                    shifts.insert(c.shift);
                    people.insert(c.person);
                    pairs.entry(c.shift).or_default().insert(c.person);
                }
                Command::RegisterPerson(c) => drop(new.insert(c.person)),
                Command::RecordHeadcount(c) => drop(shifts.insert(c.shift)),
                Command::RecordOutput(c) => drop(shifts.insert(c.shift)),
                Command::CloseShift(c) => drop(shifts.insert(c.shift)),
                _ => {}
            }
        }
        shifts.retain(|id| !self.shifts.contains_key(id));
        people.retain(|id| !self.people.contains_key(id));
        for ids in in_parts(shifts) {
            for row in &listed(db, SHIFTS, ids).await? {
                let (id, shift) = read_shift(row)?;
                self.shifts.insert(id, shift);
            }
        }
        for ids in in_parts(people) {
            for row in &listed(db, PEOPLE, ids).await? {
                let (id, person) = read_person(row)?;
                self.people.insert(id, person);
            }
        }
        for part in new.into_iter().collect::<Vec<_>>().chunks(LIST_MAX) {
            self.look_for_nobody(db, part).await?;
        }
        for (shift, people) in pairs {
            let Some(shift) = self.shifts.get(&shift).map(|shift| shift.key) else { continue };
            let known = people.iter().filter_map(|id| self.people.get(id));
            let keys: Vec<_> = known.map(|person| person.key).collect();
            for part in keys.chunks(LIST_MAX) {
                self.read_marks(db, shift, part).await?;
            }
        }
        Ok(())
    }

    /// Finds of people who are to be registered whose ids and codes are free.
    async fn look_for_nobody(
        &mut self,
        db: &mut AnyConnection,
        people: &[PersonId],
    ) -> Result<(), StoreError> {
        let code = |id: &PersonId| PersonCode::of(id.0).as_str().to_owned();
        let ids = people.iter().map(PersonId::to_string).collect();
        let known = listed(db, "select seq, id from person where id in (", ids).await?;
        self.nobody.extend(people);
        for row in &known {
            self.nobody.remove(&Reader::new("person", row).parse("id")?);
        }
        let codes: Vec<String> = people.iter().map(code).collect();
        self.free_codes.extend(codes.iter().cloned());
        let taken = listed(db, "select seq, code from person where code in (", codes).await?;
        for row in &taken {
            self.free_codes.remove(&Reader::new("person", row).text("code")?);
        }
        Ok(())
    }

    /// Whether it is known that nobody has this id, and whether its code is free.
    pub(super) fn may_be_registered(&self, id: PersonId) -> bool {
        self.nobody.contains(&id) && self.free_codes.contains(PersonCode::of(id.0).as_str())
    }

    /// Whether a centre is there; asked once.
    pub(super) async fn centre(
        &mut self,
        db: &mut AnyConnection,
        id: CentreId,
    ) -> Result<(), StoreError> {
        let key = self.centre_key(db, id).await?;
        key.map(drop).ok_or_else(|| Fault::Unknown { noun: Noun::Centre }.into())
    }

    /// The inner key of a centre, if it is there; asked once.
    pub(super) async fn centre_key(
        &mut self,
        db: &mut AnyConnection,
        id: CentreId,
    ) -> Result<Option<i64>, StoreError> {
        if let Some(key) = self.centres.get(&id) {
            return Ok(Some(*key));
        }
        let row = sqlx::query(ID_CENTRE).bind(id.to_string()).fetch_optional(db).await?;
        let key = row.map(|row| Reader::new("centre", &row).number("seq")).transpose()?;
        self.centres.extend(key.map(|key| (id, key)));
        Ok(key)
    }

    /// Up to when the figures of a centre are closed; asked once.
    pub(super) async fn closed_to(
        &mut self,
        db: &mut AnyConnection,
        id: CentreId,
    ) -> Result<Option<NaiveDate>, StoreError> {
        let Some(key) = self.centre_key(db, id).await? else { return Ok(None) };
        if let Some(known) = self.closed.get(&key) {
            return Ok(*known);
        }
        let closed = closed_to(db, key).await?;
        self.closed.insert(key, closed);
        Ok(closed)
    }

    /// Keeps what an entry was about until [`Memory::save`].
    pub(super) fn remember(&mut self, subject: Subject) {
        self.subjects.push(subject);
    }

    /// Writes what the projected entries were about: before the transaction ends.
    ///
    /// # Errors
    /// When the database failed.
    pub(crate) async fn save(&mut self, db: &mut AnyConnection) -> Result<(), StoreError> {
        entry::save(db, &self.subjects).await?;
        self.subjects.clear();
        Ok(())
    }

    /// What the journal has under an id, if that was looked up.
    pub(super) fn entry(&self, id: EnvelopeId) -> Option<Option<(i64, String)>> {
        self.entries.get(&id).cloned()
    }

    /// Remembers an entry that was just made, and forgets what its command may have changed.
    pub(super) fn made(&mut self, seq: i64, envelope: &Envelope, bytes: &str) {
        self.entries.insert(envelope.id, Some((seq, bytes.to_owned())));
        if let Command::RegisterPerson(c) = &envelope.command {
            self.nobody.remove(&c.person);
            self.free_codes.remove(PersonCode::of(c.person.0).as_str());
            self.people.insert(c.person, Person { key: seq, centre: c.centre });
        }
        self.follow(&envelope.command);
    }

    /// Forgets what a command may have changed: when a shift takes place, and where a person lives. Marks are kept up to date as they are written.
    pub(crate) fn follow(&mut self, command: &Command) {
        if let Command::RecordStay(c) = command {
            self.people.remove(&c.person);
        } else if let Command::ClosePeriod(_) | Command::ReopenPeriod(_) = command {
            self.closed.clear();
        } else if moves(command) {
            self.shifts.clear();
        }
    }

    /// A shift is on the plan again.
    pub(super) fn brought_back(&mut self, id: ShiftId) {
        if let Some(shift) = self.shifts.get_mut(&id) {
            shift.withdrawn = false;
        }
    }

    /// Whether it is known that nothing is kept of these bytes.
    pub(super) fn nothing_kept(&self, bytes_hash: &str) -> bool {
        self.not_kept.contains(bytes_hash)
    }

    /// From now on something is kept of these bytes.
    pub(super) fn kept(&mut self, bytes_hash: &str) {
        self.not_kept.remove(bytes_hash);
    }

    /// A shift; nothing when there is none.
    pub(super) async fn shift(
        &mut self,
        db: &mut AnyConnection,
        id: ShiftId,
    ) -> Result<Option<Shift>, StoreError> {
        if let Some(shift) = self.shifts.get(&id) {
            return Ok(Some(*shift));
        }
        let found = listed(db, SHIFTS, vec![id.to_string()]).await?;
        let shift = found.first().map(read_shift).transpose()?.map(|(_, shift)| shift);
        self.shifts.extend(shift.map(|shift| (id, shift)));
        Ok(shift)
    }

    /// A person; nothing when there is none.
    pub(super) async fn person(
        &mut self,
        db: &mut AnyConnection,
        id: PersonId,
    ) -> Result<Option<Person>, StoreError> {
        if let Some(person) = self.people.get(&id) {
            return Ok(Some(*person));
        }
        let found = listed(db, PEOPLE, vec![id.to_string()]).await?;
        let person = found.first().map(read_person).transpose()?.map(|(_, person)| person);
        self.people.extend(person.map(|person| (id, person)));
        Ok(person)
    }

    /// The marks of a person at a shift, in the order of the journal, to be added to.
    pub(super) async fn marks(
        &mut self,
        db: &mut AnyConnection,
        shift: i64,
        person: i64,
    ) -> Result<&mut Vec<Known<Presence>>, StoreError> {
        let young = shift > self.since || person > self.since;
        if !young && !self.marks.contains_key(&(shift, person)) {
            self.read_marks(db, shift, &[person]).await?;
        }
        Ok(self.marks.entry((shift, person)).or_default())
    }

    async fn read_marks(
        &mut self,
        db: &mut AnyConnection,
        shift: i64,
        people: &[i64],
    ) -> Result<(), StoreError> {
        let length = padded(people.len());
        let mut query = sqlx::query(AssertSqlSafe(format!(
            "select seq, id, person, presence, made_at, replaces, stands, disputed
             from attendance where shift = $1 and person in ({}) order by seq",
            places(2, length)
        )))
        .bind(shift);
        for n in 0..length {
            query = query.bind(people[n.min(people.len() - 1)]);
        }
        for person in people {
            self.marks.insert((shift, *person), Vec::new());
        }
        for row in &query.fetch_all(db).await? {
            let (person, mark) = read_mark(row)?;
            self.marks.entry((shift, person)).or_default().push(mark);
        }
        Ok(())
    }
}

/// Whether a command changes when a shift takes place, or whether it is on the plan.
fn moves(command: &Command) -> bool {
    match command {
        Command::CreateSchedule(_) | Command::EndSchedule(_) | Command::MoveShift(_) => true,
        Command::CreateCentre(_)
        | Command::RecordCentreKind(_)
        | Command::RecordCentreStatus(_)
        | Command::RecordCentreCapacity(_)
        | Command::RecordCentreAddress(_)
        | Command::RecordCentrePosition(_)
        | Command::RecordOccupancy(_)
        | Command::CreateWorkshop(_)
        | Command::RecordWorkshopCapacity(_)
        | Command::AddProduct(_)
        | Command::AddRoom(_)
        | Command::RecordRoomCapacity(_)
        | Command::CloseDays(_)
        | Command::ReopenDays(_)
        | Command::AddRecipient(_)
        | Command::HandOut(_)
        | Command::VoidHandOut(_)
        | Command::DescribePerson(_)
        | Command::RecordStay(_)
        | Command::RecordConsent(_)
        | Command::WithdrawConsent(_)
        | Command::RecordFunctioning(_)
        | Command::AskOfPeople(_)
        | Command::LookAtIdentity(_)
        | Command::MergePeople(_)
        | Command::UndoMerge(_)
        | Command::KeepApart(_)
        | Command::ErasePerson(_)
        | Command::RetainUntil(_)
        | Command::JoinWaitingList(_)
        | Command::LeaveWaitingList(_)
        | Command::OfferPlace(_)
        | Command::DeclineOffer(_)
        | Command::IssueCard(_)
        | Command::RevokeCard(_)
        | Command::RecordProgress(_)
        | Command::AcceptFigure(_)
        | Command::ClosePeriod(_)
        | Command::ReopenPeriod(_)
        | Command::DescribeProject(_)
        | Command::DefineIndicator(_)
        | Command::SetTarget(_)
        | Command::RecordIndicatorValue(_)
        | Command::ShareWorkshop(_)
        | Command::CreateProject(_)
        | Command::RegisterPerson(_)
        | Command::RecordLanguage(_)
        | Command::RecordIdentity(_)
        | Command::Enrol(_)
        | Command::EndEnrolment(_)
        | Command::PlanShift(_)
        | Command::AssignFacilitator(_)
        | Command::UnassignFacilitator(_)
        | Command::MarkAttendance(_)
        | Command::RecordHeadcount(_)
        | Command::RecordOutput(_)
        | Command::VoidOutput(_)
        | Command::CloseShift(_)
        | Command::ReopenShift(_)
        | Command::CancelShift(_)
        | Command::CreateAccount(_)
        | Command::GrantAccess(_)
        | Command::RevokeAccess(_)
        | Command::DisableAccount(_)
        | Command::EnableAccount(_)
        | Command::ResetPassword(_)
        | Command::AddOneOffShift(_)
        | Command::NoteShift(_)
        | Command::RecordInterpreting(_)
        | Command::VoidInterpreting(_)
        | Command::RecordAccountLanguage(_)
        | Command::HandOverShift(_)
        | Command::AddDevice(_)
        | Command::RevokeDevice(_)
        | Command::ResetPin(_)
        | Command::MakeToken(_)
        | Command::RevokeToken(_)
        | Command::ReleaseEntry(_)
        | Command::DismissEntry(_) => false,
    }
}

const SHIFTS: &str = "select s.seq, s.id, s.workshop as workshop_key, w.id as workshop,
        c.id as centre, s.day, s.start, s.minutes, s.withdrawn
 from shift s join workshop w on w.seq = s.workshop
 left join centre c on c.seq = s.centre where s.id in (";

const PEOPLE: &str = "select p.seq, p.id, c.id as centre
 from person p left join centre c on c.seq = p.centre where p.id in (";

fn read_shift(row: &AnyRow) -> Result<(ShiftId, Shift), StoreError> {
    let row = Reader::new("shift", row);
    let shift = Shift {
        key: row.number("seq")?,
        workshop_key: row.number("workshop_key")?,
        place: Place::workshop(row.parse("workshop")?, row.parse_opt("centre")?),
        slot: row.slot()?,
        withdrawn: row.number("withdrawn")? == 1,
    };
    Ok((row.parse("id")?, shift))
}

fn read_person(row: &AnyRow) -> Result<(PersonId, Person), StoreError> {
    let row = Reader::new("person", row);
    let person = Person { key: row.number("seq")?, centre: row.parse_opt("centre")? };
    Ok((row.parse("id")?, person))
}

fn in_parts<T: ToString>(ids: HashSet<T>) -> Vec<Vec<String>> {
    let ids: Vec<_> = ids.iter().map(T::to_string).collect();
    ids.chunks(LIST_MAX).map(<[String]>::to_vec).collect()
}

/// The rows of `sql`, which ends in an open bracket, for a list of values.
async fn listed(
    db: &mut AnyConnection,
    sql: &str,
    values: Vec<String>,
) -> Result<Vec<AnyRow>, StoreError> {
    let length = padded(values.len());
    let last = values.last().cloned().unwrap_or_default();
    let mut query = sqlx::query(AssertSqlSafe(format!("{sql}{})", places(1, length))));
    for value in values.into_iter().chain(std::iter::repeat(last)).take(length) {
        query = query.bind(value);
    }
    Ok(query.fetch_all(db).await?)
}

/// A list is filled up to a power of two, so that there are few statements to prepare.
fn padded(length: usize) -> usize {
    length.max(1).next_power_of_two()
}
