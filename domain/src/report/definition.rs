//! The reports by name, and which columns each has.

use super::Split;
use super::column::{Column, ColumnId, ColumnKind, Protection};

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
    /// Internal: what happened, by period and what it is split by (R2 and the trends).
    ActivitySummary,
    /// Internal: whom of the residents the activities reached.
    Participation,
    /// Internal: who may drop out, by code.
    DroppingOut,
    /// Internal: figures that are hard to believe.
    DoubtfulFigures,
}

impl Report {
    /// All reports, in the order of menus.
    pub const ALL: [Self; 8] = [
        Self::SessionLog,
        Self::ActivitySummary,
        Self::OutputProduction,
        Self::PeopleReached,
        Self::Attendance,
        Self::Participation,
        Self::DroppingOut,
        Self::DoubtfulFigures,
    ];

    /// The name in addresses, on the command line and in file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::SessionLog => "session-log",
            Self::OutputProduction => "output-production",
            Self::PeopleReached => "people-reached",
            Self::Attendance => "attendance",
            Self::ActivitySummary => "activity-summary",
            Self::Participation => "participation",
            Self::DroppingOut => "dropping-out",
            Self::DoubtfulFigures => "doubtful-figures",
        }
    }

    /// Reads a name back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|report| report.name() == name)
    }

    /// Whether donors may have it.
    pub fn for_donors(self) -> bool {
        match self {
            Self::SessionLog | Self::OutputProduction => true,
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
        matches!(self, Self::OutputProduction | Self::ActivitySummary | Self::Participation)
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
            Self::ActivitySummary => ACTIVITY_SUMMARY,
            Self::Participation => PARTICIPATION,
            Self::DroppingOut => DROPPING_OUT,
            Self::DoubtfulFigures => DOUBTFUL_FIGURES,
        }
    }
}

const fn open(id: ColumnId, kind: ColumnKind, hxl: &'static str) -> Column {
    Column { id, kind, hxl, protection: Protection::Open }
}

const fn people(id: ColumnId, hxl: &'static str) -> Column {
    Column { id, kind: Number, hxl, protection: Protection::People }
}

use ColumnKind::{Day, Number, Text, Time};

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
        let individuals = [ColumnId::People, ColumnId::NewPeople];
        for column in Report::ALL.iter().flat_map(|r| r.columns()) {
            let tagged = ["#reached", "#targeted"].iter().any(|tag| column.hxl.starts_with(tag));
            assert_eq!(tagged, individuals.contains(&column.id), "{}", column.hxl);
            assert!(!tagged || column.protection == Protection::People, "{}", column.hxl);
        }
    }
}
