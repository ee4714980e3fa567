//! The reports by name, and which columns each has.

use super::Split;
use super::column::{Column, ColumnId, ColumnKind, Protection};
use crate::suppression::Audience;

/// What a file of several reports is called where a report has its name.
pub const PACKAGE: &str = "package";

/// The reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Report {
    /// R1: a row for each shift.
    SessionLog,
    /// R4: what was made, by period, centre, workshop and product.
    OutputProduction,
    /// Internal: a row for each person reached, by code.
    PeopleReached,
    /// Internal: a row for each person expected or marked at a shift that was held, by code.
    Attendance,
    /// R2: what happened, by period, centre and workshop.
    MonthlySummary,
    /// R3: different people by sex and age, by period and centre.
    PeopleBySexAndAge,
    /// R5: how far the indicators of projects are.
    IndicatorProgress,
    /// R6: who does what, where, when and for whom (5W), by project and centre.
    FiveW,
    /// Internal: what happened, by period and what it is split by: the trends.
    ActivitySummary,
    /// Internal: whom of the residents the activities reached.
    Participation,
    /// Internal: who may drop out, by code.
    DroppingOut,
    /// Internal: figures that are hard to believe.
    DoubtfulFigures,
    /// The figures of the reports for donors that are others than after an earlier entry of the
    /// journal.
    WhatChanged,
}

impl Report {
    /// All reports, in the order of menus.
    pub const ALL: [Self; 13] = [
        Self::SessionLog,
        Self::MonthlySummary,
        Self::PeopleBySexAndAge,
        Self::OutputProduction,
        Self::IndicatorProgress,
        Self::FiveW,
        Self::ActivitySummary,
        Self::PeopleReached,
        Self::Attendance,
        Self::Participation,
        Self::DroppingOut,
        Self::DoubtfulFigures,
        Self::WhatChanged,
    ];

    /// Those whose figures are compared by [`Report::WhatChanged`], in its order.
    pub const COMPARED: [Self; 6] = [
        Self::SessionLog,
        Self::MonthlySummary,
        Self::PeopleBySexAndAge,
        Self::OutputProduction,
        Self::IndicatorProgress,
        Self::FiveW,
    ];

