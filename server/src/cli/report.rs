//! `radionica report`.

use super::Failure;
use crate::csv_file::Profile;
use crate::file::{Format, TextFormat};
use crate::sealing::{self, Contents, Made, Order, Phase, Progress, Reached, Wanted};
use app::i18n::Locale;
use chrono::NaiveDate;
use domain::access::{Actor, Grant, Role, Scope};
use domain::ids::AccountId;
use domain::report::{Query, Report, Split, Step};
use domain::shift::ShiftState;
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::time::Duration;
use store::{Store, StoreError};
use tokio::time::{Instant, MissedTickBehavior, interval_at};
use uuid::Uuid;

/// Bytes that are copied at once.
const PIECE: usize = 64 << 10;

/// What the command is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Which report, by its name; several go into one data package.
    #[arg(value_name = "NAME", value_parser = report_name, required = true)]
    reports: Vec<Report>,
    /// The first reporting day, e.g. 2021-05-01.
    #[arg(long, value_name = "DAY")]
    from: NaiveDate,
    /// The last reporting day, e.g. 2021-05-31.
    #[arg(long, value_name = "DAY")]
    to: NaiveDate,
    /// Code of a centre.
    #[arg(long, value_name = "CODE")]
    centre: Option<String>,
    /// Code of a project.
    #[arg(long, value_name = "CODE")]
    project: Option<String>,
    /// Code of a workshop.
    #[arg(long, value_name = "CODE")]
    workshop: Option<String>,
    /// Only shifts in this state: to_come, running, not_logged, closed or did_not_happen.
    #[arg(long, value_parser = state_code)]
    state: Option<ShiftState>,
    /// How finely it is cut, where it adds up over time: day, week, month, quarter, year or whole.
    #[arg(long, default_value = "month", value_parser = step_code)]
    step: Step,
    /// What the activity summary is split by: centre, workshop, sex, age, language or facilitator.
    #[arg(long, value_parser = split_code)]
    by: Option<Split>,
    /// Only the rows of this group of --by: a code as the summary writes it, or unknown.
    #[arg(long, value_name = "CODE", requires = "by")]
    of: Option<String>,
    /// What is compared with, for what-changed: the report as it was after this entry of the journal.
    #[arg(long, value_name = "SEQ", allow_negative_numbers = true)]
    since: Option<i64>,
    /// The form of the file.
    #[arg(long, value_enum, default_value_t = FormatName::Csv)]
    format: FormatName,
    /// The language of headings and names: en, sr-Latn, sr-Cyrl or ar.
    #[arg(long, value_name = "TAG", default_value = "en", value_parser = language_tag)]
    language: Locale,
    /// The report as it was after this entry of the journal.
    #[arg(long, value_name = "SEQ")]
    as_of: Option<i64>,
    /// The version for the donor of --project: protected cells are empty.
    #[arg(long, requires = "project")]
    as_donor: bool,
    /// Writes the seal of the file into FILE.seal.json as well.
    #[arg(long, requires = "output")]
    seal: bool,
    /// The file to write; standard output when missing.
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    output: Option<PathBuf>,
}

/// The formats by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum FormatName {
    /// For programs: commas, HXL hashtags in the second line.
    Csv,
    /// For Excel with Serbian settings: semicolons, words instead of codes.
    CsvExcel,
    /// An array of objects.
    Json,
    /// A workbook, with a sheet that explains each column.
    Xlsx,
    /// A data package: CSV for programs with all that describes it and its seal, in a ZIP file.
    Package,
}

fn report_name(name: &str) -> Result<Report, String> {
    Report::from_name(name).ok_or_else(|| {
        let names: Vec<_> = Report::ALL.iter().map(|report| report.name()).collect();
        format!("the reports are {}", names.join(", "))
    })
}

fn state_code(code: &str) -> Result<ShiftState, String> {
    ShiftState::from_code(code).ok_or_else(|| {
        let codes: Vec<_> = ShiftState::ALL.iter().map(|state| state.code()).collect();
        format!("the states are {}", codes.join(", "))
    })
}

fn step_code(code: &str) -> Result<Step, String> {
    Step::from_code(code)
        .ok_or_else(|| format!("the steps are {}", Step::ALL.map(Step::code).join(", ")))
}

fn split_code(code: &str) -> Result<Split, String> {
    Split::from_code(code)
        .ok_or_else(|| format!("it is split by {}", Split::ALL.map(Split::code).join(", ")))
}

fn language_tag(tag: &str) -> Result<Locale, String> {
    Locale::from_tag(tag).ok_or_else(|| "the languages are en, sr-Latn, sr-Cyrl, ar".to_owned())
}

