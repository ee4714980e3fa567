//! The rules of a tap: which mark comes next, and which fact it replaces.

use domain::attendance::{MarkAttendance, Presence, RecordHeadcount};
use domain::board::Register;
use domain::command::Command;
use domain::ids::{EnvelopeId, PersonId};
use domain::person::{AgeBand, Sex};
use domain::shift::{CancelShift, CloseShift, Reason, ReopenShift};

/// What a tap makes of a mark: not marked → present → absent → not marked.
pub fn after_tap(presence: Presence) -> Presence {
    match presence {
        Presence::Unmarked => Presence::Present,
        Presence::Present => Presence::Absent,
        Presence::Absent => Presence::Unmarked,
    }
}

/// The command that marks a person, replacing the mark that stands.
pub fn mark(register: &Register, person: PersonId, presence: Presence) -> Command {
    Command::MarkAttendance(MarkAttendance {
        shift: register.shift.id,
        person,
        presence,
        replaces: register.mark(person).map(|standing| standing.fact.id),
    })
}

/// The commands that mark everybody who is not marked yet.
pub fn mark_rest(register: &Register, presence: Presence) -> Vec<(PersonId, Command)> {
    register
        .people
        .iter()
        .filter(|person| register.presence(**person) == Presence::Unmarked)
        .map(|person| (*person, mark(register, *person, presence)))
        .collect()
}

/// How many people are counted for a sex and age band.
pub fn counted(register: &Register, sex: Sex, band: AgeBand) -> i64 {
    register.count(sex, band).map_or(0, |standing| standing.fact.value)
}

/// The command that sets a count, replacing the one that stands.
pub fn count(register: &Register, sex: Sex, band: AgeBand, people: i64) -> Command {
    Command::RecordHeadcount(RecordHeadcount {
        shift: register.shift.id,
        sex,
        band,
        people,
        replaces: register.count(sex, band).map(|standing| standing.fact.id),
    })
}

/// The command that closes the shift, replacing what stands of its course.
pub fn close(register: &Register) -> Command {
    Command::CloseShift(CloseShift { shift: register.shift.id, replaces: course(register) })
}

/// The command that opens it again.
pub fn reopen(register: &Register) -> Command {
    Command::ReopenShift(ReopenShift { shift: register.shift.id, replaces: course(register) })
}

/// The command that says that it did not happen.
pub fn cancel(register: &Register, reason: Reason) -> Command {
    let (shift, replaces) = (register.shift.id, course(register));
    Command::CancelShift(CancelShift { shift, reason, replaces })
}

fn course(register: &Register) -> Option<EnvelopeId> {
    register.course().map(|standing| standing.fact.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tablet::sample::{AMINA, SHIFT, Sample, ZORA};

    #[test]
    fn three_taps_come_back_to_where_they_began() {
        use Presence::{Absent, Present, Unmarked};
        assert_eq!([Unmarked, Present, Absent].map(after_tap), [Present, Absent, Unmarked]);
    }

    #[test]
    fn each_mark_names_the_one_that_it_replaces() {
        let mut sample = Sample::new();
        let replaced = |command: &Command| match command {
            Command::MarkAttendance(mark) => mark.replaces,
            _ => None,
        };
        let mut before = None;
        for _ in 0..4 {
            let register = sample.register();
            let next = after_tap(register.presence(AMINA));
            let command = mark(register, AMINA, next);
            assert_eq!(replaced(&command), before);
            before = Some(sample.take(command));
            assert_eq!(sample.register().presence(AMINA), next);
            assert!(sample.register().mark(AMINA).is_some_and(|mark| !mark.disputed));
        }
    }

    #[test]
    fn the_rest_are_those_without_a_mark() {
        let mut sample = Sample::new();
        let absent = mark(sample.register(), ZORA, Presence::Absent);
        sample.take(absent);
        let rest = mark_rest(sample.register(), Presence::Present);
        assert_eq!(rest.iter().map(|(person, _)| *person).collect::<Vec<_>>(), [AMINA]);
        for (_, command) in rest {
            sample.take(command);
        }
        let tally = sample.register().tally();
        assert_eq!((tally.present, tally.absent, tally.unmarked), (1, 1, 0));
        assert!(mark_rest(sample.register(), Presence::Present).is_empty());
    }

    #[test]
    fn a_count_replaces_the_one_that_stands() {
        let mut sample = Sample::new();
        for people in [3, 4] {
            let command = count(sample.register(), Sex::Female, AgeBand::To11, people);
            sample.take(command);
            assert_eq!(counted(sample.register(), Sex::Female, AgeBand::To11), people);
        }
        assert_eq!(counted(sample.register(), Sex::Male, AgeBand::To11), 0);
        assert_eq!(sample.register().shift.id, SHIFT);
    }
}
