//! Every command as every persona, through `/api/v1/sync`: who may, may; nobody else changes
//! anything.

use crate::support::Persona::*;
use crate::support::samples::Turn;
use crate::support::*;
use domain::command::Command;

/// The personas whose command is applied; everybody else's is refused as not allowed.
///
/// Without `_`, so that a new command does not compile until it is listed.
fn allowed(command: &Command) -> Result<&'static [Persona], &'static str> {
    use Persona::{Coordinator, Facilitator, Manager};
    match command {
        // They need a password or a secret, which no tablet sends.
        Command::CreateAccount(_) | Command::ResetPassword(_) | Command::MakeToken(_) => {
            Err("malformed")
        }
        Command::CreateCentre(_)
        | Command::RecordCentreKind(_)
        | Command::RecordCentreStatus(_)
        | Command::RecordCentreCapacity(_)
        | Command::RecordCentreAddress(_)
        | Command::RecordCentrePosition(_)
        | Command::CreateProject(_)
        | Command::ShareWorkshop(_)
        | Command::DescribeProject(_)
        | Command::DefineIndicator(_)
        | Command::SetTarget(_)
        | Command::RecordIndicatorValue(_)
        | Command::AskOfPeople(_)
        | Command::RetainUntil(_)
        | Command::GrantAccess(_)
        | Command::RevokeAccess(_)
        | Command::DisableAccount(_)
        | Command::EnableAccount(_) => Ok(&[Coordinator]),
        Command::RecordOccupancy(_)
        | Command::CreateWorkshop(_)
        | Command::RecordWorkshopCapacity(_)
        | Command::AddProduct(_)
        | Command::RecordIdentity(_)
        | Command::Enrol(_)
        | Command::EndEnrolment(_)
        | Command::AddRoom(_)
        | Command::RecordRoomCapacity(_)
        | Command::CreateSchedule(_)
        | Command::EndSchedule(_)
        | Command::CloseDays(_)
        | Command::ReopenDays(_)
        | Command::PlanShift(_)
        | Command::MoveShift(_)
        | Command::AssignFacilitator(_)
        | Command::UnassignFacilitator(_)
        | Command::RecordAccountLanguage(_)
        | Command::AddDevice(_)
        | Command::RevokeDevice(_)
        | Command::ResetPin(_)
        | Command::AddRecipient(_)
        | Command::HandOut(_)
        | Command::VoidHandOut(_)
        | Command::DescribePerson(_)
        | Command::RecordStay(_)
        | Command::RecordConsent(_)
        | Command::WithdrawConsent(_)
        | Command::RecordFunctioning(_)
        | Command::MergePeople(_)
        | Command::UndoMerge(_)
        | Command::KeepApart(_)
        | Command::ErasePerson(_)
        | Command::JoinWaitingList(_)
        | Command::LeaveWaitingList(_)
        | Command::OfferPlace(_)
        | Command::DeclineOffer(_)
        | Command::IssueCard(_)
        | Command::RevokeCard(_)
        | Command::RecordProgress(_)
        | Command::ClosePeriod(_)
        | Command::ReopenPeriod(_)
        // Here it is the manager's own.
        | Command::RevokeToken(_)
        // Krnjača's entries are decided about there, and by head office.
        | Command::ReleaseEntry(_)
        | Command::AcceptFigure(_)
        | Command::DismissEntry(_) => Ok(&[Manager, Coordinator]),
        Command::RegisterPerson(_) | Command::RecordLanguage(_) => {
            Ok(&[Facilitator, Manager, Coordinator])
        }
        Command::MarkAttendance(_)
        | Command::RecordHeadcount(_)
        | Command::RecordOutput(_)
        | Command::VoidOutput(_)
        | Command::CloseShift(_)
        | Command::ReopenShift(_)
        | Command::CancelShift(_)
        | Command::AddOneOffShift(_)
        | Command::RecordInterpreting(_)
        | Command::VoidInterpreting(_)
        | Command::NoteShift(_) => Ok(&[Facilitator, Manager]),
        // Head office needs nobody's identity.
        Command::LookAtIdentity(_) => Ok(&[Manager]),
        // Here it is the facilitator's own.
        Command::HandOverShift(_) => Ok(&[Facilitator]),
    }
}

/// Whether a persona may enter anything anywhere.
fn may_enter(who: Persona) -> bool {
    !matches!(who, Donor | OtherDonor | Powerless | Nobody | Expired)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_command_as_every_persona() {
    for engine in engines() {
        let world = world(engine).await;
        for (n, who) in Persona::ALL.into_iter().enumerate() {
            if who.login().is_none() {
                continue;
            }
            let turn = Turn(n as u128);
            turn.prepare(&world).await;
            let commands = turn.commands();
            let before = world.entries().await;
            let outcomes = world.tell(who, &commands).await;
            let mut applied = 0;
            for (command, outcome) in commands.iter().zip(&outcomes) {
                let wanted = match allowed(command) {
                    Ok(personas) if personas.contains(&who) => {
                        // A release is followed by the entry that it takes in, a schedule by its
                        // one shift.
                        let more = matches!(
                            command,
                            Command::ReleaseEntry(_) | Command::CreateSchedule(_)
                        );
                        applied += 1 + i64::from(more);
                        "applied"
                    }
                    Err(code) if may_enter(who) => code,
                    // In nobody else's name, also by who may log there.
                    Ok(_) if matches!(command, Command::HandOverShift(_)) && who == Manager => {
                        "other_account"
                    }
                    // Whoever may enter nothing is not even told what is wrong with it.
                    Ok(_) | Err(_) => "not_allowed",
                };
                let got = outcome["fault"]["code"].as_str();
                let got = got.or(outcome["outcome"].as_str()).expect("an outcome");
                assert_eq!(got, wanted, "{engine}: {who:?} {command:?}");
            }
            assert_eq!(world.entries().await - before, applied, "{engine}: {who:?}");
        }
        let found = world.store.check(None).await.expect("a check");
        assert_eq!(found.problems, Vec::<String>::new());
    }
}

#[test]
fn every_kind_of_command_is_tried() {
    // The error of an unknown variant lists the known ones.
    let error = serde_json::from_str::<Command>(r#"{"?":{}}"#).expect_err("unknown").to_string();
    let known: Vec<&str> = error.split('`').skip(3).step_by(2).collect();
    let tried: Vec<String> = Turn(0)
        .commands()
        .iter()
        .map(|command| {
            let json = serde_json::to_value(command).expect("JSON");
            json.as_object().and_then(|o| o.keys().next()).expect("a variant").clone()
        })
        .collect();
    // The door does not take these yet.
    let later = ["add_device", "revoke_device", "reset_pin"];
    for name in known.into_iter().filter(|name| !later.contains(name)) {
        assert!(tried.iter().any(|tried| tried == name), "{name} is not tried");
    }
}