/// Writes the report.
pub async fn run(store: Store, organisation: &str, args: Args) -> Result<(), Failure> {
    let contents = contents(&args.reports, args.format)?;
    let query = Query {
        from: args.from,
        to: args.to,
        centre: args.centre.clone(),
        project: args.project.clone(),
        workshop: args.workshop.clone(),
        state: args.state,
        step: args.step,
        by: args.by,
        of: args.of.clone(),
        since: args.since,
        since_at: None,
    };
    let actor = if args.as_donor { donor(&store, &args).await? } else { Actor::Operator };
    let order = Order { contents, query, locale: args.language };
    let progress = Progress::default();
    let wanted = Wanted { actor: &actor, order: &order, organisation, progress: &progress };
    let making = async {
        match args.as_of {
            None => sealing::make(&store, wanted).await,
            Some(entry) => sealing::make_as_of(&store, entry, wanted).await,
        }
    };
    let made = shown(making, &progress).await?;
    let mut out = Output::open(args.output.as_deref())?;
    let mut piece = vec![0; PIECE];
    loop {
        let read = (&*made.file).read(&mut piece);
        let read = read.map_err(|error| Failure::failed(format!("the file is lost: {error}")))?;
        if read == 0 {
            break;
        }
        out.write(&piece[..read])?;
    }
    out.finish()?;
    let package = matches!(order.contents, Contents::Package(_));
    match args.output.filter(|_| args.seal && !package) {
        Some(target) => {
            let seal = made.seal.render();
            let seal = seal.map_err(|error| Failure::failed(error.to_string()))?;
            let mut out = Output::open(Some(&beside(&target)))?;
            out.write(&seal)?;
            out.finish()
        }
        None => Ok(()),
    }
}

fn contents(reports: &[Report], format: FormatName) -> Result<Contents, Failure> {
    let format = match format {
        FormatName::Csv => Format::Text(TextFormat::Csv(Profile::Machine)),
        FormatName::CsvExcel => Format::Text(TextFormat::Csv(Profile::Excel)),
        FormatName::Json => Format::Text(TextFormat::Json),
        FormatName::Xlsx => Format::Xlsx,
        FormatName::Package => {
            let twice = |_| Failure::usage("a report is named twice: name each once");
            return Contents::package(reports).map_err(twice);
        }
    };
    match reports {
        [report] => Ok(Contents::File(*report, format)),
        _ => Err(Failure::usage("several reports go into one package: add --format package")),
    }
}

/// From when on it is shown how far it is: what takes no longer needs no bar.
const SHOWN_AFTER: Duration = Duration::from_millis(700);
/// How often.
const SHOWN_EVERY: Duration = Duration::from_millis(200);

/// Waits for a file, and shows how far it is to somebody at a terminal.
async fn shown(
    making: impl Future<Output = Result<Made, StoreError>>,
    progress: &Progress,
) -> Result<Made, StoreError> {
    let mut making = pin!(making);
    let mut err = std::io::stderr();
    if !err.is_terminal() {
        return making.await;
    }
    let mut ticks = interval_at(Instant::now() + SHOWN_AFTER, SHOWN_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut written = false;
    loop {
        tokio::select! {
            made = &mut making => {
                if written {
                    // The line is taken away: what follows may be the file itself. Whoever closed the
                    // terminal misses nothing.
                    let _ = write!(err, "\r\x1b[K");
                }
                return made;
            }
            _ = ticks.tick() => {
                let _ = write!(err, "\r{}\x1b[K", bar(&progress.read()));
                written = true;
            }
        }
    }
}

/// How far it is, in one line that is written over.
fn bar(reached: &Reached) -> String {
    const WIDTH: i64 = 40;
    let (done, of) = reached.part();
    let filled = usize::try_from(WIDTH * done / of).unwrap_or(0);
    let doing = match reached.phase {
        Phase::Waiting => "begins".to_owned(),
        Phase::Proving => "waits for the proof that nobody is exposed".to_owned(),
        Phase::Replaying => "goes back in the journal".to_owned(),
        Phase::Sealing => "is sealed".to_owned(),
        Phase::Writing => {
            let part = match reached.reports {
                0 | 1 => String::new(),
                all => format!("report {} of {all}, ", reached.report + 1),
            };
            let again = if reached.again { " again, since something was entered" } else { "" };
            format!("{part}{} of {} days{again}", reached.day, reached.days)
        }
    };
    format!("[{:<width$}] {doing}", "#".repeat(filled), width = WIDTH as usize)
}

/// Where the seal of a file is: beside it.
pub fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(sealed::SIDECAR);
    PathBuf::from(name)
}

