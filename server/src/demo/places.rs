//! Centres, the project and the workshops.
//!
//! A dated record begins on the first day for which its source speaks: what a place was before is
//! not known here.

use super::script::{Script, at, date, id};
use chrono::NaiveDate;
use domain::centre::{CentreKind, CentreStatus, CreateCentre, Position, RecordCentreCapacity};
use domain::centre::{RecordCentreKind, RecordCentrePosition, RecordCentreStatus};
use domain::command::Command;
use domain::ids::{CentreId, ProductId, ProjectId, WorkshopId};
use domain::label::Name;
use domain::project::CreateProject;
use domain::workshop::{Activity, AddProduct, CreateWorkshop, RecordWorkshopCapacity};
use domain::workshop::{ShareWorkshop, Unit};
use store::By;

/// Where the facts of May 2021 are from.
pub const FIELD_REPORT: &str = "field report, May 2021";
/// Where numbers are from that only fill the demo.
pub const INVENTED: &str = "demo, invented";

/// The project's code.
const PROJECT: &str = "EU-RSPMM2";

/// The id of a centre by its code.
pub fn centre(code: &str) -> CentreId {
    CentreId(id("centre", code))
}

/// The id of a workshop by its code.
pub fn workshop(code: &str) -> WorkshopId {
    WorkshopId(id("workshop", code))
}

/// The id of a product by its code.
pub fn product(code: &str) -> ProductId {
    ProductId(id("product", code))
}

/// The id of the project.
pub fn project() -> ProjectId {
    ProjectId(id("project", PROJECT))
}

/// Sets everything up.
pub fn tell(script: &mut Script) {
    let mut add = |command| {
        script.add(By::Operator, at(date(2021, 4, 12), 8, 0), command);
    };
    centres(&mut add);
    history(&mut add);
    add(Command::CreateProject(CreateProject {
        project: project(),
        code: PROJECT.into(),
        title: Name::new(
            "Regional support to protection-sensitive migration management in the Western \
             Balkans and Turkey, phase 2",
            "Регионална подршка управљању миграцијама осетљивом на заштиту на Западном \
             Балкану и у Турској, фаза 2",
        ),
        funder: Name::new("European Union", "Европска унија"),
        programme: Name::new(
            "Instrument for Pre-accession Assistance",
            "Инструмент за претприступну помоћ",
        ),
        implementer: Name::new("International organisation", "Међународна организација"),
        // Invented: the public reports give none.
        reference: "DEMO/2019/1".into(),
        from: date(2019, 7, 1),
        to: date(2021, 12, 31),
    }));
    for plan in WORKSHOPS {
        plan.tell(&mut add);
    }
    positions(&mut add);
    // Since the pandemic two at a time in the sewing room.
    for (from, people) in [(date(2019, 7, 1), 8), (date(2020, 4, 1), 2)] {
        let workshop = workshop("KRN-SEW");
        add(Command::RecordWorkshopCapacity(RecordWorkshopCapacity { workshop, from, people }));
    }
}

fn centres(add: &mut impl FnMut(Command)) {
    let belgrade = || Name::new("City of Belgrade", "Град Београд");
    let centres = [
        ("KRN", Name::new("Krnjača", "Крњача"), belgrade(), "RS-00", ("Palilula", "Палилула")),
        (
            "OBR",
            Name::new("Obrenovac", "Обреновац"),
            belgrade(),
            "RS-00",
            ("Obrenovac", "Обреновац"),
        ),
        (
            "SID",
            Name::new("Šid", "Шид"),
            Name::new("Srem District", "Сремски округ"),
            "RS-07",
            ("Šid", "Шид"),
        ),
    ];
    for (code, name, adm1, adm1_code, adm2) in centres {
        add(Command::CreateCentre(CreateCentre {
            centre: centre(code),
            code: code.into(),
            name,
            adm1,
            adm1_code: adm1_code.into(),
            adm2: Name::new(adm2.0, adm2.1),
        }));
    }
}

