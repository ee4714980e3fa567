//! What the database says, after a kill, of all that the tablets sent.

use crate::served::radionica;
use crate::tablet::Tablet;
use crate::work::Entry;
use domain::ids::AccountId;
use domain::sync::Outcome;
use sha2::{Digest, Sha256};
use sqlx::any::AnyRow;
use sqlx::{AnyPool, Row};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::runtime::Runtime;

/// A second way into the database, beside the server.
pub struct Books {
    run: Runtime,
    url: String,
    folder: PathBuf,
    /// Entries before the tablets came.
    before: i64,
}

/// An entry of the journal.
struct Line {
    seq: i64,
    actor: String,
    bytes: String,
}

/// The whole journal by envelope, and what is kept for review by the hash of its bytes and its
/// sender.
struct Contents {
    journal: HashMap<String, Line>,
    review: HashSet<(String, String)>,
}

impl Books {
    pub fn open(url: &str, folder: &Path) -> Self {
        let run = Runtime::new().expect("a runtime");
        let mut books = Self { run, url: url.to_owned(), folder: folder.to_owned(), before: 0 };
        books.before = books.read().journal.len() as i64;
        books
    }

    /// Compares the books with what each tablet was told, and answers how many envelopes are in
    /// the journal without their tablet's knowing. The server must not be running.
    pub fn compare(&self, tablets: &mut [Tablet]) -> usize {
        let contents = self.read();
        let (mut unanswered, mut ours) = (0, 0);
        for tablet in tablets {
            let (account, in_doubt) = (tablet.account, &tablet.in_doubt);
            for (n, entry) in tablet.entries.iter_mut().enumerate() {
                let line = contents.journal.get(&entry.id.to_string());
                ours += usize::from(line.is_some());
                if contents.judge(entry, line, account) {
                    assert!(in_doubt.contains(&n), "{} was not being sent", entry.id);
                    unanswered += 1;
                }
            }
        }
        let more = contents.journal.len() - ours;
        assert_eq!(more as i64, self.before, "entries that no tablet sent");
        self.check();
        unanswered
    }

    /// `radionica journal check`: the tables are what the journal says, so nothing was applied
    /// twice or by halves.
    fn check(&self) {
        let mut check = radionica(&self.folder, &self.url);
        let said = check.args(["journal", "check"]).output().expect("it starts");
        let text = String::from_utf8_lossy(&said.stdout);
        assert!(said.status.success() && text.ends_with("All agree.\n"), "{said:?}");
    }

    fn read(&self) -> Contents {
        self.run.block_on(async {
            let pool = AnyPool::connect(&self.url).await.expect("the database answers");
            if self.url.starts_with("postgres") {
                wait_for_the_last_commit(&pool).await;
            }
            let contents = contents(&pool).await;
            pool.close().await;
            contents
        })
    }
}

impl Contents {
    /// Whether the entry is newly in the journal and its tablet does not know. Panics when the
    /// tablet was told something else than is true.
    fn judge(&self, entry: &mut Entry, line: Option<&Line>, account: AccountId) -> bool {
        let Entry { id, outcome, .. } = &*entry;
        if let Some(line) = line {
            assert_eq!(line.bytes, entry.bytes, "the bytes are those that were sent");
            assert_eq!(line.actor, account.to_string(), "in its maker's name");
            assert!(entry.row.is_none_or(|seq| seq == line.seq), "{id} has moved");
        } else {
            assert_eq!(entry.row, None, "{id} has gone");
        }
        match (outcome, line) {
            (Some(Outcome::Applied { seq } | Outcome::Repeat { seq }), Some(line)) => {
                assert_eq!(*seq, line.seq, "{id}");
            }
            (Some(Outcome::Applied { .. } | Outcome::Repeat { .. }), None) => {
                panic!("{id} was acknowledged and is lost: {outcome:?}")
            }
            (Some(Outcome::Held { .. } | Outcome::Rejected { .. }), None) => {
                let hash = hex::encode(Sha256::digest(entry.bytes.as_bytes()));
                let kept = self.review.contains(&(hash, account.to_string()));
                assert!(kept, "{id} was acknowledged and is not kept: {outcome:?}");
            }
            (Some(Outcome::Rejected { .. }), Some(_)) => panic!("{id} was refused and is applied"),
            // Held for something that came later, and applied with it.
            (Some(Outcome::Held { .. }), Some(_)) | (None, _) => {}
        }
        let news = outcome.is_none() && entry.row.is_none() && line.is_some();
        entry.row = line.map(|line| line.seq);
        news
    }
}

async fn contents(pool: &AnyPool) -> Contents {
    let rows = sqlx::query("select seq, id, actor, entry from journal order by seq");
    let mut journal = HashMap::new();
    for (n, row) in rows.fetch_all(pool).await.expect("the journal").iter().enumerate() {
        let seq: i64 = row.try_get("seq").expect("a number");
        assert_eq!(seq, n as i64 + 1, "the journal has no gap");
        let text = |column| row.try_get::<String, _>(column).expect("a text");
        let line = Line { seq, actor: text("actor"), bytes: text("entry") };
        let twice = journal.insert(text("id"), line);
        assert!(twice.is_none(), "{} is in the journal twice", text("id"));
    }
    let rows = sqlx::query("select bytes_hash, actor from review");
    let review = rows.fetch_all(pool).await.expect("the review list");
    let text = |row: &AnyRow, column| row.try_get::<String, _>(column).expect("a text");
    let review = review.iter().map(|row| (text(row, "bytes_hash"), text(row, "actor"))).collect();
    Contents { journal, review }
}

/// A COMMIT that was on its way is carried out by PostgreSQL though its sender is dead.
async fn wait_for_the_last_commit(pool: &AnyPool) {
    let sql = "select count(*) as n from pg_stat_activity
               where datname = current_database() and pid <> pg_backend_pid()
                 and backend_type = 'client backend'";
    for _ in 0..1_000 {
        let row = sqlx::query(sql).fetch_one(pool).await.expect("an answer");
        if row.try_get::<i64, _>("n").expect("a number") == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the dead server's connections are still there after ten seconds");
}
