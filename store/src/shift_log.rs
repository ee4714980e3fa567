//! The register of shifts at the desk: what was logged, and what somebody types in from paper or
//! corrects. What is typed is compared with what the page showed, so only what was changed becomes
//! an entry, and each replaces the one that was seen.

use crate::apply::part_of;
use crate::error::StoreError;
use crate::journal::find;
use crate::journal_pages::history_of;
use crate::people::{Asking, rows};
use crate::place::centre_of;
use crate::row::Reader;
use crate::sheet::{Found, SheetOf, found, people_of, products, shifts_of};
use crate::{By, Store, once};
use domain::access::{Action, Actor, Place};
use domain::attendance::{Fact, MarkAttendance, Presence, RecordHeadcount, standing};
use domain::command::{Command, Identity};
use domain::fault::{Fault, Noun};
use domain::ids::{EnvelopeId, OutputId, PersonId, ProductId, ShiftId};
use domain::output::{RecordOutput, VoidOutput};
use domain::overview::{Logged, Sheet, SheetPerson, ShiftLog};
use domain::person::{AgeBand, PersonCode, Sex};
use domain::shift::{CancelShift, CloseShift, NoteShift, Progress, Reason, ReopenShift};
use sqlx::AnyConnection;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use uuid::Uuid;

/// What somebody typed into the register of shifts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedLog {
    /// What tells this sending of the form from every other: the same when it comes once more.
    pub form: Uuid,
    /// The entry of the journal up to which the page showed everything.
    pub seen: i64,
    /// Each shift of the page.
    pub shifts: Vec<TypedShift>,
    /// Why: needed where something is changed that was logged before.
    pub why: String,
}

/// What was typed of one shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedShift {
    /// Which.
    pub shift: ShiftId,
    /// The mark of each participant, by code; `None` for no mark.
    pub marks: Vec<(PersonCode, Option<Presence>)>,
    /// Good and rejected pieces, by the product's code. A product that is left out stays as it is.
    pub made: Vec<(String, i64, i64)>,
    /// People counted. A cell that is left out stays as it is.
    pub headcount: Vec<(Sex, AgeBand, i64)>,
    /// What became of it.
    pub course: TypedCourse,
}

/// What somebody says of a shift's course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedCourse {
    /// It was held, if anything is logged of it; else nothing is said.
    HeldIfLogged,
    /// It was held.
    Held,
    /// It stays open, or is opened again.
    Open,
    /// It did not happen.
    DidNotHappen(Reason),
}

/// A mark as the page showed it: whose record it is on, and the entry that made it.
type Mark = (PersonId, EnvelopeId, Presence);

/// What was logged of a shift up to an entry of the journal.
#[derive(Default)]
struct Known {
    /// By the inner key of whoever is used for the person.
    marks: HashMap<i64, Vec<Mark>>,
    headcount: BTreeMap<(Sex, AgeBand), (EnvelopeId, i64)>,
    /// By product: the entries, whether each is of rejected pieces, and how many.
    made: HashMap<i64, Vec<(OutputId, bool, i64)>>,
    course: Option<(EnvelopeId, Progress)>,
}

impl Known {
    /// The mark of somebody: of two records that are one person, that of the one who was there.
    fn mark(&self, person: i64) -> Option<Mark> {
        let marks = self.marks.get(&person)?.iter();
        marks.copied().min_by_key(|(_, _, presence)| match presence {
            Presence::Present => 0,
            Presence::Absent => 1,
            Presence::Unmarked => 2,
        })
    }

    fn presence(&self, person: i64) -> Option<Presence> {
        self.mark(person).map(|mark| mark.2).filter(|said| *said != Presence::Unmarked)
    }

    fn sum(&self, product: i64, rejected: bool) -> i64 {
        let made = self.made.get(&product).map_or(&[][..], Vec::as_slice);
        made.iter().filter(|(_, of, _)| *of == rejected).map(|(_, _, n)| n).sum()
    }
}