    /// The name in addresses, on the command line and in file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::SessionLog => "session-log",
            Self::OutputProduction => "output-production",
            Self::PeopleReached => "people-reached",
            Self::Attendance => "attendance",
            Self::MonthlySummary => "monthly-summary",
            Self::PeopleBySexAndAge => "people-by-sex-and-age",
            Self::IndicatorProgress => "indicator-progress",
            Self::FiveW => "five-w",
            Self::ActivitySummary => "activity-summary",
            Self::Participation => "participation",
            Self::DroppingOut => "dropping-out",
            Self::DoubtfulFigures => "doubtful-figures",
            Self::WhatChanged => "what-changed",
        }
    }

    /// Reads a name back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|report| report.name() == name)
    }

    /// Whether donors may have it.
    pub fn for_donors(self) -> bool {
        match self {
            Self::SessionLog
            | Self::MonthlySummary
            | Self::PeopleBySexAndAge
            | Self::OutputProduction
            | Self::IndicatorProgress
            | Self::FiveW
            | Self::WhatChanged => true,
            Self::PeopleReached
            | Self::Attendance
            | Self::ActivitySummary
            | Self::Participation
            | Self::DroppingOut
            | Self::DoubtfulFigures => false,
        }
    }

    /// Where a column stands in its rows.
    pub fn place(self, column: ColumnId) -> Option<usize> {
        self.columns().iter().position(|one| one.id == column)
    }

    /// Whether it is cut into pieces of its period.
    pub fn has_steps(self) -> bool {
        matches!(
            self,
            Self::OutputProduction
                | Self::ActivitySummary
                | Self::Participation
                | Self::MonthlySummary
                | Self::PeopleBySexAndAge
                | Self::IndicatorProgress
                | Self::FiveW
                | Self::WhatChanged
        )
    }

    /// Whether it compares with an earlier entry of the journal, which must then be named.
    pub fn compares(self) -> bool {
        self == Self::WhatChanged
    }

    /// Whether it counts individuals for donors, so that what is shown must be proved.
    pub fn counts_people(self) -> bool {
        self.columns().iter().any(|column| column.protection == Protection::Counted)
    }

    /// Whether it is of projects: a workshop or a state is no filter of it.
    pub fn of_projects(self) -> bool {
        matches!(self, Self::IndicatorProgress | Self::FiveW)
    }

    /// The version of its definition: raised when a figure is counted, or a column described,
    /// otherwise than before.
    pub fn definition(self) -> u32 {
        match self {
            // 2: where a centre lies is told.
            Self::FiveW => 2,
            // 2: no later than today, and with the waiting lists of its day.
            Self::DroppingOut => 2,
            // 2: whoever came to another workshop before is not new.
            Self::MonthlySummary | Self::WhatChanged => 2,
            // 2: whoever came with another facilitator before is not new.
            Self::ActivitySummary => 2,
            // 2: a shift is judged by the days before it, not by those before the period.
            Self::DoubtfulFigures => 2,
            _ => 1,
        }
    }

    /// Whether it still makes the rows of a definition for a reader, though it may describe its
    /// columns otherwise. No journal from before 5W 2 tells where a centre lies, so it has the rows
    /// of 1; and no donor is told who is new.
    pub fn makes_rows_of(self, definition: u32, audience: Audience) -> bool {
        let has_rows_of_1 = match self {
            Self::FiveW => true,
            Self::MonthlySummary | Self::WhatChanged => audience == Audience::Donor,
            _ => false,
        };
        definition == self.definition() || (definition == 1 && has_rows_of_1)
    }

    /// Whether its rows can be split further.
    pub fn has_splits(self) -> bool {
        self == Self::ActivitySummary
    }

    /// Whether it tells the rows of one group of a split: of people, or of a facilitator's shifts.
    pub fn has_groups(self, by: Split) -> bool {
        match by {
            Split::Sex | Split::Band | Split::Language => {
                matches!(self, Self::PeopleReached | Self::Attendance)
            }
            Split::Facilitator => {
                matches!(self, Self::SessionLog | Self::PeopleReached | Self::Attendance)
            }
            // Filters of their own.
            Split::Centre | Split::Workshop => false,
        }
    }

    /// Whether it can be split so, or tell this group of the split.
    pub fn takes(self, by: Option<Split>, of: Option<&str>) -> bool {
        match (by, of) {
            (None, of) => of.is_none(),
            (Some(_), None) => self.has_splits(),
            (Some(by), Some(_)) => self.has_groups(by),
        }
    }

    /// Its columns, in order.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::SessionLog => SESSION_LOG,
            Self::OutputProduction => OUTPUT_PRODUCTION,
            Self::PeopleReached => PEOPLE_REACHED,
            Self::Attendance => ATTENDANCE,
            Self::MonthlySummary => MONTHLY_SUMMARY,
            Self::PeopleBySexAndAge => PEOPLE_BY_SEX_AND_AGE,
            Self::IndicatorProgress => INDICATOR_PROGRESS,
            Self::FiveW => FIVE_W,
            Self::ActivitySummary => ACTIVITY_SUMMARY,
            Self::Participation => PARTICIPATION,
            Self::DroppingOut => DROPPING_OUT,
            Self::DoubtfulFigures => DOUBTFUL_FIGURES,
            Self::WhatChanged => WHAT_CHANGED,
        }
    }
}

const fn open(id: ColumnId, kind: ColumnKind, hxl: &'static str) -> Column {
    Column { id, kind, hxl, protection: Protection::Open }
}

const fn people(id: ColumnId, hxl: &'static str) -> Column {
    Column { id, kind: Number, hxl, protection: Protection::People }
}

const fn share(id: ColumnId, hxl: &'static str) -> Column {
    Column { id, kind: Decimal, hxl, protection: Protection::People }
}

