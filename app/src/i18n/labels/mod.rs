//! The word for each value of the domain. The matches are exhaustive: a new column, state, reason
//! or fault does not compile until it has its words.

mod faults;
mod import;
mod people;
mod reports;

pub use faults::fault_text;
pub use import::{field_label, trouble_text, unreadable_label};
pub use people::{
    alike_label, difficulty_label, functioning_label, guardian_label, level_label,
    person_fact_label, person_kind_label, purpose_label, separation_label,
};
pub use reports::{
    column_about, column_label, group_of, indicator_level_label, project_label, report_about,
    report_label, split_label, step_label, why_label,
};

use super::catalogue::{doubtful, plan, vocabulary};
use super::{Plural, Text};
use crate::tablet::words::presence_label;
use domain::access::Role;
use domain::centre::{CentreKind, CentreStatus};
use domain::person::{AgeBand, Sex};
use domain::plan::{Clash, Despite};
use domain::report::Term;
use domain::report::doubt::Doubt;
use domain::report::dropping_out::Risk;
use domain::report::participation::Share;
use domain::shift::{Reason, ShiftState};
use domain::workshop::{Activity, Unit};

/// The word for a term of the vocabulary.
pub fn term_label(term: Term) -> &'static Text {
    match term {
        Term::State(state) => state_label(state),
        Term::Activity(activity) => activity_label(activity),
        Term::Kind(kind) => kind_label(kind),
        Term::Unit(unit) => unit_label(unit),
        Term::Sex(sex) => sex_label(sex),
        Term::Band(band) => band_label(band),
        Term::Share(share) => share_label(share),
        Term::Risk(risk) => risk_label(risk),
        Term::Doubt(doubt) => doubt_label(doubt),
        Term::Presence(presence) => presence_label(presence),
        Term::Level(level) => indicator_level_label(level),
        Term::Project(state) => project_label(state),
        Term::Report(report) => report_label(report),
        Term::Figure(column) => column_label(column),
    }
}

/// The words for those of whom a share is told.
pub fn share_label(share: Share) -> &'static Text {
    match share {
        Share::Residents => &vocabulary::RESIDENTS,
        Share::Children => &vocabulary::CHILDREN,
        Share::Female => &vocabulary::FEMALES,
        Share::Male => &vocabulary::MALES,
    }
}

/// The words for why a figure is doubted.
pub fn doubt_label(doubt: Doubt) -> &'static Text {
    match doubt {
        Doubt::SameEveryTime => &doubtful::DOUBT_SAME_EVERY_TIME,
        Doubt::TooMuch => &doubtful::DOUBT_TOO_MUCH,
        Doubt::NobodyThere => &doubtful::DOUBT_NOBODY_THERE,
        Doubt::AtNight => &doubtful::DOUBT_AT_NIGHT,
        Doubt::MoreChildren => &doubtful::DOUBT_MORE_CHILDREN,
    }
}

/// The words for why somebody may drop out.
pub fn risk_label(risk: Risk) -> &'static Text {
    match risk {
        Risk::Absences => &vocabulary::RISK_ABSENCES,
        Risk::GoneQuiet => &vocabulary::RISK_GONE_QUIET,
        Risk::Waiting => &vocabulary::RISK_WAITING,
    }
}

/// The word for a shift's state.
pub fn state_label(state: ShiftState) -> &'static Text {
    match state {
        ShiftState::ToCome => &vocabulary::SHIFT_TO_COME,
        ShiftState::Running => &vocabulary::SHIFT_RUNNING,
        ShiftState::NotLogged => &vocabulary::SHIFT_NOT_LOGGED,
        ShiftState::Closed => &vocabulary::SHIFT_CLOSED,
        ShiftState::DidNotHappen => &vocabulary::SHIFT_DID_NOT_HAPPEN,
    }
}

/// The words for why a shift did not happen.
pub fn reason_label(reason: Reason) -> &'static Text {
    match reason {
        Reason::NoFacilitator => &vocabulary::REASON_NO_FACILITATOR,
        Reason::NobodyCame => &vocabulary::REASON_NOBODY_CAME,
        Reason::NoRoom => &vocabulary::REASON_ROOM,
        Reason::NoMaterial => &vocabulary::REASON_MATERIAL,
        Reason::HealthRules => &vocabulary::REASON_HEALTH,
        Reason::Holiday => &vocabulary::REASON_HOLIDAY,
        Reason::Transfer => &vocabulary::REASON_TRANSFER,
        Reason::Other => &vocabulary::REASON_OTHER,
    }
}