impl Store {
    /// The register of a shift, with every entry about it, or those of a workshop's week.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`] for whoever sees no figures of the centre; [`Fault::Unknown`] for a
    /// shift or a workshop that is not there; [`Fault::BadDay`].
    pub async fn shift_log(
        &self,
        actor: &Actor,
        code: &str,
        of: SheetOf<'_>,
    ) -> Result<ShiftLog, StoreError> {
        let mut db = self.db().begin_read().await?;
        let db = &mut *db;
        let centre = centre_of(db, actor, Action::SeeFigures, code).await?;
        let place = Place::centre(centre.id);
        let sees = actor.may(Action::SeeRegister, place);
        let (workshop, found) = found(db, &centre, of).await?;
        let (keys, shifts) = shifts_of(db, workshop.0, &found).await?;
        let seen = last(db).await?;
        let (people, known) = everybody(db, workshop.0, &keys, seen).await?;
        let asking = Asking { today: self.clock().today(), sees, asks: &[] };
        let order: Vec<i64> = people.keys().copied().collect();
        let mut listed: Vec<(i64, SheetPerson)> = order
            .iter()
            .zip(rows(db, &order, &asking).await?)
            .map(|(key, row)| {
                let languages = row.languages.into_iter().map(|(language, _)| language).collect();
                let at = (0..keys.len()).map(|place| people[key].contains(&place)).collect();
                (*key, SheetPerson { label: row.label, languages, at })
            })
            .collect();
        listed.sort_by_cached_key(|(_, one)| one.label.by_name());
        let marks = listed
            .iter()
            .map(|(key, _)| known.iter().map(|shift| shift.presence(*key)).collect::<Vec<_>>());
        let products = products(db, workshop.0).await?;
        let logged = known.iter().zip(&shifts).map(|(known, shift)| {
            let progress = known.course.map_or(Progress::Open, |(_, progress)| progress);
            let reason = match progress {
                Progress::DidNotHappen { reason } => Some(reason),
                _ => None,
            };
            Logged {
                state: shift.slot.state(progress, self.clock().now()),
                reason,
                made: products
                    .iter()
                    .map(|product| (known.sum(product.0, false), known.sum(product.0, true)))
                    .collect(),
                headcount: known
                    .headcount
                    .iter()
                    .map(|((sex, band), (_, people))| (*sex, *band, *people))
                    .collect(),
            }
        });
        let logged = logged.collect();
        let marks = marks.collect();
        let history = match (of, keys.as_slice()) {
            (SheetOf::Shift(_), [shift]) => history_of(db, shift.0, sees).await?,
            _ => Vec::new(),
        };
        Ok(ShiftLog {
            logged,
            marks,
            seen,
            logs: actor.may(Action::Log, place),
            closed_to: crate::period_close::closed_to(db, centre.key).await?,
            history,
            sheet: Sheet {
                centre: centre.choice,
                workshop: workshop.1,
                products: products.into_iter().map(|(_, choice, unit)| (choice, unit)).collect(),
                shifts,
                people: listed.into_iter().map(|(_, one)| one).collect(),
            },
        })
    }

    /// Makes the shifts of a centre what somebody typed, all or nothing of it; by how many entries.
    /// When the same sending of the form comes once more it makes nothing, and is answered alike.
    ///
    /// # Errors
    /// [`Fault::NotAllowed`]; [`Fault::Unknown`] for a shift of another centre, or for a code that
    /// nobody has; [`Fault::Missing`] when something that was logged is changed without a reason;
    /// [`Fault::ShiftDidNotHappen`] when something is logged of a shift that stays so;
    /// [`Fault::EnteredSince`] when it would add to pieces that the page did not show; and whatever
    /// the door refuses.
    pub async fn type_in(
        &self,
        actor: &Actor,
        code: &str,
        typed: &TypedLog,
    ) -> Result<usize, StoreError> {
        let changes = self.typed_changes(actor, code, typed).await?;
        let number = changes.len();
        self.change_once(By::from(actor), typed.form, changes).await?;
        Ok(number)
    }

