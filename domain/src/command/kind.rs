//! The commands by their names in JSON, the shift they are about, and what they replace.

use super::Command;
use crate::ids::{EnvelopeId, ShiftId};

/// The names of all commands in JSON, in the order of [`Command`].
pub const KINDS: [&str; 82] = [
    "create_centre",
    "record_centre_kind",
    "record_centre_status",
    "record_centre_capacity",
    "record_occupancy",
    "create_workshop",
    "record_workshop_capacity",
    "add_product",
    "add_room",
    "record_room_capacity",
    "create_schedule",
    "end_schedule",
    "close_days",
    "reopen_days",
    "share_workshop",
    "create_project",
    "register_person",
    "record_language",
    "record_identity",
    "enrol",
    "end_enrolment",
    "plan_shift",
    "move_shift",
    "assign_facilitator",
    "unassign_facilitator",
    "mark_attendance",
    "record_headcount",
    "record_output",
    "void_output",
    "close_shift",
    "reopen_shift",
    "cancel_shift",
    "create_account",
    "record_account_language",
    "grant_access",
    "revoke_access",
    "disable_account",
    "enable_account",
    "reset_password",
    "add_one_off_shift",
    "note_shift",
    "record_interpreting",
    "void_interpreting",
    "hand_over_shift",
    "add_device",
    "revoke_device",
    "reset_pin",
    "release_entry",
    "dismiss_entry",
    "record_centre_address",
    "add_recipient",
    "hand_out",
    "void_hand_out",
    "describe_person",
    "record_stay",
    "record_consent",
    "withdraw_consent",
    "record_functioning",
    "ask_of_people",
    "look_at_identity",
    "merge_people",
    "undo_merge",
    "keep_apart",
    "erase_person",
    "retain_until",
    "join_waiting_list",
    "leave_waiting_list",
    "offer_place",
    "decline_offer",
    "issue_card",
    "revoke_card",
    "record_progress",
    "accept_figure",
    "close_period",
    "reopen_period",
    "describe_project",
    "define_indicator",
    "set_target",
    "record_indicator_value",
    "make_token",
    "revoke_token",
    "record_centre_position",
];

