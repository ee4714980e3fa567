//! The forms of the registry: the list, one person, likely duplicates.

use super::facts::{day, day_in, word};
use super::plan::reason;
use super::stock::id;
use super::{Asked, Done};
use crate::pages;
use app::people::{Shown, Sought};
use app::ui::desk::word as field_of;
use app::ui::form::Typed;
use chrono::NaiveDate;
use domain::access::Action;
use domain::command::{
    Command, Identity, PersonIdentity, PersonKind, RecordIdentity, RecordLanguage, RegisterPerson,
};
use domain::fault::{Fault, Noun};
use domain::ids::{CentreId, ConsentId, EnrolmentId, MergeId, PersonId, WaitingId, WorkshopId};
use domain::person::{Age, PersonCode, Sex};
use domain::registry::{
    DescribePerson, ErasePerson, Functioning, KeepApart, KnownOf, MergePeople, PersonFact,
    RecordConsent, RecordFunctioning, RecordStay, Separation, Stay, UndoMerge, WithdrawConsent,
};
use domain::shift::{EndEnrolment, Enrol};
use domain::waiting::{JoinWaitingList, LeaveWaitingList};
use store::StoreError;
use uuid::Uuid;

/// How often another code is tried when one is taken.
const CODES: usize = 3;

/// The forms of `/centres/CODE/people`.
///
/// # Errors
/// The fault of the first field that does not fit.
pub(super) async fn list(asked: &Asked<'_>) -> Result<Done, StoreError> {
    let centre = asked.centre(Action::Manage).await?;
    match asked.typed.get("do") {
        "search" => Ok(Done::Sought(Sought(asked.typed.get("q").to_owned()))),
        "register" => register(asked, centre).await,
        _ => Err(Fault::malformed().into()),
    }
}

async fn register(asked: &Asked<'_>, centre: CentreId) -> Result<Done, StoreError> {
    let typed = asked.typed;
    let asks = asked.store.asks_of(asked.actor, asked.centre).await?;
    let new = New::of(typed, asked.today())?;
    new.has(&asks)?;
    let workshop = match typed.get("workshop") {
        "" => None,
        _ => Some(id(typed, "workshop", Noun::Workshop)?),
    };
    let despite = reason(typed)?;
    if let (Some(workshop), None) = (workshop, despite) {
        asked.store.place_left(asked.actor, workshop, None, None).await?;
    }
    let mut tries = 0;
    loop {
        tries += 1;
        let person = PersonId(Uuid::now_v7());
        let mut changes = vec![(
            Command::RegisterPerson(RegisterPerson {
                person,
                centre: Some(centre),
                kind: PersonKind::Resident,
                sex: new.sex,
                age: new.age,
                nationality: new.nationality.clone(),
            }),
            new.alias.clone().map(|alias| {
                Identity::Person(PersonIdentity { alias: Some(alias), ..Default::default() })
            }),
        )];
        if new.separation.is_some() {
            changes.push((Command::DescribePerson(new.described(person)), None));
        }
        if let Some(language) = &new.language {
            let level = word(typed.get("level"))?;
            let language = RecordLanguage { person, language: language.clone(), level };
            changes.push((Command::RecordLanguage(language), None));
        }
        if let Some(workshop) = workshop {
            let enrolment = EnrolmentId(Uuid::now_v7());
            let (shift, from) = (None, asked.today());
            let enrol = Enrol { enrolment, person, workshop, shift, from, despite };
            changes.push((Command::Enrol(enrol), None));
        }
        match asked.make_whole(changes).await {
            // The next id has another code.
            Err(StoreError::Refused { fault: Fault::CodeTaken { noun: Noun::Person }, .. })
                if tries < CODES => {}
            other => {
                other?;
                return Ok(Done::Back(format!("registered={}", PersonCode::of(person.0))));
            }
        }
    }
}

/// Somebody as typed into a form.
struct New {
    alias: Option<String>,
    sex: Sex,
    age: Option<Age>,
    nationality: Option<String>,
    language: Option<String>,
    separation: Option<Separation>,
    years: Option<i32>,
}

impl New {
    fn of(typed: &Typed, today: NaiveDate) -> Result<Self, Fault> {
        let age = age(typed, today)?;
        Ok(Self {
            alias: some(typed, "alias"),
            sex: word(typed.get("sex"))?,
            age,
            nationality: some(typed, "nationality"),
            language: some(typed, "language"),
            separation: some(typed, "separation").map(|text| word(&text)).transpose()?,
            years: age.map(|age| age.on(today)),
        })
    }

    /// Whether everything is there that a project asks for and that is known in the first minute.
    /// What takes a talk of its own (consent, functioning) is listed as missing afterwards.
    fn has(&self, asks: &[PersonFact]) -> Result<(), Fault> {
        let known = KnownOf {
            sex: self.sex,
            years: self.years,
            nationality: self.nationality.is_some(),
            language: self.language.is_some(),
            separation: self.separation.is_some(),
            functioning: true,
            consent: true,
        };
        let field = match known.missing(asks).first() {
            None => return Ok(()),
            Some(PersonFact::Sex) => "sex",
            Some(PersonFact::Age) => "years",
            Some(PersonFact::Nationality) => "nationality",
            Some(PersonFact::Language) => "language",
            Some(PersonFact::Separation) => "separation",
            Some(PersonFact::Functioning | PersonFact::Consent) => return Ok(()),
        };
        Err(Fault::Missing { field: field.to_owned() })
    }

