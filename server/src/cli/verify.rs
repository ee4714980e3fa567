//! `radionica verify`.

use super::Failure;
use super::report::beside;
use crate::sealing::{Again, again, public_key};
use sealed::{Change, Hash, Marker, Seal, Verdict, verify};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use store::Store;

/// The largest seal that is read, in bytes.
const SEAL_MAX: u64 = 2 << 20;

/// What the command is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file: a data package, or any other with its seal beside it or kept in the database.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The file's seal; FILE.seal.json when missing, or the one that is kept of it.
    #[arg(long, value_name = "FILE")]
    seal: Option<PathBuf>,
    /// Makes the file again from the journal and compares the bytes.
    #[arg(long)]
    again: bool,
}

/// Says whether the file is genuine.
pub async fn run(store: Store, args: Args) -> Result<(), Failure> {
    let name = args.file.display().to_string();
    let mut file = File::open(&args.file).map_err(|error| {
        Failure::failed(format!("{name} cannot be read ({error}): name a file"))
    })?;
    let hash = hash(&mut file, &name)?;
    let beside = beside(&args.file);
    let sidecar = match (&args.seal, beside.exists()) {
        (Some(seal), _) => Some(read(seal)?),
        (None, true) => Some(read(&beside)?),
        (None, false) => None,
    };
    let known = [public_key(&store).await?];
    let mut look = |sidecar: Option<&[u8]>| {
        let found = file.seek(SeekFrom::Start(0)).and_then(|_| verify(&mut file, sidecar, &known));
        found.map_err(|error| Failure::failed(format!("{name} cannot be read: {error}")))
    };
    let mut verdict = look(sidecar.as_deref())?;
    if let (Verdict::NotSealed, Some(kept)) = (&verdict, store.seal_of(&hash.to_string()).await?) {
        verdict = look(Some(kept.as_bytes()))?;
    }
    let seal = genuine(verdict, &name)?;
    println!("{name}: genuine");
    for (label, value) in told(&seal) {
        println!("{label}: {value}");
    }
    if args.again { made_again(&store, &seal, hash, &name).await } else { Ok(()) }
}

fn genuine(verdict: Verdict, name: &str) -> Result<Seal, Failure> {
    let sentence = match verdict {
        Verdict::Genuine(seal) => return Ok(*seal),
        Verdict::Changed { change, .. } => match change {
            Change::Content { name: inner } => format!("{name} was changed: {inner} differs"),
            Change::Missing { name: inner } => format!("{name} was changed: {inner} is missing"),
            Change::Extra { name: inner } => format!("{name} was changed: {inner} was added"),
            Change::Wrapping => format!("{name} was changed: it was packed anew or added to"),
        },
        Verdict::WrongSignature => format!("the seal of {name} was altered"),
        Verdict::AnotherKey(seal) => {
            let key = seal.public_key.fingerprint();
            format!("{name} was sealed by another organisation, with the key {key}")
        }
        Verdict::NotSealed => {
            format!("no seal is known for {name}: check the file as it was downloaded")
        }
        Verdict::Unreadable(_) => format!("the seal of {name} cannot be read"),
    };
    Err(Failure::failed(sentence))
}

fn told(seal: &Seal) -> Vec<(&'static str, String)> {
    let parameters: Vec<String> =
        seal.parameters.iter().map(|(name, value)| format!("{name}={value}")).collect();
    vec![
        ("Sealed by", seal.organisation.clone()),
        ("Key", seal.public_key.fingerprint()),
        ("Report", format!("{} (definition {})", seal.report, seal.definition)),
        ("Asked for", parameters.join(" ")),
        ("Journal", format!("{}:{}", seal.journal.seq, seal.journal.hash)),
        ("Made", format!("{} with {}", seal.made, seal.software)),
    ]
}

async fn made_again(store: &Store, seal: &Seal, hash: Hash, name: &str) -> Result<(), Failure> {
    match again(store, seal).await? {
        Again::Made(made) if made.hash == hash => {
            println!("Made again from the journal: the same bytes");
            Ok(())
        }
        Again::Made(_) => Err(Failure::failed(format!(
            "{name} is genuine, but made again it has other bytes: run journal check"
        ))),
        Again::AnotherJournal => Err(Failure::failed(format!(
            "{name} was made from another journal, or this one was rewritten: run journal check"
        ))),
        Again::NotMadeAgain => Err(Failure::failed(format!(
            "{name} is of a form or a definition that is not made again: compare its figures with \
             those of another form"
        ))),
    }
}

fn hash(file: &mut File, name: &str) -> Result<Hash, Failure> {
    let failed = |error: std::io::Error| Failure::failed(format!("{name} cannot be read: {error}"));
    let mut marker = Marker::new();
    let mut piece = vec![0; 64 << 10];
    loop {
        let read = file.read(&mut piece).map_err(failed)?;
        if read == 0 {
            break;
        }
        marker.add(&piece[..read]);
    }
    let mark = marker.end("file");
    Ok(mark.map_err(|error| Failure::failed(error.to_string()))?.sha256)
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error: std::io::Error| {
        Failure::failed(format!("{} cannot be read ({error}): name a seal", path.display()))
    };
    let mut bytes = Vec::new();
    File::open(path).map_err(failed)?.take(SEAL_MAX).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}
