//! What a seal says was asked for, and reading it back.

use super::{Contents, Order, Wanted};
use crate::csv_file::Profile;
use crate::file::{Format, TextFormat};
use app::i18n::Locale;
use chrono::{DateTime, SecondsFormat, Utc};
use domain::report::{PACKAGE, Query, Report, Split, Step};
use domain::shift::ShiftState;
use domain::suppression::Audience;
use sealed::{Claims, Hash, Journal, Seal};
use std::collections::BTreeMap;
use store::{Granted, Position, StoreError};

/// What made a file: the crate's version, which is the release's.
const SOFTWARE: &str = concat!("radionica ", env!("CARGO_PKG_VERSION"));

/// What a seal says was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Which file.
    pub order: Order,
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
            since: optional(said("since"), |entry| entry.parse().ok())?,
            since_at: optional(said("since_at"), |at| at.parse().ok())?,
        };
        let contents = match (said("reports"), said("format")?) {
            (Some(names), PACKED) if seal.report == PACKAGE => {
                let named: Option<Vec<Report>> = names.split(' ').map(Report::from_name).collect();
                Contents::package(&named?).ok().filter(|found| found.what() == PACKAGE)?
            }
            (None, word) => {
                let report = Report::from_name(&seal.report)?;
                match word {
                    PACKED => Contents::Package(vec![report]),
                    word => Contents::File(report, format_of(word)?),
                }
            }
            _ => return None,
        };
        let seen = said("seen").map(|codes| codes.split(' ').map(String::from).collect());
        let locale = Locale::from_tag(said("language")?)?;
        Some(Self { order: Order { contents, query, locale }, seen })
    }

    /// Whether the file of a seal can be made again as its reports are defined now. A package
    /// describes its columns; other files hold rows only. Workbooks are a library's bytes.
    pub(super) fn is_made_by(&self, seal: &Seal) -> bool {
        let contents = &self.order.contents;
        match contents {
            Contents::File(_, Format::Xlsx) => false,
            Contents::File(report, Format::Text(_)) => {
                let audience = match seal.audience {
                    sealed::Audience::Internal => Audience::Internal,
                    sealed::Audience::Donor => Audience::Donor,
                };
                report.makes_rows_of(seal.definition, audience)
            }
            Contents::Package(_) => {
                contents.definition() == seal.definition
                    && definitions(contents).as_ref() == seal.parameters.get("definitions")
            }
        }
    }
}

/// Reads a word where there is one; `None` for a word that is none.
fn optional<T>(word: Option<&str>, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    match word {
        None => Some(None),
        Some(word) => read(word).map(Some),
    }
}

/// The word for a data package where a file has its format.
const PACKED: &str = "package";

const FORMATS: [(&str, Format); 4] = [
    ("csv", Format::Text(TextFormat::Csv(Profile::Machine))),
    ("csv-excel", Format::Text(TextFormat::Csv(Profile::Excel))),
    ("json", Format::Text(TextFormat::Json)),
    ("xlsx", Format::Xlsx),
];

fn format_of(word: &str) -> Option<Format> {
    FORMATS.into_iter().find(|(known, _)| *known == word).map(|(_, format)| format)
}

fn format_word(contents: &Contents) -> &'static str {
    let word = |format: &Format| {
        FORMATS.into_iter().find(|(_, known)| known == format).map_or("csv", |(word, _)| word)
    };
    match contents {
        Contents::File(_, format) => word(format),
        Contents::Package(_) => PACKED,
    }
}

/// The versions of several reports, in their order; one alone has the seal's own.
fn definitions(contents: &Contents) -> Option<String> {
    let reports = contents.reports();
    let versions = reports.iter().map(|report| report.definition().to_string());
    (reports.len() > 1).then(|| versions.collect::<Vec<_>>().join(" "))
}

/// What is said of a file: everything that is needed to make it again.
pub(super) fn claims(
    wanted: &Wanted<'_>,
    granted: &Granted,
    position: &Position,
    made: DateTime<Utc>,
) -> Result<Claims, StoreError> {
    let Order { contents, locale, .. } = wanted.order;
    let (reports, query) = (contents.reports(), &granted.query);
    let mut parameters = BTreeMap::new();
    let mut say = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            parameters.insert(name.to_owned(), value);
        }
    };
    let steps = reports.iter().any(|report| report.has_steps());
    let names = || reports.iter().map(|report| report.name()).collect::<Vec<_>>().join(" ");
    say("from", Some(query.from.to_string()));
    say("to", Some(query.to.to_string()));
    say("centre", query.centre.clone());
    say("project", query.project.clone());
    say("workshop", query.workshop.clone());
    say("state", query.state.map(|state| state.code().to_owned()));
    say("step", steps.then(|| query.step.code().to_owned()));
    say("by", query.by.map(|by| by.code().to_owned()));
    say("of", query.of.clone());
    say("since", query.since.map(|entry| entry.to_string()));
    let instant = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Millis, true);
    say("since_at", query.since_at.map(instant));
    say("format", Some(format_word(contents).to_owned()));
    say("language", Some(locale.tag().to_owned()));
    say("seen", granted.centres.as_ref().map(|codes| codes.join(" ")));
    say("reports", (reports.len() > 1).then(names));
    say("definitions", definitions(contents));
    let hash = position.hash.parse::<Hash>();
    Ok(Claims {
        report: contents.what().to_owned(),
        parameters,
        audience: match granted.audience {
            Audience::Internal => sealed::Audience::Internal,
            Audience::Donor => sealed::Audience::Donor,
        },
        journal: Journal {
            hash: hash.map_err(|_| StoreError::Machine("a hash of another form".to_owned()))?,
            seq: position.entry,
        },
        definition: contents.definition(),
        software: SOFTWARE.to_owned(),
        made: made.to_rfc3339_opts(SecondsFormat::Millis, true),
        organisation: wanted.organisation.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_its_word() {
        for (word, format) in FORMATS {
            let contents = Contents::File(Report::SessionLog, format);
            assert_eq!((format_of(word), format_word(&contents)), (Some(format), word));
        }
        assert_eq!((format_of("doc"), format_of(PACKED)), (None, None));
    }
}
