//! The names of reports, the heads of their columns, and why a cell is empty.

use super::term_label;
use crate::i18n::catalogue::{changes, donor_reports, reports, trends};
use crate::i18n::{Locale, Text};
use crate::tablet::words::language;
use domain::indicator::Level;
use domain::person::{AgeBand, Sex};
use domain::project::ProjectState;
use domain::report::{ColumnId, GROUP_UNKNOWN, Report, Split, Step, Term};
use domain::suppression::Why;

/// The name of a report.
pub fn report_label(report: Report) -> &'static Text {
    match report {
        Report::SessionLog => &reports::SESSION_LOG,
        Report::OutputProduction => &reports::OUTPUT_PRODUCTION,
        Report::PeopleReached => &reports::PEOPLE_REACHED,
        Report::Attendance => &reports::ATTENDANCE,
        Report::MonthlySummary => &donor_reports::MONTHLY_SUMMARY,
        Report::PeopleBySexAndAge => &donor_reports::PEOPLE_BY_SEX_AND_AGE,
        Report::IndicatorProgress => &donor_reports::INDICATOR_PROGRESS,
        Report::FiveW => &donor_reports::FIVE_W,
        Report::ActivitySummary => &reports::ACTIVITY_SUMMARY,
        Report::Participation => &reports::PARTICIPATION,
        Report::DroppingOut => &reports::DROPPING_OUT,
        Report::DoubtfulFigures => &reports::DOUBTFUL_FIGURES,
        Report::WhatChanged => &changes::WHAT_CHANGED,
    }
}

/// What a report holds, in a sentence.
pub fn report_about(report: Report) -> &'static Text {
    match report {
        Report::SessionLog => &reports::SESSION_LOG_ABOUT,
        Report::OutputProduction => &reports::OUTPUT_PRODUCTION_ABOUT,
        Report::PeopleReached => &reports::PEOPLE_REACHED_ABOUT,
        Report::Attendance => &reports::ATTENDANCE_ABOUT,
        Report::MonthlySummary => &donor_reports::MONTHLY_SUMMARY_ABOUT,
        Report::PeopleBySexAndAge => &donor_reports::PEOPLE_BY_SEX_AND_AGE_ABOUT,
        Report::IndicatorProgress => &donor_reports::INDICATOR_PROGRESS_ABOUT,
        Report::FiveW => &donor_reports::FIVE_W_ABOUT,
        Report::ActivitySummary => &reports::ACTIVITY_SUMMARY_ABOUT,
        Report::Participation => &reports::PARTICIPATION_ABOUT,
        Report::DroppingOut => &reports::DROPPING_OUT_ABOUT,
        Report::DoubtfulFigures => &reports::DOUBTFUL_FIGURES_ABOUT,
        Report::WhatChanged => &changes::WHAT_CHANGED_ABOUT,
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

/// The word for the level of an indicator.
pub fn indicator_level_label(level: Level) -> &'static Text {
    match level {
        Level::Output => &donor_reports::LEVEL_OUTPUT,
        Level::Outcome => &donor_reports::LEVEL_OUTCOME,
        Level::Impact => &donor_reports::LEVEL_IMPACT,
    }
}

/// The word for where a project stands.
pub fn project_label(state: ProjectState) -> &'static Text {
    match state {
        ProjectState::Planned => &donor_reports::PROJECT_PLANNED,
        ProjectState::Ongoing => &donor_reports::PROJECT_ONGOING,
        ProjectState::Completed => &donor_reports::PROJECT_COMPLETED,
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
    ($($id:ident: $label:path, $about:path;)*) => {
        /// The head of a column.
        pub fn column_label(column: ColumnId) -> &'static Text {
            match column { $(ColumnId::$id => &$label),* }
        }

        /// What a column holds, in a sentence.
        pub fn column_about(column: ColumnId) -> &'static Text {
            match column { $(ColumnId::$id => &$about),* }
        }
    };
}