impl Command {
    /// The command's name in JSON.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::CreateCentre(_) => "create_centre",
            Self::RecordCentreKind(_) => "record_centre_kind",
            Self::RecordCentreStatus(_) => "record_centre_status",
            Self::RecordCentreCapacity(_) => "record_centre_capacity",
            Self::RecordOccupancy(_) => "record_occupancy",
            Self::CreateWorkshop(_) => "create_workshop",
            Self::RecordWorkshopCapacity(_) => "record_workshop_capacity",
            Self::AddProduct(_) => "add_product",
            Self::AddRoom(_) => "add_room",
            Self::RecordRoomCapacity(_) => "record_room_capacity",
            Self::CreateSchedule(_) => "create_schedule",
            Self::EndSchedule(_) => "end_schedule",
            Self::CloseDays(_) => "close_days",
            Self::ReopenDays(_) => "reopen_days",
            Self::ShareWorkshop(_) => "share_workshop",
            Self::CreateProject(_) => "create_project",
            Self::RegisterPerson(_) => "register_person",
            Self::RecordLanguage(_) => "record_language",
            Self::RecordIdentity(_) => "record_identity",
            Self::Enrol(_) => "enrol",
            Self::EndEnrolment(_) => "end_enrolment",
            Self::PlanShift(_) => "plan_shift",
            Self::MoveShift(_) => "move_shift",
            Self::AssignFacilitator(_) => "assign_facilitator",
            Self::UnassignFacilitator(_) => "unassign_facilitator",
            Self::MarkAttendance(_) => "mark_attendance",
            Self::RecordHeadcount(_) => "record_headcount",
            Self::RecordOutput(_) => "record_output",
            Self::VoidOutput(_) => "void_output",
            Self::CloseShift(_) => "close_shift",
            Self::ReopenShift(_) => "reopen_shift",
            Self::CancelShift(_) => "cancel_shift",
            Self::CreateAccount(_) => "create_account",
            Self::RecordAccountLanguage(_) => "record_account_language",
            Self::GrantAccess(_) => "grant_access",
            Self::RevokeAccess(_) => "revoke_access",
            Self::DisableAccount(_) => "disable_account",
            Self::EnableAccount(_) => "enable_account",
            Self::ResetPassword(_) => "reset_password",
            Self::AddOneOffShift(_) => "add_one_off_shift",
            Self::NoteShift(_) => "note_shift",
            Self::RecordInterpreting(_) => "record_interpreting",
            Self::VoidInterpreting(_) => "void_interpreting",
            Self::HandOverShift(_) => "hand_over_shift",
            Self::AddDevice(_) => "add_device",
            Self::RevokeDevice(_) => "revoke_device",
            Self::ResetPin(_) => "reset_pin",
            Self::ReleaseEntry(_) => "release_entry",
            Self::DismissEntry(_) => "dismiss_entry",
            Self::RecordCentreAddress(_) => "record_centre_address",
            Self::AddRecipient(_) => "add_recipient",
            Self::HandOut(_) => "hand_out",
            Self::VoidHandOut(_) => "void_hand_out",
            Self::DescribePerson(_) => "describe_person",
            Self::RecordStay(_) => "record_stay",
            Self::RecordConsent(_) => "record_consent",
            Self::WithdrawConsent(_) => "withdraw_consent",
            Self::RecordFunctioning(_) => "record_functioning",
            Self::AskOfPeople(_) => "ask_of_people",
            Self::LookAtIdentity(_) => "look_at_identity",
            Self::MergePeople(_) => "merge_people",
            Self::UndoMerge(_) => "undo_merge",
            Self::KeepApart(_) => "keep_apart",
            Self::ErasePerson(_) => "erase_person",
            Self::RetainUntil(_) => "retain_until",
            Self::JoinWaitingList(_) => "join_waiting_list",
            Self::LeaveWaitingList(_) => "leave_waiting_list",
            Self::OfferPlace(_) => "offer_place",
            Self::DeclineOffer(_) => "decline_offer",
            Self::IssueCard(_) => "issue_card",
            Self::RevokeCard(_) => "revoke_card",
            Self::RecordProgress(_) => "record_progress",
            Self::AcceptFigure(_) => "accept_figure",
            Self::ClosePeriod(_) => "close_period",
            Self::ReopenPeriod(_) => "reopen_period",
            Self::DescribeProject(_) => "describe_project",
            Self::DefineIndicator(_) => "define_indicator",
            Self::SetTarget(_) => "set_target",
            Self::RecordIndicatorValue(_) => "record_indicator_value",
            Self::MakeToken(_) => "make_token",
            Self::RevokeToken(_) => "revoke_token",
            Self::RecordCentrePosition(_) => "record_centre_position",
        }
    }

    /// The shift of which it says something: what was logged, its course, a note.
    pub fn shift(&self) -> Option<ShiftId> {
        match self {
            Self::MarkAttendance(c) => Some(c.shift),
            Self::RecordHeadcount(c) => Some(c.shift),
            Self::RecordOutput(c) => Some(c.shift),
            Self::CloseShift(c) => Some(c.shift),
            Self::ReopenShift(c) => Some(c.shift),
            Self::CancelShift(c) => Some(c.shift),
            Self::NoteShift(c) => Some(c.shift),
            Self::RecordInterpreting(c) => Some(c.shift),
            Self::HandOverShift(c) => Some(c.shift),
            _ => None,
        }
    }

    /// The entry that it replaces, because its maker saw it.
    pub fn replaces(&self) -> Option<EnvelopeId> {
        match self {
            Self::MarkAttendance(c) => c.replaces,
            Self::RecordHeadcount(c) => c.replaces,
            Self::CloseShift(c) => c.replaces,
            Self::ReopenShift(c) => c.replaces,
            Self::CancelShift(c) => c.replaces,
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shift::{CloseShift, NoteShift};
    use uuid::Uuid;

    #[test]
    fn every_command_is_known_by_its_name() {
        // An unknown variant is an error that lists the known ones.
        let error = serde_json::from_str::<Command>(r#"{"?":{}}"#).expect_err("unknown");
        let text = error.to_string();
        let names: Vec<&str> = text.split('`').skip(3).step_by(2).collect();
        assert_eq!(names, KINDS);
    }

    #[test]
    fn a_command_says_its_own_name() {
        let shift = ShiftId(Uuid::from_u128(1));
        for command in [
            Command::CloseShift(CloseShift { shift, replaces: None }),
            Command::NoteShift(NoteShift { shift }),
        ] {
            let json = serde_json::to_value(&command).expect("JSON");
            assert!(json.get(command.kind()).is_some(), "{json}");
        }
    }
}
