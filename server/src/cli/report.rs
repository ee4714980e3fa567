//! `radionica report`.

use super::Failure;
use crate::csv_file::Profile;
use crate::file::Format;
use crate::sealing::{self, Form, Wanted};
use app::i18n::Locale;
use chrono::NaiveDate;
use domain::access::{Actor, Grant, Role, Scope};
use domain::ids::AccountId;
use domain::report::{Query, Report, Split, Step};
use domain::shift::ShiftState;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use store::Store;
use uuid::Uuid;

/// Bytes that are copied at once.
const PIECE: usize = 64 << 10;

/// What the command is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Which report, by its name.
    #[arg(value_name = "NAME", value_parser = report_name)]
    report: Report,
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
    let form = match args.format {
        FormatName::Csv => Form::File(Format::Csv(Profile::Machine)),
        FormatName::CsvExcel => Form::File(Format::Csv(Profile::Excel)),
        FormatName::Json => Form::File(Format::Json),
        FormatName::Xlsx => Form::File(Format::Xlsx),
        FormatName::Package => Form::Package,
    };
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
    };
    let actor = if args.as_donor { donor(&store, &args).await? } else { Actor::Operator };
    let wanted = Wanted {
        actor: &actor,
        report: args.report,
        query: &query,
        form,
        locale: args.language,
        organisation,
    };
    let mut made = match args.as_of {
        None => sealing::make(&store, wanted).await?,
        Some(entry) => sealing::make_as_of(&store, entry, wanted).await?,
    };
    let mut out = Output::open(args.output.as_deref())?;
    let mut piece = vec![0; PIECE];
    loop {
        let read = made.file.read(&mut piece);
        let read = read.map_err(|error| Failure::failed(format!("the file is lost: {error}")))?;
        if read == 0 {
            break;
        }
        out.write(&piece[..read])?;
    }
    out.finish()?;
    match args.output.filter(|_| args.seal && form != Form::Package) {
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
    fn a_folder_that_is_not_there_is_told() {
        let missing = Path::new("/nonexistent/folder/r.csv");
        assert!(matches!(Output::open(Some(missing)), Err(Failure::Failed(_))));
        assert!(matches!(Output::open(Some(Path::new("/"))), Err(Failure::Usage(_))));
    }
}