const fn counted(id: ColumnId, hxl: &'static str) -> Column {
    Column { id, kind: Number, hxl, protection: Protection::Counted }
}

const fn compared(id: ColumnId, hxl: &'static str) -> Column {
    Column { id, kind: Decimal, hxl, protection: Protection::Counted }
}

use ColumnKind::{Day, Decimal, Number, Text, Time};

/// Contacts are never tagged `#reached`: a consumer would read them as people.
const SESSION_LOG: &[Column] = &[
    open(ColumnId::SessionId, Text, "#meta+id"),
    open(ColumnId::Date, Day, "#date+occurred"),
    open(ColumnId::Start, Time, "#x_time+start"),
    open(ColumnId::End, Time, "#x_time+end"),
    open(ColumnId::Minutes, Number, "#x_duration+minutes+num"),
    open(ColumnId::Status, Text, "#status"),
    open(ColumnId::Country, Text, "#country+code+v_iso3"),
    open(ColumnId::Adm1, Text, "#adm1+name"),
    open(ColumnId::Adm1Code, Text, "#adm1+code+v_iso3166_2"),
    open(ColumnId::Adm2, Text, "#adm2+name"),
    open(ColumnId::Site, Text, "#loc+facility+name"),
    open(ColumnId::SiteCode, Text, "#loc+facility+code"),
    open(ColumnId::SiteType, Text, "#loc+facility+type"),
    open(ColumnId::Organisation, Text, "#org+impl+name"),
    open(ColumnId::Funder, Text, "#org+funder+name"),
    open(ColumnId::Programme, Text, "#activity+programme+name"),
    open(ColumnId::Project, Text, "#activity+project+name"),
    open(ColumnId::ProjectCode, Text, "#activity+project+code"),
    open(ColumnId::Workshop, Text, "#service+name"),
    open(ColumnId::WorkshopCode, Text, "#service+code"),
    open(ColumnId::Activity, Text, "#activity+type"),
    open(ColumnId::Facilitators, Number, "#capacity+facilitators+num"),
    people(ColumnId::Registered, "#output+registered+num"),
    open(ColumnId::Contacts, Number, "#output+contacts+num"),
    people(ColumnId::ContactsFemale, "#output+contacts+f+num"),
    people(ColumnId::ContactsMale, "#output+contacts+m+num"),
    people(ColumnId::ContactsOther, "#output+contacts+i+num"),
    people(ColumnId::ContactsSexUnknown, "#output+contacts+sex_unknown+num"),
    people(ColumnId::ContactsChildren, "#output+contacts+children+num"),
    people(ColumnId::ContactsAdults, "#output+contacts+adults+num"),
    people(ColumnId::ContactsAgeUnknown, "#output+contacts+age_unknown+num"),
    people(ColumnId::WalkIns, "#output+walkin+num"),
    people(ColumnId::NoShows, "#output+noshow+num"),
    open(ColumnId::Pieces, Number, "#output+made+num"),
    open(ColumnId::Reported, Day, "#date+reported"),
    open(ColumnId::Suppressed, Number, "#meta+suppressed"),
    open(ColumnId::Rejected, Number, "#output+rejected+num"),
];

const OUTPUT_PRODUCTION: &[Column] = &[
    open(ColumnId::PeriodStart, Day, "#date+start"),
    open(ColumnId::PeriodEnd, Day, "#date+end"),
    open(ColumnId::Site, Text, "#loc+facility+name"),
    open(ColumnId::SiteCode, Text, "#loc+facility+code"),
    open(ColumnId::Workshop, Text, "#service+name"),
    open(ColumnId::WorkshopCode, Text, "#service+code"),
    open(ColumnId::Product, Text, "#output+name"),
    open(ColumnId::ProductCode, Text, "#output+code"),
    open(ColumnId::Activity, Text, "#output+type"),
    open(ColumnId::Unit, Text, "#output+unit"),
    open(ColumnId::Quantity, Number, "#output+num"),
    open(ColumnId::Material, Text, "#item+name"),
    open(ColumnId::MaterialUnit, Text, "#item+unit"),
    open(ColumnId::MaterialUsed, Number, "#item+used+num"),
    open(ColumnId::Rejected, Number, "#output+rejected+num"),
];

