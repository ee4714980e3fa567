//! Every address that the server answers, and what a request passes on its way.

use crate::place::Page;
use crate::state::AppState;
use crate::{
    access, auth, calendar, device, export, headers, import, limits, live, log, organisation,
    origin, pages, place, projects, review, sealing, shelf, sync, tablets, tokens, training,
    visitor,
};
use axum::Router;
use axum::http::Method;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{MethodRouter, any, get, post};
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

macro_rules! routes {
    ($( $(#[$doc:meta])* $name:ident = $method:ident $path:literal $needs:ident ),+ $(,)?) => {
        /// The routes that are no pages. The router is built from this list, so none is missing
        /// in it; the pages are those of `app`, see [`pages::listing`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Route { $( $(#[$doc])* $name ),+ }

        impl Route {
            /// All routes.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The method that it takes; a GET also answers HEAD.
            pub fn method(self) -> Method {
                match self { $(Self::$name => Method::$method),+ }
            }

            /// The path, with its parameters in braces.
            pub fn path(self) -> &'static str {
                match self { $(Self::$name => $path),+ }
            }

            /// Who may call it.
            pub fn needs(self) -> Needs {
                match self { $(Self::$name => Needs::$needs),+ }
            }
        }
    };
}

/// Who may call a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Everybody.
    Nothing,
    /// Somebody signed in; what they see depends on their permissions.
    Session,
    /// Somebody signed in, or a tablet that proved itself.
    SessionOrTablet,
    /// A tablet that proved itself.
    Tablet,
}

routes! {
    /// The process lives.
    Health = GET "/healthz" Nothing,
    /// The database answers.
    Ready = GET "/readyz" Nothing,
    /// Signs in.
    SignIn = POST "/session" Nothing,
    /// Signs out.
    SignOut = POST "/session/end" Nothing,
    /// Chooses the language.
    ChooseLanguage = POST "/language" Nothing,
    /// What a tablet needs of a centre.
    Snapshot = GET "/api/v1/snapshot" SessionOrTablet,
    /// Takes a tablet's envelopes.
    Sync = POST "/api/v1/sync" SessionOrTablet,
    /// A browser becomes a shared tablet.
    Enrol = POST "/api/v1/device" Nothing,
    /// An account proves itself on a shared tablet.
    Join = POST "/api/v1/device/members" Tablet,
    /// Adds, revokes or sets up shared tablets of a centre.
    Tablets = POST "/centres/{code}/tablets" Session,
    /// Takes a tablet's rescue file in.
    Rescue = POST "/centres/{code}/tablets/rescue" Session,
    /// Records how many people live in a centre.
    Occupancy = POST "/centres/{code}/occupancy" Session,
    /// Adds a dated record about a centre.
    Facts = POST "/centres/{code}/facts" Session,
    /// Records what a centre hands out, and to whom.
    Stock = POST "/centres/{code}/stock" Session,
    /// Adds workshops, products, places.
    Workshops = POST "/centres/{code}/workshops" Session,
    /// Adds rooms, closes days, opens them again.
    Rooms = POST "/centres/{code}/rooms" Session,
    /// Makes, changes, ends schedules.
    Schedules = POST "/centres/{code}/schedules" Session,
    /// Moves, staffs, calls off, adds single shifts.
    Plan = POST "/centres/{code}/plan" Session,
    /// Records what the staff speaks.
    Staff = POST "/centres/{code}/staff" Session,
    /// Searching and registering people.
    People = POST "/centres/{code}/people" Session,
    /// What is recorded of one person.
    Person = POST "/centres/{code}/people/{person}" Session,
    /// Who takes part, and who waits.
    Enrolments = POST "/centres/{code}/enrolments" Session,
    /// Identities whose time is over.
    Retention = POST "/centres/{code}/retention" Session,
    /// Two records that are one person, or two.
    Duplicates = POST "/centres/{code}/duplicates" Session,
    /// Adds a training that belongs to no centre.
    Trainings = POST "/trainings" Session,
    /// Registers, records progress, ends enrolments in one.
    Training = POST "/trainings/{code}" Session,
    /// Accepts a doubtful figure.
    Doubtful = POST "/centres/{code}/doubtful" Session,
    /// Types in what was logged of shifts, or corrects it.
    Log = POST "/centres/{code}/log" Session,
    /// Closes a period, opens it again.
    Periods = POST "/centres/{code}/periods" Session,
    /// Makes accounts, gives and takes access.
    Access = POST "/access" Session,
    /// Makes an access token, ends one.
    Tokens = POST "/tokens" Session,
    /// Adds centres and projects.
    Organisation = POST "/organisation" Session,
    /// Describes a project, sets its indicators and targets.
    Project = POST "/projects/{code}" Session,
    /// Issues, replaces, ends activity cards.
    Cards = POST "/centres/{code}/cards" Session,
    /// Reads a file of people, enrolments, occupancy or attendance.
    Import = POST "/centres/{code}/import" Session,
    /// Checks such a file, takes it in, puts it away.
    ImportFile = POST "/centres/{code}/import/{id}" Session,
    /// How far the work on such a file is.
    ImportProgress = GET "/api/v1/imports/{id}" Session,
    /// Makes or ends the address of a centre's calendar.
    CentreCalendar = POST "/centres/{code}/calendar" Session,
    /// Makes or ends the address of somebody's own calendar.
    OwnCalendar = POST "/week" Session,
    /// A calendar by its secret address.
    Calendar = GET "/api/v1/calendar/{file}" Nothing,
    /// Takes an entry under review in.
    ReleaseEntry = POST "/review/release" Session,
    /// Sets an entry under review aside.
    DismissEntry = POST "/review/dismiss" Session,
    /// Takes an entry under review in as it was corrected.
    CorrectEntry = POST "/review/correct" Session,
    /// Says when the page of a centre would look otherwise.
    Live = GET "/api/v1/centres/{code}/live" Session,
    /// A report as a file.
    Report = GET "/api/v1/reports/{file}" Session,
    /// What describes the data package of a report.
    DataPackage = GET "/api/v1/reports/{name}/datapackage.json" Session,
    /// Has a file made.
    AskFile = POST "/api/v1/files" Session,
    /// The files that somebody asked for.
    Files = GET "/api/v1/files" Session,
    /// One of them.
    File = GET "/api/v1/files/{id}" Session,
    /// Has several reports made in one file, takes a file away.
    OwnFiles = POST "/reports" Session,
    /// The seal of a file by its hash, or the key that seals are checked with.
    Seal = GET "/api/v1/seals/{file}" Nothing,
    /// Checks a file.
    Verify = POST "/verify" Nothing,
}

