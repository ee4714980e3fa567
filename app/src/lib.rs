//! The pages of Radionica: rendered on the server, taken over by the browser.
//!
//! | module | holds |
//! |---|---|
//! | [`i18n`] | every sentence, number, date and name |
//! | [`ui`] | the frame of the pages and what they are put together from |
//! | [`sign_in`], [`centres`], [`dashboard`], [`people`], [`cards`], [`retention`], [`mod@import`], [`plan`], [`sheet`], [`occupancy`], [`participation`], [`periods`], [`journal`], [`shift_log`], [`access`], [`organisation`], [`dropping_out`], [`doubtful`], [`facts`], [`stock`], [`tablets`], [`tokens`], [`training`], [`trends`], [`reports`] | a page each, at the desk |
//! | [`tablet`] | the page in the workshop, which also works without a connection |
//! | [`error`] | what a page says when something was refused |
//! | `ssr` | what only the server knows: the request's session and store |
//!
//! The desk pages are complete as they come from the server ([`SsrMode::Async`]): links and forms
//! are ordinary ones, and no WASM is loaded. Only the tablet's page is taken over by the browser.

#![recursion_limit = "256"]

pub mod access;
pub mod cards;
pub mod centres;
pub mod dashboard;
pub mod doubtful;
pub mod dropping_out;
pub mod error;
pub mod facts;
pub mod i18n;
pub mod import;
pub mod journal;
pub mod occupancy;
pub mod organisation;
pub mod participation;
pub mod people;
pub mod periods;
pub mod plan;
pub mod projects;
pub mod reports;
pub mod retention;
pub mod sheet;
#[cfg(feature = "ssr")]
mod shell;
pub mod shift_log;
pub mod sign_in;
#[cfg(feature = "ssr")]
pub mod ssr;
pub mod stock;
pub mod tablet;
pub mod tablets;
pub mod tokens;
pub mod training;
pub mod trends;
pub mod ui;
pub mod verify;

#[cfg(feature = "ssr")]
pub use shell::{shell, tablet_shell};
pub use ui::locale::use_locale;

use access::AccessListPage;
use cards::CardListPage;
use centres::CentresPage;
use dashboard::DashboardPage;
use doubtful::DoubtfulPage;
use dropping_out::DroppingOutPage;
use facts::FactsPage;
use import::{ImportFilePage, ImportListPage};
use journal::JournalListPage;
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::SsrMode;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::path;
use occupancy::OccupancyPage;
use organisation::OrganisationPage;
use participation::ParticipationPage;
use people::{DuplicatesPage, EnrolmentsPage, OnePersonPage, PeopleListPage};
use periods::PeriodsPage;
use plan::{OwnWeekPage, RoomsPage, SchedulesPage, StaffPage, WeekPage, WorkshopsPage};
use projects::{ProjectOnePage, ProjectsPage};
use reports::{ReportPage, ReportsPage};
use retention::RetentionPage;
use sheet::SheetPage;
use shift_log::ShiftLogPage;
use sign_in::SignInPage;
use stock::StockPage;
use tablet::TabletPage;
use tablets::TabletsPage;
use tokens::TokenListPage;
use training::{TrainingOnePage, TrainingsPage};
use trends::TrendsPage;
use ui::frame::Desk;
use ui::refusal::NotFoundPage;
use verify::VerifyPage;

