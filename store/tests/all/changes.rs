//! What changed since a cursor: a board that is kept current by changes shows what a fresh one
//! shows.

use crate::support::*;
use domain::access::{Actor, Grant, Role, Scope};
use domain::attendance::{MarkAttendance, Presence, RecordHeadcount};
use domain::board::Board;
use domain::command::{ChangeAccess, Command, Identity, RecordIdentity, RecordLanguage};
use domain::fault::Fault;
use domain::ids::*;
use domain::label::Name;
use domain::output::{RecordOutput, VoidOutput};
use domain::person::{AgeBand, LanguageLevel, Sex};
use domain::shift::{CancelShift, CloseShift, EndEnrolment, Enrol, NoteShift, Reason, ReopenShift};
use domain::snapshot::Snapshot;
use domain::sync::Cursor;
use domain::workshop::{Activity, AddProduct, CreateWorkshop, RecordWorkshopCapacity, Unit};
use proptest::prelude::*;
use std::collections::BTreeSet;
use store::{By, Password};
use uuid::Uuid;

/// A second workshop of Krnjača, in which one of the readers has nothing to do.
const YOGA: WorkshopId = WorkshopId(Uuid::from_u128(12));
const YOGA_SHIFT: ShiftId = ShiftId(Uuid::from_u128(43));
const SHIFTS: [ShiftId; 3] = [TEN, TWELVE, YOGA_SHIFT];
/// New things have the number of the step that makes them, from here on.
const NEW: u128 = 20_000;

/// One change; `back` points at an earlier step, whose thing it is about if that made one.
#[derive(Debug, Clone)]
enum Step {
    Mark {
        shift: usize,
        person: usize,
        presence: usize,
        replaces: usize,
    },
    Count {
        shift: usize,
        people: i64,
        replaces: usize,
    },
    Made {
        quantity: i64,
    },
    Void {
        back: usize,
    },
    Register,
    Name {
        person: usize,
    },
    Language {
        person: usize,
        level: usize,
    },
    Enrol {
        person: usize,
        workshop: usize,
        only: bool,
    },
    EndEnrolment {
        back: usize,
        early: bool,
    },
    Course {
        shift: usize,
        said: usize,
        replaces: usize,
    },
    Note {
        shift: usize,
    },
    Plan {
        workshop: usize,
        day: usize,
        one_off: bool,
    },
    Structure {
        kind: usize,
    },
    /// The tablet asks.
    Sync,
}

fn step() -> impl Strategy<Value = Step> {
    let mark = (0usize..3, 0usize..6, 0usize..3, 0usize..6).prop_map(
        |(shift, person, presence, replaces)| Step::Mark { shift, person, presence, replaces },
    );
    let count = (0usize..3, 0i64..40, 0usize..6)
        .prop_map(|(shift, people, replaces)| Step::Count { shift, people, replaces });
    let course = (0usize..3, 0usize..3, 0usize..6)
        .prop_map(|(shift, said, replaces)| Step::Course { shift, said, replaces });
    let plan = (0usize..2, 0usize..3, any::<bool>())
        .prop_map(|(workshop, day, one_off)| Step::Plan { workshop, day, one_off });
    let end =
        (0usize..4, any::<bool>()).prop_map(|(back, early)| Step::EndEnrolment { back, early });
    let enrol = (0usize..6, 0usize..2, any::<bool>())
        .prop_map(|(person, workshop, only)| Step::Enrol { person, workshop, only });
    prop_oneof![
        6 => mark,
        2 => count,
        2 => (1i64..50).prop_map(|quantity| Step::Made { quantity }),
        2 => (1usize..8).prop_map(|back| Step::Void { back }),
        2 => Just(Step::Register),
        1 => (0usize..6).prop_map(|person| Step::Name { person }),
        1 => (0usize..6, 0usize..3).prop_map(|(person, level)| Step::Language { person, level }),
        3 => enrol,
        2 => end,
        2 => course,
        1 => (0usize..3).prop_map(|shift| Step::Note { shift }),
        2 => plan,
        1 => (0usize..5).prop_map(|kind| Step::Structure { kind }),
        6 => Just(Step::Sync),
    ]
}