impl Route {
    /// Whether it also answers a program that brings an access token instead of a session.
    pub fn takes_token(self) -> bool {
        matches!(self, Self::Report | Self::DataPackage | Self::Seal)
    }

    fn handler(self) -> MethodRouter<AppState> {
        match self {
            Self::Health => get(health),
            Self::Ready => get(ready),
            Self::SignIn => post(auth::sign_in),
            Self::SignOut => post(auth::sign_out),
            Self::ChooseLanguage => post(auth::choose_language),
            Self::Snapshot => get(sync::snapshot),
            Self::Sync => {
                return post(sync::sync).layer(from_fn(limits::body::<{ limits::SYNC_BODY_MAX }>));
            }
            Self::Enrol => post(device::enrol),
            Self::Join => post(device::join),
            Self::Tablets => post(tablets::change),
            Self::Rescue => {
                return post(tablets::rescue)
                    .layer(from_fn(limits::body::<{ limits::RESCUE_BODY_MAX }>));
            }
            Self::Occupancy => place::forms(Page::Occupancy),
            Self::Facts => place::forms(Page::Facts),
            Self::Stock => place::forms(Page::Stock),
            Self::Workshops => place::forms(Page::Workshops),
            Self::Rooms => place::forms(Page::Rooms),
            Self::Schedules => place::forms(Page::Schedules),
            Self::Plan => place::forms(Page::Plan),
            Self::Staff => place::forms(Page::Staff),
            Self::People => place::forms(Page::People),
            Self::Person => place::forms(Page::Person),
            Self::Enrolments => place::forms(Page::Enrolments),
            Self::Retention => place::forms(Page::Retention),
            Self::Duplicates => place::forms(Page::Duplicates),
            Self::Import => {
                return post(import::forms::bring)
                    .layer(from_fn(limits::body::<{ limits::IMPORT_BODY_MAX }>));
            }
            Self::ImportFile => post(import::forms::change),
            Self::ImportProgress => get(import::forms::progress),
            Self::Trainings => post(training::add),
            Self::Training => post(training::change),
            Self::Cards => place::forms(Page::Cards),
            Self::Doubtful => place::forms(Page::Doubtful),
            Self::Log => {
                return place::forms(Page::Log)
                    .layer(from_fn(limits::body::<{ limits::LOG_BODY_MAX }>));
            }
            Self::Periods => place::forms(Page::Periods),
            Self::Access => post(access::change),
            Self::Tokens => post(tokens::change),
            Self::Organisation => post(organisation::change),
            Self::Project => post(projects::change),
            Self::CentreCalendar => post(calendar::change_centre),
            Self::OwnCalendar => post(calendar::change_own),
            Self::Calendar => get(calendar::file),
            Self::ReleaseEntry => post(review::release),
            Self::DismissEntry => post(review::dismiss),
            Self::CorrectEntry => post(review::correct),
            Self::Live => get(live::listen),
            Self::Report => get(export::report),
            Self::DataPackage => get(export::data_package),
            Self::AskFile => post(shelf::routes::ask),
            Self::Files => get(shelf::routes::list),
            Self::File => get(shelf::routes::file),
            Self::OwnFiles => post(shelf::routes::change),
            Self::Seal => get(sealing::routes::seal),
            // It measures the body itself, which is taken in piece by piece.
            Self::Verify => return post(sealing::routes::check),
        }
        .layer(from_fn(limits::body::<{ limits::FORM_MAX }>))
    }
}

/// The whole server as a service.
///
/// A request passes, in this order: the log, the headers, the deadline, the check of its origin,
/// the session or the access token, the size of its body; a page also the guard.
pub fn router(state: AppState) -> Router {
    let pages = pages::routes(&state).layer(from_fn(limits::body::<{ limits::FORM_MAX }>));
    let routes = Route::ALL
        .iter()
        .fold(pages, |router, route| router.route(route.path(), route.handler()))
        .method_not_allowed_fallback(pages::not_taken)
        .layer(from_fn_with_state(state.clone(), visitor::resolve))
        // The slower levels win a few per cent and cost a tablet's page a tenth of a second.
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest));
    routes
        .route("/api/{*rest}", any(pages::no_route))
        .fallback(pages::site)
        .layer(from_fn_with_state(state.clone(), origin::check))
        .layer(from_fn(limits::deadline))
        .layer(CatchPanicLayer::custom(limits::panicked))
        .layer(from_fn_with_state(state.clone(), headers::secure))
        .layer(from_fn(log::request))
        .with_state(state)
}

/// `GET /healthz`.
async fn health() -> &'static str {
    "ok\n"
}

/// `GET /readyz`.
async fn ready(
    axum::extract::State(state): axum::extract::State<AppState>,
) -> Result<&'static str, crate::fault::ApiFault> {
    state.store.ready().await?;
    Ok("ready\n")
}
