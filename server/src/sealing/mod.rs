//! Files that leave are sealed: each says which entry of the journal it was made from, for whom and
//! with what, and whoever holds one can have it checked ([`sealed`]).

mod again;
mod check;
mod claims;
mod make;
mod progress;
pub mod routes;
mod words;

pub use again::{Again, again};
pub use check::verdict;
pub use claims::Asked;
pub use make::{Made, granted, make, make_as_of};
pub use progress::{Phase, Progress, Reached};

use crate::file::{self, Format};
use app::i18n::Locale;
use domain::access::Actor;
use domain::fault::Fault;
use domain::report::{PACKAGE, Query, Report};
use sealed::{Key, PublicKey};
use store::{Store, StoreError};

/// The version of what a package of several reports is: raised when it holds the same reports in
/// another way. Each report has a version of its own besides.
const PACKAGE_DEFINITION: u32 = 1;

/// What a sealed file holds, and in which form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contents {
    /// A report, with its seal beside it.
    File(Report, Format),
    /// A data package: CSV for programs with all that describes it, and the seal, in a ZIP file. At
    /// least one report, each once, in the order of menus.
    Package(Vec<Report>),
}

impl Contents {
    /// A package of these reports, in whatever order they were named.
    ///
    /// # Errors
    /// [`Fault::Missing`] of none; [`Fault::Malformed`] of one that is named twice.
    pub fn package(named: &[Report]) -> Result<Self, Fault> {
        let reports: Vec<Report> =
            Report::ALL.into_iter().filter(|report| named.contains(report)).collect();
        match reports.len() {
            0 => Err(Fault::Missing { field: "reports".to_owned() }),
            n if n != named.len() => Err(Fault::malformed()),
            _ => Ok(Self::Package(reports)),
        }
    }

    /// The reports in it.
    pub fn reports(&self) -> &[Report] {
        match self {
            Self::File(report, _) => std::slice::from_ref(report),
            Self::Package(reports) => reports,
        }
    }

    /// The report's name, or the one word for several.
    pub fn what(&self) -> &'static str {
        match self.reports() {
            [report] => report.name(),
            _ => PACKAGE,
        }
    }

    /// The version of what it holds.
    fn definition(&self) -> u32 {
        match self.reports() {
            [report] => report.definition(),
            _ => PACKAGE_DEFINITION,
        }
    }

    /// The media type.
    pub fn media_type(&self) -> &'static str {
        match self {
            Self::File(_, format) => format.media_type(),
            Self::Package(_) => "application/zip",
        }
    }

    /// The file's name.
    pub fn name(&self, query: &Query) -> String {
        let ending = match self {
            Self::File(_, format) => format.ending(),
            Self::Package(_) => "zip",
        };
        file::name(self.what(), query, ending)
    }

    /// What several reports are not asked for together: what only some of them have.
    ///
    /// # Errors
    /// [`Fault::Malformed`]; also for a report that compares with an earlier entry, which stands
    /// alone.
    fn check(&self, query: &Query) -> Result<(), Fault> {
        let of_some = query.workshop.is_some()
            || query.state.is_some()
            || query.by.is_some()
            || query.of.is_some()
            || self.reports().iter().any(|report| report.compares());
        if self.reports().len() > 1 && of_some { Err(Fault::malformed()) } else { Ok(()) }
    }
}

/// A file that is asked for, whoever asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// What it holds.
    pub contents: Contents,
    /// What of it.
    pub query: Query,
    /// In which language.
    pub locale: Locale,
}

impl Order {
    /// The file's name.
    pub fn name(&self) -> String {
        self.contents.name(&self.query)
    }
}

/// A file that somebody wants.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// By whom.
    pub actor: &'a Actor,
    /// What is asked for.
    pub order: &'a Order,
    /// Whose name the seal bears.
    pub organisation: &'a str,
    /// Where it is said how far it is.
    pub progress: &'a Progress,
}

/// The organisation's sealing key.
///
/// # Errors
/// When the database failed.
pub async fn key(store: &Store) -> Result<Key, StoreError> {
    Ok(Key::from_seed(&store.sealing_seed().await?))
}

/// The key that everybody may know.
///
/// # Errors
/// When the database failed.
pub async fn public_key(store: &Store) -> Result<PublicKey, StoreError> {
    Ok(key(store).await?.public())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_holds_each_report_once_in_one_order() {
        let (log, summary) = (Report::SessionLog, Report::MonthlySummary);
        let package = Contents::package(&[summary, log]);
        assert_eq!(package, Ok(Contents::Package(vec![log, summary])));
        assert_eq!(package.map(|package| package.what()), Ok(PACKAGE));
        // One alone is that report's own package.
        assert_eq!(Contents::package(&[log]).map(|package| package.what()), Ok("session-log"));
        assert_eq!(Contents::package(&[log, log]), Err(Fault::malformed()));
        assert!(matches!(Contents::package(&[]), Err(Fault::Missing { .. })));
    }

    #[test]
    fn what_only_some_have_is_not_asked_of_several() {
        let day = |text: &str| text.parse().expect("a day");
        let query = Query::period(day("2021-05-01"), day("2021-05-31")).in_centre("KRN");
        let cut = Query { workshop: Some("KRN-SEW".into()), ..query.clone() };
        let one = Contents::Package(vec![Report::SessionLog]);
        let two = Contents::Package(vec![Report::SessionLog, Report::FiveW]);
        assert_eq!((one.check(&cut), two.check(&query)), (Ok(()), Ok(())));
        assert_eq!(two.check(&cut), Err(Fault::malformed()));
    }
}
