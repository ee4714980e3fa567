//! What a seal says was asked for, and reading it back.

use super::{Form, Wanted};
use crate::csv_file::Profile;
use crate::file::Format;
use app::i18n::Locale;
use chrono::{DateTime, SecondsFormat, Utc};
use domain::access::{Action, Place};
use domain::report::{Query, Report, Split, Step};
use domain::shift::ShiftState;
use domain::suppression::Audience;
use sealed::{Claims, Hash, Journal, Seal};
use std::collections::BTreeMap;
use store::{Position, Store, StoreError};

/// What made a file: the crate's version, which is the release's.
const SOFTWARE: &str = concat!("radionica ", env!("CARGO_PKG_VERSION"));

/// What a seal says was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Which report.
    pub report: Report,
    /// What of it.
    pub query: Query,
    /// In which form.
    pub form: Form,
    /// In which language.
    pub locale: Locale,
    /// The centres that its reader saw, if not all.
    pub seen: Option<Vec<String>>,
}

impl Asked {
    /// Reads what a seal says; `None` for what this program would not have written.
    pub fn of(seal: &Seal) -> Option<Self> {
        let said = |name: &str| seal.parameters.get(name).map(String::as_str);
        let owned = |name: &str| said(name).map(String::from);
        let query = Query {
            from: said("from")?.parse().ok()?,
            to: said("to")?.parse().ok()?,
            centre: owned("centre"),
            project: owned("project"),
            workshop: owned("workshop"),
            state: optional(said("state"), ShiftState::from_code)?,
            step: optional(said("step"), Step::from_code)?.unwrap_or_default(),
            by: optional(said("by"), Split::from_code)?,
            of: owned("of"),
        };
        let seen = said("seen").map(|codes| codes.split(' ').map(String::from).collect());
        Some(Self {
            report: Report::from_name(&seal.report)?,
            query,
            form: form_of(said("format")?)?,
            locale: Locale::from_tag(said("language")?)?,
            seen,
        })
    }
}

/// Reads a word where there is one; `None` for a word that is none.
fn optional<T>(word: Option<&str>, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    match word {
        None => Some(None),
        Some(word) => read(word).map(Some),
    }
}

const FORMS: [(&str, Form); 5] = [
    ("csv", Form::File(Format::Csv(Profile::Machine))),
    ("csv-excel", Form::File(Format::Csv(Profile::Excel))),
    ("json", Form::File(Format::Json)),
    ("xlsx", Form::File(Format::Xlsx)),
    ("package", Form::Package),
];

fn form_of(word: &str) -> Option<Form> {
    FORMS.into_iter().find(|(known, _)| *known == word).map(|(_, form)| form)
}

fn form_word(form: Form) -> &'static str {
    FORMS.into_iter().find(|(_, known)| *known == form).map_or("csv", |(word, _)| word)
}

/// What is said of a file: everything that is needed to make it again.
pub(super) async fn claims(
    store: &Store,
    wanted: &Wanted<'_>,
    audience: Audience,
    position: &Position,
    made: DateTime<Utc>,
) -> Result<Claims, StoreError> {
    let (report, query) = (wanted.report, wanted.query);
    let mut parameters = BTreeMap::new();
    let mut say = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            parameters.insert(name.to_owned(), value);
        }
    };
    say("from", Some(query.from.to_string()));
    say("to", Some(query.to.to_string()));
    say("centre", query.centre.clone());
    say("project", query.project.clone());
    say("workshop", query.workshop.clone());
    say("state", query.state.map(|state| state.code().to_owned()));
    say("step", report.has_steps().then(|| query.step.code().to_owned()));
    say("by", query.by.map(|by| by.code().to_owned()));
    say("of", query.of.clone());
    say("format", Some(form_word(wanted.form).to_owned()));
    say("language", Some(wanted.locale.tag().to_owned()));
    say("seen", seen(store, wanted, audience).await?);
    let hash = position.hash.parse::<Hash>();
    Ok(Claims {
        report: report.name().to_owned(),
        parameters,
        audience: match audience {
            Audience::Internal => sealed::Audience::Internal,
            Audience::Donor => sealed::Audience::Donor,
        },
        journal: Journal {
            hash: hash.map_err(|_| StoreError::Machine("a hash of another form".to_owned()))?,
            seq: position.entry,
        },
        definition: report.definition(),
        software: SOFTWARE.to_owned(),
        made: made.to_rfc3339_opts(SecondsFormat::Millis, true),
        organisation: wanted.organisation.to_owned(),
    })
}

/// The codes of the centres that somebody sees who does not see all of them.
async fn seen(
    store: &Store,
    wanted: &Wanted<'_>,
    audience: Audience,
) -> Result<Option<String>, StoreError> {
    let all = wanted.actor.may(Action::SeeFigures, Place::ORGANISATION);
    if all || audience == Audience::Donor {
        return Ok(None);
    }
    let centres = store.choices(wanted.actor).await?.centres;
    let codes: Vec<String> = centres.into_iter().map(|centre| centre.code).collect();
    Ok(Some(codes.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_has_its_word() {
        for (word, form) in FORMS {
            assert_eq!((form_of(word), form_word(form)), (Some(form), word));
        }
        assert_eq!(form_of("doc"), None);
    }
}