    /// The changes that it takes, with what travels beside each.
    async fn typed_changes(
        &self,
        actor: &Actor,
        code: &str,
        typed: &TypedLog,
    ) -> Result<Vec<(Command, Option<Identity>)>, StoreError> {
        let mut db = self.db().begin_read().await?;
        let db = &mut *db;
        let centre = centre_of(db, actor, Action::Log, code).await?;
        let mut changes = Vec::new();
        let mut adds = false;
        for one in &typed.shifts {
            let (workshop, found): Found = found(db, &centre, SheetOf::Shift(one.shift)).await?;
            let (keys, _) = shifts_of(db, workshop.0, &found).await?;
            let [key] = keys.as_slice() else {
                return Err(Fault::Unknown { noun: Noun::Shift }.into());
            };
            let known = known(db, *key, typed.seen).await?;
            let mut said = Said {
                form: typed.form,
                one,
                known: &known,
                since: made_since(db, key.0, typed.seen).await?,
                replaced: false,
                adds: false,
                changes: Vec::new(),
            };
            for (code, presence) in &one.marks {
                let (key, person) = used(db, code).await?;
                said.mark(key, person, *presence);
            }
            for (sex, band, people) in &one.headcount {
                said.count(*sex, *band, *people);
            }
            let products = products(db, workshop.0).await?;
            for (code, good, rejected) in &one.made {
                let product = products.iter().find(|(_, choice, _)| choice.code == *code);
                let (key, ..) = product.ok_or(Fault::Unknown { noun: Noun::Product })?;
                let id = product_id(db, *key).await?;
                said.made(*key, id, false, *good);
                said.made(*key, id, true, *rejected);
            }
            said.course()?;
            adds |= said.adds;
            if said.replaced && typed.why.is_empty() {
                return Err(Fault::Missing { field: "why".to_owned() }.into());
            }
            if !said.changes.is_empty() && !typed.why.is_empty() {
                said.changes.push(Command::NoteShift(NoteShift { shift: one.shift }));
            }
            changes.extend(said.changes.into_iter().map(|command| {
                let why = matches!(command, Command::NoteShift(_))
                    .then(|| Identity::Remark(typed.why.clone()));
                (command, why)
            }));
        }
        // What was made since may be this form's own.
        if adds && find(db, &once(typed.form, 0).to_string()).await?.is_none() {
            return Err(Fault::EnteredSince.into());
        }
        Ok(changes)
    }
}

/// What somebody says of one shift, as changes of what the page showed.
struct Said<'a> {
    form: Uuid,
    one: &'a TypedShift,
    known: &'a Known,
    /// The products, and whether rejected, of which pieces were entered since.
    since: HashSet<(i64, bool)>,
    /// Whether something is changed that was logged before.
    replaced: bool,
    /// Whether it would add to pieces that were entered since.
    adds: bool,
    changes: Vec<Command>,
}

