//! The sentence that goes with a fault.

use crate::i18n::catalogue::{changes, faults, reports};
use crate::i18n::labels::clash_label;
use crate::i18n::{Locale, Text};
use crate::shift_log::is_walk_in;
use domain::fault::{Fault, Noun};

/// The sentence that goes with a fault: what is wrong, and what to do.
pub fn fault_text(locale: Locale, fault: &Fault) -> String {
    let text = match fault {
        Fault::Malformed { line: 0, .. } => &faults::MALFORMED,
        Fault::Malformed { line, column } => {
            let values = [("line", line as &dyn std::fmt::Display), ("column", column)];
            return locale.fill(&faults::MALFORMED_AT, &values);
        }
        Fault::TooLarge { max } => {
            return locale.fill(&faults::TOO_LARGE, &[("max", &locale.number(*max))]);
        }
        Fault::OutOfRange { field, .. } if field == "grant" => &faults::ROLE_ELSEWHERE,
        Fault::OutOfRange { field, .. } if is_walk_in(field) => &faults::NOBODY_HAS_CODE,
        // The code of a person: all are equally long.
        Fault::OutOfRange { field, min: 8, max: 8 } if field == "code" => &faults::NOBODY_HAS_CODE,
        Fault::OutOfRange { field, min, max } => return out_of_range(locale, field, *min, *max),
        Fault::BadDay { min, max } => {
            let (min, max) = (locale.date_medium(*min), locale.date_medium(*max));
            return locale.fill(&faults::BAD_DAY, &[("min", &min), ("max", &max)]);
        }
        Fault::Missing { field } => {
            let field = locale.text(field_label(field).0);
            return locale.fill(&faults::FIELD_MISSING, &[("field", &field)]);
        }
        Fault::TooManyTokens { max } => {
            return locale.fill(&faults::TOO_MANY_TOKENS, &[("max", &locale.number(*max))]);
        }
        Fault::TooManyTries { minutes } => return locale.count(&faults::TOO_MANY_TRIES, *minutes),
        Fault::WeakPassword { min } => return locale.count(&faults::WEAK_PASSWORD, *min),
        Fault::UnsupportedVersion => &faults::UNSUPPORTED_VERSION,
        Fault::NotSignedIn => &faults::NOT_SIGNED_IN,
        Fault::NotAllowed => &faults::NOT_ALLOWED,
        Fault::SameIdOtherBytes => &faults::SAME_ID_OTHER_BYTES,
        Fault::Unknown { noun } => unknown(*noun),
        Fault::OtherCentre { noun } => other_centre(*noun),
        Fault::AlreadyExists { noun } => already_exists(*noun),
        Fault::CodeTaken { noun: Noun::Account } => &faults::LOGIN_TAKEN,
        Fault::CodeTaken { .. } => &faults::CODE_TAKEN,
        Fault::PeriodReversed => &faults::PERIOD_REVERSED,
        Fault::PeriodClosed => &faults::PERIOD_CLOSED,
        Fault::PeriodNotWhole => &faults::PERIOD_NOT_WHOLE,
        Fault::Clash { clash } => {
            let clash = locale.text(clash_label(*clash));
            return locale.fill(&faults::CLASH, &[("clash", &clash)]);
        }
        Fault::NeedsGuardian => &faults::NEEDS_GUARDIAN,
        Fault::Erased => &faults::ERASED,
        Fault::OfferOver => &faults::OFFER_OVER,
        Fault::SamePerson => &faults::SAME_PERSON,
        Fault::ShiftLogged => &faults::SHIFT_LOGGED,
        Fault::ShiftClosed => &faults::SHIFT_CLOSED,
        Fault::ShiftOpen => &faults::SHIFT_OPEN,
        Fault::ShiftDidNotHappen => &faults::SHIFT_DID_NOT_HAPPEN,
        Fault::ShiftNotStarted => &faults::SHIFT_NOT_STARTED,
        Fault::EnteredSince => &faults::ENTERED_SINCE,
        Fault::AlreadyVoided => &faults::ALREADY_VOIDED,
        Fault::AccountDisabled => &faults::ACCOUNT_DISABLED,
        Fault::WrongCredentials => &faults::WRONG_CREDENTIALS,
        Fault::SessionExpired => &faults::SESSION_EXPIRED,
        Fault::WrongToken => &faults::WRONG_TOKEN,
        Fault::TokenNotTaken => &faults::TOKEN_NOT_TAKEN,
        Fault::OtherAccount => &faults::OTHER_ACCOUNT,
        Fault::BadOrigin => &faults::BAD_ORIGIN,
        Fault::WrongCode => &faults::WRONG_CODE,
        Fault::DeviceRevoked => &faults::DEVICE_REVOKED,
        Fault::NotAMember => &faults::NOT_A_MEMBER,
        Fault::SealBroken => &faults::SEAL_BROKEN,
        Fault::RescueUnreadable => &faults::RESCUE_UNREADABLE,
        Fault::UnsupportedFormat => &faults::UNSUPPORTED_FORMAT,
        Fault::NotFound => &faults::NOT_FOUND,
        Fault::Unavailable => &faults::UNAVAILABLE,
        Fault::Internal => &faults::INTERNAL,
    };
    locale.text(text).into_owned()
}

