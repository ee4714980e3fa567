//! `/api/v1/reports/{name}.{format}`: reports as files.

use crate::csv_file::Profile;
use crate::download;
use crate::fault::ApiFault;
use crate::file::{Format, TextFormat};
use crate::sealing::{self, Contents, Made, Order, Progress, Wanted};
use crate::state::AppState;
use crate::visitor::Visitor;
use app::i18n::Locale;
use axum::Extension;
use axum::extract::{Path, Query, RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use domain::access::Actor;
use domain::fault::{Fault, Noun};
use domain::report::{self, PACKAGE, Report, Split, Step};
use domain::shift::ShiftState;
use serde::{Deserialize, Deserializer};
use std::io::Read as _;
use store::StoreError;

/// What may be asked of a report; an empty value counts as missing, as forms send it.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReportQuery {
    from: NaiveDate,
    to: NaiveDate,
    #[serde(default, deserialize_with = "or_missing")]
    centre: Option<String>,
    #[serde(default, deserialize_with = "or_missing")]
    project: Option<String>,
    #[serde(default, deserialize_with = "or_missing")]
    workshop: Option<String>,
    #[serde(default, deserialize_with = "or_missing")]
    state: Option<String>,
    #[serde(default, deserialize_with = "or_missing")]
    step: Option<String>,
    #[serde(default, deserialize_with = "or_missing")]
    by: Option<String>,
    #[serde(default, deserialize_with = "or_missing")]
    of: Option<String>,
    #[serde(default, deserialize_with = "or_missing")]
    profile: Option<String>,
    #[serde(default, deserialize_with = "or_missing")]
    language: Option<String>,
    #[serde(default, deserialize_with = "or_missing")]
    reports: Option<String>,
    #[serde(default, deserialize_with = "or_missing")]
    since: Option<String>,
}

/// What a query says.
type Read = (report::Query, Option<String>, Option<Profile>, Locale);

fn or_missing<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Option::<String>::deserialize(from).map(|value| value.filter(|text| !text.is_empty()))
}

/// `GET /api/v1/reports/{name}.csv`, `.json`, `.xlsx`, and `.zip` for the data package: the file,
/// sealed. The seal of a file that is not a package is at the address that `Link` names.
/// `package.zip?reports=…` holds several reports: their names with commas between them.
///
/// # Errors
/// Nobody signed in, no such report or format, a query that cannot be read, and the faults of
/// [`sealing::make`]. The file is whole before its first byte goes out.
pub async fn report(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Path(file): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, ApiFault> {
    let actor = visitor.actor()?;
    let order = order(&file, &query.unwrap_or_default(), visitor.locale)?;
    let made = made(&state, actor, &order).await?;
    Ok(attached(&made, &order))
}

/// `GET /api/v1/reports/{name}/datapackage.json`: what describes the data package of a report, as
/// it is in the package.
///
/// # Errors
/// As [`report`].
pub async fn data_package(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Path(name): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, ApiFault> {
    let actor = visitor.actor()?;
    let order = order(&format!("{name}.zip"), &query.unwrap_or_default(), visitor.locale)?;
    let made = made(&state, actor, &order).await?;
    let read = move || {
        let mut package = zip::ZipArchive::new(&*made.file).ok()?;
        let mut text = String::new();
        package.by_name("datapackage.json").ok()?.read_to_string(&mut text).ok()?;
        Some(text)
    };
    let text = tokio::task::spawn_blocking(read).await.ok().flatten().ok_or(Fault::Internal)?;
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, text).into_response())
}

async fn made(state: &AppState, actor: &Actor, order: &Order) -> Result<Made, StoreError> {
    let (organisation, progress) = (&state.settings.organisation, &Progress::default());
    sealing::make(&state.store, Wanted { actor, order, organisation, progress }).await
}

