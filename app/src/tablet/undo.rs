//! What was done, and what takes it back.

use super::marks;
use domain::attendance::Presence;
use domain::board::Register;
use domain::command::Command;
use domain::ids::{OutputId, PersonId, ProductId};
use domain::output::{RecordOutput, VoidOutput};
use domain::person::{AgeBand, Sex};
use domain::shift::Progress;

/// One thing that the facilitator did at a shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Marked people: what stood for each before.
    Marks(Vec<(PersonId, Presence)>),
    /// Set a count: the number before.
    Count(Sex, AgeBand, i64),
    /// Added an output.
    Made(OutputId),
    /// Took an output back: the entry, the product, how much, whether it was rejected.
    Withdrew(OutputId, ProductId, i64, bool),
    /// Closed the shift, said that it did not happen, or opened it again: how it was before.
    Course(Progress),
}

impl Step {
    /// Whether it can be taken back as the shift now stands. In a shift that is not open only
    /// what ended it can.
    pub fn reversible(&self, now: Progress) -> bool {
        matches!(now, Progress::Open) || matches!(self, Self::Course(Progress::Open))
    }

    /// The commands that take it back. `fresh` is the id of the entry that stands for an output
    /// that was withdrawn.
    pub fn reverse(&self, register: &Register, fresh: OutputId) -> Vec<Command> {
        let shift = register.shift.id;
        match self {
            Self::Marks(before) => before
                .iter()
                .filter(|(person, presence)| register.presence(*person) != *presence)
                .map(|(person, presence)| marks::mark(register, *person, *presence))
                .collect(),
            Self::Count(sex, band, people) => {
                vec![marks::count(register, *sex, *band, *people)]
            }
            Self::Made(output) => vec![Command::VoidOutput(VoidOutput { output: *output })],
            Self::Withdrew(_, product, quantity, rejected) => {
                let (product, quantity, rejected) = (*product, *quantity, *rejected);
                let again = RecordOutput { output: fresh, shift, product, quantity, rejected };
                vec![Command::RecordOutput(again)]
            }
            Self::Course(before) => {
                let open = matches!(register.shift.progress, Progress::Open);
                match before {
                    Progress::Open if open => vec![],
                    Progress::Open => vec![marks::reopen(register)],
                    Progress::Closed { .. } => vec![marks::close(register)],
                    Progress::DidNotHappen { reason } => vec![marks::cancel(register, *reason)],
                }
            }
        }
    }
}

/// A step with its name, for the button and the bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// What was done.
    pub step: Step,
    /// What it is called.
    pub name: String,
}

/// After a withdrawn output was entered again under another id, earlier steps mean that one.
pub fn rename(steps: &mut [Done], old: OutputId, new: OutputId) {
    for done in steps {
        match &mut done.step {
            Step::Made(output) | Step::Withdrew(output, ..) if *output == old => *output = new,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tablet::sample::{AMINA, MASK, SHIFT, Sample, ZORA, output};
    use domain::shift::{CloseShift, Reason};

    /// Takes a step back and looks what stands then.
    fn undo(sample: &mut Sample, step: &Step) {
        for command in step.reverse(sample.register(), output(77)) {
            sample.take(command);
        }
    }

    #[test]
    fn marks_go_back_to_what_stood_before() {
        let mut sample = Sample::new();
        let first = marks::mark(sample.register(), ZORA, Presence::Absent);
        sample.take(first);
        let rest = marks::mark_rest(sample.register(), Presence::Present);
        let step = Step::Marks(rest.iter().map(|(who, _)| (*who, Presence::Unmarked)).collect());
        for (_, command) in rest {
            sample.take(command);
        }
        undo(&mut sample, &step);
        let register = sample.register();
        assert_eq!(register.presence(AMINA), Presence::Unmarked);
        assert_eq!(register.presence(ZORA), Presence::Absent);
        assert!(register.mark(AMINA).is_some_and(|mark| !mark.disputed));
        assert!(step.reverse(register, output(78)).is_empty());
    }

    #[test]
    fn counts_go_back_to_the_number_before() {
        let mut sample = Sample::new();
        let command = marks::count(sample.register(), Sex::Male, AgeBand::To17, 12);
        sample.take(command);
        undo(&mut sample, &Step::Count(Sex::Male, AgeBand::To17, 0));
        assert_eq!(marks::counted(sample.register(), Sex::Male, AgeBand::To17), 0);
    }

    #[test]
    fn outputs_go_and_come_back_under_another_id() {
        let mut sample = Sample::new();
        sample.make(output(1), 25);
        let mut steps = vec![
            Done { step: Step::Made(output(1)), name: String::new() },
            Done { step: Step::Withdrew(output(1), MASK, 25, false), name: String::new() },
        ];
        sample.take(Command::VoidOutput(VoidOutput { output: output(1) }));
        assert_eq!(sample.register().made(MASK), 0);
        let last = steps.pop().expect("two steps");
        undo(&mut sample, &last.step);
        rename(&mut steps, output(1), output(77));
        assert_eq!(sample.register().made(MASK), 25);
        undo(&mut sample, &steps[0].step);
        assert_eq!(sample.register().made(MASK), 0);
    }

    #[test]
    fn the_course_of_a_shift_goes_back() {
        let mut sample = Sample::new();
        sample.take(Command::CloseShift(CloseShift { shift: SHIFT, replaces: None }));
        let closed = sample.register().shift.progress;
        assert!(Step::Course(Progress::Open).reversible(closed));
        assert!(!Step::Made(output(1)).reversible(closed));
        assert!(!Step::Course(closed).reversible(closed));
        undo(&mut sample, &Step::Course(Progress::Open));
        assert_eq!(sample.register().shift.progress, Progress::Open);
        // Somebody else opened it: there is nothing to do.
        assert!(Step::Course(Progress::Open).reverse(sample.register(), output(1)).is_empty());
        let cancelled = Progress::DidNotHappen { reason: Reason::HealthRules };
        undo(&mut sample, &Step::Course(cancelled));
        assert_eq!(sample.register().shift.progress, cancelled);
    }
}