/// The words for what speaks against a planned shift.
pub fn clash_label(clash: Clash) -> &'static Text {
    match clash {
        Clash::RoomTaken => &plan::CLASH_ROOM_TAKEN,
        Clash::RoomTooSmall => &plan::CLASH_ROOM_SMALL,
        Clash::FacilitatorBusy => &plan::CLASH_BUSY,
        Clash::DayClosed => &plan::CLASH_CLOSED,
        Clash::NoPlace => &plan::CLASH_NO_PLACE,
    }
}

/// The words for why a shift is planned all the same.
pub fn despite_label(despite: Despite) -> &'static Text {
    match despite {
        Despite::Shared => &plan::DESPITE_SHARED,
        Despite::SmallGroup => &plan::DESPITE_SMALL,
        Despite::Agreed => &plan::DESPITE_AGREED,
        Despite::Other => &plan::DESPITE_OTHER,
    }
}

/// The word for a kind of activity.
pub fn activity_label(activity: Activity) -> &'static Text {
    match activity {
        Activity::Sewing => &vocabulary::ACTIVITY_SEWING,
        Activity::Carpentry => &vocabulary::ACTIVITY_CARPENTRY,
        Activity::Sports => &vocabulary::ACTIVITY_SPORTS,
        Activity::Training => &vocabulary::ACTIVITY_TRAINING,
        Activity::Language => &vocabulary::ACTIVITY_LANGUAGE,
        Activity::Cooking => &vocabulary::ACTIVITY_COOKING,
        Activity::Art => &vocabulary::ACTIVITY_ART,
        Activity::Music => &vocabulary::ACTIVITY_MUSIC,
        Activity::Other => &vocabulary::ACTIVITY_OTHER,
    }
}

/// The words for a kind of centre.
pub fn kind_label(kind: CentreKind) -> &'static Text {
    match kind {
        CentreKind::AsylumCentre => &vocabulary::CENTRE_ASYLUM,
        CentreKind::ReceptionCentre => &vocabulary::CENTRE_RECEPTION,
    }
}

/// The word for a centre's status.
pub fn status_label(status: CentreStatus) -> &'static Text {
    match status {
        CentreStatus::Open => &vocabulary::CENTRE_OPEN,
        CentreStatus::Closed => &vocabulary::CENTRE_CLOSED,
    }
}

/// The word for a unit.
pub fn unit_label(unit: Unit) -> &'static Text {
    match unit {
        Unit::Piece => &vocabulary::UNIT_PIECE,
        Unit::Metre => &vocabulary::UNIT_METRE,
        Unit::Kilogram => &vocabulary::UNIT_KILOGRAM,
        Unit::Litre => &vocabulary::UNIT_LITRE,
    }
}

/// So many of a unit.
pub fn unit_count(unit: Unit) -> &'static Plural {
    match unit {
        Unit::Piece => &vocabulary::PIECES,
        Unit::Metre => &vocabulary::METRES,
        Unit::Kilogram => &vocabulary::KILOGRAMS,
        Unit::Litre => &vocabulary::LITRES,
    }
}

/// The word for a sex.
pub fn sex_label(sex: Sex) -> &'static Text {
    match sex {
        Sex::Female => &vocabulary::SEX_FEMALE,
        Sex::Male => &vocabulary::SEX_MALE,
        Sex::Other => &vocabulary::SEX_OTHER,
        Sex::NotDisclosed => &vocabulary::SEX_NOT_DISCLOSED,
    }
}

/// The words for an age band.
pub fn band_label(band: AgeBand) -> &'static Text {
    match band {
        AgeBand::To4 => &vocabulary::AGE_0_4,
        AgeBand::To11 => &vocabulary::AGE_5_11,
        AgeBand::To17 => &vocabulary::AGE_12_17,
        AgeBand::To59 => &vocabulary::AGE_18_59,
        AgeBand::From60 => &vocabulary::AGE_60_PLUS,
        AgeBand::Unknown => &vocabulary::AGE_UNKNOWN,
    }
}