/// The people of a workshop are a finer cut than donors get: hidden from them whole.
const MONTHLY_SUMMARY: &[Column] = &[
    open(ColumnId::PeriodStart, Day, "#date+start"),
    open(ColumnId::PeriodEnd, Day, "#date+end"),
    open(ColumnId::Country, Text, "#country+code+v_iso3"),
    open(ColumnId::Adm1, Text, "#adm1+name"),
    open(ColumnId::Site, Text, "#loc+facility+name"),
    open(ColumnId::SiteCode, Text, "#loc+facility+code"),
    open(ColumnId::ProjectCode, Text, "#activity+project+code"),
    open(ColumnId::Workshop, Text, "#service+name"),
    open(ColumnId::WorkshopCode, Text, "#service+code"),
    open(ColumnId::Planned, Number, "#output+sessions+planned+num"),
    open(ColumnId::Held, Number, "#output+sessions+held+num"),
    open(ColumnId::DidNotHappen, Number, "#output+sessions+cancelled+num"),
    open(ColumnId::Hours, Decimal, "#output+hours+num"),
    open(ColumnId::Contacts, Number, "#output+contacts+num"),
    people(ColumnId::ContactsFemale, "#output+contacts+f+num"),
    people(ColumnId::ContactsMale, "#output+contacts+m+num"),
    people(ColumnId::People, "#reached+ind+total"),
    people(ColumnId::PeopleFemale, "#reached+ind+f"),
    people(ColumnId::PeopleMale, "#reached+ind+m"),
    people(ColumnId::NewPeople, "#reached+ind+new"),
    people(ColumnId::PeopleLeast, "#x_people+least+num"),
    people(ColumnId::PeopleMost, "#x_people+most+num"),
    people(ColumnId::Registered, "#output+registered+num"),
    people(ColumnId::Attended, "#output+attended+num"),
    share(ColumnId::AttendanceRate, "#indicator+attendance+pct"),
    people(ColumnId::NoShows, "#output+noshow+num"),
    share(ColumnId::NoShowRate, "#indicator+noshow+pct"),
    open(ColumnId::Housed, Number, "#affected+ind+incamp+total"),
    open(ColumnId::HousedOn, Day, "#date+occupancy"),
    open(ColumnId::Beds, Number, "#capacity+beds+num"),
    open(ColumnId::OccupancyRate, Decimal, "#indicator+occupancy+pct"),
    open(ColumnId::Suppressed, Number, "#meta+suppressed"),
];

/// The ten cells, another sex and what is not known add up to the people known by code.
const PEOPLE_BY_SEX_AND_AGE: &[Column] = &[
    open(ColumnId::PeriodStart, Day, "#date+start"),
    open(ColumnId::PeriodEnd, Day, "#date+end"),
    open(ColumnId::Site, Text, "#loc+facility+name"),
    open(ColumnId::SiteCode, Text, "#loc+facility+code"),
    open(ColumnId::ProjectCode, Text, "#activity+project+code"),
    counted(ColumnId::Female0, "#reached+ind+f+children+age_0_4"),
    counted(ColumnId::Female5, "#reached+ind+f+children+age_5_11"),
    counted(ColumnId::Female12, "#reached+ind+f+children+adolescents+age_12_17"),
    counted(ColumnId::Female18, "#reached+ind+f+adults+age_18_59"),
    counted(ColumnId::Female60, "#reached+ind+f+adults+elderly+age_60plus"),
    counted(ColumnId::Male0, "#reached+ind+m+children+age_0_4"),
    counted(ColumnId::Male5, "#reached+ind+m+children+age_5_11"),
    counted(ColumnId::Male12, "#reached+ind+m+children+adolescents+age_12_17"),
    counted(ColumnId::Male18, "#reached+ind+m+adults+age_18_59"),
    counted(ColumnId::Male60, "#reached+ind+m+adults+elderly+age_60plus"),
    counted(ColumnId::OtherSex, "#reached+ind+i"),
    counted(ColumnId::SexOrAgeUnknown, "#reached+ind+unknown"),
    counted(ColumnId::Disabled, "#reached+ind+disabled"),
    counted(ColumnId::Uasc, "#reached+ind+children+uasc"),
    counted(ColumnId::People, "#reached+ind+total"),
    counted(ColumnId::PeopleLeast, "#x_people+least+num"),
    counted(ColumnId::PeopleMost, "#x_people+most+num"),
    open(ColumnId::Suppressed, Number, "#meta+suppressed"),
];