impl Said<'_> {
    fn mark(&mut self, key: i64, person: PersonId, presence: Option<Presence>) {
        if self.known.presence(key) == presence {
            return;
        }
        self.replaced |= self.known.presence(key).is_some();
        let shift = self.one.shift;
        let presence = presence.unwrap_or(Presence::Unmarked);
        let mark = |person, replaces| {
            Command::MarkAttendance(MarkAttendance { shift, person, presence, replaces })
        };
        match self.known.marks.get(&key) {
            None => self.changes.push(mark(person, None)),
            // Of records that are one person, each that says otherwise: any of them would count.
            Some(marks) => {
                let others = marks.iter().filter(|(_, _, was)| *was != presence);
                self.changes.extend(others.map(|(of, entry, _)| mark(*of, Some(*entry))));
            }
        }
    }

    fn count(&mut self, sex: Sex, band: AgeBand, people: i64) {
        let known = self.known.headcount.get(&(sex, band));
        if known.map_or(0, |(_, people)| *people) == people {
            return;
        }
        self.replaced |= known.is_some_and(|(_, people)| *people > 0);
        self.changes.push(Command::RecordHeadcount(RecordHeadcount {
            shift: self.one.shift,
            sex,
            band,
            people,
            replaces: known.map(|(entry, _)| *entry),
        }));
    }

    /// A sum that is another: its entries are taken back, and the new one is made.
    fn made(&mut self, key: i64, product: ProductId, rejected: bool, quantity: i64) {
        if self.known.sum(key, rejected) == quantity {
            return;
        }
        self.adds |= self.since.contains(&(key, rejected));
        for (output, of, _) in self.known.made.get(&key).into_iter().flatten() {
            if *of == rejected {
                self.replaced = true;
                self.changes.push(Command::VoidOutput(VoidOutput { output: *output }));
            }
        }
        if quantity > 0 {
            let shift = self.one.shift;
            let name = format!("made {shift} {product} {rejected}");
            self.changes.push(Command::RecordOutput(RecordOutput {
                output: OutputId(part_of(self.form, &name)),
                shift,
                product,
                quantity,
                rejected,
            }));
        }
    }

    /// What became of the shift. One that was closed is closed anew behind a correction, so that
    /// this is no work that somebody did who did not know of the closing.
    fn course(&mut self) -> Result<(), Fault> {
        let shift = self.one.shift;
        let (replaces, progress) = match self.known.course {
            Some((entry, progress)) => (Some(entry), progress),
            None => (None, Progress::Open),
        };
        let logged = !self.changes.is_empty();
        let closed = matches!(progress, Progress::Closed { .. });
        let called_off = matches!(progress, Progress::DidNotHappen { .. });
        let close = Command::CloseShift(CloseShift { shift, replaces });
        let change = match self.one.course {
            TypedCourse::HeldIfLogged if logged && called_off => {
                return Err(Fault::ShiftDidNotHappen);
            }
            TypedCourse::HeldIfLogged => logged.then_some(close),
            TypedCourse::Held => (logged || !closed).then_some(close),
            TypedCourse::Open => (progress != Progress::Open)
                .then_some(Command::ReopenShift(ReopenShift { shift, replaces })),
            TypedCourse::DidNotHappen(_) if logged => return Err(Fault::ShiftDidNotHappen),
            TypedCourse::DidNotHappen(reason) => (progress != Progress::DidNotHappen { reason })
                .then_some(Command::CancelShift(CancelShift { shift, reason, replaces })),
        };
        self.replaced |= change.is_some() && progress != Progress::Open;
        self.changes.extend(change);
        Ok(())
    }
}

/// The last entry of the journal.
async fn last(db: &mut AnyConnection) -> Result<i64, StoreError> {
    let row = sqlx::query("select seq from journal_head where id = 1").fetch_one(db).await?;
    Reader::new("journal_head", &row).number("seq")
}

/// Everybody who is expected at the shifts or has a mark there, with the places of those at which
/// they are expected; and what was logged of each shift.
async fn everybody(
    db: &mut AnyConnection,
    workshop: i64,
    keys: &[(i64, chrono::NaiveDate)],
    seen: i64,
) -> Result<(BTreeMap<i64, BTreeSet<usize>>, Vec<Known>), StoreError> {
    let mut people = people_of(db, workshop, keys).await?;
    let mut all = Vec::with_capacity(keys.len());
    for key in keys {
        let known = known(db, *key, seen).await?;
        let marked = known.marks.keys().filter(|person| known.presence(**person).is_some());
        for person in marked {
            people.entry(*person).or_default();
        }
        all.push(known);
    }
    Ok((people, all))
}