fn unknown(noun: Noun) -> &'static Text {
    match noun {
        Noun::Centre => &faults::UNKNOWN_CENTRE,
        Noun::Workshop => &faults::UNKNOWN_WORKSHOP,
        Noun::Product => &faults::UNKNOWN_PRODUCT,
        Noun::Shift => &faults::UNKNOWN_SHIFT,
        Noun::Person => &faults::UNKNOWN_PERSON,
        Noun::Enrolment => &faults::UNKNOWN_ENROLMENT,
        Noun::Output => &faults::UNKNOWN_OUTPUT,
        Noun::Occupancy => &faults::UNKNOWN_OCCUPANCY,
        Noun::Interpreting => &faults::UNKNOWN_INTERPRETING,
        Noun::Card | Noun::Consent | Noun::Waiting | Noun::Offer | Noun::Merge | Noun::Token => {
            &faults::UNKNOWN
        }
        Noun::Room => &faults::UNKNOWN_ROOM,
        Noun::Schedule => &faults::UNKNOWN_SCHEDULE,
        Noun::Closure => &faults::UNKNOWN_CLOSURE,
        Noun::Recipient => &faults::UNKNOWN_RECIPIENT,
        Noun::HandOut => &faults::UNKNOWN_HAND_OUT,
        Noun::Project => &faults::UNKNOWN_PROJECT,
        Noun::Account => &faults::UNKNOWN_ACCOUNT,
        Noun::Grant => &faults::UNKNOWN_GRANT,
        Noun::Report => &faults::UNKNOWN_REPORT,
        Noun::Share => &faults::UNKNOWN_SHARE,
        Noun::Indicator => &faults::UNKNOWN_INDICATOR,
        Noun::Device => &faults::UNKNOWN_DEVICE,
        Noun::Entry => &faults::UNKNOWN_ENTRY,
    }
}

fn other_centre(noun: Noun) -> &'static Text {
    match noun {
        Noun::Person => &faults::OTHER_CENTRE_PERSON,
        Noun::Shift => &faults::OTHER_CENTRE_SHIFT,
        Noun::Workshop => &faults::OTHER_CENTRE_WORKSHOP,
        Noun::Product => &faults::OTHER_CENTRE_PRODUCT,
        Noun::Room => &faults::OTHER_CENTRE_ROOM,
        _ => &faults::OTHER_CENTRE,
    }
}

fn already_exists(noun: Noun) -> &'static Text {
    match noun {
        Noun::Shift => &faults::ALREADY_EXISTS_SHIFT,
        Noun::Person => &faults::ALREADY_EXISTS_PERSON,
        Noun::Enrolment => &faults::ALREADY_EXISTS_ENROLMENT,
        Noun::Occupancy => &faults::ALREADY_EXISTS_OCCUPANCY,
        _ => &faults::ALREADY_EXISTS,
    }
}

fn out_of_range(locale: Locale, field: &str, min: i64, max: i64) -> String {
    let (name, is_text) = field_label(field);
    let text = if is_text { &faults::LENGTH_OUT_OF_RANGE } else { &faults::OUT_OF_RANGE };
    // Years are no quantities: 1900, not 1,900.
    let number = |n: i64| if field == "born" { n.to_string() } else { locale.number(n) };
    let (name, min, max) = (locale.text(name), number(min), number(max));
    locale.fill(text, &[("field", &name), ("min", &min), ("max", &max)])
}