/// The pages at the desk. The browser never takes them over: nothing of them is in its code.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_context(ui::locale::page_locale());
    view! {
        <Router>
            <Routes fallback=NotFoundPage>
                <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async/>
                <Route path=path!("/verify") view=VerifyPage ssr=SsrMode::Async/>
                <ParentRoute path=path!("") view=Desk ssr=SsrMode::Async>
                    <Route path=path!("/") view=CentresPage ssr=SsrMode::Async/>
                    <Route path=path!("/centres/:code") view=DashboardPage ssr=SsrMode::Async/>
                    <Route
                        path=path!("/centres/:code/tablets")
                        view=TabletsPage
                        ssr=SsrMode::Async
                    />
                    <Route
                        path=path!("/centres/:code/occupancy")
                        view=OccupancyPage
                        ssr=SsrMode::Async
                    />
                    <Route
                        path=path!("/centres/:code/participation")
                        view=ParticipationPage
                        ssr=SsrMode::Async
                    />
                    <Route path=path!("/centres/:code/doubtful") view=DoubtfulPage ssr=SsrMode::Async/>
                    <Route
                        path=path!("/centres/:code/dropping-out")
                        view=DroppingOutPage
                        ssr=SsrMode::Async
                    />
                    <Route path=path!("/centres/:code/plan") view=WeekPage ssr=SsrMode::Async/>
                    <Route path=path!("/centres/:code/rooms") view=RoomsPage ssr=SsrMode::Async/>
                    <Route
                        path=path!("/centres/:code/schedules")
                        view=SchedulesPage
                        ssr=SsrMode::Async
                    />
                    <Route
                        path=path!("/centres/:code/workshops")
                        view=WorkshopsPage
                        ssr=SsrMode::Async
                    />
                    <Route path=path!("/centres/:code/staff") view=StaffPage ssr=SsrMode::Async/>
                    <Route path=path!("/centres/:code/people") view=PeopleListPage ssr=SsrMode::Async/>
                    <Route
                        path=path!("/centres/:code/people/:person")
                        view=OnePersonPage
                        ssr=SsrMode::Async
                    />
                    <Route
                        path=path!("/centres/:code/enrolments")
                        view=EnrolmentsPage
                        ssr=SsrMode::Async
                    />
                    <Route
                        path=path!("/centres/:code/duplicates")
                        view=DuplicatesPage
                        ssr=SsrMode::Async
                    />
                    <Route path=path!("/centres/:code/sheet") view=SheetPage ssr=SsrMode::Async/>
                    <Route
                        path=path!("/centres/:code/retention")
                        view=RetentionPage
                        ssr=SsrMode::Async
                    />
                    <Route path=path!("/centres/:code/cards") view=CardListPage ssr=SsrMode::Async/>
                    <Route path=path!("/centres/:code/import") view=ImportListPage ssr=SsrMode::Async/>
                    <Route
                        path=path!("/centres/:code/import/:id")
                        view=ImportFilePage
                        ssr=SsrMode::Async
                    />
                    <Route path=path!("/centres/:code/log") view=ShiftLogPage ssr=SsrMode::Async/>
                    <Route path=path!("/centres/:code/periods") view=PeriodsPage ssr=SsrMode::Async/>
                    <Route
                        path=path!("/centres/:code/journal")
                        view=JournalListPage
                        ssr=SsrMode::Async
                    />
                    <Route path=path!("/access") view=AccessListPage ssr=SsrMode::Async/>
                    <Route path=path!("/organisation") view=OrganisationPage ssr=SsrMode::Async/>
                    <Route path=path!("/journal") view=JournalListPage ssr=SsrMode::Async/>
                    <Route path=path!("/trainings") view=TrainingsPage ssr=SsrMode::Async/>
                    <Route path=path!("/trainings/:code") view=TrainingOnePage ssr=SsrMode::Async/>
                    <Route path=path!("/week") view=OwnWeekPage ssr=SsrMode::Async/>
                    <Route path=path!("/centres/:code/facts") view=FactsPage ssr=SsrMode::Async/>
                    <Route path=path!("/centres/:code/stock") view=StockPage ssr=SsrMode::Async/>
                    <Route path=path!("/trends") view=TrendsPage ssr=SsrMode::Async/>
                    <Route path=path!("/projects") view=ProjectsPage ssr=SsrMode::Async/>
                    <Route path=path!("/projects/:code") view=ProjectOnePage ssr=SsrMode::Async/>
                    <Route path=path!("/reports") view=ReportsPage ssr=SsrMode::Async/>
                    <Route path=path!("/reports/:name") view=ReportPage ssr=SsrMode::Async/>
                    <Route path=path!("/tokens") view=TokenListPage ssr=SsrMode::Async/>
                </ParentRoute>
            </Routes>
        </Router>
    }
}

/// The page in the workshop. It stands outside the frame and the router of the desk: its HTML
/// must be the same for everybody, because it is kept in the tablet and shown again without the
/// server, and its code must be small.
#[component]
pub fn TabletApp() -> impl IntoView {
    provide_context(ui::locale::page_locale());
    view! { <TabletPage/> }
}

/// Where the browser begins: draws the tablet's page in the place of the one that the server has
/// rendered. Both are the same skeleton, so nothing moves.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    if let Some(body) = document().body() {
        body.set_inner_html("");
    }
    mount_to_body(TabletApp);
}