/// The person of a step: one of the two who are there from the beginning, or one who was
/// registered in the steps before.
fn who(steps: &[Step], n: usize, person: usize) -> PersonId {
    match person {
        0 => AMINA,
        1 => LEJLA,
        back => n
            .checked_sub(back)
            .filter(|n| matches!(steps[*n], Step::Register))
            .map_or(AMINA, |n| id(NEW + n as u128)),
    }
}

/// The last but `back` of the enrolments that the steps before made, or the first of all.
fn enrolment(steps: &[Step], n: usize, back: usize) -> EnrolmentId {
    let made = steps[..n].iter().enumerate().rev();
    let mut made = made.filter(|(_, step)| matches!(step, Step::Enrol { .. }));
    id(made.nth(back).map_or(70, |(n, _)| NEW + n as u128))
}

/// The command of step `n`.
fn command(steps: &[Step], n: usize) -> Option<Command> {
    let new = NEW + n as u128;
    let step = |back: usize| NEW + n.saturating_sub(back) as u128;
    let before = |back: usize| (back > 0).then(|| id(step(back)));
    Some(match &steps[n] {
        Step::Sync => return None,
        Step::Mark { shift, person, presence, replaces } => {
            Command::MarkAttendance(MarkAttendance {
                shift: SHIFTS[*shift],
                person: who(steps, n, *person),
                presence: [Presence::Present, Presence::Absent, Presence::Unmarked][*presence],
                replaces: before(*replaces),
            })
        }
        Step::Count { shift, people, replaces } => Command::RecordHeadcount(RecordHeadcount {
            shift: SHIFTS[*shift],
            sex: Sex::Male,
            band: AgeBand::To11,
            people: *people,
            replaces: before(*replaces),
        }),
        Step::Made { quantity } => Command::RecordOutput(RecordOutput {
            output: id(new),
            shift: TEN,
            product: MASK,
            quantity: *quantity,
            rejected: false,
        }),
        Step::Void { back } => Command::VoidOutput(VoidOutput { output: id(step(*back)) }),
        Step::Register => person(id(new), Some(KRN), Sex::Female, 1990),
        Step::Name { person } => {
            Command::RecordIdentity(RecordIdentity { person: who(steps, n, *person) })
        }
        Step::Language { person, level } => Command::RecordLanguage(RecordLanguage {
            person: who(steps, n, *person),
            language: "ara".into(),
            level: [LanguageLevel::Understands, LanguageLevel::Speaks, LanguageLevel::Interprets]
                [*level],
        }),
        Step::Enrol { person, workshop, only } => Command::Enrol(Enrol {
            enrolment: id(new),
            person: who(steps, n, *person),
            workshop: [SEW, YOGA][*workshop],
            shift: only.then_some([TEN, YOGA_SHIFT][*workshop]),
            from: day("2021-05-01"),
            despite: None,
        }),
        Step::EndEnrolment { back, early } => Command::EndEnrolment(EndEnrolment {
            enrolment: enrolment(steps, n, *back),
            to: day(if *early { "2021-05-02" } else { "2021-05-30" }),
        }),
        Step::Course { shift, said, replaces } => {
            let (shift, replaces) = (SHIFTS[*shift], before(*replaces));
            match said {
                0 => Command::CloseShift(CloseShift { shift, replaces }),
                1 => Command::ReopenShift(ReopenShift { shift, replaces }),
                _ => {
                    let reason = Reason::NoRoom;
                    Command::CancelShift(CancelShift { shift, reason, replaces })
                }
            }
        }
        Step::Note { shift } => Command::NoteShift(NoteShift { shift: SHIFTS[*shift] }),
        Step::Plan { workshop, day, one_off } => {
            let day = ["2021-05-31", "2021-06-10", "2021-07-31"][*day];
            match plan(id(new), [SEW, YOGA][*workshop], day, "08:00") {
                Command::PlanShift(plan) if *one_off => Command::AddOneOffShift(plan),
                plan => plan,
            }
        }
        Step::Structure { kind } => structure(new, *kind),
    })
}