columns! {
    SessionId: reports::COL_SESSION_ID, reports::ABOUT_SESSION_ID;
    Date: reports::COL_DATE, reports::ABOUT_DATE;
    PeriodStart: reports::COL_PERIOD_START, reports::ABOUT_PERIOD_START;
    PeriodEnd: reports::COL_PERIOD_END, reports::ABOUT_PERIOD_END;
    Start: reports::COL_START, reports::ABOUT_START;
    End: reports::COL_END, reports::ABOUT_END;
    Minutes: reports::COL_MINUTES, reports::ABOUT_MINUTES;
    Status: reports::COL_STATUS, reports::ABOUT_STATUS;
    Country: reports::COL_COUNTRY, reports::ABOUT_COUNTRY;
    Adm1: reports::COL_ADM1, reports::ABOUT_ADM1;
    Adm1Code: reports::COL_ADM1_CODE, reports::ABOUT_ADM1_CODE;
    Adm2: reports::COL_ADM2, reports::ABOUT_ADM2;
    Site: reports::COL_SITE, reports::ABOUT_SITE;
    SiteCode: reports::COL_SITE_CODE, reports::ABOUT_SITE_CODE;
    SiteType: reports::COL_SITE_TYPE, reports::ABOUT_SITE_TYPE;
    Organisation: reports::COL_ORGANISATION, reports::ABOUT_ORGANISATION;
    Funder: reports::COL_FUNDER, reports::ABOUT_FUNDER;
    Programme: reports::COL_PROGRAMME, reports::ABOUT_PROGRAMME;
    Project: reports::COL_PROJECT, reports::ABOUT_PROJECT;
    ProjectCode: reports::COL_PROJECT_CODE, reports::ABOUT_PROJECT_CODE;
    Workshop: reports::COL_WORKSHOP, reports::ABOUT_WORKSHOP;
    WorkshopCode: reports::COL_WORKSHOP_CODE, reports::ABOUT_WORKSHOP_CODE;
    Activity: reports::COL_ACTIVITY, reports::ABOUT_ACTIVITY;
    Facilitators: reports::COL_FACILITATORS, reports::ABOUT_FACILITATORS;
    Registered: reports::COL_REGISTERED, reports::ABOUT_REGISTERED;
    Contacts: reports::COL_CONTACTS, reports::ABOUT_CONTACTS;
    ContactsFemale: reports::COL_CONTACTS_FEMALE, reports::ABOUT_CONTACTS_FEMALE;
    ContactsMale: reports::COL_CONTACTS_MALE, reports::ABOUT_CONTACTS_MALE;
    ContactsOther: reports::COL_CONTACTS_OTHER, reports::ABOUT_CONTACTS_OTHER;
    ContactsSexUnknown: reports::COL_CONTACTS_SEX_UNKNOWN, reports::ABOUT_CONTACTS_SEX_UNKNOWN;
    ContactsChildren: reports::COL_CONTACTS_CHILDREN, reports::ABOUT_CONTACTS_CHILDREN;
    ContactsAdults: reports::COL_CONTACTS_ADULTS, reports::ABOUT_CONTACTS_ADULTS;
    ContactsAgeUnknown: reports::COL_CONTACTS_AGE_UNKNOWN, reports::ABOUT_CONTACTS_AGE_UNKNOWN;
    WalkIns: reports::COL_WALK_INS, reports::ABOUT_WALK_INS;
    NoShows: reports::COL_NO_SHOWS, reports::ABOUT_NO_SHOWS;
    Pieces: reports::COL_PIECES, reports::ABOUT_PIECES;
    Rejected: reports::COL_REJECTED, reports::ABOUT_REJECTED;
    Reported: reports::COL_REPORTED, reports::ABOUT_REPORTED;
    Suppressed: reports::COL_SUPPRESSED, reports::ABOUT_SUPPRESSED;
    Product: reports::COL_PRODUCT, reports::ABOUT_PRODUCT;
    ProductCode: reports::COL_PRODUCT_CODE, reports::ABOUT_PRODUCT_CODE;
    Unit: reports::COL_UNIT, reports::ABOUT_UNIT;
    Quantity: reports::COL_QUANTITY, reports::ABOUT_QUANTITY;
    Material: reports::COL_MATERIAL, reports::ABOUT_MATERIAL;
    MaterialUnit: reports::COL_MATERIAL_UNIT, reports::ABOUT_MATERIAL_UNIT;
    MaterialUsed: reports::COL_MATERIAL_USED, reports::ABOUT_MATERIAL_USED;
    PersonCode: reports::COL_PERSON_CODE, reports::ABOUT_PERSON_CODE;
    Sex: reports::COL_SEX, reports::ABOUT_SEX;
    Band: reports::COL_BAND, reports::ABOUT_BAND;
    Group: reports::COL_GROUP, reports::ABOUT_GROUP;
    Planned: reports::COL_PLANNED, reports::ABOUT_PLANNED;
    Held: reports::COL_HELD, reports::ABOUT_HELD;
    DidNotHappen: reports::COL_DID_NOT_HAPPEN, reports::ABOUT_DID_NOT_HAPPEN;
    NotLogged: reports::COL_NOT_LOGGED, reports::ABOUT_NOT_LOGGED;
    People: reports::COL_PEOPLE, reports::ABOUT_PEOPLE;
    PeopleLeast: reports::COL_PEOPLE_LEAST, reports::ABOUT_PEOPLE_LEAST;
    PeopleMost: reports::COL_PEOPLE_MOST, reports::ABOUT_PEOPLE_MOST;
    NewPeople: reports::COL_NEW_PEOPLE, reports::ABOUT_NEW_PEOPLE;
    PeopleBefore: reports::COL_PEOPLE_BEFORE, reports::ABOUT_PEOPLE_BEFORE;
    Retained: reports::COL_RETAINED, reports::ABOUT_RETAINED;
    Attended: reports::COL_ATTENDED, reports::ABOUT_ATTENDED;
    Headcount: reports::COL_HEADCOUNT, reports::ABOUT_HEADCOUNT;
    Housed: reports::COL_HOUSED, reports::ABOUT_HOUSED;
    HousedOn: reports::COL_HOUSED_ON, reports::ABOUT_HOUSED_ON;
    HousedAge: reports::COL_HOUSED_AGE, reports::ABOUT_HOUSED_AGE;
    WasRegistered: reports::COL_WAS_REGISTERED, reports::ABOUT_WAS_REGISTERED;
    Presence: reports::COL_PRESENCE, reports::ABOUT_PRESENCE;
    Risk: reports::COL_RISK, reports::ABOUT_RISK;
    Doubt: reports::COL_DOUBT, reports::ABOUT_DOUBT;
    Value: reports::COL_VALUE, reports::ABOUT_VALUE;
    Usual: reports::COL_USUAL, reports::ABOUT_USUAL;
    Accepted: reports::COL_ACCEPTED, reports::ABOUT_ACCEPTED;
    Since: reports::COL_SINCE, reports::ABOUT_SINCE;
    HowMany: reports::COL_HOW_MANY, reports::ABOUT_HOW_MANY;
    CountryName: donor_reports::COL_COUNTRY_NAME, donor_reports::ABOUT_COUNTRY_NAME;
    Hours: donor_reports::COL_HOURS, donor_reports::ABOUT_HOURS;
    AttendanceRate: donor_reports::COL_ATTENDANCE_RATE, donor_reports::ABOUT_ATTENDANCE_RATE;
    NoShowRate: donor_reports::COL_NO_SHOW_RATE, donor_reports::ABOUT_NO_SHOW_RATE;
    Beds: donor_reports::COL_BEDS, donor_reports::ABOUT_BEDS;
    OccupancyRate: donor_reports::COL_OCCUPANCY_RATE, donor_reports::ABOUT_OCCUPANCY_RATE;
    PeopleFemale: donor_reports::COL_PEOPLE_FEMALE, donor_reports::ABOUT_PEOPLE_FEMALE;
    PeopleMale: donor_reports::COL_PEOPLE_MALE, donor_reports::ABOUT_PEOPLE_MALE;
    Female0: donor_reports::COL_FEMALE_0, donor_reports::ABOUT_FEMALE_0;
    Female5: donor_reports::COL_FEMALE_5, donor_reports::ABOUT_FEMALE_5;
    Female12: donor_reports::COL_FEMALE_12, donor_reports::ABOUT_FEMALE_12;
    Female18: donor_reports::COL_FEMALE_18, donor_reports::ABOUT_FEMALE_18;
    Female60: donor_reports::COL_FEMALE_60, donor_reports::ABOUT_FEMALE_60;
    Male0: donor_reports::COL_MALE_0, donor_reports::ABOUT_MALE_0;
    Male5: donor_reports::COL_MALE_5, donor_reports::ABOUT_MALE_5;
    Male12: donor_reports::COL_MALE_12, donor_reports::ABOUT_MALE_12;
    Male18: donor_reports::COL_MALE_18, donor_reports::ABOUT_MALE_18;
    Male60: donor_reports::COL_MALE_60, donor_reports::ABOUT_MALE_60;
    OtherSex: donor_reports::COL_OTHER_SEX, donor_reports::ABOUT_OTHER_SEX;
    SexOrAgeUnknown: donor_reports::COL_SEX_OR_AGE_UNKNOWN, donor_reports::ABOUT_SEX_OR_AGE_UNKNOWN;
    Disabled: donor_reports::COL_DISABLED, donor_reports::ABOUT_DISABLED;
    Uasc: donor_reports::COL_UASC, donor_reports::ABOUT_UASC;
    IndicatorCode: donor_reports::COL_INDICATOR_CODE, donor_reports::ABOUT_INDICATOR_CODE;
    Indicator: donor_reports::COL_INDICATOR, donor_reports::ABOUT_INDICATOR;
    Level: donor_reports::COL_LEVEL, donor_reports::ABOUT_LEVEL;
    IndicatorUnit: donor_reports::COL_INDICATOR_UNIT, donor_reports::ABOUT_INDICATOR_UNIT;
    Baseline: donor_reports::COL_BASELINE, donor_reports::ABOUT_BASELINE;
    Target: donor_reports::COL_TARGET, donor_reports::ABOUT_TARGET;
    Actual: donor_reports::COL_ACTUAL, donor_reports::ABOUT_ACTUAL;
    Cumulative: donor_reports::COL_CUMULATIVE, donor_reports::ABOUT_CUMULATIVE;
    Progress: donor_reports::COL_PROGRESS, donor_reports::ABOUT_PROGRESS;
    Source: donor_reports::COL_SOURCE, donor_reports::ABOUT_SOURCE;
    OrganisationType: donor_reports::COL_ORGANISATION_TYPE, donor_reports::ABOUT_ORGANISATION_TYPE;
    Sector: donor_reports::COL_SECTOR, donor_reports::ABOUT_SECTOR;
    Subsector: donor_reports::COL_SUBSECTOR, donor_reports::ABOUT_SUBSECTOR;
    Modality: donor_reports::COL_MODALITY, donor_reports::ABOUT_MODALITY;
    ProjectStatus: donor_reports::COL_PROJECT_STATUS, donor_reports::ABOUT_PROJECT_STATUS;
    Activities: donor_reports::COL_ACTIVITIES, donor_reports::ABOUT_ACTIVITIES;
    Workshops: donor_reports::COL_WORKSHOPS, donor_reports::ABOUT_WORKSHOPS;
    Latitude: donor_reports::COL_LATITUDE, donor_reports::ABOUT_LATITUDE;
    Longitude: donor_reports::COL_LONGITUDE, donor_reports::ABOUT_LONGITUDE;
    Beneficiaries: donor_reports::COL_BENEFICIARIES, donor_reports::ABOUT_BENEFICIARIES;
    Targeted: donor_reports::COL_TARGETED, donor_reports::ABOUT_TARGETED;
    Compared: changes::COL_REPORT, changes::ABOUT_REPORT;
    Item: changes::COL_ITEM, changes::ABOUT_ITEM;
    Figure: changes::COL_FIGURE, changes::ABOUT_FIGURE;
    Before: changes::COL_BEFORE, changes::ABOUT_BEFORE;
    Now: changes::COL_NOW, changes::ABOUT_NOW;
    Change: changes::COL_CHANGE, changes::ABOUT_CHANGE;
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
        Why::NotOver => &donor_reports::WHY_NOT_OVER,
        Why::Quarterly => &donor_reports::WHY_QUARTERLY,
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
