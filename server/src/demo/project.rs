//! What the project promised its funder. The targets are invented: the public reports give none.

use super::places::{product, project};
use super::script::{Script, at, date, id};
use domain::command::Command;
use domain::ids::IndicatorId;
use domain::indicator::{DefineIndicator, Level, Measure, SetTarget};
use domain::label::Name;
use domain::person::Sex;
use domain::project::DescribeProject;
use store::By;

struct Promise {
    code: &'static str,
    level: Level,
    measure: Measure,
    /// Title, definition, unit, source: English and Serbian.
    words: [(&'static str, &'static str); 4],
    target: i64,
}

const LOG: (&str, &str) = ("Session log", "Дневник смена");
const PEOPLE: (&str, &str) = ("people", "особе");

/// Describes the project and sets its indicators and targets.
pub fn tell(script: &mut Script) {
    let mut add = |command| script.add(By::Operator, at(date(2021, 4, 12), 9, 0), command);
    let name = |(en, sr): (&str, &str)| Name::new(en, sr);
    add(Command::DescribeProject(DescribeProject {
        project: project(),
        organisation_type: name(("International organisation", "Међународна организација")),
        sector: name(("Protection", "Заштита")),
        subsector: name(("Psychosocial support", "Психосоцијална подршка")),
        modality: name(("In person", "Уживо")),
        beneficiaries: name(("Asylum seekers and migrants", "Тражиоци азила и мигранти")),
        contact: name(("Project office, Belgrade", "Пројектна канцеларија, Београд")),
    }));
    for promise in promises() {
        let indicator = IndicatorId(id("indicator", promise.code));
        let [title, definition, unit, source] = promise.words.map(name);
        add(Command::DefineIndicator(DefineIndicator {
            indicator,
            project: project(),
            code: promise.code.into(),
            title,
            definition,
            unit,
            source,
            level: promise.level,
            measure: promise.measure,
            activity: None,
            baseline: 0,
        }));
        add(Command::SetTarget(SetTarget {
            indicator,
            from: date(2019, 7, 1),
            to: date(2021, 12, 31),
            value: promise.target,
        }));
    }
}

fn promises() -> [Promise; 5] {
    [
        Promise {
            code: "OC1.1",
            level: Level::Outcome,
            measure: Measure::Completions,
            words: [
                ("Officials who completed the e-course", "Службеници који су завршили е-курс"),
                (
                    "Enrolments in trainings of the project that were completed.",
                    "Уписи на обуке пројекта које су завршене.",
                ),
                PEOPLE,
                ("Register of the training", "Евиденција обуке"),
            ],
            target: 20,
        },
        Promise {
            code: "OP1.1",
            level: Level::Output,
            measure: Measure::People { sex: None, bands: Vec::new() },
            words: [
                ("People who took part in workshops", "Особе које су учествовале у радионицама"),
                (
                    "Different people with at least one attended session, known by code.",
                    "Различите особе са бар једним доласком, познате под шифром.",
                ),
                PEOPLE,
                LOG,
            ],
            target: 120,
        },
        Promise {
            code: "OP1.2",
            level: Level::Output,
            measure: Measure::People { sex: Some(Sex::Female), bands: Vec::new() },
            words: [
                ("Of them women and girls", "Од њих жене и девојчице"),
                (
                    "Different women and girls with at least one attended session.",
                    "Различите жене и девојчице са бар једним доласком.",
                ),
                PEOPLE,
                LOG,
            ],
            target: 60,
        },
        Promise {
            code: "OP1.3",
            level: Level::Output,
            measure: Measure::Contacts,
            words: [
                ("Contacts in workshops", "Контакти у радионицама"),
                ("One person at one session.", "Једна особа на једној смени."),
                ("contacts", "контакти"),
                LOG,
            ],
            target: 3_000,
        },
        Promise {
            code: "OP1.4",
            level: Level::Output,
            measure: Measure::Made { product: product("MASK") },
            words: [
                ("Canvas face masks made", "Израђене платнене маске"),
                (
                    "Good masks made at sessions that were held.",
                    "Исправне маске израђене на одржаним сменама.",
                ),
                ("pieces", "комади"),
                LOG,
            ],
            target: 10_000,
        },
    ]
}