const INDICATOR_PROGRESS: &[Column] = &[
    open(ColumnId::Project, Text, "#activity+project+name"),
    open(ColumnId::ProjectCode, Text, "#activity+project+code"),
    open(ColumnId::Funder, Text, "#org+funder+name"),
    open(ColumnId::IndicatorCode, Text, "#indicator+code"),
    open(ColumnId::Indicator, Text, "#indicator+name"),
    open(ColumnId::Level, Text, "#indicator+type"),
    open(ColumnId::IndicatorUnit, Text, "#indicator+unit"),
    open(ColumnId::Baseline, Number, "#indicator+baseline+num"),
    open(ColumnId::Target, Number, "#indicator+target+num"),
    counted(ColumnId::Actual, "#indicator+value+num"),
    counted(ColumnId::Cumulative, "#indicator+value+cumulative+num"),
    Column {
        id: ColumnId::Progress,
        kind: Decimal,
        hxl: "#indicator+progress+pct",
        protection: Protection::Counted,
    },
    open(ColumnId::PeriodStart, Day, "#date+start"),
    open(ColumnId::PeriodEnd, Day, "#date+end"),
    open(ColumnId::Source, Text, "#meta+source"),
    open(ColumnId::Suppressed, Number, "#meta+suppressed"),
];

const FIVE_W: &[Column] = &[
    open(ColumnId::Funder, Text, "#org+funder+name"),
    open(ColumnId::Programme, Text, "#org+prog+name"),
    open(ColumnId::Organisation, Text, "#org+impl+name"),
    open(ColumnId::OrganisationType, Text, "#org+impl+type"),
    open(ColumnId::Sector, Text, "#sector+name"),
    open(ColumnId::Subsector, Text, "#subsector+name"),
    open(ColumnId::Project, Text, "#activity+project+name"),
    open(ColumnId::ProjectCode, Text, "#activity+project+code"),
    open(ColumnId::Workshops, Text, "#activity+activity+name"),
    open(ColumnId::Activities, Text, "#activity+type"),
    open(ColumnId::Modality, Text, "#modality"),
    open(ColumnId::CountryName, Text, "#country+name"),
    open(ColumnId::Country, Text, "#country+code+v_iso3"),
    open(ColumnId::Adm1, Text, "#adm1+name"),
    open(ColumnId::Adm1Code, Text, "#adm1+code+v_iso3166_2"),
    open(ColumnId::Adm2, Text, "#adm2+name"),
    open(ColumnId::Site, Text, "#loc+facility+name"),
    open(ColumnId::SiteCode, Text, "#loc+facility+code"),
    open(ColumnId::SiteType, Text, "#loc+facility+type"),
    open(ColumnId::Latitude, Decimal, "#geo+lat"),
    open(ColumnId::Longitude, Decimal, "#geo+lon"),
    open(ColumnId::PeriodStart, Day, "#date+start"),
    open(ColumnId::PeriodEnd, Day, "#date+end"),
    open(ColumnId::ProjectStatus, Text, "#status"),
    open(ColumnId::Beneficiaries, Text, "#beneficiary+type"),
    open(ColumnId::Targeted, Number, "#targeted+ind"),
    counted(ColumnId::People, "#reached+ind+total"),
    counted(ColumnId::PeopleFemale, "#reached+ind+f"),
    counted(ColumnId::PeopleMale, "#reached+ind+m"),
    open(ColumnId::Reported, Day, "#date+reported"),
    open(ColumnId::Source, Text, "#meta+source"),
    open(ColumnId::Suppressed, Number, "#meta+suppressed"),
];

