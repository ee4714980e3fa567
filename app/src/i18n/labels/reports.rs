//! The names of reports, the heads of their columns, and why a cell is empty.

use super::term_label;
use crate::i18n::catalogue::{reports, trends};
use crate::i18n::{Locale, Text};
use crate::tablet::words::language;
use domain::person::{AgeBand, Sex};
use domain::report::{ColumnId, GROUP_UNKNOWN, Report, Split, Step, Term};
use domain::suppression::Why;

/// The name of a report.
pub fn report_label(report: Report) -> &'static Text {
    match report {
        Report::SessionLog => &reports::SESSION_LOG,
        Report::OutputProduction => &reports::OUTPUT_PRODUCTION,
        Report::PeopleReached => &reports::PEOPLE_REACHED,
        Report::Attendance => &reports::ATTENDANCE,
        Report::ActivitySummary => &reports::ACTIVITY_SUMMARY,
        Report::Participation => &reports::PARTICIPATION,
        Report::DroppingOut => &reports::DROPPING_OUT,
        Report::DoubtfulFigures => &reports::DOUBTFUL_FIGURES,
    }
}

/// What a report holds, in a sentence.
pub fn report_about(report: Report) -> &'static Text {
    match report {
        Report::SessionLog => &reports::SESSION_LOG_ABOUT,
        Report::OutputProduction => &reports::OUTPUT_PRODUCTION_ABOUT,
        Report::PeopleReached => &reports::PEOPLE_REACHED_ABOUT,
        Report::Attendance => &reports::ATTENDANCE_ABOUT,
        Report::ActivitySummary => &reports::ACTIVITY_SUMMARY_ABOUT,
        Report::Participation => &reports::PARTICIPATION_ABOUT,
        Report::DroppingOut => &reports::DROPPING_OUT_ABOUT,
        Report::DoubtfulFigures => &reports::DOUBTFUL_FIGURES_ABOUT,
    }
}

/// The words for how finely a report is cut, after "a row for each".
pub fn step_label(step: Step) -> &'static Text {
    match step {
        Step::Day => &reports::STEP_DAY,
        Step::Week => &reports::STEP_WEEK,
        Step::Month => &reports::STEP_MONTH,
        Step::Quarter => &reports::STEP_QUARTER,
        Step::Year => &reports::STEP_YEAR,
        Step::Whole => &reports::STEP_WHOLE,
    }
}

/// The words for what a report is split by, after "split by".
pub fn split_label(split: Option<Split>) -> &'static Text {
    match split {
        None => &reports::BY_NOTHING,
        Some(Split::Centre) => &reports::BY_CENTRE,
        Some(Split::Workshop) => &reports::BY_WORKSHOP,
        Some(Split::Sex) => &reports::BY_SEX,
        Some(Split::Band) => &reports::BY_BAND,
        Some(Split::Language) => &reports::BY_LANGUAGE,
        Some(Split::Facilitator) => &reports::BY_FACILITATOR,
    }
}

/// A group of people, or a facilitator, by the code that a query or a row has for it.
pub fn group_of(locale: Locale, by: Split, code: &str) -> String {
    let known = Some(code).filter(|code| *code != GROUP_UNKNOWN);
    let term = |term| locale.text(term_label(term)).into_owned();
    let named = match by {
        Split::Sex => {
            let is = |code, sex: &Sex| Term::Sex(*sex).code() == code;
            let sex = known.and_then(|code| Sex::ALL.into_iter().find(|sex| is(code, sex)));
            sex.map(|sex| term(Term::Sex(sex)))
        }
        Split::Band => {
            let is = |code, band: &AgeBand| Term::Band(*band).code() == code;
            let band = known.and_then(|code| AgeBand::ALL.into_iter().find(|band| is(code, band)));
            band.map(|band| term(Term::Band(band)))
        }
        Split::Language => known.map(|code| language(locale, code)),
        Split::Facilitator => {
            let nobody = || locale.text(&trends::NOBODY_ASSIGNED).into_owned();
            Some(known.map_or_else(nobody, String::from))
        }
        Split::Centre | Split::Workshop => known.map(String::from),
    };
    named.unwrap_or_else(|| locale.text(&trends::NOT_RECORDED).into_owned())
}

