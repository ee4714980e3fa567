//! `radionica import people FILE --centre CODE` and its like.

use crate::cli::Failure;
use crate::import::table::{Asked, Table};
use crate::import::{Into, Watch, day_order, first_mapping};
use crate::limits::IMPORT_MAX;
use app::i18n::Locale;
use app::i18n::labels::{trouble_text, unreadable_label};
use chrono::NaiveDate;
use domain::access::Actor;
use domain::import::{DayOrder, ImportKind, Mapping, Problem};
use std::path::PathBuf;
use std::time::Duration;
use store::Store;

/// How often the progress is told.
const TELL: Duration = Duration::from_secs(2);

/// Which file, and what stands for all of its rows.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file: CSV, text, or a workbook (XLSX). Encoding, separator and headings are recognised.
    file: PathBuf,
    /// The code of the centre.
    #[arg(long, value_name = "CODE")]
    centre: String,
    /// Only look what is wrong, and what would change.
    #[arg(long)]
    dry_run: bool,
    /// What a column holds, where its heading is not known: FIELD as in the list of a wrong one, or
    /// nothing (`Remarks=`). May be given several times.
    #[arg(long, value_name = "HEADING=FIELD")]
    column: Vec<String>,
    /// The month stands first in dates such as 01/02/2021.
    #[arg(long)]
    month_first: bool,
    /// The sheet of a workbook, from 1.
    #[arg(long, value_name = "N")]
    sheet: Option<usize>,
    /// The code of the workshop, where no column says it.
    #[arg(long, value_name = "CODE")]
    workshop: Option<String>,
    /// The first day of enrolments where no column says it; today otherwise.
    #[arg(long, value_name = "DAY")]
    from: Option<NaiveDate>,
    /// The day on which ages were told where no column says it; today otherwise.
    #[arg(long, value_name = "DAY")]
    told_on: Option<NaiveDate>,
    /// Where an occupancy comes from, where no column says it.
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
}

/// Does it.
pub async fn run(store: Store, kind: ImportKind, args: Args) -> Result<(), Failure> {
    let table = read(kind, &args)?;
    let mapping = mapping(kind, &table, &args, store.clock().today())?;
    let into = Into { store: &store, actor: &Actor::Operator, centre: &args.centre };
    let watch = Watch::default();
    let work = async {
        match args.dry_run {
            true => into.check(kind, &table, &mapping, &watch).await,
            false => into.write(kind, &table, &mapping, &watch).await,
        }
    };
    tokio::pin!(work);
    let found = loop {
        match tokio::time::timeout(TELL, &mut work).await {
            Ok(found) => break found?,
            Err(_) => {
                let (done, of) = watch.read();
                eprintln!("{done} of {of} changes …");
            }
        }
    };
    for problem in &found.problems {
        println!("{}", line(problem));
    }
    println!("Rows: {} new, {} changed, {} as they are.", found.new, found.changed, found.same);
    match found.problems.len() {
        0 if args.dry_run => Ok(()),
        0 => {
            println!("Taken in.");
            Ok(())
        }
        n => Err(Failure::failed(format!(
            "{n} problems, each named above with its row: nothing was written"
        ))),
    }
}

fn read(kind: ImportKind, args: &Args) -> Result<Table, Failure> {
    let refused =
        |why: &str| Failure::failed(format!("{} cannot be read: {why}", args.file.display()));
    let size = std::fs::metadata(&args.file).map_err(|error| refused(&error.to_string()))?.len();
    if size > IMPORT_MAX as u64 {
        return Err(refused(&format!("it is larger than {} MB", IMPORT_MAX >> 20)));
    }
    let bytes = std::fs::read(&args.file).map_err(|error| refused(&error.to_string()))?;
    let asked = Asked { sheet: args.sheet.and_then(|n| n.checked_sub(1)), ..Asked::default() };
    let table = Table::read(&bytes, kind, &asked);
    table.map_err(|why| refused(&Locale::En.text(unreadable_label(why))))
}

fn mapping(
    kind: ImportKind,
    table: &Table,
    args: &Args,
    today: NaiveDate,
) -> Result<Mapping, Failure> {
    let (mut mapping, _) = first_mapping(table, kind, today);
    for told in &args.column {
        let usage = |why: String| Failure::failed(format!("--column {told}: {why}"));
        let (heading, word) =
            told.split_once('=').ok_or_else(|| usage("write HEADING=FIELD".to_owned()))?;
        let column = table.headings.iter().position(|known| known == heading);
        let column = column.ok_or_else(|| usage("the file has no such heading".to_owned()))?;
        mapping.columns.retain(|(_, at)| *at != column);
        if word.is_empty() {
            continue;
        }
        let fields = kind.fields();
        let field = fields.iter().find(|field| field.word() == word).ok_or_else(|| {
            let all: Vec<String> = fields.iter().map(|field| field.word()).collect();
            usage(format!("the field must be one of {}", all.join(", ")))
        })?;
        mapping.columns.retain(|(known, _)| known != field);
        mapping.columns.push((*field, column));
    }
    mapping.day_order = match args.month_first {
        true => DayOrder::MonthFirst,
        false => day_order(table, &mapping.columns).unwrap_or(DayOrder::DayFirst),
    };
    mapping.workshop = args.workshop.clone().unwrap_or_default();
    mapping.source = args.source.clone().unwrap_or_default();
    mapping.from = args.from.unwrap_or(today);
    mapping.told_on = args.told_on.unwrap_or(today);
    Ok(mapping)
}

/// `Row 14, Datum dolaska (31.2.2021.): This is no date`.
fn line(problem: &Problem) -> String {
    let mut line = format!("Row {}", problem.row);
    if let Some(column) = &problem.column {
        line.push_str(&format!(", {column}"));
    }
    if let Some(value) = &problem.value {
        line.push_str(&format!(" ({value})"));
    }
    format!("{line}: {}", trouble_text(Locale::En, &problem.trouble))
}
