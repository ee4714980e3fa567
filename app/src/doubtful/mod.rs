//! Figures that are hard to believe: to ask about, to correct, or to accept with a remark.
//!
//! A plain form for each, sent to the page's own address. Nothing is changed by itself.

mod api;

pub use api::{DoubtfulData, load_doubtful};

use crate::i18n::Locale;
use crate::i18n::catalogue::doubtful as texts;
use crate::i18n::labels::{doubt_label, fault_text};
use crate::reports::{downloads, period_form, shelf};
use crate::ui::basics::{Empty, Notice, PageHead, Tone};
use crate::ui::desk::{asked, crumbs, name, section};
use crate::ui::form::Refused;
use crate::ui::live::live;
use crate::ui::loaded::loaded;
use crate::use_locale;
use chrono::NaiveDate;
use domain::overview::DoubtfulRow;
use domain::report::doubt::Doubt;
use domain::report::{Query, Report};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page at `/centres/CODE/doubtful?from=YYYY-MM-DD&to=YYYY-MM-DD`; after a form with `done`.
#[component]
pub fn DoubtfulPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    let (from, to) = (asked("from").parse().ok(), asked("to").parse().ok());
    let accepted = asked("done") == "accepted";
    loaded(load_doubtful(code, from, to), move |data| content(locale, &data, accepted))
}

fn content(locale: Locale, page: &DoubtfulData, accepted: bool) -> AnyView {
    let data = &page.data;
    let query = Query::period(data.from, data.to).in_centre(data.centre.code.clone());
    let files = downloads(locale, Report::DoubtfulFigures, &query);
    let form = period_form(locale, address(&data.centre.code), &query);
    let done = accepted.then(|| {
        view! { <Notice tone=Tone::Success title=locale.text(&texts::ACCEPTED_DONE)/> }
    });
    let refused = use_context::<Refused>().map(|refused| refused.fault).or(page.fault.clone());
    let refused = refused.map(|fault| {
        view! { <Notice tone=Tone::Error title=fault_text(locale, &fault)/> }
    });
    let (settled, open): (Vec<_>, Vec<_>) =
        data.figures.iter().partition(|one| one.accepted.is_some());
    let deciding =
        Deciding { centre: &data.centre.code, period: (data.from, data.to), reviews: data.reviews };
    let open = if open.is_empty() {
        view! { <Empty picture="mountain" title=&texts::NOTHING/> }.into_any()
    } else {
        let cards = open.iter().map(|one| figure(locale, &deciding, one)).collect_view();
        let list = view! { <ul class="card-grid">{cards}</ul> }.into_any();
        section("open", locale.text(&texts::OPEN), list).into_any()
    };
    let settled = (!settled.is_empty()).then(|| {
        let lines = settled.iter().map(|one| figure(locale, &deciding, one)).collect_view();
        let list = view! { <ul class="card-grid">{lines}</ul> }.into_any();
        section("accepted", locale.text(&texts::ACCEPTED), list)
    });
    view! {
        <PageHead
            title=locale.text(&texts::TITLE)
            sub=locale.text(&texts::INTRO)
            crumbs=crumbs(locale, &data.centre)
        >
            {files}
        </PageHead>
        {live(locale, None)}
        {done}
        {refused}
        {form}
        {open}
        {settled}
        {shelf(locale)}
    }
    .into_any()
}

fn address(centre: &str) -> String {
    format!("/centres/{centre}/doubtful")
}

/// Where doubtful figures are decided about.
pub struct Deciding<'a> {
    /// Code of the centre.
    pub centre: &'a str,
    /// The days that are looked at.
    pub period: (NaiveDate, NaiveDate),
    /// Whether the reader may accept a figure.
    pub reviews: bool,
}

/// A doubtful figure with what can be done about it, below a heading of the second level.
pub fn figure(locale: Locale, data: &Deciding<'_>, one: &DoubtfulRow) -> impl IntoView + use<> {
    let day = format!("/centres/{}?day={}", data.centre, one.day);
    let when = format!("{}, {}", locale.date_medium(one.day), locale.time(one.start));
    let accepted = one.accepted.map(|day| {
        let text = locale.fill(&texts::ACCEPTED_ON, &[("date", &locale.date_medium(day))]);
        view! { <p class="muted">{text}</p> }
    });
    let form = (data.reviews && one.accepted.is_none()).then(|| accept(locale, data, one));
    view! {
        <li class="card" data-doubt=one.doubt.code()>
            <h3>{locale.text(doubt_label(one.doubt))}</h3>
            <p><a href=day>{when}</a> " · " {name(locale, &one.workshop)}</p>
            <p>{said(locale, one)}</p>
            {accepted}
            {form}
        </li>
    }
}

/// The figure, and what it is measured by.
fn said(locale: Locale, one: &DoubtfulRow) -> String {
    let (value, usual) = (locale.number(one.value), locale.number(one.usual.unwrap_or(0)));
    let text = match one.doubt {
        Doubt::SameEveryTime => &texts::SAME_EVERY_TIME,
        Doubt::TooMuch => &texts::TOO_MUCH,
        Doubt::NobodyThere => &texts::NOBODY_THERE,
        Doubt::AtNight => &texts::AT_NIGHT,
        Doubt::MoreChildren => &texts::MORE_CHILDREN,
    };
    locale.fill(text, &[("value", &value), ("usual", &usual)])
}

/// Correcting happens in the shift itself; accepting here, with a reason.
fn accept(locale: Locale, data: &Deciding<'_>, one: &DoubtfulRow) -> impl IntoView + use<> {
    let id = format!("remark-{}-{}", one.shift, one.doubt.code());
    let (from, to) = data.period;
    let at = format!("from={from}&to={to}");
    view! {
        <p><a href=format!("/centres/{}/log?shift={}", data.centre, one.shift)>{locale.text(&texts::CORRECT)}</a></p>
        <form method="post" action=address(data.centre) class="stack">
            <input type="hidden" name="at" value=at/>
            <input type="hidden" name="shift" value=one.shift.to_string()/>
            <input type="hidden" name="doubt" value=one.doubt.code()/>
            <input type="hidden" name="value" value=one.value/>
            <div class="field">
                <label for=id.clone()>{locale.text(&texts::REMARK)}</label>
                <input id=id name="remark" type="text" maxlength="200" required/>
            </div>
            <button class="button" type="submit">{locale.text(&texts::ACCEPT)}</button>
        </form>
    }
}