/// What was logged of a shift up to the entry `seen`.
async fn known(
    db: &mut AnyConnection,
    (shift, _): (i64, chrono::NaiveDate),
    seen: i64,
) -> Result<Known, StoreError> {
    let mut known = Known::default();
    let mut marks: BTreeMap<(i64, PersonId), Vec<Fact<Presence>>> = BTreeMap::new();
    for row in &of_shift(db, MARKS, shift, seen).await? {
        let row = Reader::new("attendance", row);
        let of = (row.number("used")?, row.parse("person")?);
        marks.entry(of).or_default().push(fact(&row, row.word("presence")?)?);
    }
    for ((used, person), facts) in marks {
        if let Some(stands) = standing(&facts) {
            let mark = (person, stands.fact.id, stands.fact.value);
            known.marks.entry(used).or_default().push(mark);
        }
    }
    let mut cells: BTreeMap<(Sex, AgeBand), Vec<Fact<i64>>> = BTreeMap::new();
    for row in &of_shift(db, HEADCOUNTS, shift, seen).await? {
        let row = Reader::new("headcount", row);
        let cell = (row.word("sex")?, row.word("band")?);
        cells.entry(cell).or_default().push(fact(&row, row.number("people")?)?);
    }
    for (cell, facts) in cells {
        if let Some(stands) = standing(&facts) {
            known.headcount.insert(cell, (stands.fact.id, stands.fact.value));
        }
    }
    for row in &of_shift(db, OUTPUTS, shift, seen).await? {
        let row = Reader::new("output", row);
        let made = (row.parse("id")?, row.number("rejected")? == 1, row.number("quantity")?);
        known.made.entry(row.number("product")?).or_default().push(made);
    }
    let mut courses = Vec::new();
    for row in &of_shift(db, COURSES, shift, seen).await? {
        let row = Reader::new("course", row);
        courses.push(fact(&row, row.progress()?)?);
    }
    // Two who closed it apart from each other agree, as in the projection.
    known.course = standing(&courses).map(|stands| (stands.fact.id, stands.fact.value));
    Ok(known)
}

/// Of which products, good or rejected, pieces were entered at a shift after the entry `seen`.
async fn made_since(
    db: &mut AnyConnection,
    shift: i64,
    seen: i64,
) -> Result<HashSet<(i64, bool)>, StoreError> {
    let rows = of_shift(db, MADE_SINCE, shift, seen).await?;
    let read = |row| {
        let row = Reader::new("output", row);
        Ok((row.number("product")?, row.number("rejected")? == 1))
    };
    rows.iter().map(read).collect()
}

const MARKS: &str = "select x.seq, x.id, x.presence, x.made_at, x.replaces, p.id as person,
        coalesce(p.same_as, p.seq) as used
 from attendance x join person p on p.seq = x.person where x.shift = $1 and x.seq <= $2
 order by x.seq";
const HEADCOUNTS: &str = "select seq, id, sex, band, people, made_at, replaces
 from headcount where shift = $1 and seq <= $2 order by seq";
const OUTPUTS: &str = "select seq, id, product, quantity, rejected
 from output where shift = $1 and seq <= $2 and (voided is null or voided > $2) order by seq";
const MADE_SINCE: &str = "select seq, product, rejected
 from output where shift = $1 and seq > $2 and voided is null order by seq";
const COURSES: &str = "select seq, id, progress, reason, made_at, made_at as closed_at, replaces
 from course where shift = $1 and seq <= $2 order by seq";

async fn of_shift(
    db: &mut AnyConnection,
    sql: &'static str,
    shift: i64,
    seen: i64,
) -> Result<Vec<sqlx::any::AnyRow>, StoreError> {
    Ok(sqlx::query(sql).bind(shift).bind(seen).fetch_all(db).await?)
}

fn fact<V>(row: &Reader<'_>, value: V) -> Result<Fact<V>, StoreError> {
    let (id, at) = (row.parse("id")?, row.instant("made_at")?);
    Ok(Fact { id, at, replaces: row.parse_opt("replaces")?, value })
}

/// The record that is used for whoever has a code: its inner key and its id.
async fn used(db: &mut AnyConnection, code: &PersonCode) -> Result<(i64, PersonId), StoreError> {
    let row = sqlx::query(
        "select u.seq, u.id from person p join person u on u.seq = coalesce(p.same_as, p.seq)
         where p.code = $1",
    )
    .bind(code.as_str())
    .fetch_optional(db)
    .await?
    .ok_or(Fault::Unknown { noun: Noun::Person })?;
    let row = Reader::new("person", &row);
    Ok((row.number("seq")?, row.parse("id")?))
}

async fn product_id(db: &mut AnyConnection, key: i64) -> Result<ProductId, StoreError> {
    let row = sqlx::query("select id from product where seq = $1").bind(key).fetch_one(db).await?;
    Reader::new("product", &row).parse("id")
}