/// The answer that hands a file out.
pub fn attached(made: &Made, order: &Order) -> Response {
    // By the hash where it is not kept: then nobody looks for it.
    let seal = made.id.map_or_else(|| made.hash.to_string(), |id| id.to_string());
    let seal = format!("</api/v1/seals/{seal}.json>; rel=\"describedby\"");
    let headers = [
        (header::CONTENT_TYPE, order.contents.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", made.name)),
        (header::CONTENT_LANGUAGE, order.locale.tag().to_owned()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (header::LINK, seal),
    ];
    (headers, download::body(download::pieces_of(made.file.clone()))).into_response()
}

/// What is asked for by the name of a file and the query behind it; in this language where the query
/// names none.
///
/// # Errors
/// [`Fault::NotFound`], [`Fault::Unknown`], [`Fault::Malformed`], [`Fault::Missing`] and
/// [`Fault::UnsupportedFormat`]. Whether somebody may have it is not asked here.
pub fn order(file: &str, query: &str, locale: Locale) -> Result<Order, Fault> {
    let (what, ending) = file.rsplit_once('.').ok_or(Fault::NotFound)?;
    let report = match what {
        PACKAGE => None,
        name => Some(report_of(name)?),
    };
    let (query, reports, profile, locale) = ReportQuery::of(query)?.read(locale)?;
    let contents = match (report, reports, ending) {
        (Some(report), None, "csv") => {
            let csv = TextFormat::Csv(profile.unwrap_or_default());
            Contents::File(report, Format::Text(csv))
        }
        (_, _, _) if profile.is_some() => return Err(Fault::UnsupportedFormat),
        (Some(report), None, "json") => Contents::File(report, Format::Text(TextFormat::Json)),
        (Some(report), None, "xlsx") => Contents::File(report, Format::Xlsx),
        (Some(report), None, "zip") => Contents::Package(vec![report]),
        (None, named, "zip") => {
            let named = named.unwrap_or_default();
            let named = named.split(',').filter(|name| !name.is_empty()).map(report_of);
            Contents::package(&named.collect::<Result<Vec<_>, _>>()?)?
        }
        (Some(_), Some(_), _) => return Err(Fault::malformed()),
        _ => return Err(Fault::UnsupportedFormat),
    };
    Ok(Order { contents, query, locale })
}

fn report_of(name: &str) -> Result<Report, Fault> {
    Report::from_name(name).ok_or(Fault::Unknown { noun: Noun::Report })
}

/// A query with what several boxes of a form say in one value: `reports=a&reports=b` is
/// `reports=a,b`.
fn gathered(query: &str) -> String {
    let pairs = form_urlencoded::parse(query.as_bytes());
    let (boxes, rest): (Vec<_>, Vec<_>) = pairs.partition(|(name, _)| name == "reports");
    let mut out = form_urlencoded::Serializer::new(String::new());
    out.extend_pairs(rest);
    if !boxes.is_empty() {
        let named: Vec<&str> = boxes.iter().map(|(_, value)| value.as_ref()).collect();
        out.append_pair("reports", &named.join(","));
    }
    out.finish()
}

impl ReportQuery {
    /// Reads the query of an address.
    fn of(query: &str) -> Result<Self, Fault> {
        let address = format!("/?{}", gathered(query)).parse().map_err(|_| Fault::malformed())?;
        let read = Query::<Self>::try_from_uri(&address);
        read.map(|Query(asked)| asked).map_err(|_| Fault::malformed())
    }

    /// The query of the report, the names of several, the profile if one was asked for, and the
    /// language of the file.
    fn read(self, locale: Locale) -> Result<Read, Fault> {
        let malformed = Fault::malformed;
        let profile = match self.profile.as_deref() {
            None => None,
            Some("machine") => Some(Profile::Machine),
            Some("excel") => Some(Profile::Excel),
            Some(_) => return Err(malformed()),
        };
        let step = match self.step.as_deref() {
            None => Step::default(),
            Some(code) => Step::from_code(code).ok_or_else(malformed)?,
        };
        let by = match self.by.as_deref() {
            None => None,
            Some(code) => Some(Split::from_code(code).ok_or_else(malformed)?),
        };
        let state = match self.state.as_deref() {
            None => None,
            Some(code) => Some(ShiftState::from_code(code).ok_or_else(malformed)?),
        };
        let locale = match self.language.as_deref() {
            None => locale,
            Some(tag) => Locale::from_tag(tag).ok_or_else(malformed)?,
        };
        let since = match self.since.as_deref() {
            None => None,
            Some(entry) => Some(entry.parse().map_err(|_| malformed())?),
        };
        let query = report::Query {
            from: self.from,
            to: self.to,
            centre: self.centre,
            project: self.project,
            workshop: self.workshop,
            state,
            step,
            by,
            of: self.of,
            since,
            since_at: None,
        };
        Ok((query, self.reports, profile, locale))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Option<(report::Query, Option<Profile>, Locale)> {
        let (query, _, profile, locale) = ReportQuery::of(query).ok()?.read(Locale::En).ok()?;
        Some((query, profile, locale))
    }

    const MAY: &str = "from=2021-05-01&to=2021-05-31";

    fn contents(file: &str, more: &str) -> Result<Contents, Fault> {
        order(file, &format!("{MAY}{more}"), Locale::En).map(|order| order.contents)
    }

    #[test]
    fn empty_filters_are_none() {
        let (query, profile, locale) = read(
            "from=2021-05-01&to=2021-05-31&centre=&project=&workshop=&state=&step=&profile=&language=",
        )
        .expect("a query");
        let day = |text: &str| text.parse().expect("a day");
        assert_eq!(query, report::Query::period(day("2021-05-01"), day("2021-05-31")));
        assert_eq!((profile, locale), (None, Locale::En));
    }

    #[test]
    fn all_filters_are_read() {
        let (query, profile, locale) = read(
            "from=2021-05-01&to=2021-05-31&centre=KRN&state=not_logged&step=whole&profile=excel&language=sr-Cyrl",
        )
        .expect("a query");
        assert_eq!(query.centre.as_deref(), Some("KRN"));
        assert_eq!((query.state, query.step), (Some(ShiftState::NotLogged), Step::Whole));
        assert_eq!((profile, locale), (Some(Profile::Excel), Locale::SrCyrl));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for bad in [
            "",
            "from=2021-05-01",
            "from=2021-05-01&to=",
            "from=2021-02-30&to=2021-03-01",
            "from=1.5.2021&to=2021-05-31",
            "from=2021-05-01&from=2021-05-02&to=2021-05-31",
            "from=2021-05-01&to=2021-05-31&center=KRN",
            "from=2021-05-01&to=2021-05-31&state=lost",
            "from=2021-05-01&to=2021-05-31&step=hour",
            "from=2021-05-01&to=2021-05-31&by=name",
            "from=2021-05-01&to=2021-05-31&profile=lotus",
            "from=2021-05-01&to=2021-05-31&language=tlh",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn files_are_reports_with_an_ending() {
        let csv = Format::Text(TextFormat::Csv(Profile::Machine));
        assert_eq!(contents("session-log.csv", ""), Ok(Contents::File(Report::SessionLog, csv)));
        assert_eq!(contents("session-log.xlsx", "&profile=excel"), Err(Fault::UnsupportedFormat));
        assert_eq!(contents("session-log.pdf", ""), Err(Fault::UnsupportedFormat));
        let unknown = Err(Fault::Unknown { noun: Noun::Report });
        assert_eq!(contents("session-log.tar.gz", ""), unknown);
        assert_eq!(contents("session-log", ""), Err(Fault::NotFound));
        assert_eq!(contents("secrets.csv", ""), unknown);
    }

    #[test]
    fn a_package_names_its_reports() {
        let both = Ok(Contents::Package(vec![Report::SessionLog, Report::FiveW]));
        assert_eq!(contents("package.zip", "&reports=five-w,session-log"), both);
        assert_eq!(contents("package.zip", "&reports=five-w&reports=session-log"), both);
        let missing = Err(Fault::Missing { field: "reports".into() });
        assert_eq!(contents("package.zip", ""), missing);
        assert_eq!(contents("package.zip", "&reports=&reports="), missing);
        let unknown = Err(Fault::Unknown { noun: Noun::Report });
        assert_eq!(contents("package.zip", "&reports=secrets"), unknown);
        for (file, more) in [
            ("package.zip", "&reports=five-w,five-w"),
            ("session-log.zip", "&reports=five-w"),
            ("session-log.csv", "&reports=five-w"),
        ] {
            assert_eq!(contents(file, more), Err(Fault::malformed()), "{file} {more}");
        }
        for (file, more) in
            [("package.csv", "&reports=five-w"), ("package.zip", "&reports=five-w&profile=excel")]
        {
            assert_eq!(contents(file, more), Err(Fault::UnsupportedFormat), "{file} {more}");
        }
    }
}