/// Somebody who may see what the project's donor may see, and nothing else.
async fn donor(store: &Store, args: &Args) -> Result<Actor, Failure> {
    let code = args.project.as_deref().unwrap_or_default();
    let scope = Scope::Project(store.project_by_code(code).await?);
    let grants = vec![Grant { role: Role::Donor, scope }];
    Ok(Actor::Account { id: AccountId(Uuid::nil()), grants })
}

/// Where the report goes: standard output, or a file that appears only when it is whole.
enum Output {
    Standard(std::io::StdoutLock<'static>),
    File { file: std::fs::File, part: PathBuf, target: PathBuf, whole: bool },
}

impl Output {
    fn open(target: Option<&Path>) -> Result<Self, Failure> {
        let Some(target) = target else { return Ok(Self::Standard(std::io::stdout().lock())) };
        let name = target.file_name().ok_or_else(|| {
            Failure::usage(format!("{} names no file: write a name after -o", target.display()))
        })?;
        // Beside its target, so that it can be moved there in one step.
        let mut part = std::ffi::OsString::from(".");
        part.push(name);
        part.push(format!(".{}.part", std::process::id()));
        let part = target.with_file_name(part);
        let file = std::fs::File::create(&part).map_err(|error| unwritable(target, &error))?;
        Ok(Self::File { file, part, target: target.to_owned(), whole: false })
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        match self {
            Self::Standard(out) => {
                out.write_all(bytes).map_err(|e| Failure::writing("standard output", &e))
            }
            Self::File { file, target, .. } => {
                file.write_all(bytes).map_err(|error| unwritable(target, &error))
            }
        }
    }

    fn finish(mut self) -> Result<(), Failure> {
        match &mut self {
            Self::Standard(out) => out.flush().map_err(|e| Failure::writing("standard output", &e)),
            Self::File { file, part, target, whole } => {
                let moved = file.sync_all().and_then(|()| std::fs::rename(&*part, &*target));
                moved.map_err(|error| unwritable(target, &error))?;
                *whole = true;
                Ok(())
            }
        }
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if let Self::File { part, whole: false, .. } = self {
            // Left by a fault that was already told; a second one would say nothing more.
            let _ = std::fs::remove_file(part);
        }
    }
}

fn unwritable(target: &Path, error: &std::io::Error) -> Failure {
    Failure::writing(&target.display().to_string(), error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_appears_only_when_it_is_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("r.csv");
        let files = || std::fs::read_dir(folder.path()).expect("a folder").count();
        let mut half = Output::open(Some(&target)).expect("a file");
        half.write(b"half").expect("written");
        assert!(!target.exists());
        drop(half);
        assert_eq!(files(), 0);
        let mut whole = Output::open(Some(&target)).expect("a file");
        whole.write(b"whole").expect("written");
        whole.finish().expect("moved");
        assert_eq!((files(), std::fs::read(&target).expect("a file")), (1, b"whole".to_vec()));
    }

    #[test]
    fn several_reports_are_one_package() {
        let (log, five) = (Report::SessionLog, Report::FiveW);
        let package = contents(&[five, log], FormatName::Package);
        assert_eq!(package, Ok(Contents::Package(vec![log, five])));
        let csv = Contents::File(log, Format::Text(TextFormat::Csv(Profile::Machine)));
        assert_eq!(contents(&[log], FormatName::Csv), Ok(csv));
        for (reports, format) in
            [(&[log, five][..], FormatName::Csv), (&[log, log], FormatName::Package)]
        {
            assert!(matches!(contents(reports, format), Err(Failure::Usage(_))), "{reports:?}");
        }
    }

    #[test]
    fn the_bar_says_what_is_done() {
        let reached = Reached {
            phase: Phase::Writing,
            again: false,
            report: 1,
            reports: 2,
            day: 15,
            days: 30,
        };
        let half = format!("[{}{}] ", "#".repeat(30), " ".repeat(10));
        assert_eq!(bar(&reached), format!("{half}report 2 of 2, 15 of 30 days"));
        let proving = Reached { phase: Phase::Proving, ..reached };
        assert!(bar(&proving).starts_with(&half) && bar(&proving).contains("proof"));
        let begins = format!("[{}] begins", " ".repeat(40));
        assert_eq!(bar(&Reached::default()), begins);
    }

    #[test]
    fn a_folder_that_is_not_there_is_told() {
        let missing = Path::new("/nonexistent/folder/r.csv");
        assert!(matches!(Output::open(Some(missing)), Err(Failure::Failed(_))));
        assert!(matches!(Output::open(Some(Path::new("/"))), Err(Failure::Usage(_))));
    }
}
