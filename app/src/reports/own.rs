//! The files that a reader asked for, at the lower edge of every page that offers some: how far each
//! is, until it is there.
//!
//! They are made by the server, whichever page is open. The script of the page (`app/browser/shelf.ts`)
//! asks for them and follows them; without it the links fetch the files themselves, and the list is
//! as it was when the page came.

use crate::i18n::Locale;
use crate::i18n::catalogue::files as texts;
use crate::i18n::labels::{fault_text, report_label};
use crate::ui::basics::icon;
use crate::ui::desk::asked;
use crate::ui::live::script;
use chrono::{DateTime, Utc};
use domain::clock::belgrade;
use domain::fault::Fault;
use domain::report::Report;
use domain::report::period::Days;
use leptos::prelude::*;
use uuid::Uuid;

/// A file that its reader asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFile {
    /// By which it is fetched.
    pub id: Uuid,
    /// The reports in it.
    pub reports: Vec<Report>,
    /// The first and the last day.
    pub days: Days,
    /// The file's name.
    pub name: String,
    /// How much is done of how much.
    pub part: (i64, i64),
    /// What is being done.
    pub stage: FileStage,
}

/// How far a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileStage {
    /// Others come first.
    Waiting,
    /// Its rows are written.
    Writing {
        /// Whether anew, because something was entered meanwhile.
        again: bool,
        /// Which report, from 0, of how many.
        report: (usize, usize),
        /// How many days were read.
        day: i64,
        /// Of how many.
        days: i64,
    },
    /// It is proved what a donor may see of people.
    Proving,
    /// The journal is replayed for it.
    Replaying,
    /// It is packed and sealed.
    Sealing,
    /// It can be fetched.
    There {
        /// When it is taken away.
        until: DateTime<Utc>,
    },
    /// It cannot be made.
    Failed(Fault),
}

impl FileStage {
    /// The word of it for scripts and styles.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Writing { .. } | Self::Proving | Self::Replaying | Self::Sealing => "working",
            Self::There { .. } => "there",
            Self::Failed(_) => "failed",
        }
    }

    fn in_work(&self) -> bool {
        matches!(self.code(), "waiting" | "working")
    }
}

/// The reader's files, the newest first: provided by the server as context.
#[derive(Debug, Clone, Default)]
pub struct OwnFiles(pub Vec<OwnFile>);

/// How far a file is, in a sentence.
pub fn file_said(locale: Locale, file: &OwnFile) -> String {
    let text = match &file.stage {
        FileStage::Waiting => &texts::WAITING,
        FileStage::Proving => &texts::PROVING,
        FileStage::Replaying => &texts::REPLAYING,
        FileStage::Sealing => &texts::SEALING,
        FileStage::There { until } => {
            let time = locale.time(belgrade(*until).time());
            return locale.fill(&texts::THERE, &[("time", &time)]);
        }
        FileStage::Failed(fault) => return fault_text(locale, fault),
        FileStage::Writing { again, report: (report, reports), day, days } => {
            let (done, of) = (locale.number(*day), locale.number(*days));
            let text = match (again, reports) {
                (true, _) => &texts::WRITING_AGAIN,
                (false, 0 | 1) => &texts::WRITING,
                (false, _) => &texts::WRITING_ONE_OF,
            };
            let report = file.reports.get(*report).map(|report| locale.text(report_label(*report)));
            let report = report.unwrap_or_default();
            return locale.fill(text, &[("done", &done), ("of", &of), ("report", &report)]);
        }
    };
    locale.text(text).into_owned()
}

/// What a file is of, for people.
fn title(locale: Locale, file: &OwnFile) -> String {
    match file.reports.as_slice() {
        [report] => locale.text(report_label(*report)).into_owned(),
        several => locale.count(&texts::REPORTS_IN_ONE, several.len() as i64),
    }
}