/// A change of what there is.
fn structure(new: u128, kind: usize) -> Command {
    let name = Name::new("New", "Ново");
    match kind {
        0 => workshop(id(new), &format!("W{new}")),
        1 => Command::AddProduct(AddProduct {
            product: id(new),
            workshop: SEW,
            code: format!("P{new}"),
            name,
            unit: Unit::Piece,
        }),
        2 => Command::RecordWorkshopCapacity(RecordWorkshopCapacity {
            workshop: SEW,
            from: day("2021-05-01"),
            people: (new % 9 + 1) as i64,
        }),
        3 => grant(FACILITATOR, Scope::Centre(OBR)),
        _ => grant(NOBODY, Scope::Workshop(YOGA)),
    }
}

fn workshop(workshop: WorkshopId, code: &str) -> Command {
    Command::CreateWorkshop(CreateWorkshop {
        workshop,
        centre: Some(KRN),
        code: code.into(),
        title: Name::new("Yoga", "Јога"),
        activity: Activity::Sports,
        minutes: 60,
    })
}

fn grant(account: AccountId, scope: Scope) -> Command {
    Command::GrantAccess(ChangeAccess::of(account, Grant { role: Role::Facilitator, scope }))
}

/// What a board shows of its shifts.
fn picture(board: &Board) -> Vec<String> {
    let of = |shift: &domain::snapshot::ShiftBrief| {
        let register = board.register(shift.id).expect("a register");
        let person = |id: &PersonId| {
            let (known, mark) = (board.person(*id), register.mark(*id));
            format!("{known:?} {mark:?} {}", register.is_registered(*id))
        };
        let people: Vec<String> = register.people.iter().map(person).collect();
        format!(
            "{shift:?} {:?} {people:#?} {:?} {:?} {:?} {:?} {:?}",
            board.workshop(shift.workshop),
            register.tally(),
            register.count(Sex::Male, AgeBand::To11),
            register.outputs(),
            register.course(),
            register.notes(),
        )
    };
    board.shifts().map(of).collect()
}

/// The people who may be added to a shift's list.
fn others(board: &Board) -> BTreeSet<String> {
    board.others(TEN).into_iter().map(|person| format!("{person:?}")).collect()
}

/// A tablet that is told of changes.
struct Reader {
    token: String,
    actor: Actor,
    cursor: Cursor,
    board: Board,
}

impl Reader {
    async fn new(world: &World, login: &str) -> Self {
        let password = Password(PASSWORD.into());
        let token = world.store.sign_in(login, &password, "127.0.0.1").await.expect("in").token;
        let actor = world.store.session(&token).await.expect("a session").1;
        let whole = world.store.snapshot(&actor, Some(KRN)).await.expect("a snapshot");
        Self { token, actor, cursor: cursor(&whole), board: Board::new(whole) }
    }

    /// Asks for changes, and compares the board with a fresh one.
    async fn sync(&mut self, world: &World) -> Result<(), TestCaseError> {
        self.actor = world.store.session(&self.token).await.expect("a session").1;
        let news = world.store.changes(&self.actor, &self.cursor).await.expect("changes");
        self.cursor = cursor(&news);
        if news.since.is_none() {
            self.board = Board::new(news);
        } else {
            self.board.merge(news);
        }
        let fresh = world.store.snapshot(&self.actor, Some(KRN)).await.expect("a snapshot");
        prop_assert_eq!(fresh.head, self.cursor.head);
        let fresh = Board::new(fresh);
        prop_assert_eq!(picture(&self.board), picture(&fresh));
        prop_assert!(others(&fresh).is_subset(&others(&self.board)));
        Ok(())
    }
}

