//! The words for what the registry records.

use crate::i18n::Text;
use crate::i18n::catalogue::{people, vocabulary};
use domain::command::PersonKind;
use domain::overview::Alike;
use domain::person::LanguageLevel;
use domain::registry::{Difficulty, Functioning, Guardian, PersonFact, Purpose, Separation};

/// How well somebody knows a language.
pub fn level_label(level: LanguageLevel) -> &'static Text {
    match level {
        LanguageLevel::Understands => &vocabulary::LEVEL_UNDERSTANDS,
        LanguageLevel::Speaks => &vocabulary::LEVEL_SPEAKS,
        LanguageLevel::Interprets => &vocabulary::LEVEL_INTERPRETS,
    }
}

/// With whom a child is.
pub fn separation_label(separation: Separation) -> &'static Text {
    match separation {
        Separation::Accompanied => &people::ACCOMPANIED,
        Separation::Separated => &people::SEPARATED,
        Separation::Unaccompanied => &people::UNACCOMPANIED,
    }
}

/// What somebody consents to.
pub fn purpose_label(purpose: Purpose) -> &'static Text {
    match purpose {
        Purpose::Record => &people::PURPOSE_RECORD,
        Purpose::Refer => &people::PURPOSE_REFER,
        Purpose::Photo => &people::PURPOSE_PHOTO,
        Purpose::Contact => &people::PURPOSE_CONTACT,
    }
}

/// Who consents for a minor.
pub fn guardian_label(guardian: Guardian) -> &'static Text {
    match guardian {
        Guardian::Parent => &people::GUARDIAN_PARENT,
        Guardian::Relative => &people::GUARDIAN_RELATIVE,
        Guardian::Appointed => &people::GUARDIAN_APPOINTED,
    }
}

/// A question of the short set.
pub fn functioning_label(question: Functioning) -> &'static Text {
    match question {
        Functioning::Seeing => &people::SEEING,
        Functioning::Hearing => &people::HEARING,
        Functioning::Walking => &people::WALKING,
        Functioning::Remembering => &people::REMEMBERING,
        Functioning::SelfCare => &people::SELF_CARE,
        Functioning::Communicating => &people::COMMUNICATING,
    }
}

/// An answer to it.
pub fn difficulty_label(difficulty: Difficulty) -> &'static Text {
    match difficulty {
        Difficulty::None => &people::DIFFICULTY_NONE,
        Difficulty::Some => &people::DIFFICULTY_SOME,
        Difficulty::ALot => &people::DIFFICULTY_A_LOT,
        Difficulty::Cannot => &people::DIFFICULTY_CANNOT,
    }
}

/// Something that a project asks for.
pub fn person_fact_label(fact: PersonFact) -> &'static Text {
    match fact {
        PersonFact::Sex => &people::ASK_SEX,
        PersonFact::Age => &people::ASK_AGE,
        PersonFact::Nationality => &people::ASK_NATIONALITY,
        PersonFact::Language => &people::ASK_LANGUAGE,
        PersonFact::Separation => &people::ASK_SEPARATION,
        PersonFact::Functioning => &people::ASK_FUNCTIONING,
        PersonFact::Consent => &people::ASK_CONSENT,
    }
}

/// Why two records look like one person.
pub fn alike_label(alike: Alike) -> &'static Text {
    match alike {
        Alike::SameAlias => &people::ALIKE_SAME,
        Alike::AliasSounds => &people::ALIKE_SOUNDS,
        Alike::BirthDate => &people::ALIKE_BIRTH,
        Alike::Age => &people::ALIKE_AGE,
        Alike::Nationality => &people::ALIKE_NATIONALITY,
        Alike::Language => &people::ALIKE_LANGUAGE,
    }
}

/// What somebody is for the organisation.
pub fn person_kind_label(kind: PersonKind) -> &'static Text {
    match kind {
        PersonKind::Resident => &people::KIND_RESIDENT,
        PersonKind::Official => &people::KIND_OFFICIAL,
        PersonKind::Neighbour => &people::KIND_NEIGHBOUR,
    }
}
