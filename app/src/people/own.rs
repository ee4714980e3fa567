//! A person's own data as a text that they can read.

use super::{languages, nationality};
use crate::i18n::catalogue::{cards, common, people as texts, vocabulary};
use crate::i18n::labels::{
    difficulty_label, functioning_label, guardian_label, person_kind_label, purpose_label,
    separation_label, sex_label,
};
use crate::i18n::{Locale, Text};
use crate::tablet::words::language;
use crate::ui::desk::name;
use domain::command::PersonIdentity;
use domain::overview::{ConsentRow, PersonPage};
use std::fmt::Write as _;

/// Everything that is kept of a person, in sections of lines, in a language.
pub fn own_data(locale: Locale, page: &PersonPage, identity: &PersonIdentity) -> String {
    let mut file = File { locale, text: String::new() };
    let title = locale.fill(&texts::OWN_TITLE, &[("code", &page.row.label.code)]);
    let made = locale.fill(&texts::OWN_MADE, &[("date", &locale.date_medium(page.today))]);
    let _ = writeln!(file.text, "{title}\n{made}");
    file.identity(identity);
    file.facts(page);
    file.participation(page);
    file.section(&texts::CONSENTS);
    for one in &page.consents {
        file.consent(one);
    }
    if let Some((day, answers)) = &page.functioning {
        file.section(&texts::FUNCTIONING);
        file.line(&texts::ASKED_ON, Some(locale.date_medium(*day)));
        for (question, answer) in answers {
            file.word(functioning_label(*question), difficulty_label(*answer));
        }
    }
    file.section(&cards::ONE);
    for (card, works) in &page.cards {
        let _ = writeln!(file.text, "{}", crate::cards::in_words(locale, card, *works));
    }
    file.section(&texts::LOOKS);
    for (who, at) in &page.looks {
        let line = crate::ui::records::entered(locale, who.as_deref(), *at);
        let _ = writeln!(file.text, "{line}");
    }
    file.text
}

struct File {
    locale: Locale,
    text: String,
}

impl File {
    fn identity(&mut self, identity: &PersonIdentity) {
        self.section(&texts::IDENTITY);
        self.line(&texts::ALIAS, identity.alias.clone());
        let birth_date = identity.birth_date.map(|day| self.locale.date_medium(day));
        self.line(&texts::BIRTH_DATE, birth_date);
        self.line(&texts::CONTACT, identity.contact.clone());
        self.line(&texts::GUARDIAN_NAME, identity.guardian.clone());
    }

    fn facts(&mut self, page: &PersonPage) {
        let (locale, row) = (self.locale, &page.row);
        self.section(&texts::FACTS);
        self.word(&texts::SEX, sex_label(row.sex));
        let years = row.years.map(|years| locale.count(&texts::YEARS, i64::from(years)));
        self.line(&texts::AGE, years);
        self.line(&texts::NATIONALITY, Some(nationality(locale, row.nationality.as_deref())));
        self.line(&texts::LANGUAGES, Some(languages(locale, &row.languages)));
        let separation = row.separation.map(|one| locale.text(separation_label(one)).into_owned());
        self.line(&texts::SEPARATION, separation);
        self.line(&texts::REGISTERED_ON, Some(locale.date_medium(page.registered)));
        self.word(&texts::KIND, person_kind_label(page.kind));
        self.section(&texts::STAYS);
        self.line(&common::CENTRE, Some(name(locale, &page.centre)));
        for stay in &page.stays {
            let place = match &stay.centre {
                Some(centre) => name(locale, centre),
                None => locale.text(&texts::STAY_LEFT).into_owned(),
            };
            self.dated(locale.date_medium(stay.day), place);
        }
    }

    fn participation(&mut self, page: &PersonPage) {
        let locale = self.locale;
        self.section(&texts::PARTICIPATION);
        for one in &page.enrolments {
            self.dated(locale.date_medium(one.from), name(locale, &one.workshop));
        }
        self.section(&texts::MARKS);
        let (present, marked) = page.present;
        let (present, marked) = (locale.number(present), locale.number(marked));
        let sum = locale.fill(&texts::PRESENT_OF, &[("present", &present), ("marked", &marked)]);
        let _ = writeln!(self.text, "{sum}");
        for mark in &page.marks {
            let word = match mark.present {
                true => &vocabulary::MARK_PRESENT,
                false => &vocabulary::MARK_ABSENT,
            };
            let what = format!("{}: {}", name(locale, &mark.workshop), locale.text(word));
            let when = locale.time_span(mark.slot.start, mark.slot.end());
            self.dated(format!("{}, {when}", locale.date_medium(mark.slot.day)), what);
        }
    }

    fn consent(&mut self, one: &ConsentRow) {
        let locale = self.locale;
        let mut what = locale.text(purpose_label(one.purpose)).into_owned();
        let _ = write!(what, " ({}, {})", one.version, language(locale, &one.language));
        if let Some(guardian) = one.guardian {
            let _ = write!(what, " · {}", locale.text(guardian_label(guardian)));
        }
        if let Some(day) = one.withdrawn {
            let day = locale.date_medium(day);
            let _ = write!(what, " · {}", locale.fill(&texts::WITHDRAWN_ON, &[("date", &day)]));
        }
        self.dated(locale.date_medium(one.on), what);
    }

    fn section(&mut self, title: &Text) {
        let title = self.locale.text(title);
        let _ = writeln!(self.text, "\n{title}\n{}", "-".repeat(title.chars().count()));
    }

    /// What is not known is said to be so: the person asks what is kept.
    fn line(&mut self, label: &Text, value: Option<String>) {
        let known = value.filter(|value| !value.is_empty());
        let value = known.unwrap_or_else(|| self.locale.text(&common::NOT_KNOWN).into_owned());
        let label = self.locale.text(label);
        let values: [(&str, &dyn std::fmt::Display); 2] = [("label", &label), ("value", &value)];
        let line = self.locale.fill(&common::LABELLED, &values);
        let _ = writeln!(self.text, "{line}");
    }

    fn word(&mut self, label: &Text, value: &Text) {
        let value = self.locale.text(value).into_owned();
        self.line(label, Some(value));
    }

    fn dated(&mut self, day: String, what: String) {
        let _ = writeln!(self.text, "{day}: {what}");
    }
}