/// The word for a role.
pub fn role_label(role: Role) -> &'static Text {
    match role {
        Role::Donor => &vocabulary::ROLE_DONOR,
        Role::Facilitator => &vocabulary::ROLE_FACILITATOR,
        Role::Manager => &vocabulary::ROLE_MANAGER,
        Role::Coordinator => &vocabulary::ROLE_COORDINATOR,
    }
}

/// What an entry was, by the kind of its command as in JSON.
pub fn entry_label(command: Option<&str>) -> &'static Text {
    match command.unwrap_or_default() {
        "create_centre" => &vocabulary::ENTRY_CREATE_CENTRE,
        "record_centre_kind" => &vocabulary::ENTRY_RECORD_CENTRE_KIND,
        "record_centre_status" => &vocabulary::ENTRY_RECORD_CENTRE_STATUS,
        "record_centre_capacity" => &vocabulary::ENTRY_RECORD_CENTRE_CAPACITY,
        "record_occupancy" => &vocabulary::ENTRY_RECORD_OCCUPANCY,
        "create_workshop" => &vocabulary::ENTRY_CREATE_WORKSHOP,
        "record_workshop_capacity" => &vocabulary::ENTRY_RECORD_WORKSHOP_CAPACITY,
        "add_product" => &vocabulary::ENTRY_ADD_PRODUCT,
        "add_room" => &vocabulary::ENTRY_ADD_ROOM,
        "record_room_capacity" => &vocabulary::ENTRY_RECORD_ROOM_CAPACITY,
        "create_schedule" => &vocabulary::ENTRY_CREATE_SCHEDULE,
        "end_schedule" => &vocabulary::ENTRY_END_SCHEDULE,
        "close_days" => &vocabulary::ENTRY_CLOSE_DAYS,
        "reopen_days" => &vocabulary::ENTRY_REOPEN_DAYS,
        "share_workshop" => &vocabulary::ENTRY_SHARE_WORKSHOP,
        "create_project" => &vocabulary::ENTRY_CREATE_PROJECT,
        "register_person" => &vocabulary::ENTRY_REGISTER_PERSON,
        "record_language" => &vocabulary::ENTRY_RECORD_LANGUAGE,
        "record_identity" => &vocabulary::ENTRY_RECORD_IDENTITY,
        "enrol" => &vocabulary::ENTRY_ENROL,
        "end_enrolment" => &vocabulary::ENTRY_END_ENROLMENT,
        "plan_shift" => &vocabulary::ENTRY_PLAN_SHIFT,
        "move_shift" => &vocabulary::ENTRY_MOVE_SHIFT,
        "unassign_facilitator" => &vocabulary::ENTRY_UNASSIGN_FACILITATOR,
        "assign_facilitator" => &vocabulary::ENTRY_ASSIGN_FACILITATOR,
        "mark_attendance" => &vocabulary::ENTRY_MARK_ATTENDANCE,
        "record_headcount" => &vocabulary::ENTRY_RECORD_HEADCOUNT,
        "record_output" => &vocabulary::ENTRY_RECORD_OUTPUT,
        "void_output" => &vocabulary::ENTRY_VOID_OUTPUT,
        "close_shift" => &vocabulary::ENTRY_CLOSE_SHIFT,
        "reopen_shift" => &vocabulary::ENTRY_REOPEN_SHIFT,
        "cancel_shift" => &vocabulary::ENTRY_CANCEL_SHIFT,
        "create_account" => &vocabulary::ENTRY_CREATE_ACCOUNT,
        "grant_access" => &vocabulary::ENTRY_GRANT_ACCESS,
        "revoke_access" => &vocabulary::ENTRY_REVOKE_ACCESS,
        "disable_account" => &vocabulary::ENTRY_DISABLE_ACCOUNT,
        "enable_account" => &vocabulary::ENTRY_ENABLE_ACCOUNT,
        "reset_password" => &vocabulary::ENTRY_RESET_PASSWORD,
        "add_one_off_shift" => &vocabulary::ENTRY_ADD_ONE_OFF_SHIFT,
        "record_interpreting" => &vocabulary::ENTRY_RECORD_INTERPRETING,
        "void_interpreting" => &vocabulary::ENTRY_VOID_INTERPRETING,
        "record_account_language" => &vocabulary::ENTRY_RECORD_ACCOUNT_LANGUAGE,
        "note_shift" => &vocabulary::ENTRY_NOTE_SHIFT,
        "hand_over_shift" => &vocabulary::ENTRY_HAND_OVER_SHIFT,
        "add_device" => &vocabulary::ENTRY_ADD_DEVICE,
        "revoke_device" => &vocabulary::ENTRY_REVOKE_DEVICE,
        "reset_pin" => &vocabulary::ENTRY_RESET_PIN,
        "release_entry" => &vocabulary::ENTRY_RELEASE_ENTRY,
        "dismiss_entry" => &vocabulary::ENTRY_DISMISS_ENTRY,
        "record_centre_address" => &vocabulary::ENTRY_RECORD_CENTRE_ADDRESS,
        "record_centre_position" => &vocabulary::ENTRY_RECORD_CENTRE_POSITION,
        "add_recipient" => &vocabulary::ENTRY_ADD_RECIPIENT,
        "hand_out" => &vocabulary::ENTRY_HAND_OUT,
        "void_hand_out" => &vocabulary::ENTRY_VOID_HAND_OUT,
        "describe_person" => &vocabulary::ENTRY_DESCRIBE_PERSON,
        "record_stay" => &vocabulary::ENTRY_RECORD_STAY,
        "record_consent" => &vocabulary::ENTRY_RECORD_CONSENT,
        "withdraw_consent" => &vocabulary::ENTRY_WITHDRAW_CONSENT,
        "record_functioning" => &vocabulary::ENTRY_RECORD_FUNCTIONING,
        "ask_of_people" => &vocabulary::ENTRY_ASK_OF_PEOPLE,
        "look_at_identity" => &vocabulary::ENTRY_LOOK_AT_IDENTITY,
        "merge_people" => &vocabulary::ENTRY_MERGE_PEOPLE,
        "retain_until" => &vocabulary::ENTRY_RETAIN_UNTIL,
        "erase_person" => &vocabulary::ENTRY_ERASE_PERSON,
        "keep_apart" => &vocabulary::ENTRY_KEEP_APART,
        "undo_merge" => &vocabulary::ENTRY_UNDO_MERGE,
        "join_waiting_list" => &vocabulary::ENTRY_JOIN_WAITING_LIST,
        "leave_waiting_list" => &vocabulary::ENTRY_LEAVE_WAITING_LIST,
        "offer_place" => &vocabulary::ENTRY_OFFER_PLACE,
        "decline_offer" => &vocabulary::ENTRY_DECLINE_OFFER,
        "issue_card" => &vocabulary::ENTRY_ISSUE_CARD,
        "close_period" => &vocabulary::ENTRY_CLOSE_PERIOD,
        "reopen_period" => &vocabulary::ENTRY_REOPEN_PERIOD,
        "describe_project" => &vocabulary::ENTRY_DESCRIBE_PROJECT,
        "define_indicator" => &vocabulary::ENTRY_DEFINE_INDICATOR,
        "set_target" => &vocabulary::ENTRY_SET_TARGET,
        "record_indicator_value" => &vocabulary::ENTRY_RECORD_INDICATOR_VALUE,
        "make_token" => &vocabulary::ENTRY_MAKE_TOKEN,
        "revoke_token" => &vocabulary::ENTRY_REVOKE_TOKEN,
        "record_progress" => &vocabulary::ENTRY_RECORD_PROGRESS,
        "accept_figure" => &vocabulary::ENTRY_ACCEPT_FIGURE,
        "revoke_card" => &vocabulary::ENTRY_REVOKE_CARD,
        _ => &vocabulary::ENTRY_UNREADABLE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_command_has_its_words() {
        // As serde names the variants; the list is that of the journal's documentation.
        let source = include_str!("../../../../domain/src/command.rs");
        let (_, variants) = source.split_once("pub enum Command {").expect("the commands");
        let (variants, _) = variants.split_once('}').expect("their end");
        let mut known = 0;
        for name in variants.lines().filter_map(|line| line.trim().split_once('(').map(|p| p.0)) {
            let mut key = String::new();
            for c in name.chars() {
                if c.is_uppercase() && !key.is_empty() {
                    key.push('_');
                }
                key.push(c.to_ascii_lowercase());
            }
            assert_ne!(entry_label(Some(&key)), &vocabulary::ENTRY_UNREADABLE, "{key}");
            known += 1;
        }
        assert!(known >= 30, "{known} commands");
        assert_eq!(entry_label(None), &vocabulary::ENTRY_UNREADABLE);
    }
}
