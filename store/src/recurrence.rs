//! The days of a recurrence rule.

use chrono::{Datelike, NaiveDate, TimeZone};
use domain::fault::Fault;
use domain::plan::{RULE_MAX, check_rule};
use rrule::{RRule, RRuleSet, Tz, Unvalidated};

/// More days than a horizon has. After a pause of years it takes several times.
const DAYS_MAX: u16 = 1_000;

/// The days of a rule of RFC 5545 that begins on `begin`, from `from` to `to`: the first thousand of
/// them. Only days are computed; what hour it then is in Belgrade is [`domain::clock::instant`]'s to say, so that a
/// shift at ten is at ten before and after the clock is changed.
///
/// # Errors
/// [`Fault::OutOfRange`] naming `rule`, when it is none.
pub(crate) fn days(
    rule: &str,
    begin: NaiveDate,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<NaiveDate>, Fault> {
    check_rule(rule)?;
    let bad = || Fault::out_of_range("rule", 1, RULE_MAX as i64);
    let at = |day: NaiveDate| {
        Tz::UTC.with_ymd_and_hms(day.year(), day.month(), day.day(), 0, 0, 0).single()
    };
    let (Some(begin), Some(from), Some(to)) = (at(begin), at(from), at(to)) else {
        return Err(bad());
    };
    let rule: RRule<Unvalidated> = rule.parse().map_err(|_| bad())?;
    let rule = rule.validate(begin).map_err(|_| bad())?;
    let set = RRuleSet::new(begin).rrule(rule).after(from).before(to);
    Ok(set.all(DAYS_MAX).dates.into_iter().map(|at| at.date_naive()).collect())
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use domain::clock::instant;
    use domain::shift::parse_hhmm;
    use rand::rngs::StdRng;
    use rand::{RngExt, SeedableRng};
    use std::fmt::Write as _;
    use std::io::Write as _;
    use std::process::{Command, Stdio};

    /// Days by dateutil, instants by the zone's own data; an hour that the clock skips means the
    /// instant one hour later, one that it passes twice its first passing.
    const PYTHON: &str = r"
import sys, datetime as d
from dateutil.rrule import rrulestr
from zoneinfo import ZoneInfo
zone = ZoneInfo('Europe/Belgrade')
for line in sys.stdin:
    rule, begin, start, end, time = line.split()
    day = lambda text: d.datetime.fromisoformat(text)
    days = rrulestr(rule, dtstart=day(begin)).between(day(start), day(end), inc=True)
    hour, minute = map(int, time.split(':'))
    said = []
    for one in days:
        at = one.replace(hour=hour, minute=minute, tzinfo=zone).astimezone(d.timezone.utc)
        said.append(at.strftime('%Y-%m-%dT%H:%M'))
    print(','.join(said))
";

    fn random_rule(dice: &mut StdRng) -> String {
        let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        let mut some = |most: usize| {
            let mut picked: Vec<_> = days.iter().filter(|_| dice.random_bool(0.4)).collect();
            picked.truncate(most);
            let picked = if picked.is_empty() { vec![&days[0]] } else { picked };
            picked.into_iter().copied().collect::<Vec<_>>().join(",")
        };
        let (weekly, one) = (some(7), some(1));
        let every = dice.random_range(1..5);
        match dice.random_range(0..6) {
            0 => format!("FREQ=DAILY;INTERVAL={every}"),
            1 | 2 => format!("FREQ=WEEKLY;INTERVAL={every};BYDAY={weekly}"),
            3 => format!("FREQ=MONTHLY;INTERVAL={every};BYDAY={}{one}", [1, 2, 3, 4, -1][every]),
            4 => format!("FREQ=MONTHLY;BYMONTHDAY={}", dice.random_range(1..32)),
            _ => format!("FREQ=MONTHLY;BYDAY={weekly};BYSETPOS={}", [1, -1][every % 2]),
        }
    }

    /// A thousand random rules over both changes of the clock in 2021 and 2026.
    #[test]
    fn the_days_are_those_of_another_implementation() {
        let seed: u64 = rand::random();
        let mut dice = StdRng::seed_from_u64(seed);
        let (mut asked, mut ours) = (String::new(), Vec::new());
        for n in 0..1_000_usize {
            let changes = ["2021-03-28", "2021-10-31", "2026-03-29", "2026-10-25"];
            let change: NaiveDate = changes[n % 4].parse().expect("a day");
            let rule = random_rule(&mut dice);
            let begin = change - chrono::Duration::days(dice.random_range(0..400));
            let from = change - chrono::Duration::days(dice.random_range(0..20));
            let to = change + chrono::Duration::days(dice.random_range(0..60));
            let from = from.max(begin);
            let time = format!("{:02}:{:02}", dice.random_range(0..24), dice.random_range(0..60));
            writeln!(asked, "{rule} {begin} {from} {to} {time}").expect("text");
            let start = parse_hhmm(&time).expect("a time");
            let days = days(&rule, begin, from, to).expect("a rule");
            let said: Vec<_> = days
                .into_iter()
                .map(|day| instant(day, start).format("%Y-%m-%dT%H:%M").to_string())
                .collect();
            ours.push(said.join(","));
        }
        let python = concat!(env!("CARGO_MANIFEST_DIR"), "/../.venv/bin/python");
        let mut child = Command::new(python)
            .args(["-c", PYTHON])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Python with dateutil is there: make .venv/.installed");
        let mut stdin = child.stdin.take().expect("a pipe");
        let writing = asked.clone();
        let writer = std::thread::spawn(move || stdin.write_all(writing.as_bytes()));
        let output = child.wait_with_output().expect("an end");
        writer.join().expect("no panic").expect("written");
        assert!(output.status.success(), "dateutil failed");
        let theirs = String::from_utf8(output.stdout).expect("text");
        let theirs: Vec<&str> = theirs.lines().collect();
        assert_eq!(theirs.len(), ours.len());
        for ((line, ours), theirs) in asked.lines().zip(&ours).zip(theirs) {
            assert_eq!(ours, theirs, "{line} (seed {seed})");
        }
    }

    #[test]
    fn what_is_no_rule_is_refused() {
        let day: NaiveDate = "2021-06-01".parse().expect("a day");
        for bad in ["", "FREQ=WEEKLY;BYDAY=XX", "FREQ=MONTHLY;BYMONTHDAY=99", "FREQ=DAILY;COUNT=2"]
        {
            assert!(days(bad, day, day, day).is_err(), "{bad}");
        }
    }
}
