//! The reports by name, and their columns.

/// What kind of value a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text, names and words.
    Text,
    /// Whole numbers.
    Number,
    /// Reporting days.
    Day,
    /// Times of day.
    Time,
}

/// Whether a column speaks of people in a way that donors may not see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protection {
    /// Shown to everybody who may see the report.
    Open,
    /// A count of individuals or a split of people: hidden from donors.
    People,
}

/// One column of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Which column; the translations hold its label.
    pub id: ColumnId,
    /// What it holds.
    pub kind: ColumnKind,
    /// Its HXL hashtag and attributes (HXL 1.1).
    pub hxl: &'static str,
    /// Who may see it.
    pub protection: Protection,
}

macro_rules! columns {
    ($( $(#[$doc:meta])* $name:ident = $key:literal ),+ $(,)?) => {
        /// All columns of all reports; a label and a description each in the translations.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum ColumnId { $( $(#[$doc])* $name ),+ }

        impl ColumnId {
            /// All columns.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The key of the column in JSON.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }
        }
    };
}

columns! {
    /// The shift's random id.
    SessionId = "session_id",
    /// Reporting day.
    Date = "date",
    /// First day of the row's period.
    PeriodStart = "period_start",
    /// Last day of the row's period.
    PeriodEnd = "period_end",
    /// Planned begin.
    Start = "start",
    /// Planned end.
    End = "end",
    /// Planned length in minutes.
    Minutes = "minutes",
    /// State of the shift when the report was made.
    Status = "status",
    /// ISO 3166-1 alpha-3.
    Country = "country",
    /// District or the City of Belgrade.
    Adm1 = "adm1",
    /// ISO 3166-2 code of it.
    Adm1Code = "adm1_code",
    /// Municipality.
    Adm2 = "adm2",
    /// Centre.
    Site = "site",
    /// Code of the centre.
    SiteCode = "site_code",
    /// Kind of the centre on that day.
    SiteType = "site_type",
    /// Implementing organisation.
    Organisation = "organisation",
    /// Funder.
    Funder = "funder",
    /// Programme.
    Programme = "programme",
    /// Project.
    Project = "project",
    /// Code of the project.
    ProjectCode = "project_code",
    /// Workshop.
    Workshop = "workshop",
    /// Code of the workshop.
    WorkshopCode = "workshop_code",
    /// Kind of activity.
    Activity = "activity",
    /// Facilitators assigned.
    Facilitators = "facilitators",
    /// Enrolled before the start.
    Registered = "registered",
    /// One person at one session.
    Contacts = "contacts",
    /// Of them women and girls.
    ContactsFemale = "contacts_female",
    /// Of them men and boys.
    ContactsMale = "contacts_male",
    /// Of them of another sex.
    ContactsOther = "contacts_other",
    /// Of them with a sex that is not disclosed.
    ContactsSexUnknown = "contacts_sex_unknown",
    /// Of them children, 0 to 17.
    ContactsChildren = "contacts_children",
    /// Of them adults, 18 and more.
    ContactsAdults = "contacts_adults",
    /// Of them of an age that is not known.
    ContactsAgeUnknown = "contacts_age_unknown",
    /// Attended without being registered.
    WalkIns = "walk_ins",
    /// Registered and marked absent.
    NoShows = "no_shows",
    /// Pieces made.
    Pieces = "pieces",
    /// Made and no good; not among what was made.
    Rejected = "rejected",
    /// Day on which the shift was closed.
    Reported = "reported",
    /// Cells of the row that were hidden.
    Suppressed = "suppressed",
    /// Product.
    Product = "product",
    /// Code of the product.
    ProductCode = "product_code",
    /// Unit of the product.
    Unit = "unit",
    /// Quantity made, in its unit.
    Quantity = "quantity",
    /// Material used.
    Material = "material",
    /// Unit of the material.
    MaterialUnit = "material_unit",
    /// Quantity of the material used.
    MaterialUsed = "material_used",
    /// Code of a participant.
    PersonCode = "person_code",
    /// Sex of a participant.
    Sex = "sex",
    /// Age band of a participant.
    Band = "age_band",
}

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
}

impl Report {
    /// All reports, in the order of menus.
    pub const ALL: [Self; 3] = [Self::SessionLog, Self::OutputProduction, Self::PeopleReached];

    /// The name in addresses, on the command line and in file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::SessionLog => "session-log",
            Self::OutputProduction => "output-production",
            Self::PeopleReached => "people-reached",
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
            Self::PeopleReached => false,
        }
    }

    /// Its columns, in order.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::SessionLog => SESSION_LOG,
            Self::OutputProduction => OUTPUT_PRODUCTION,
            Self::PeopleReached => PEOPLE_REACHED,
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
    fn contacts_are_never_tagged_as_people() {
        for column in Report::ALL.iter().flat_map(|r| r.columns()) {
            assert!(!column.hxl.starts_with("#reached") && !column.hxl.starts_with("#targeted"));
        }
    }
}
