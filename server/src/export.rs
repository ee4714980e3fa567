//! `/api/v1/reports/{name}.{format}`: reports as files.

use crate::csv_file::Profile;
use crate::download;
use crate::fault::ApiFault;
use crate::file::Format;
use crate::sealing::{self, Form, Wanted};
use crate::state::AppState;
use crate::visitor::Visitor;
use app::i18n::Locale;
use axum::Extension;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use domain::fault::{Fault, Noun};
use domain::report::{self, Report, Split, Step};
use domain::shift::ShiftState;
use serde::{Deserialize, Deserializer};
use std::io::Read;

/// What may be asked of a report; an empty value counts as missing, as forms send it.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportQuery {
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
}

fn or_missing<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Option::<String>::deserialize(from).map(|value| value.filter(|text| !text.is_empty()))
}

/// `GET /api/v1/reports/{name}.csv`, `.json`, `.xlsx`, and `.zip` for the data package: the file,
/// sealed. The seal of a file that is not a package is at the address that `Link` names.
///
/// # Errors
/// Nobody signed in, no such report or format, a query that cannot be read, and the faults of
/// `store::Store::report`. The file is whole before its first byte goes out.
pub async fn report(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Path(file): Path<String>,
    query: Result<Query<ReportQuery>, QueryRejection>,
) -> Result<Response, ApiFault> {
    let actor = visitor.actor()?;
    let (report, ending) = split(&file)?;
    let Ok(Query(asked)) = query else { return Err(Fault::malformed().into()) };
    let (query, profile, locale) = asked.read(visitor.locale)?;
    let form = match ending {
        "csv" => Form::File(Format::Csv(profile.unwrap_or_default())),
        "json" if profile.is_none() => Form::File(Format::Json),
        "xlsx" if profile.is_none() => Form::File(Format::Xlsx),
        "zip" if profile.is_none() => Form::Package,
        _ => return Err(Fault::UnsupportedFormat.into()),
    };
    let wanted = Wanted {
        actor,
        report,
        query: &query,
        form,
        locale,
        organisation: &state.settings.organisation,
    };
    let made = sealing::make(&state.store, wanted).await?;
    let seal = format!("</api/v1/seals/{}.json>; rel=\"describedby\"", made.hash);
    let headers = [
        (header::CONTENT_TYPE, form.media_type().to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{}\"", form.name(report, &query)),
        ),
        (header::CONTENT_LANGUAGE, locale.tag().to_owned()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (header::LINK, seal),
    ];
    Ok((headers, download::body(download::pieces_of(made.file))).into_response())
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
    query: Result<Query<ReportQuery>, QueryRejection>,
) -> Result<Response, ApiFault> {
    let actor = visitor.actor()?;
    let report = Report::from_name(&name).ok_or(Fault::Unknown { noun: Noun::Report })?;
    let Ok(Query(asked)) = query else { return Err(Fault::malformed().into()) };
    let (query, _, locale) = asked.read(visitor.locale)?;
    let organisation = &state.settings.organisation;
    let wanted = Wanted { actor, report, query: &query, form: Form::Package, locale, organisation };
    let made = sealing::make(&state.store, wanted).await?;
    let read = move || {
        let mut package = zip::ZipArchive::new(made.file).ok()?;
        let mut text = String::new();
        package.by_name("datapackage.json").ok()?.read_to_string(&mut text).ok()?;
        Some(text)
    };
    let text = tokio::task::spawn_blocking(read).await.ok().flatten().ok_or(Fault::Internal)?;
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, text).into_response())
}

/// Report and ending of a file's name.
fn split(file: &str) -> Result<(Report, &str), Fault> {
    let (name, ending) = file.rsplit_once('.').ok_or(Fault::NotFound)?;
    let report = Report::from_name(name).ok_or(Fault::Unknown { noun: Noun::Report })?;
    Ok((report, ending))
}

impl ReportQuery {
    /// The query of the report, the profile if one was asked for, and the language of the file.
    fn read(self, locale: Locale) -> Result<(report::Query, Option<Profile>, Locale), Fault> {
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
        };
        Ok((query, profile, locale))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Uri;

    fn read(query: &str) -> Option<(report::Query, Option<Profile>, Locale)> {
        let uri: Uri = format!("/x?{query}").parse().expect("an address");
        let Query(asked) = Query::<ReportQuery>::try_from_uri(&uri).ok()?;
        asked.read(Locale::En).ok()
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
        assert_eq!(split("session-log.csv"), Ok((Report::SessionLog, "csv")));
        assert_eq!(split("session-log.tar.gz"), Err(Fault::Unknown { noun: Noun::Report }));
        assert_eq!(split("session-log"), Err(Fault::NotFound));
        assert_eq!(split("secrets.csv"), Err(Fault::Unknown { noun: Noun::Report }));
    }
}
