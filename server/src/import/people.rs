//! Rows that are people: new ones are registered, known ones corrected.

use super::rows::{Cells, Change, Planned, Sheet};
use super::table::Cell;
use super::values::{self, Names};
use super::who::Who;
use chrono::{Datelike, NaiveDate};
use domain::command::{
    Command, Identity, PersonIdentity, PersonKind, RecordIdentity, RecordLanguage, RegisterPerson,
};
use domain::ids::{CentreId, PersonId};
use domain::import::{ImportField as Field, Trouble};
use domain::person::{Age, LanguageLevel, PersonCode, Sex};
use domain::registry::{DescribePerson, RecordStay, Separation, Stay};
use std::collections::HashMap;
use store::KnownPerson;

/// What a row says of a person.
struct Said {
    identity: PersonIdentity,
    sex: Option<Sex>,
    age: Option<Age>,
    nationality: Option<String>,
    languages: Vec<&'static str>,
    separation: Option<Separation>,
    arrival: Option<NaiveDate>,
    departure: Option<NaiveDate>,
}

/// What the rows of a file about people come to.
pub fn plan(sheet: &Sheet<'_>, who: &Who<'_>, centre: CentreId, today: NaiveDate) -> Planned {
    let names = Names::new();
    let mut planned = Planned::default();
    let mut taken: HashMap<PersonCode, PersonId> = HashMap::new();
    let mut rows_of: HashMap<PersonId, usize> = HashMap::new();
    // Rows that say the same of several people.
    let mut times: HashMap<Vec<String>, usize> = HashMap::new();
    for row in &sheet.table.rows {
        let mut cells = sheet.row(row);
        let said = said(&mut cells, sheet, &names, today);
        let code = cells.text(Field::Code);
        let reference = cells.text(Field::Reference);
        let (field, id, again) = match (&code, &reference) {
            (Some(code), _) => match who.of_code(code) {
                Ok(person) => {
                    cells.check_person(Field::Code, person);
                    (Field::Code, person.id, false)
                }
                Err(trouble) => {
                    cells.wrong(Some(Field::Code), trouble);
                    planned.findings.problems.append(&mut cells.problems);
                    continue;
                }
            },
            (None, Some(reference)) => {
                (Field::Reference, who.id(&["reference", reference], &taken), false)
            }
            (None, None) => {
                let all: Vec<String> = row.cells.iter().map(Cell::shown).collect();
                if !sheet
                    .mapping
                    .columns
                    .iter()
                    .any(|(_, n)| all.get(*n).is_some_and(|t| !t.is_empty()))
                {
                    cells.wrong(None, Trouble::Missing);
                }
                let time = times.entry(all.clone()).or_default();
                *time += 1;
                let time = time.to_string();
                let parts =
                    ["row", time.as_str()].into_iter().chain(all.iter().map(String::as_str));
                (Field::Alias, who.id(&parts.collect::<Vec<_>>(), &taken), true)
            }
        };
        if let Some(before) = rows_of.insert(id, row.number) {
            cells.wrong(Some(field), Trouble::SameAs(before));
        }
        taken.insert(PersonCode::of(id.0), id);
        let known = who.get(id);
        if known.is_some_and(|person| person.erased) && code.is_none() {
            cells.wrong(Some(field), Trouble::Erased);
        }
        if !cells.fits() {
            planned.findings.problems.append(&mut cells.problems);
            continue;
        }
        let changes = match known {
            // A row that was taken in before, or somebody who moved since.
            Some(person) if again || !person.here => Vec::new(),
            Some(person) => corrections(person, said, centre, row.number),
            None => registration(id, said, centre, row.number),
        };
        planned.add(sheet, row, changes, known.is_none());
    }
    planned
}

fn said(cells: &mut Cells<'_>, sheet: &Sheet<'_>, names: &Names, today: NaiveDate) -> Said {
    let identity = PersonIdentity {
        alias: cells.text(Field::Alias),
        birth_date: cells.day(Field::BirthDate),
        contact: cells.text(Field::Contact),
        guardian: cells.text(Field::Guardian),
    };
    let languages = cells.take(Field::Languages, |cell| names.languages(cell).map(Some));
    let said = Said {
        sex: cells.take(Field::Sex, values::sex),
        age: age(cells, sheet, identity.birth_date, today),
        nationality: cells.take(Field::Nationality, |cell| names.country(cell)),
        languages: languages.unwrap_or_default(),
        separation: cells.take(Field::Separation, values::separation),
        arrival: cells.day(Field::Arrival),
        departure: cells.day(Field::Departure),
        identity,
    };
    for (field, day) in [(Field::Arrival, said.arrival), (Field::Departure, said.departure)] {
        if day.is_some_and(|day| day > today) {
            cells.wrong(Some(field), Trouble::ToCome);
        }
    }
    if said.arrival.zip(said.departure).is_some_and(|(arrival, departure)| departure < arrival) {
        cells.wrong(Some(Field::Departure), Trouble::Reversed);
    }
    said
}

