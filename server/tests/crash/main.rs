//! Nothing that was acknowledged is lost, and nothing is taken twice, when the server is killed.
//!
//! Twelve tablets sync without a pause while the real server is killed with SIGKILL at random
//! moments and started again. After each kill the journal is compared with what each tablet was
//! told. A kill counts as *between* when an envelope is in the journal although its tablet never
//! got an answer for it: that is the moment at which a system loses or doubles entries, so a run
//! without such kills proves nothing and fails.
//!
//! `make crash-test` runs it for minutes. Settings: `CRASH_SECONDS` (on each engine; a short form
//! without it) and `CRASH_SEED` (printed; it decides what is sent and when is killed, not how the
//! machine's threads interleave).
//!
//! A SIGKILL ends a process, not the machine: what it wrote is with the operating system or with
//! PostgreSQL. So this says nothing of power cuts, and needs no fsync of a throw-away PostgreSQL.
#![allow(clippy::expect_used, clippy::unwrap_used)]

mod books;
mod http;
mod served;
mod tablet;
mod work;

use books::Books;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use served::Served;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, mpsc};
use std::time::{Duration, Instant};
use tablet::{Ended, Tablet};

/// Kills between commit and answer that a run must have seen.
const BETWEEN_MIN: usize = 4;
/// Kills of the short form.
const KILLS_MIN: usize = 12;
/// The short form gives up after this many: then the moments are chosen badly.
const KILLS_MAX: usize = 80;
/// Until the first answer after a start.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);

#[test]
fn no_kill_loses_or_doubles_an_entry_on_sqlite() {
    run("sqlite");
}

#[test]
fn no_kill_loses_or_doubles_an_entry_on_postgres() {
    if std::env::var("TEST_POSTGRES_URL").is_ok() {
        run("postgres");
    } else {
        assert!(std::env::var("CI").is_err(), "TEST_POSTGRES_URL is not set");
    }
}

/// What a run has seen.
#[derive(Debug, Default)]
struct Seen {
    kills: usize,
    /// Of them while the server was starting.
    starting: usize,
    /// Of them between commit and answer.
    between: usize,
    /// Envelopes that were taken without an answer.
    unanswered: usize,
    acknowledged: usize,
    /// Of them held or refused, and kept for review.
    kept: usize,
    databases: usize,
}

fn run(engine: &str) {
    let seed = setting("CRASH_SEED").unwrap_or_else(rand::random);
    let seconds = setting("CRASH_SECONDS");
    println!("{engine}: CRASH_SEED={seed}");
    let mut rng = StdRng::seed_from_u64(seed);
    let begun = Instant::now();
    let mut seen = Seen::default();
    let enough = |seen: &Seen| match seconds {
        Some(seconds) => begun.elapsed() > Duration::from_secs(seconds),
        None => {
            let all = seen.kills >= KILLS_MIN && seen.between >= BETWEEN_MIN;
            all || seen.kills >= KILLS_MAX
        }
    };
    while !enough(&seen) {
        season(engine, &mut rng, &mut seen, &enough);
    }
    println!("{engine}: {seen:?} in {:.0?}", begun.elapsed());
    assert!(
        seen.between >= BETWEEN_MIN,
        "{} of {} kills fell between commit and answer: too few to prove anything",
        seen.between,
        seen.kills
    );
}

fn setting(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name} is a number, not {text}")))
}

/// One database from its beginning until the tablets have nothing left to send.
fn season(engine: &str, rng: &mut StdRng, seen: &mut Seen, enough: &impl Fn(&Seen) -> bool) {
    let (scratch, work) = work::prepare(engine);
    let (url, folder) = (scratch.url(), scratch.folder());
    let books = Books::open(url, folder);
    let mut tablets = work.tablets(rng);
    let server = Served::start(folder, url);
    for tablet in &mut tablets {
        tablet.sign_in(server.address);
    }
    server.end();
    seen.databases += 1;
    while !enough(seen) && tablets.iter().all(Tablet::has_much_to_send) {
        let after = Duration::from_micros(rng.random_range(0..80_000));
        let starting = rng.random_ratio(1, 8);
        if starting {
            Served::start_and_kill(folder, url, after);
        } else {
            let moment = if rng.random() { Moment::After(after) } else { Moment::AtAnswer(after) };
            round(folder, url, &mut tablets, moment);
        }
        let unanswered = books.compare(&mut tablets);
        seen.kills += 1;
        seen.starting += usize::from(starting);
        seen.between += usize::from(unanswered > 0);
        seen.unanswered += unanswered;
    }
    // What is left goes to a server that nobody kills.
    let server = Served::start(folder, url);
    let ends = all_work(&mut tablets, server.address, &|| {}, || {});
    assert!(ends.iter().all(|end| *end == Ended::Empty), "{ends:?}");
    server.end();
    books.compare(&mut tablets);
    for tablet in &tablets {
        let (acknowledged, kept) = tablet.acknowledged();
        assert_eq!(acknowledged, tablet.entries.len(), "everything was answered in the end");
        seen.acknowledged += acknowledged;
        seen.kept += kept;
    }
}

/// When the server is killed.
#[derive(Debug, Clone, Copy)]
enum Moment {
    /// This long after its first answer, whatever it does then.
    After(Duration),
    /// At an answer, this long after the first one: those who share its commit wait for theirs.
    AtAnswer(Duration),
}

/// Starts the server, lets the tablets work, and kills it.
fn round(folder: &Path, url: &str, tablets: &mut [Tablet], moment: Moment) {
    let server = Served::start(folder, url);
    let address = server.address;
    let server = Mutex::new(Some(server));
    let kill = || {
        if let Some(server) = server.lock().expect("nobody panicked").take() {
            server.kill();
        }
    };
    let (send, answers) = mpsc::channel();
    let at_next = AtomicBool::new(false);
    let heard = || {
        if at_next.swap(false, Ordering::Relaxed) {
            kill();
        }
        // Only the first answer is waited for.
        let _ = send.send(());
    };
    all_work(tablets, address, &heard, || {
        answers.recv_timeout(ANSWER_WITHIN).expect("an answer within the time");
        match moment {
            Moment::After(time) => {
                std::thread::sleep(time);
                kill();
            }
            Moment::AtAnswer(time) => {
                std::thread::sleep(time);
                at_next.store(true, Ordering::Relaxed);
            }
        }
    });
    kill();
}

/// All tablets at work at once, until each has come to an end.
fn all_work(
    tablets: &mut [Tablet],
    address: SocketAddr,
    heard: &(impl Fn() + Sync),
    meanwhile: impl FnOnce(),
) -> Vec<Ended> {
    std::thread::scope(|scope| {
        let mut at_work = Vec::new();
        for tablet in tablets {
            at_work.push(scope.spawn(move || tablet.work(address, heard)));
        }
        meanwhile();
        at_work.into_iter().map(|tablet| tablet.join().expect("a tablet")).collect()
    })
}