macro_rules! columns {
    ($($id:ident: $label:ident, $about:ident;)*) => {
        /// The head of a column.
        pub fn column_label(column: ColumnId) -> &'static Text {
            match column { $(ColumnId::$id => &reports::$label),* }
        }

        /// What a column holds, in a sentence.
        pub fn column_about(column: ColumnId) -> &'static Text {
            match column { $(ColumnId::$id => &reports::$about),* }
        }
    };
}

columns! {
    SessionId: COL_SESSION_ID, ABOUT_SESSION_ID;
    Date: COL_DATE, ABOUT_DATE;
    PeriodStart: COL_PERIOD_START, ABOUT_PERIOD_START;
    PeriodEnd: COL_PERIOD_END, ABOUT_PERIOD_END;
    Start: COL_START, ABOUT_START;
    End: COL_END, ABOUT_END;
    Minutes: COL_MINUTES, ABOUT_MINUTES;
    Status: COL_STATUS, ABOUT_STATUS;
    Country: COL_COUNTRY, ABOUT_COUNTRY;
    Adm1: COL_ADM1, ABOUT_ADM1;
    Adm1Code: COL_ADM1_CODE, ABOUT_ADM1_CODE;
    Adm2: COL_ADM2, ABOUT_ADM2;
    Site: COL_SITE, ABOUT_SITE;
    SiteCode: COL_SITE_CODE, ABOUT_SITE_CODE;
    SiteType: COL_SITE_TYPE, ABOUT_SITE_TYPE;
    Organisation: COL_ORGANISATION, ABOUT_ORGANISATION;
    Funder: COL_FUNDER, ABOUT_FUNDER;
    Programme: COL_PROGRAMME, ABOUT_PROGRAMME;
    Project: COL_PROJECT, ABOUT_PROJECT;
    ProjectCode: COL_PROJECT_CODE, ABOUT_PROJECT_CODE;
    Workshop: COL_WORKSHOP, ABOUT_WORKSHOP;
    WorkshopCode: COL_WORKSHOP_CODE, ABOUT_WORKSHOP_CODE;
    Activity: COL_ACTIVITY, ABOUT_ACTIVITY;
    Facilitators: COL_FACILITATORS, ABOUT_FACILITATORS;
    Registered: COL_REGISTERED, ABOUT_REGISTERED;
    Contacts: COL_CONTACTS, ABOUT_CONTACTS;
    ContactsFemale: COL_CONTACTS_FEMALE, ABOUT_CONTACTS_FEMALE;
    ContactsMale: COL_CONTACTS_MALE, ABOUT_CONTACTS_MALE;
    ContactsOther: COL_CONTACTS_OTHER, ABOUT_CONTACTS_OTHER;
    ContactsSexUnknown: COL_CONTACTS_SEX_UNKNOWN, ABOUT_CONTACTS_SEX_UNKNOWN;
    ContactsChildren: COL_CONTACTS_CHILDREN, ABOUT_CONTACTS_CHILDREN;
    ContactsAdults: COL_CONTACTS_ADULTS, ABOUT_CONTACTS_ADULTS;
    ContactsAgeUnknown: COL_CONTACTS_AGE_UNKNOWN, ABOUT_CONTACTS_AGE_UNKNOWN;
    WalkIns: COL_WALK_INS, ABOUT_WALK_INS;
    NoShows: COL_NO_SHOWS, ABOUT_NO_SHOWS;
    Pieces: COL_PIECES, ABOUT_PIECES;
    Rejected: COL_REJECTED, ABOUT_REJECTED;
    Reported: COL_REPORTED, ABOUT_REPORTED;
    Suppressed: COL_SUPPRESSED, ABOUT_SUPPRESSED;
    Product: COL_PRODUCT, ABOUT_PRODUCT;
    ProductCode: COL_PRODUCT_CODE, ABOUT_PRODUCT_CODE;
    Unit: COL_UNIT, ABOUT_UNIT;
    Quantity: COL_QUANTITY, ABOUT_QUANTITY;
    Material: COL_MATERIAL, ABOUT_MATERIAL;
    MaterialUnit: COL_MATERIAL_UNIT, ABOUT_MATERIAL_UNIT;
    MaterialUsed: COL_MATERIAL_USED, ABOUT_MATERIAL_USED;
    PersonCode: COL_PERSON_CODE, ABOUT_PERSON_CODE;
    Sex: COL_SEX, ABOUT_SEX;
    Band: COL_BAND, ABOUT_BAND;
    Group: COL_GROUP, ABOUT_GROUP;
    Planned: COL_PLANNED, ABOUT_PLANNED;
    Held: COL_HELD, ABOUT_HELD;
    DidNotHappen: COL_DID_NOT_HAPPEN, ABOUT_DID_NOT_HAPPEN;
    NotLogged: COL_NOT_LOGGED, ABOUT_NOT_LOGGED;
    People: COL_PEOPLE, ABOUT_PEOPLE;
    PeopleLeast: COL_PEOPLE_LEAST, ABOUT_PEOPLE_LEAST;
    PeopleMost: COL_PEOPLE_MOST, ABOUT_PEOPLE_MOST;
    NewPeople: COL_NEW_PEOPLE, ABOUT_NEW_PEOPLE;
    PeopleBefore: COL_PEOPLE_BEFORE, ABOUT_PEOPLE_BEFORE;
    Retained: COL_RETAINED, ABOUT_RETAINED;
    Attended: COL_ATTENDED, ABOUT_ATTENDED;
    Headcount: COL_HEADCOUNT, ABOUT_HEADCOUNT;
    Housed: COL_HOUSED, ABOUT_HOUSED;
    HousedOn: COL_HOUSED_ON, ABOUT_HOUSED_ON;
    HousedAge: COL_HOUSED_AGE, ABOUT_HOUSED_AGE;
    WasRegistered: COL_WAS_REGISTERED, ABOUT_WAS_REGISTERED;
    Presence: COL_PRESENCE, ABOUT_PRESENCE;
    Risk: COL_RISK, ABOUT_RISK;
    Doubt: COL_DOUBT, ABOUT_DOUBT;
    Value: COL_VALUE, ABOUT_VALUE;
    Usual: COL_USUAL, ABOUT_USUAL;
    Accepted: COL_ACCEPTED, ABOUT_ACCEPTED;
    Since: COL_SINCE, ABOUT_SINCE;
    HowMany: COL_HOW_MANY, ABOUT_HOW_MANY;
}

/// Why a cell is empty.
pub fn why_label(why: Why) -> &'static Text {
    match why {
        Why::Suppressed => &reports::WHY_SUPPRESSED,
        Why::NotHeld => &reports::WHY_NOT_HELD,
        Why::NotRecorded => &reports::WHY_NOT_RECORDED,
        Why::NotApplicable => &reports::WHY_NOT_APPLICABLE,
        Why::OnlyARange => &reports::WHY_ONLY_A_RANGE,
        Why::Stale => &reports::WHY_STALE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_two_columns_of_a_report_have_the_same_head() {
        for report in Report::ALL {
            let columns = report.columns();
            for heads in [|text: &'static Text| text.en, |text: &'static Text| text.sr] {
                let heads: HashSet<_> = columns.iter().map(|c| heads(column_label(c.id))).collect();
                assert_eq!(heads.len(), columns.len(), "{report:?}");
            }
        }
    }
}