/// What is known of an age by birth date, birth year and age, which must fit together.
fn age(
    cells: &mut Cells<'_>,
    sheet: &Sheet<'_>,
    birth: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<Age> {
    let born = cells.number(Field::BirthYear).and_then(|year| i32::try_from(year).ok());
    let years = cells.number(Field::Age).and_then(|years| i32::try_from(years).ok());
    let on = cells.day(Field::AgeOn).unwrap_or(sheet.mapping.told_on);
    if birth.is_some_and(|birth| birth > today) {
        cells.wrong(Some(Field::BirthDate), Trouble::ToCome);
    }
    if birth.zip(born).is_some_and(|(birth, born)| birth.year() != born) {
        cells.wrong(Some(Field::BirthYear), Trouble::AgesDiffer);
    }
    let year = birth.map(|birth| birth.year()).or(born);
    // Within the year the birthday may be over or not.
    if year.zip(years).is_some_and(|(year, years)| !(0..=1).contains(&(on.year() - year - years))) {
        cells.wrong(Some(Field::Age), Trouble::AgesDiffer);
    }
    year.map(Age::Born).or(years.map(|years| Age::Told { years, on }))
}

fn registration(person: PersonId, said: Said, centre: CentreId, row: usize) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut add = |command, identity| changes.push(Change { row, command, identity });
    let register = RegisterPerson {
        person,
        centre: Some(centre),
        kind: PersonKind::Resident,
        sex: said.sex.unwrap_or(Sex::NotDisclosed),
        age: said.age,
        nationality: said.nationality.clone(),
    };
    let nobody = said.identity == PersonIdentity::default();
    let identity = (!nobody).then_some(Identity::Person(said.identity));
    if let Some(separation) = said.separation {
        let described = DescribePerson {
            person,
            sex: register.sex,
            age: said.age,
            nationality: said.nationality,
            separation: Some(separation),
        };
        add(Command::RegisterPerson(register), identity);
        add(Command::DescribePerson(described), None);
    } else {
        add(Command::RegisterPerson(register), identity);
    }
    for language in said.languages {
        add(speaks(person, language), None);
    }
    let stays = [
        said.arrival.map(|day| (day, Stay::In { centre })),
        said.departure.map(|day| (day, Stay::Left)),
    ];
    for (day, stay) in stays.into_iter().flatten() {
        add(Command::RecordStay(RecordStay { person, day, stay }), None);
    }
    changes
}

fn speaks(person: PersonId, language: &str) -> Command {
    let level = LanguageLevel::Speaks;
    Command::RecordLanguage(RecordLanguage { person, language: language.to_owned(), level })
}

/// What a row says otherwise than it is known. An empty cell says nothing.
fn corrections(known: &KnownPerson, said: Said, centre: CentreId, row: usize) -> Vec<Change> {
    let person = known.id;
    let mut changes = Vec::new();
    let mut add = |command, identity| changes.push(Change { row, command, identity });
    let described = DescribePerson {
        person,
        sex: said.sex.unwrap_or(known.sex),
        age: said.age.filter(|age| !agrees(known.age, *age)).or(known.age),
        nationality: said.nationality.or(known.nationality.clone()),
        separation: said.separation.or(known.separation),
    };
    let same = described.sex == known.sex
        && described.age == known.age
        && described.nationality == known.nationality
        && described.separation == known.separation;
    if !same {
        add(Command::DescribePerson(described), None);
    }
    let before = &known.identity;
    let identity = PersonIdentity {
        alias: said.identity.alias.or(before.alias.clone()),
        birth_date: said.identity.birth_date.or(before.birth_date),
        contact: said.identity.contact.or(before.contact.clone()),
        guardian: said.identity.guardian.or(before.guardian.clone()),
    };
    if identity != *before {
        let record = Command::RecordIdentity(RecordIdentity { person });
        add(record, Some(Identity::Person(identity)));
    }
    for language in said.languages {
        if !known.languages.iter().any(|(code, _)| code == language) {
            add(speaks(person, language), None);
        }
    }
    let stays = [
        said.arrival.map(|day| (day, Some(centre), Stay::In { centre })),
        said.departure.map(|day| (day, None, Stay::Left)),
    ];
    for (day, place, stay) in stays.into_iter().flatten() {
        if !known.stays.contains(&(day, place)) {
            add(Command::RecordStay(RecordStay { person, day, stay }), None);
        }
    }
    changes
}

/// Whether what a row says of an age is what is known, told on another day.
fn agrees(known: Option<Age>, said: Age) -> bool {
    match (known, said) {
        (Some(known @ Age::Told { .. }), Age::Told { years, on }) => known.on(on) == years,
        (Some(known), said) => known == said,
        (None, _) => false,
    }
}