/// The files at the lower edge of the page, and the script that follows them. It lies over the page
/// and takes no room in it, so nothing moves when a file comes; without a file it is not there.
pub fn shelf(locale: Locale) -> impl IntoView {
    let OwnFiles(files) = use_context().unwrap_or_default();
    let just_now = asked("asked");
    let open = files.iter().any(|file| file.stage.in_work() || file.id.to_string() == just_now);
    let (none, n) = (files.is_empty(), files.len() as i64);
    let items = files.iter().map(|file| item(locale, file)).collect_view();
    view! {
        <section
            class="shelf no-print"
            aria-labelledby="files-title"
            hidden=none
            data-files=""
            data-gone=locale.text(&texts::GONE)
            data-lost=locale.text(&texts::LOST)
            data-ended=locale.text(&texts::ENDED)
        >
            <details open=open>
                <summary class="fold" id="files-title">
                    {locale.fill(&texts::TITLE, &[("n", &locale.number(n))])}
                </summary>
                <p class="field-error" role="alert" data-alert=""></p>
                <p data-note=""></p>
                <ul class="plain">{items}</ul>
            </details>
        </section>
        <p class="visually-hidden" role="status" data-files-said=""></p>
        {script(|scripts| scripts.shelf)}
    }
}

fn item(locale: Locale, file: &OwnFile) -> AnyView {
    let (id, title) = (file.id, title(locale, file));
    let named = format!("file-{id}");
    let in_work = file.stage.in_work();
    let (done, of) = file.part;
    let bar = in_work.then(|| {
        view! {
            <progress class="progress" aria-labelledby=named.clone() value=done max=of></progress>
        }
    });
    let fetch = matches!(file.stage, FileStage::There { .. }).then(|| {
        view! {
            <a class="button" href=format!("/api/v1/files/{id}") download data-fetch="">
                {icon("download")} {locale.text(&texts::FETCH)}
                <span class="visually-hidden">{format!(" {title}")}</span>
            </a>
        }
    });
    let end = if in_work { &texts::CANCEL } else { &texts::TAKE_AWAY };
    view! {
        <li data-file=id.to_string() data-state=file.stage.code()>
            <div class="what">
                <strong id=named>{title.clone()}</strong>
                <span class="muted">
                    {locale.period(file.days.0, file.days.1)} " · " <bdi>{file.name.clone()}</bdi>
                </span>
                <span data-said="">{file_said(locale, file)}</span>
                {bar}
            </div>
            <div class="toolbar">
                {fetch}
                <form method="post" action=super::ADDRESS>
                    <input type="hidden" name="do" value="end"/>
                    <input type="hidden" name="file" value=id.to_string()/>
                    <button class="button quiet" type="submit">
                        {locale.text(end)} <span class="visually-hidden">{format!(" {title}")}</span>
                    </button>
                </form>
            </div>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(stage: FileStage) -> String {
        let day = |text: &str| text.parse().expect("a day");
        let file = OwnFile {
            id: Uuid::nil(),
            reports: vec![Report::SessionLog, Report::MonthlySummary],
            days: (day("2021-05-01"), day("2021-05-31")),
            name: "radionica-package.zip".into(),
            part: (0, 1),
            stage,
        };
        file_said(Locale::En, &file)
    }

    #[test]
    fn how_far_it_is_is_said_in_words() {
        let writing = |again, reports| FileStage::Writing {
            again,
            report: (reports - 1, reports),
            day: 12,
            days: 1_234,
        };
        assert_eq!(said(writing(false, 1)), "12 of 1,234 days are written");
        assert_eq!(said(writing(false, 2)), "Monthly summary: 12 of 1,234 days are written");
        assert!(said(writing(true, 1)).contains("12 of 1,234"));
        let until = "2021-05-31T15:10:00Z".parse().expect("an instant");
        assert_eq!(said(FileStage::There { until }), "Ready; it is kept until 17:10");
        assert!(said(FileStage::Failed(Fault::PeriodReversed)).contains("ends before it begins"));
    }
}