    fn described(&self, person: PersonId) -> DescribePerson {
        DescribePerson {
            person,
            sex: self.sex,
            age: self.age,
            nationality: self.nationality.clone(),
            separation: self.separation,
        }
    }
}

fn some(typed: &Typed, field: &str) -> Option<String> {
    Some(typed.get(field).to_owned()).filter(|text| !text.is_empty())
}

/// A year of birth, which is the better of the two, or an age as told today.
fn age(typed: &Typed, today: NaiveDate) -> Result<Option<Age>, Fault> {
    let small = |n: i64| i32::try_from(n).unwrap_or(i32::MAX);
    if let Some(born) = typed.number("born", 9999)? {
        return Ok(Some(Age::Born(small(born))));
    }
    let years = typed.number("years", 120)?;
    Ok(years.map(|years| Age::Told { years: small(years), on: today }))
}

/// The forms of `/centres/CODE/people/PERSON`.
///
/// # Errors
/// The fault of the first field that does not fit; [`Fault::Clash`] where no place is left.
pub(super) async fn person(asked: &Asked<'_>) -> Result<Done, StoreError> {
    let typed = asked.typed;
    let of = asked.store.person_for(asked.actor, asked.centre, asked.person).await?;
    let person = of.id;
    let today = asked.today();
    let (command, done) = match typed.get("do") {
        "look" => {
            let identity = asked.store.look(asked.actor, asked.centre, asked.person).await?;
            return Ok(Done::Shown(Shown(identity)));
        }
        "identity" => {
            let identity = PersonIdentity {
                alias: some(typed, "alias"),
                birth_date: some(typed, "birth_date")
                    .map(|text| day_in(&text, "birth_date"))
                    .transpose()?,
                contact: some(typed, "contact"),
                guardian: some(typed, "guardian"),
            };
            let record = Command::RecordIdentity(RecordIdentity { person });
            asked.make_with(record, Some(Identity::Person(identity))).await?;
            return Ok(Done::Back("done=identity".to_owned()));
        }
        "stay" => return stay(asked, &of).await,
        "erase" => return erase(asked, &of).await,
        "own-data" => {
            let known = asked.store.own_data(asked.actor, asked.centre, asked.person).await?;
            return Ok(Done::OwnData(Box::new(known)));
        }
        "enrol" => return enrol(asked, person).await,
        "correct" => {
            let new = New::of(typed, today)?;
            (Command::DescribePerson(new.described(person)), "corrected")
        }
        "language" => {
            let (language, level) = (typed.get("language").to_owned(), word(typed.get("level"))?);
            (Command::RecordLanguage(RecordLanguage { person, language, level }), "language")
        }
        "end" => {
            let enrolment = id(typed, "enrolment", Noun::Enrolment)?;
            let from = of.enrolments.iter().find(|(id, _)| *id == enrolment);
            let to = from.map_or(today, |(_, from)| today.max(*from));
            (Command::EndEnrolment(EndEnrolment { enrolment, to }), "ended")
        }
        "leave" => {
            let waiting = id(typed, "waiting", Noun::Waiting)?;
            (Command::LeaveWaitingList(LeaveWaitingList { waiting }), "off-list")
        }
        "consent" => {
            let consent = RecordConsent {
                consent: ConsentId(Uuid::now_v7()),
                person,
                purpose: word(typed.get("purpose"))?,
                on: day(typed)?,
                version: typed.get("version").to_owned(),
                language: typed.get("language").to_owned(),
                guardian: some(typed, "guardian").map(|text| word(&text)).transpose()?,
            };
            (Command::RecordConsent(consent), "consent")
        }
        "withdraw" => {
            let consent = id(typed, "consent", Noun::Consent)?;
            (Command::WithdrawConsent(WithdrawConsent { consent, on: today }), "withdrawn")
        }
        "functioning" => {
            let mut answers = Vec::new();
            for question in Functioning::ALL {
                if let Some(answer) = some(typed, &field_of(&question)) {
                    answers.push((question, word(&answer)?));
                }
            }
            let record = RecordFunctioning { person, on: day(typed)?, answers };
            (Command::RecordFunctioning(record), "functioning")
        }
        "separate" => {
            let merge: MergeId = id(typed, "merge", Noun::Merge)?;
            (Command::UndoMerge(UndoMerge { merge }), "separated")
        }
        _ => return Err(Fault::malformed().into()),
    };
    asked.make(command).await?;
    Ok(Done::Back(format!("done={done}")))
}