/// A figure may be of anything that the compared reports tell, so it is tagged as an indicator.
const WHAT_CHANGED: &[Column] = &[
    open(ColumnId::Compared, Text, "#meta+report"),
    open(ColumnId::Figure, Text, "#indicator+name"),
    compared(ColumnId::Before, "#indicator+value+before+num"),
    compared(ColumnId::Now, "#indicator+value+now+num"),
    compared(ColumnId::Change, "#indicator+value+change+num"),
    open(ColumnId::PeriodStart, Day, "#date+start"),
    open(ColumnId::PeriodEnd, Day, "#date+end"),
    open(ColumnId::SiteCode, Text, "#loc+facility+code"),
    open(ColumnId::WorkshopCode, Text, "#service+code"),
    open(ColumnId::Item, Text, "#x_item+code"),
    open(ColumnId::SessionId, Text, "#meta+id"),
    open(ColumnId::ProjectCode, Text, "#activity+project+code"),
    open(ColumnId::Suppressed, Number, "#meta+suppressed"),
];

const PEOPLE_REACHED: &[Column] = &[
    open(ColumnId::PersonCode, Text, "#meta+person+code"),
    open(ColumnId::Sex, Text, "#x_sex"),
    open(ColumnId::Band, Text, "#x_age+band"),
    open(ColumnId::Contacts, Number, "#output+contacts+num"),
];

const ATTENDANCE: &[Column] = &[
    open(ColumnId::SessionId, Text, "#meta+id"),
    open(ColumnId::Date, Day, "#date+occurred"),
    open(ColumnId::Start, Time, "#x_time+start"),
    open(ColumnId::SiteCode, Text, "#loc+facility+code"),
    open(ColumnId::WorkshopCode, Text, "#service+code"),
    open(ColumnId::PersonCode, Text, "#meta+person+code"),
    open(ColumnId::Sex, Text, "#x_sex"),
    open(ColumnId::Band, Text, "#x_age+band"),
    open(ColumnId::WasRegistered, Number, "#x_registered+num"),
    open(ColumnId::Presence, Text, "#x_presence"),
];

/// Groups that overlap (languages, facilitators) do not add up to the whole.
const ACTIVITY_SUMMARY: &[Column] = &[
    open(ColumnId::PeriodStart, Day, "#date+start"),
    open(ColumnId::PeriodEnd, Day, "#date+end"),
    open(ColumnId::Site, Text, "#loc+facility+name"),
    open(ColumnId::SiteCode, Text, "#loc+facility+code"),
    open(ColumnId::Workshop, Text, "#service+name"),
    open(ColumnId::WorkshopCode, Text, "#service+code"),
    open(ColumnId::Group, Text, "#x_group"),
    open(ColumnId::Planned, Number, "#output+sessions+planned+num"),
    open(ColumnId::Held, Number, "#output+sessions+held+num"),
    open(ColumnId::DidNotHappen, Number, "#output+sessions+cancelled+num"),
    open(ColumnId::NotLogged, Number, "#output+sessions+not_logged+num"),
    open(ColumnId::Minutes, Number, "#x_duration+minutes+num"),
    open(ColumnId::Contacts, Number, "#output+contacts+num"),
    people(ColumnId::ContactsFemale, "#output+contacts+f+num"),
    people(ColumnId::ContactsMale, "#output+contacts+m+num"),
    people(ColumnId::Headcount, "#output+contacts+headcount+num"),
    people(ColumnId::WalkIns, "#output+walkin+num"),
    people(ColumnId::Registered, "#output+registered+num"),
    people(ColumnId::Attended, "#output+attended+num"),
    people(ColumnId::NoShows, "#output+noshow+num"),
    people(ColumnId::People, "#reached+ind+total"),
    people(ColumnId::PeopleLeast, "#x_people+least+num"),
    people(ColumnId::PeopleMost, "#x_people+most+num"),
    people(ColumnId::NewPeople, "#reached+ind+new"),
    people(ColumnId::PeopleBefore, "#x_people+before+num"),
    people(ColumnId::Retained, "#x_people+retained+num"),
    open(ColumnId::Pieces, Number, "#output+made+num"),
    open(ColumnId::Rejected, Number, "#output+rejected+num"),
];