/// The name of a command's field, and whether it holds text, whose range is one of lengths.
fn field_label(field: &str) -> (&'static Text, bool) {
    match field {
        "adm1" => (&faults::FIELD_ADM1, true),
        "adm1_code" => (&faults::FIELD_ADM1_CODE, true),
        "adm2" => (&faults::FIELD_ADM2, true),
        "alias" => (&faults::FIELD_ALIAS, true),
        "answers" => (&faults::FIELD_ANSWERS, false),
        "birth_date" => (&faults::FIELD_BIRTH_DATE, false),
        "born" => (&faults::FIELD_BORN, false),
        "boys" => (&faults::FIELD_BOYS, false),
        "children" => (&faults::FIELD_CHILDREN, false),
        "code" => (&faults::FIELD_CODE, true),
        "contact" => (&faults::FIELD_CONTACT, true),
        "female" => (&faults::FIELD_FEMALE, false),
        "funder" => (&faults::FIELD_FUNDER, true),
        "girls" => (&faults::FIELD_GIRLS, false),
        "guardian" => (&faults::FIELD_GUARDIAN, true),
        "implementer" => (&faults::FIELD_IMPLEMENTER, true),
        "label" => (&faults::FIELD_LABEL, true),
        "language" => (&faults::FIELD_LANGUAGE, true),
        "latitude" => (&faults::FIELD_LATITUDE, false),
        "login" => (&faults::FIELD_LOGIN, true),
        "longitude" => (&faults::FIELD_LONGITUDE, false),
        "male" => (&faults::FIELD_MALE, false),
        "minutes" => (&faults::FIELD_MINUTES, false),
        "name" => (&faults::FIELD_NAME, true),
        "nationality" => (&faults::FIELD_NATIONALITY, true),
        "password" => (&faults::FIELD_PASSWORD, true),
        "people" => (&faults::FIELD_PEOPLE, false),
        "places" => (&faults::FIELD_PLACES, false),
        "programme" => (&faults::FIELD_PROGRAMME, true),
        "project" => (&reports::PROJECT, false),
        "quantity" => (&faults::FIELD_QUANTITY, false),
        "reference" => (&faults::FIELD_REFERENCE, true),
        "remark" | "why" => (&faults::FIELD_REMARK, true),
        "facilitators" => (&faults::FIELD_FACILITATORS, false),
        "rule" => (&faults::FIELD_RULE, true),
        "starts" => (&faults::FIELD_STARTS, false),
        "every" => (&faults::FIELD_EVERY, false),
        "separation" => (&faults::FIELD_SEPARATION, false),
        "sex" => (&faults::FIELD_SEX, false),
        "since" => (&changes::SINCE, false),
        "source" => (&faults::FIELD_SOURCE, true),
        "title" => (&faults::FIELD_TITLE, true),
        "to" => (&faults::FIELD_TO, false),
        "total" => (&faults::FIELD_TOTAL, false),
        "version" => (&faults::FIELD_VERSION, true),
        "years" => (&faults::FIELD_YEARS, false),
        _ => (&faults::FIELD_OTHER, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_filled_in() {
        let day = |text: &str| text.parse().expect("a day");
        let many = [
            Fault::Malformed { line: 3, column: 14 },
            Fault::TooLarge { max: 1_000_000 },
            Fault::out_of_range("minutes", 1, 1440),
            Fault::out_of_range("title", 1, 120),
            Fault::out_of_range("born", 1900, 2100),
            Fault::BadDay { min: day("2021-05-01"), max: day("2021-05-31") },
            Fault::TooManyTries { minutes: 5 },
            Fault::WeakPassword { min: 10 },
        ];
        for fault in many {
            for locale in Locale::ALL {
                let text = fault_text(locale, &fault);
                assert!(!text.contains(['{', '}']), "{text}");
            }
        }
        assert_eq!(
            fault_text(Locale::En, &Fault::out_of_range("born", 1900, 2100)),
            "Year of birth: enter a value from 1900 to 2100."
        );
        assert_eq!(
            fault_text(Locale::En, &Fault::out_of_range("title", 1, 120)),
            "Title: enter a text of 1 to 120 characters."
        );
    }
}