/// Whoever leaves or moves is taken out of the workshops and off the lists in the same step.
async fn stay(asked: &Asked<'_>, of: &store::PersonOf) -> Result<Done, StoreError> {
    let typed = asked.typed;
    let day = day(typed)?;
    let here = asked.centre(Action::Manage).await?;
    let stay = match typed.get("where") {
        "left" => Stay::Left,
        code => Stay::In { centre: asked.store.centre_of_code(code).await? },
    };
    let stays_here = matches!(stay, Stay::In { centre } if centre == here);
    let mut changes = Vec::new();
    if !stays_here {
        for (enrolment, from) in &of.enrolments {
            let to = day.max(*from);
            changes.push(Command::EndEnrolment(EndEnrolment { enrolment: *enrolment, to }));
        }
        for waiting in &of.waiting {
            let waiting: WaitingId = *waiting;
            changes.push(Command::LeaveWaitingList(LeaveWaitingList { waiting }));
        }
    }
    changes.push(Command::RecordStay(RecordStay { person: of.id, day, stay }));
    asked.make_whole(changes.into_iter().map(|command| (command, None)).collect()).await?;
    // Whoever moved is seen by those who manage the other centre.
    match stays_here || stay == Stay::Left {
        true => Ok(Done::Back("done=stay".to_owned())),
        false => Ok(Done::To(pages::of_centre(asked.centre, "people"))),
    }
}

/// Erases a person with all records that are the same one, once the code is typed to confirm it, and
/// ends what they take part in.
async fn erase(asked: &Asked<'_>, of: &store::PersonOf) -> Result<Done, StoreError> {
    let typed = PersonCode::parse(asked.typed.get("code"));
    if typed != Ok(PersonCode::of(of.id.0)) {
        return Err(Fault::Missing { field: "code".to_owned() }.into());
    }
    let today = asked.today();
    let ends = of.enrolments.iter().map(|(enrolment, from)| {
        let to = today.max(*from);
        Command::EndEnrolment(EndEnrolment { enrolment: *enrolment, to })
    });
    let leaves = of
        .waiting
        .iter()
        .map(|waiting| Command::LeaveWaitingList(LeaveWaitingList { waiting: *waiting }));
    let erases = std::iter::once(&of.id)
        .chain(&of.also)
        .map(|person| Command::ErasePerson(ErasePerson { person: *person }));
    let all = ends.chain(leaves).chain(erases);
    asked.make_whole(all.map(|command| (command, None)).collect()).await?;
    Ok(Done::Back("done=erased".to_owned()))
}

async fn enrol(asked: &Asked<'_>, person: PersonId) -> Result<Done, StoreError> {
    let typed = asked.typed;
    let workshop: WorkshopId = id(typed, "workshop", Noun::Workshop)?;
    if !typed.get("wait").is_empty() {
        let waiting = WaitingId(Uuid::now_v7());
        let join = JoinWaitingList { waiting, person, workshop, shift: None };
        asked.make(Command::JoinWaitingList(join)).await?;
        return Ok(Done::Back("done=waits".to_owned()));
    }
    let despite = reason(typed)?;
    if despite.is_none() {
        asked.store.place_left(asked.actor, workshop, None, Some(person)).await?;
    }
    let enrolment = EnrolmentId(Uuid::now_v7());
    let enrol = Enrol { enrolment, person, workshop, shift: None, from: day(typed)?, despite };
    asked.make(Command::Enrol(enrol)).await?;
    Ok(Done::Back("done=enrolled".to_owned()))
}

/// The form of `/centres/CODE/retention`: erases everybody who is due, once their number is typed to
/// confirm it.
///
/// # Errors
/// [`Fault::OutOfRange`] for another number, also when somebody else is due by now.
pub(super) async fn purge(asked: &Asked<'_>) -> Result<Done, StoreError> {
    let purge = asked.store.purge(asked.actor, asked.centre).await?;
    let due = purge.due.len() as i64;
    if due == 0 || asked.typed.number("people", i64::MAX)? != Some(due) {
        return Err(Fault::out_of_range("people", due, due).into());
    }
    let erases =
        purge.due.iter().map(|row| (Command::ErasePerson(ErasePerson { person: row.id }), None));
    asked.make_whole(erases.collect()).await?;
    let entry = asked.store.last_entry().await?;
    Ok(Done::Receipt(purge, entry))
}

/// The forms of `/centres/CODE/duplicates`; where to in the page then.
///
/// # Errors
/// The fault of the first field that does not fit.
pub(super) async fn duplicates(asked: &Asked<'_>) -> Result<String, StoreError> {
    asked.centre(Action::Manage).await?;
    let typed = asked.typed;
    let kept = id(typed, "kept", Noun::Person)?;
    let other = id(typed, "other", Noun::Person)?;
    match typed.get("do") {
        "join" => {
            let merge = MergeId(Uuid::now_v7());
            asked.make(Command::MergePeople(MergePeople { merge, kept, other })).await?;
            Ok("done=joined".to_owned())
        }
        "apart" => {
            asked.make(Command::KeepApart(KeepApart { one: kept, other })).await?;
            Ok("done=apart".to_owned())
        }
        _ => Err(Fault::malformed().into()),
    }
}