fn cursor(snapshot: &Snapshot) -> Cursor {
    Cursor { centre: snapshot.centre, head: snapshot.head, day: snapshot.day }
}

/// Krnjača with a second workshop; `nobody` logs in the sewing workshop only.
async fn two_workshops(engine: &str) -> World {
    let world = furnished(engine).await;
    for command in [
        workshop(YOGA, "KRN-YOGA"),
        plan(YOGA_SHIFT, YOGA, "2021-05-31", "18:00"),
        grant(NOBODY, Scope::Workshop(SEW)),
    ] {
        must(&world, command, None).await;
    }
    world
}

#[test]
fn a_board_kept_current_by_changes_is_a_fresh_board() {
    on_each_engine(
        || prop::collection::vec(step(), 1..60),
        |engine, steps| {
            block(async {
                let world = two_workshops(engine).await;
                let mut readers = Vec::new();
                for login in ["facilitator", "nobody"] {
                    readers.push(Reader::new(&world, login).await);
                }
                for n in 0..steps.len() {
                    if let Some(command) = command(steps, n) {
                        let identity = match &command {
                            Command::RegisterPerson(_) | Command::RecordIdentity(_) => {
                                alias(&format!("Alias {n}"))
                            }
                            Command::NoteShift(_) => Some(Identity::Remark(format!("Note {n}"))),
                            _ => None,
                        };
                        let new = envelope(NEW + n as u128, "2021-05-31T13:00:00Z", command);
                        let new = store::Submission { identity, ..submission(&new) };
                        world.store.submit(By::Operator, vec![new]).await.unwrap();
                    } else {
                        for reader in &mut readers {
                            reader.sync(&world).await?;
                        }
                    }
                }
                for reader in &mut readers {
                    reader.sync(&world).await?;
                }
                Ok(())
            })
        },
    );
}

#[tokio::test]
async fn changes_are_small_and_whole_where_they_must_be() {
    for engine in engines() {
        let world = two_workshops(engine).await;
        let mut reader = Reader::new(&world, "facilitator").await;
        let start = reader.cursor;
        let nothing = world.store.changes(&reader.actor, &start).await.unwrap();
        assert_eq!(nothing.since, Some(start.head), "{engine}");
        assert!(nothing.shifts.is_empty() && nothing.people.is_empty());
        assert!(nothing.workshops.is_empty() && nothing.centres.is_empty());
        assert_eq!(nothing.key.as_deref().map(str::len), Some(87));

        must(&world, mark(TEN, AMINA, Presence::Present), None).await;
        let one = world.store.changes(&reader.actor, &start).await.unwrap();
        assert_eq!((one.marks.len(), one.people.len(), one.shifts.len()), (1, 0, 0), "{engine}");

        // Another day, another journal, a centre that is not theirs.
        let whole = |cursor| {
            let (store, actor) = (&world.store, &reader.actor);
            async move { store.changes(actor, &cursor).await.unwrap().since.is_none() }
        };
        assert!(whole(Cursor { day: day("2021-05-30"), ..start }).await);
        assert!(whole(Cursor { head: 9_999, ..start }).await);
        assert!(whole(Cursor { head: -1, ..start }).await);
        let elsewhere = Cursor { centre: Some(OBR), ..start };
        let refused = world.store.changes(&reader.actor, &elsewhere).await.expect_err("elsewhere");
        assert_eq!(refused.fault(), Fault::NotAllowed);

        must(&world, grant(FACILITATOR, Scope::Centre(OBR)), None).await;
        let told = world.store.changes(&reader.actor, &start).await.unwrap();
        assert_eq!(told.since, None, "{engine}: a permission is news of its own");
        reader.sync(&world).await.unwrap();
        assert_eq!(reader.board.centres.len(), 2, "{engine}");
    }
}
