//! What a column of a report is, and all that there are.

/// What kind of value a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text, names and words.
    Text,
    /// Whole numbers.
    Number,
    /// Numbers with decimals.
    Decimal,
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
    /// A count of individuals of a project, a centre and a piece of the calendar: donors see it
    /// where it is proved that nobody is exposed ([`crate::suppression`]).
    Counted,
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
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
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
    /// What the row is split by: a code or a word of the vocabulary.
    Group = "group",
    /// Shifts of the plan, whatever became of them.
    Planned = "sessions_planned",
    /// Shifts held.
    Held = "sessions_held",
    /// Shifts that did not happen.
    DidNotHappen = "sessions_did_not_happen",
    /// Shifts that are over and that nobody closed.
    NotLogged = "sessions_not_logged",
    /// Different people, where their number is known.
    People = "people",
    /// The least that the number of different people can be.
    PeopleLeast = "people_least",
    /// The most that it can be.
    PeopleMost = "people_most",
    /// Of them here for the first time ever.
    NewPeople = "people_new",
    /// Different people of the period before.
    PeopleBefore = "people_before",
    /// Of them here again.
    Retained = "people_retained",
    /// Registered and present.
    Attended = "attended",
    /// Counted without being named.
    Headcount = "headcount",
    /// What of the occupancy a share is taken of.
    Housed = "housed",
    /// The day of that occupancy.
    HousedOn = "housed_on",
    /// Days between that day and the end of the period.
    HousedAge = "housed_age_days",
    /// 1 for somebody who was enrolled before the start, else 0.
    WasRegistered = "was_registered",
    /// Present, absent, or not marked.
    Presence = "presence",
    /// Why somebody may drop out.
    Risk = "risk",
    /// Why a figure is doubted.
    Doubt = "doubt",
    /// The doubted figure.
    Value = "value",
    /// What it is measured by.
    Usual = "usual",
    /// The day on which it was accepted.
    Accepted = "accepted",
    /// Since when.
    Since = "since",
    /// Country by its name.
    CountryName = "country_name",
    /// Hours of the sessions held.
    Hours = "hours",
    /// Share of the registered who came, in per cent.
    AttendanceRate = "attendance_percent",
    /// Share of the registered who did not, in per cent.
    NoShowRate = "no_show_percent",
    /// Places of the centre at the end of the period.
    Beds = "places",
    /// The occupancy as a share of the places, in per cent.
    OccupancyRate = "occupancy_percent",
    /// Different women and girls.
    PeopleFemale = "people_female",
    /// Different men and boys.
    PeopleMale = "people_male",
    /// Girls of 0 to 4 years.
    Female0 = "female_0_4",
    /// Girls of 5 to 11 years.
    Female5 = "female_5_11",
    /// Girls of 12 to 17 years.
    Female12 = "female_12_17",
    /// Women of 18 to 59 years.
    Female18 = "female_18_59",
    /// Women of 60 years and more.
    Female60 = "female_60_plus",
    /// Boys of 0 to 4 years.
    Male0 = "male_0_4",
    /// Boys of 5 to 11 years.
    Male5 = "male_5_11",
    /// Boys of 12 to 17 years.
    Male12 = "male_12_17",
    /// Men of 18 to 59 years.
    Male18 = "male_18_59",
    /// Men of 60 years and more.
    Male60 = "male_60_plus",
    /// People of another sex, of any age.
    OtherSex = "other_sex",
    /// People of whom sex or age is not known.
    SexOrAgeUnknown = "sex_or_age_unknown",
    /// People with a disability (Washington Group short set).
    Disabled = "disabled",
    /// Children who are unaccompanied or separated.
    Uasc = "unaccompanied_or_separated",
    /// Code of an indicator.
    IndicatorCode = "indicator_code",
    /// An indicator.
    Indicator = "indicator",
    /// Its level in the logframe.
    Level = "level",
    /// What it is counted in.
    IndicatorUnit = "indicator_unit",
    /// Its value before the project.
    Baseline = "baseline",
    /// What it is to reach.
    Target = "target",
    /// Its value in the period.
    Actual = "actual",
    /// Its value since the project began.
    Cumulative = "cumulative",
    /// How much of the target is reached, in per cent.
    Progress = "progress_percent",
    /// Where the figure comes from.
    Source = "source",
    /// Kind of the implementing organisation.
    OrganisationType = "organisation_type",
    /// Sector.
    Sector = "sector",
    /// Part of the sector.
    Subsector = "subsector",
    /// How it is done.
    Modality = "modality",
    /// Whether the project is to come, runs or is over.
    ProjectStatus = "project_status",
    /// Kinds of activity.
    Activities = "activities",
    /// Workshops that took place.
    Workshops = "workshops",
    /// Latitude of the centre at the end of the period, in degrees north.
    Latitude = "latitude",
    /// Longitude of the centre at the end of the period, in degrees east.
    Longitude = "longitude",
    /// For whom.
    Beneficiaries = "beneficiaries",
    /// People who are to be reached.
    Targeted = "targeted",
    /// How many absences, days without coming or days of waiting.
    HowMany = "how_many",
    /// The report that a figure stands in.
    Compared = "report",
    /// Code of the product or indicator that a figure is of.
    Item = "item_code",
    /// The column that a figure stands in.
    Figure = "figure",
    /// What was told before.
    Before = "before",
    /// What is told now.
    Now = "now",
    /// By how much it is more, or less.
    Change = "change",
}