const PARTICIPATION: &[Column] = &[
    open(ColumnId::PeriodStart, Day, "#date+start"),
    open(ColumnId::PeriodEnd, Day, "#date+end"),
    open(ColumnId::Site, Text, "#loc+facility+name"),
    open(ColumnId::SiteCode, Text, "#loc+facility+code"),
    open(ColumnId::Group, Text, "#x_group"),
    people(ColumnId::People, "#reached+ind+total"),
    people(ColumnId::PeopleLeast, "#x_people+least+num"),
    people(ColumnId::PeopleMost, "#x_people+most+num"),
    open(ColumnId::Housed, Number, "#affected+ind+incamp"),
    open(ColumnId::HousedOn, Day, "#date+occupancy"),
    open(ColumnId::HousedAge, Number, "#x_age+days+num"),
];

const DROPPING_OUT: &[Column] = &[
    open(ColumnId::SiteCode, Text, "#loc+facility+code"),
    open(ColumnId::PersonCode, Text, "#meta+person+code"),
    open(ColumnId::WorkshopCode, Text, "#service+code"),
    open(ColumnId::Workshop, Text, "#service+name"),
    open(ColumnId::Risk, Text, "#x_risk"),
    open(ColumnId::Since, Day, "#date+since"),
    open(ColumnId::HowMany, Number, "#x_risk+num"),
];

const DOUBTFUL_FIGURES: &[Column] = &[
    open(ColumnId::SessionId, Text, "#meta+id"),
    open(ColumnId::Date, Day, "#date+occurred"),
    open(ColumnId::Start, Time, "#x_time+start"),
    open(ColumnId::SiteCode, Text, "#loc+facility+code"),
    open(ColumnId::WorkshopCode, Text, "#service+code"),
    open(ColumnId::Workshop, Text, "#service+name"),
    open(ColumnId::Doubt, Text, "#x_doubt"),
    open(ColumnId::Value, Number, "#x_doubt+value+num"),
    open(ColumnId::Usual, Number, "#x_doubt+usual+num"),
    open(ColumnId::Accepted, Day, "#date+accepted"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn keys_and_tags_are_unique_and_well_formed() {
        for report in Report::ALL {
            assert_eq!(Report::from_name(report.name()), Some(report));
            let columns = report.columns();
            let keys: HashSet<_> = columns.iter().map(|c| c.id.key()).collect();
            let tags: HashSet<_> = columns.iter().map(|c| c.hxl).collect();
            assert_eq!((keys.len(), tags.len()), (columns.len(), columns.len()), "{report:?}");
            for column in columns {
                let mut parts = column.hxl.strip_prefix('#').expect("a hashtag").split('+');
                assert!(
                    parts.all(|p| p.starts_with(|c: char| c.is_ascii_alphabetic())
                        && p.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')),
                    "{}",
                    column.hxl
                );
            }
        }
    }

    #[test]
    fn only_individuals_are_tagged_as_people() {
        let never = ["contacts", "sessions", "registered", "contacts_", "headcount", "walk_ins"];
        for column in Report::ALL.iter().flat_map(|r| r.columns()) {
            let reached = column.hxl.starts_with("#reached");
            let key = column.id.key();
            assert!(!reached || !never.iter().any(|word| key.starts_with(word)), "{}", column.hxl);
            assert!(!reached || column.protection != Protection::Open, "{}", column.hxl);
            // An indicator may count anything.
            let counted = column.protection == Protection::Counted;
            let own = column.hxl.starts_with("#x_people") || column.hxl.starts_with("#indicator");
            assert!(!counted || reached || own, "{}", column.hxl);
        }
    }
}
