//! Every address as every persona: routes, pages and server functions.

use crate::support::Persona::{self, *};
use crate::support::*;
use axum::http::StatusCode;
use domain::ids::PersonId;
use domain::person::PersonCode;
use leptos::server_fn::axum::server_fn_paths;
use server::pages;
use server::router::{Needs, Route};
use std::collections::BTreeSet;
use uuid::Uuid;

const MAY: &str = "from=2021-05-01&to=2021-05-31";

/// What an address answers to whom.
struct Case {
    path: String,
    /// Those who get it; everybody else gets a fault.
    for_whom: &'static [Persona],
    /// The fault for somebody signed in who may not have it.
    refused: (u16, &'static str),
}

const NOT_ALLOWED: (u16, &str) = (403, "not_allowed");

fn case(path: String, for_whom: &'static [Persona]) -> Case {
    Case { path, for_whom, refused: NOT_ALLOWED }
}

/// The requests by which a route is tried. Without `_`: a new route does not compile until it is
/// here. Those that change something have tests of their own.
fn cases(route: Route) -> Vec<Case> {
    let krn: domain::ids::CentreId = demo_id("centre", "KRN");
    let report = |file: &str, more: &str| format!("/api/v1/reports/{file}?{MAY}{more}");
    match route {
        Route::Health | Route::Ready => vec![case(route.path().into(), &Persona::ALL)],
        Route::Snapshot => vec![
            case(
                "/api/v1/snapshot".into(),
                &[Facilitator, OtherFacilitator, Manager, OtherManager],
            ),
            case(format!("/api/v1/snapshot?centre={krn}"), &[Facilitator, Manager]),
        ],
        Route::Report => vec![
            case(
                report("session-log.csv", ""),
                &[Manager, OtherManager, Donor, OtherDonor, Coordinator],
            ),
            case(report("session-log.json", "&centre=KRN&step=day"), &[Manager, Coordinator]),
            case(
                report("output-production.csv", "&project=EU-RSPMM2"),
                &[Manager, OtherManager, Donor, Coordinator],
            ),
            case(
                report("people-reached.csv", "&profile=excel"),
                &[Manager, OtherManager, Coordinator],
            ),
            case(
                report("activity-summary.csv", "&step=week&by=sex"),
                &[Manager, OtherManager, Coordinator],
            ),
            case(report("what-changed.csv", "&since=1"), &[Manager, OtherManager, Coordinator]),
            case(report("attendance.csv", ""), &[Manager, OtherManager, Coordinator]),
            case(report("participation.csv", "&centre=KRN"), &[Manager, Coordinator]),
            case(report("dropping-out.csv", "&centre=KRN"), &[Manager, Coordinator]),
            case(report("doubtful-figures.csv", "&centre=KRN"), &[Manager, Coordinator]),
            case(
                report("people-by-sex-and-age.csv", "&project=EU-RSPMM2"),
                &[Manager, OtherManager, Donor, Coordinator],
            ),
            case(
                report("indicator-progress.json", "&project=EU-RSPMM2"),
                &[Manager, OtherManager, Donor, Coordinator],
            ),
            case(
                report("monthly-summary.zip", "&project=EU-RSPMM2"),
                &[Manager, OtherManager, Donor, Coordinator],
            ),
            case(
                report("five-w.xlsx", "&project=OTHER"),
                &[Manager, OtherManager, OtherDonor, Coordinator],
            ),
            case(
                report("package.zip", "&project=EU-RSPMM2&reports=session-log,five-w"),
                &[Manager, OtherManager, Donor, Coordinator],
            ),
            case(
                report("package.zip", "&reports=session-log,attendance"),
                &[Manager, OtherManager, Coordinator],
            ),
        ],
        Route::DataPackage => vec![case(
            report("session-log/datapackage.json", "&project=EU-RSPMM2"),
            &[Manager, OtherManager, Donor, Coordinator],
        )],
        Route::Files => vec![case("/api/v1/files".into(), &Persona::SIGNED_IN)],
        Route::Seal => vec![case("/api/v1/seals/key.json".into(), &Persona::ALL)],
        Route::SignIn
        | Route::SignOut
        | Route::ChooseLanguage
        | Route::Sync
        | Route::Enrol
        | Route::Join
        | Route::Tablets
        | Route::Rescue
        | Route::Occupancy
        | Route::Facts
        | Route::Stock
        | Route::Workshops
        | Route::Rooms
        | Route::Schedules
        | Route::Plan
        | Route::Staff
        | Route::People
        | Route::Person
        | Route::Enrolments
        | Route::Duplicates
        | Route::Retention
        | Route::Cards
        | Route::Trainings
        | Route::Training
        | Route::Import
        | Route::ImportFile
        | Route::ImportProgress
        | Route::AskFile
        | Route::File
        | Route::OwnFiles
        | Route::Live
        | Route::Doubtful
        | Route::Log
        | Route::Access
        | Route::Tokens
        | Route::Organisation
        | Route::Project
        | Route::Verify
        | Route::Periods
        | Route::CentreCalendar
        | Route::OwnCalendar
        | Route::Calendar
        | Route::ReleaseEntry
        | Route::DismissEntry
        | Route::CorrectEntry => vec![],
    }
}

/// The code of somebody at Krnjača.
fn zahra() -> PersonCode {
    PersonCode::of(demo_id::<PersonId>("person", "KRN/0").0)
}

/// The requests by which the server functions are tried.
fn functions() -> Vec<Case> {
    vec![
        case("/api/fn/viewer".into(), &Persona::SIGNED_IN),
        case("/api/fn/centres".into(), &[Manager, OtherManager, Coordinator]),
        case("/api/fn/dashboard?code=KRN".into(), &[Manager, Coordinator]),
        case("/api/fn/occupancy?code=KRN".into(), &[Manager, Coordinator]),
        case("/api/fn/participation?code=KRN".into(), &[Manager, Coordinator]),
        case("/api/fn/dropping-out?code=KRN".into(), &[Manager, Coordinator]),
        case("/api/fn/doubtful?code=KRN".into(), &[Manager, Coordinator]),
        case("/api/fn/trends?asked[ask][centre]=KRN".into(), &[Manager, Coordinator]),
        case("/api/fn/trends?asked[ask][step]=month".into(), &[Manager, OtherManager, Coordinator]),
        case("/api/fn/centre-facts?code=KRN".into(), &[Manager, Coordinator]),
        case("/api/fn/stock?code=KRN".into(), &[Manager, Coordinator]),
        case("/api/fn/tablets?code=KRN".into(), &[Manager, Coordinator]),
        case("/api/fn/trainings".into(), &[Coordinator]),
        case("/api/fn/training?code=BG-TRAIN".into(), &[Coordinator]),
        case("/api/fn/cards?code=KRN".into(), &[Manager, Coordinator]),
        case("/api/fn/import?code=KRN".into(), &[Manager, Coordinator]),
        case("/api/fn/workshops?code=KRN".into(), &[Manager, Coordinator]),
        case("/api/fn/rooms?code=KRN".into(), &[Manager, Coordinator]),
        case("/api/fn/staff?code=KRN".into(), &[Manager, Coordinator]),
        case("/api/fn/schedules?code=KRN".into(), &[Manager, Coordinator]),
        case("/api/fn/people?code=KRN&filter[page]=1".into(), &[Manager, Coordinator]),
        case(format!("/api/fn/person?code=KRN&person={}", zahra()), &[Manager, Coordinator]),
        case("/api/fn/enrolments?code=KRN&workshop=KRN-SEW".into(), &[Manager, Coordinator]),
        case(
            "/api/fn/sheet?code=KRN&workshop=KRN-SEW&week=2021-W22".into(),
            &[Manager, Coordinator],
        ),
        case(
            "/api/fn/shift-log?code=KRN&workshop=KRN-SEW&week=2021-W22".into(),
            &[Manager, Coordinator],
        ),
        case("/api/fn/access".into(), &[Coordinator]),
        case("/api/fn/organisation".into(), &[Coordinator]),
        case("/api/fn/tokens".into(), &[Manager, OtherManager, Donor, OtherDonor, Coordinator]),
        case("/api/fn/projects".into(), &[Manager, OtherManager, Donor, OtherDonor, Coordinator]),
        case(
            "/api/fn/project?code=EU-RSPMM2&period=2021-05".into(),
            &[Manager, OtherManager, Donor, Coordinator],
        ),
        case("/api/fn/periods?code=KRN".into(), &[Manager, Coordinator]),
        case("/api/fn/journal?code=KRN&asked[kind]=close_shift".into(), &[Manager, Coordinator]),
        case("/api/fn/journal?asked[kind]=close_shift".into(), &[Coordinator]),
        case("/api/fn/purge?code=KRN".into(), &[Manager, Coordinator]),
        // Duplicates are found by aliases.
        case("/api/fn/duplicates?code=KRN".into(), &[Manager]),
        case("/api/fn/week?code=KRN&week=2021-W22".into(), &[Manager, Coordinator]),
        case(
            "/api/fn/own-week?week=2021-W22".into(),
            &[Facilitator, OtherFacilitator, Manager, OtherManager],
        ),
        case(
            "/api/fn/report-choices".into(),
            &[Manager, OtherManager, Donor, OtherDonor, Coordinator],
        ),
        case(
            "/api/fn/report-preview?name=session-log&ask[from]=2021-05&ask[to]=2021-05\
             &ask[project]=EU-RSPMM2"
                .into(),
            &[Manager, OtherManager, Donor, Coordinator],
        ),
    ]
}

async fn try_case(world: &World, engine: &str, case: &Case) {
    for who in Persona::ALL {
        let answer = world.get(who, &case.path).await;
        let text = answer.text();
        let about = format!("{engine}: {who:?} {}: {}", case.path, text);
        if case.for_whom.contains(&who) {
            assert_eq!(answer.status, StatusCode::OK, "{about}");
            continue;
        }
        let (status, code) = match who {
            Nobody => (401, "not_signed_in"),
            Expired => (401, "session_expired"),
            _ => case.refused,
        };
        assert_eq!(answer.status.as_u16(), status, "{about}");
        assert!(text.contains(code), "{about}");
        assert!(text.len() < 200, "a fault says no more than its code: {about}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_and_server_function_as_every_persona() {
    for engine in engines() {
        let world = world(engine).await;
        for route in Route::ALL {
            for case in cases(*route) {
                try_case(&world, engine, &case).await;
            }
        }
        for case in functions() {
            try_case(&world, engine, &case).await;
        }
        for who in Persona::ALL {
            let answer = world.sync(who, r#"{"envelopes":[]}"#).await;
            let status = match who {
                Nobody | Expired => 401,
                _ => 200,
            };
            assert_eq!(answer.status, status, "{who:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_server_function_is_left_out() {
    // The router registers them.
    let _world = world("sqlite").await;
    let tried: BTreeSet<String> = functions()
        .into_iter()
        .map(|case| case.path.split('?').next().unwrap_or_default().to_owned())
        .collect();
    let known: BTreeSet<String> = server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    assert_eq!(known, tried);
}

#[test]
fn what_needs_a_session_says_so() {
    for route in Route::ALL {
        let closed = [
            "/api/",
            "/centres/",
            "/review/",
            "/trainings",
            "/week",
            "/access",
            "/tokens",
            "/organisation",
            "/projects",
            "/reports",
        ];
        let closed = closed.iter().any(|place| route.path().starts_with(place));
        let open = matches!(route, Route::Enrol | Route::Calendar | Route::Seal);
        assert_eq!(route.needs() != Needs::Nothing, closed && !open, "{route:?}");
    }
}

/// The pages below a centre, for who manages it and for head office.
const OF_A_CENTRE: [&str; 23] = [
    "doubtful",
    "participation",
    "dropping-out",
    "cards",
    "import",
    "retention",
    "plan",
    "people",
    "enrolments",
    "schedules",
    "workshops",
    "rooms",
    "staff",
    "occupancy",
    "stock",
    "facts",
    "tablets",
    "people/ZAHRA",
    "duplicates",
    "sheet",
    "log",
    "periods",
    "journal",
];

/// Status and target of a page for a persona.
fn page(path: &str, who: Persona) -> (u16, String) {
    let landing = match who {
        Facilitator | OtherFacilitator => "/tablet",
        Manager => "/centres/KRN",
        OtherManager => "/centres/OBR",
        Donor | OtherDonor | Powerless => "/reports",
        Nobody | Expired | Coordinator => "/",
    };
    let expired = who == Expired;
    let signed_in = !matches!(who, Nobody | Expired);
    match path {
        "/tablet" => (200, String::new()),
        "/sign-in" if signed_in => (303, landing.to_owned()),
        "/sign-in" => (200, String::new()),
        "/" if signed_in && who != Coordinator => (303, landing.to_owned()),
        "/" if who == Coordinator => (200, String::new()),
        "/" if expired => (303, "/sign-in?fault=session_expired".to_owned()),
        "/" => (303, "/sign-in".to_owned()),
        "/centres/KRN?day=2021-05-31" => match who {
            Manager | Coordinator => (200, String::new()),
            Expired => (
                303,
                "/sign-in?fault=session_expired&next=%2Fcentres%2FKRN%3Fday%3D2021-05-31"
                    .to_owned(),
            ),
            Nobody => (303, "/sign-in?next=%2Fcentres%2FKRN%3Fday%3D2021-05-31".to_owned()),
            _ => (403, String::new()),
        },
        "/week" => match who {
            Expired => (303, "/sign-in?fault=session_expired&next=%2Fweek".to_owned()),
            Nobody => (303, "/sign-in?next=%2Fweek".to_owned()),
            Facilitator | OtherFacilitator | Manager | OtherManager => (200, String::new()),
            _ => (403, String::new()),
        },
        "/centres/KRN/duplicates" if who == Coordinator => (403, String::new()),
        // A sheet is of a workshop: none is named here.
        "/centres/KRN/sheet" | "/centres/KRN/log" if matches!(who, Manager | Coordinator) => {
            (404, String::new())
        }
        _ if OF_A_CENTRE.iter().any(|page| path == format!("/centres/KRN/{page}")) => match who {
            Manager | Coordinator => (200, String::new()),
            Expired | Nobody => {
                let fault = if expired { "fault=session_expired&" } else { "" };
                (303, format!("/sign-in?{fault}next={}", path.replace('/', "%2F")))
            }
            _ => (403, String::new()),
        },
        "/trainings" | "/trainings/BG-TRAIN" | "/journal" | "/access" | "/organisation" => {
            match who {
                Coordinator => (200, String::new()),
                Expired | Nobody => {
                    let fault = if expired { "fault=session_expired&" } else { "" };
                    (303, format!("/sign-in?{fault}next={}", path.replace('/', "%2F")))
                }
                _ => (403, String::new()),
            }
        }
        // No such file waits; whoever may bring one gets the page for it.
        _ if path == format!("/centres/KRN/import/{}", Uuid::nil()) => match who {
            Manager | Coordinator => (404, String::new()),
            Expired | Nobody => {
                let fault = if expired { "fault=session_expired&" } else { "" };
                (303, format!("/sign-in?{fault}next={}", path.replace('/', "%2F")))
            }
            _ => (403, String::new()),
        },
        "/verify" => (200, String::new()),
        "/projects" | "/projects/EU-RSPMM2" => match who {
            Expired | Nobody => {
                let fault = if expired { "fault=session_expired&" } else { "" };
                (303, format!("/sign-in?{fault}next={}", path.replace('/', "%2F")))
            }
            Facilitator | OtherFacilitator | Powerless => (403, String::new()),
            OtherDonor if path != "/projects" => (403, String::new()),
            _ => (200, String::new()),
        },
        "/trends" => match who {
            Expired => (303, "/sign-in?fault=session_expired&next=%2Ftrends".to_owned()),
            Nobody => (303, "/sign-in?next=%2Ftrends".to_owned()),
            Manager | OtherManager | Coordinator => (200, String::new()),
            _ => (403, String::new()),
        },
        "/tokens" => match who {
            Expired => (303, "/sign-in?fault=session_expired&next=%2Ftokens".to_owned()),
            Nobody => (303, "/sign-in?next=%2Ftokens".to_owned()),
            Facilitator | OtherFacilitator | Powerless => (403, String::new()),
            _ => (200, String::new()),
        },
        "/reports" => match who {
            Expired => (303, "/sign-in?fault=session_expired&next=%2Freports".to_owned()),
            Nobody => (303, "/sign-in?next=%2Freports".to_owned()),
            Facilitator | OtherFacilitator | Powerless => (403, String::new()),
            _ => (200, String::new()),
        },
        "/reports/session-log" => match who {
            Expired => {
                (303, "/sign-in?fault=session_expired&next=%2Freports%2Fsession-log".to_owned())
            }
            Nobody => (303, "/sign-in?next=%2Freports%2Fsession-log".to_owned()),
            Facilitator | OtherFacilitator | Powerless => (403, String::new()),
            _ => (200, String::new()),
        },
        _ => panic!("{path} is not listed"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_as_every_persona() {
    for engine in engines() {
        let world = world(engine).await;
        for listing in pages::listing() {
            let path = listing
                .path()
                .replace("trainings/{code}", "trainings/BG-TRAIN")
                .replace("projects/{code}", "projects/EU-RSPMM2")
                .replace("{code}/", "KRN/")
                .replace("{code}", "KRN?day=2021-05-31")
                .replace("{name}", "session-log")
                .replace("{person}", "ZAHRA")
                .replace("{id}", &Uuid::nil().to_string());
            for who in Persona::ALL {
                let zahra = zahra();
                let answer = world.get(who, &path.replace("ZAHRA", zahra.as_str())).await;
                let (status, target) = page(&path, who);
                let target = target.replace("ZAHRA", zahra.as_str());
                let about = format!("{engine}: {who:?} {path}");
                assert_eq!(answer.status.as_u16(), status, "{about}: {}", answer.text());
                assert_eq!(answer.location(), target, "{about}");
                if status != 303 {
                    assert!(answer.header("content-type").starts_with("text/html"), "{about}");
                    assert_eq!(answer.header("vary").to_lowercase(), "cookie, accept-language");
                    assert!(answer.header("content-security-policy").contains("'nonce-"));
                }
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tablets_page_is_the_same_for_everybody() {
    let world = world("sqlite").await;
    let mut pages = BTreeSet::new();
    for who in Persona::ALL {
        for query in ["", "?shift=1bb8928e-fa29-5113-9e67-953311e5e975"] {
            let answer = world.get(who, &format!("/tablet{query}")).await;
            // All but the nonce, which is new in each.
            let policy = answer.header("content-security-policy");
            let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next());
            pages.insert(answer.text().replace(nonce.expect("a nonce"), ""));
        }
    }
    assert_eq!(pages.len(), 1);
}
