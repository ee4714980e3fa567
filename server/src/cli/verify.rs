//! `radionica verify`.

use super::Failure;
use super::report::beside;
use crate::sealing::{Again, again, public_key, verdict};
use sealed::{Change, Hash, Marker, PublicKey, Seal, Verdict};
use std::fs::File;
use std::io::Read;
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
    /// The organisation's public key, 64 hexadecimal digits as /api/v1/seals/key.json gives it:
    /// checks without the database.
    #[arg(long, value_name = "HEX")]
    key: Option<String>,
}

impl Args {
    /// The key, where the file is checked with that alone.
    pub fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }
}

/// Says whether the file is genuine, with what the database knows.
pub async fn run(store: Store, args: Args) -> Result<(), Failure> {
    let mut brought = Brought::open(&args)?;
    let hash = hash(&mut brought.file, &brought.name)?;
    let kept = store.seal_of(&hash.to_string()).await?;
    let seal = brought.checked(kept.as_deref(), public_key(&store).await?)?;
    if args.again { made_again(&store, &seal, hash, &brought.name).await } else { Ok(()) }
}

/// Says whether the file is genuine, with the organisation's public key alone.
pub fn by_key(args: &Args, key: &str) -> Result<(), Failure> {
    if args.again {
        return Err(Failure::usage(
            "--again needs the organisation's journal, and --key does without it: leave one out",
        ));
    }
    let key: PublicKey = key.to_ascii_lowercase().parse().map_err(|_| {
        Failure::usage(
            "--key is no public key: write the 64 hexadecimal digits that the organisation's \
             /api/v1/seals/key.json gives",
        )
    })?;
    Brought::open(args)?.checked(None, key).map(|_| ())
}

/// A file that is checked, with the seal beside it if there is one.
struct Brought {
    file: File,
    name: String,
    sidecar: Option<Vec<u8>>,
}

impl Brought {
    fn open(args: &Args) -> Result<Self, Failure> {
        let name = args.file.display().to_string();
        let file = File::open(&args.file).map_err(|error| {
            Failure::failed(format!("{name} cannot be read ({error}): name a file"))
        })?;
        let beside = beside(&args.file);
        let sidecar = match (&args.seal, beside.exists()) {
            (Some(seal), _) => Some(read(seal)?),
            (None, true) => Some(read(&beside)?),
            (None, false) => None,
        };
        Ok(Self { file, name, sidecar })
    }

    /// What its seal says, which is also written; a failure when it is not genuine.
    fn checked(&mut self, kept: Option<&str>, key: PublicKey) -> Result<Seal, Failure> {
        let Self { file, name, sidecar } = self;
        let found = verdict(file, sidecar.as_deref(), kept.map(str::as_bytes), &[key]);
        let found =
            found.map_err(|error| Failure::failed(format!("{name} cannot be read: {error}")))?;
        let seal = genuine(found, name)?;
        println!("{name}: genuine");
        for (label, value) in told(&seal) {
            println!("{label}: {value}");
        }
        Ok(seal)
    }
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
            format!(
                "no seal is known for {name}: check the file as it was downloaded, or name its seal \
                 with --seal"
            )
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