/// Kinds, states and capacities as published.
fn history(add: &mut impl FnMut(Command)) {
    use CentreKind::{AsylumCentre, ReceptionCentre};
    let may = date(2021, 5, 1);
    for (code, from, kind, source) in [
        ("KRN", date(2016, 1, 1), AsylumCentre, "AIDA, 2016"),
        ("OBR", may, ReceptionCentre, FIELD_REPORT),
        ("OBR", date(2021, 6, 16), AsylumCentre, "AIDA, 2021"),
        ("SID", may, ReceptionCentre, FIELD_REPORT),
    ] {
        let source = source.into();
        let centre = centre(code);
        add(Command::RecordCentreKind(RecordCentreKind { centre, from, kind, source }));
    }
    for (code, from, status, source) in [
        ("KRN", date(2016, 1, 1), CentreStatus::Open, "AIDA, 2016"),
        ("OBR", may, CentreStatus::Open, FIELD_REPORT),
        ("SID", may, CentreStatus::Open, FIELD_REPORT),
        ("SID", date(2024, 7, 1), CentreStatus::Closed, "local press, July 2024"),
    ] {
        let source = source.into();
        let centre = centre(code);
        add(Command::RecordCentreStatus(RecordCentreStatus { centre, from, status, source }));
    }
    for (code, from, places, source) in [
        ("KRN", date(2016, 1, 1), 350, "AIDA, 2016"),
        ("KRN", date(2024, 1, 1), 1_000, "AIDA, 2024"),
        ("OBR", date(2024, 1, 1), 1_000, "AIDA, 2024"),
        ("SID", may, 210, "local press"),
    ] {
        let source = source.into();
        let centre = centre(code);
        add(Command::RecordCentreCapacity(RecordCentreCapacity { centre, from, places, source }));
    }
}

/// Where the towns lie, to a hundredth of a degree: about a kilometre.
fn positions(add: &mut impl FnMut(Command)) {
    let may = date(2021, 5, 1);
    for (code, from, latitude, longitude) in [
        ("KRN", date(2016, 1, 1), 44_840_000, 20_500_000),
        ("OBR", may, 44_650_000, 20_200_000),
        ("SID", may, 45_120_000, 19_230_000),
    ] {
        let position = Some(Position { latitude, longitude });
        let source = "map of the town, approximate".into();
        let centre = centre(code);
        add(Command::RecordCentrePosition(RecordCentrePosition { centre, from, position, source }));
    }
}

/// A workshop as the story needs it.
struct Plan {
    code: &'static str,
    centre: Option<&'static str>,
    title: (&'static str, &'static str),
    activity: Activity,
    minutes: i64,
    product: Option<(&'static str, &'static str, &'static str)>,
}

const WORKSHOPS: [Plan; 4] = [
    Plan {
        code: "KRN-SEW",
        centre: Some("KRN"),
        title: ("Sewing and tailoring", "Кројење и шивење"),
        activity: Activity::Sewing,
        minutes: 120,
        product: Some(("MASK", "Canvas face mask", "Платнена маска за лице")),
    },
    Plan {
        code: "OBR-WOOD",
        centre: Some("OBR"),
        title: ("Carpentry", "Столарска радионица"),
        activity: Activity::Carpentry,
        minutes: 120,
        product: Some(("FIGURINE", "Wooden figurine", "Дрвена фигурица")),
    },
    Plan {
        code: "SID-SPORT",
        centre: Some("SID"),
        title: ("Sports for children and youth", "Спорт за децу и младе"),
        activity: Activity::Sports,
        minutes: 90,
        product: None,
    },
    // In Sarajevo and on the net: it belongs to no centre.
    Plan {
        code: "BG-TRAIN",
        centre: None,
        title: ("E-course for border guards", "Онлајн курс за граничне полицајце"),
        activity: Activity::Training,
        minutes: 60,
        product: None,
    },
];

impl Plan {
    fn tell(&self, add: &mut impl FnMut(Command)) {
        let id = workshop(self.code);
        add(Command::CreateWorkshop(CreateWorkshop {
            workshop: id,
            centre: self.centre.map(centre),
            code: self.code.into(),
            title: Name::new(self.title.0, self.title.1),
            activity: self.activity,
            minutes: self.minutes,
        }));
        if let Some((code, en, sr)) = self.product {
            add(Command::AddProduct(AddProduct {
                product: product(code),
                workshop: id,
                code: code.into(),
                name: Name::new(en, sr),
                unit: Unit::Piece,
            }));
        }
        let from: NaiveDate = date(2019, 7, 1);
        let share = ShareWorkshop { workshop: id, project: project(), from, to: None };
        add(Command::ShareWorkshop(share));
    }
}
