//! The list of a centre's people.

use super::{Sought, facts, languages, link, load_people, nationality, register, sex_and_age};
use crate::i18n::catalogue::{common, people as texts};
use crate::i18n::{Locale, Text};
use crate::ui::address::Address;
use crate::ui::basics::{Empty, Notice, PageHead, Tone};
use crate::ui::desk::{asked, crumbs, language_choices, name};
use crate::ui::loaded::loaded;
use crate::ui::table::{Table, heads};
use crate::use_locale;
use domain::overview::{PEOPLE_A_PAGE, PeopleFilter, PeoplePage, PersonRow};
use domain::person::PersonCode;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page at `/centres/CODE/people?workshop=CODE&language=ara&show=left&data=missing&page=1`; after
/// a form with `registered`.
#[component]
pub fn PeopleListPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    let filter = PeopleFilter {
        workshop: asked("workshop"),
        language: asked("language"),
        left: asked("show") == "left",
        missing: asked("data") == "missing",
        page: asked("page").parse().unwrap_or(0),
    };
    let sought = use_context::<Sought>().map(|sought| sought.0);
    let registered = PersonCode::parse(&asked("registered")).ok();
    let shown = filter.clone();
    loaded(load_people(code, filter), move |data| {
        content(locale, &data, &shown, sought.as_deref(), registered.as_ref())
    })
}

fn content(
    locale: Locale,
    data: &PeoplePage,
    filter: &PeopleFilter,
    sought: Option<&str>,
    registered: Option<&PersonCode>,
) -> AnyView {
    let code = &data.centre.code;
    let registered = registered.map(|person| {
        let title = locale.fill(&texts::REGISTERED, &[("code", &person)]);
        let href = format!("/centres/{code}/people/{person}");
        view! {
            <Notice tone=Tone::Success title>
                <a href=href>{locale.text(&texts::OPEN_PAGE)}</a>
            </Notice>
        }
    });
    let [enrolments, duplicates] =
        ["enrolments", "duplicates"].map(|page| format!("/centres/{code}/{page}"));
    view! {
        <PageHead
            title=locale.text(&texts::TITLE)
            sub=locale.text(&texts::INTRO)
            crumbs=crumbs(locale, &data.centre)
        >
            <a class="button" href=enrolments>
                {locale.text(&texts::ENROLMENTS)}
            </a>
            <a class="button" href=duplicates>
                {locale.text(&texts::DUPLICATES)}
            </a>
        </PageHead>
        {registered}
        {register::form(locale, data)}
        {search(locale, data, filter, sought)}
        {filters(locale, data, filter)}
        {found(locale, data, filter, sought)}
    }
    .into_any()
}

/// The address of the list with a filter; `page` stands alone where it is the first.
fn list_address(data: &PeoplePage, filter: &PeopleFilter, page: u32) -> String {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    Address::new(format!("/centres/{}/people", data.centre.code))
        .with_some("workshop", some(&filter.workshop))
        .with_some("language", some(&filter.language))
        .with_some("show", filter.left.then_some("left"))
        .with_some("data", filter.missing.then_some("missing"))
        .with_some("page", (page > 0).then_some(page))
        .into_string()
}

/// Sent as a form, with the filters that hold.
fn search(
    locale: Locale,
    data: &PeoplePage,
    filter: &PeopleFilter,
    sought: Option<&str>,
) -> AnyView {
    let address = list_address(data, filter, 0);
    let at = address.split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default();
    let label = locale.text(&texts::SEARCH_FOR);
    let hint = locale.text(&texts::SEARCH_HINT);
    view! {
        <form
            class="filters"
            method="post"
            role="search"
            action=format!("/centres/{}/people", data.centre.code)
        >
            <input type="hidden" name="do" value="search"/>
            <input type="hidden" name="at" value=at/>
            <div class="field wide">
                <label for="q">{label}</label>
                <input
                    id="q"
                    name="q"
                    type="search"
                    autocomplete="off"
                    value=sought.unwrap_or_default().to_owned()
                    aria-describedby="q-hint"
                />
                <p class="hint" id="q-hint">{hint}</p>
            </div>
            <button class="button primary" type="submit">{locale.text(&common::SEARCH)}</button>
        </form>
    }
    .into_any()
}

fn filters(locale: Locale, data: &PeoplePage, filter: &PeopleFilter) -> AnyView {
    let text = |text: &Text| locale.text(text).into_owned();
    let none = |words: &Text| (String::new(), text(words));
    let workshops = data.workshops.iter().map(|(_, one)| (one.code.clone(), name(locale, one)));
    let workshops = std::iter::once(none(&common::ALL_OPTION)).chain(workshops).collect();
    let languages = std::iter::once(none(&texts::ANY_LANGUAGE)).chain(language_choices(locale));
    let living = vec![none(&texts::LIVE_HERE), ("left".to_owned(), text(&texts::LEFT))];
    let complete =
        vec![none(&texts::EVERYBODY), ("missing".to_owned(), text(&texts::ONLY_MISSING))];
    let asks = !data.asks.is_empty() || filter.missing;
    let complete = asks.then(|| {
        let chosen = if filter.missing { "missing" } else { "" };
        choice(locale, "data", &texts::COMPLETE, complete, chosen)
    });
    let left = if filter.left { "left" } else { "" };
    view! {
        <form class="filters" method="get" action=format!("/centres/{}/people", data.centre.code)>
            {choice(locale, "workshop", &common::WORKSHOP, workshops, &filter.workshop)}
            {choice(locale, "language", &texts::SPEAKS, languages.collect(), &filter.language)}
            {choice(locale, "show", &texts::LIVING, living, left)}
            {complete}
            <button class="button" type="submit">{locale.text(&common::SHOW)}</button>
        </form>
    }
    .into_any()
}

fn choice(
    locale: Locale,
    field: &'static str,
    label: &'static Text,
    choices: Vec<(String, String)>,
    chosen: &str,
) -> AnyView {
    let options = choices.into_iter().map(|(value, words)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{words}</option> }
    });
    view! {
        <div class="field">
            <label for=field>{locale.text(label)}</label>
            <select id=field name=field>{options.collect_view()}</select>
        </div>
    }
    .into_any()
}

fn found(
    locale: Locale,
    data: &PeoplePage,
    filter: &PeopleFilter,
    sought: Option<&str>,
) -> AnyView {
    let all = *filter == PeopleFilter::default() && sought.is_none();
    let said = sought.map(|text| {
        let title = locale.fill(&texts::FOUND_FOR, &[("text", &text)]);
        let count = locale.count(&common::PEOPLE, data.total);
        let more = data.more.then(|| locale.text(&texts::FOUND_MORE));
        view! {
            <p role="status">
                {title} ": " {count} ". " {more} " "
                <a href=list_address(data, filter, 0)>{locale.text(&texts::SHOW_ALL)}</a>
            </p>
        }
    });
    if data.people.is_empty() {
        let title = if all { &texts::NOBODY_YET } else { &texts::NOBODY };
        return view! { {said} <Empty picture="generic" title/> }.into_any();
    }
    let text = |label: &Text| (locale.text(label).into_owned(), false);
    let columns = [
        text(&texts::PERSON),
        text(&texts::SEX_AND_AGE),
        text(&texts::NATIONALITY),
        text(&texts::LANGUAGES),
        text(&common::WORKSHOP),
    ];
    let rows = data.people.iter().map(|one| row(locale, data, one)).collect_view();
    let pages = sought.is_none().then(|| pages(locale, data, filter));
    view! {
        <section class="section" aria-labelledby="people">
            <div class="section-head">
                <h2 id="people">{locale.count(&common::PEOPLE, data.total)}</h2>
            </div>
            {said}
            <Table id="people-table" caption=locale.text(&texts::TITLE) quiet=true>
                {heads(columns)}
                <tbody>{rows}</tbody>
            </Table>
            {pages}
        </section>
    }
    .into_any()
}

fn row(locale: Locale, data: &PeoplePage, one: &PersonRow) -> impl IntoView + use<> {
    let workshops: Vec<String> =
        one.workshops.iter().map(|workshop| name(locale, workshop)).collect();
    let left =
        one.departed.map(|day| locale.fill(&texts::LEFT_ON, &[("date", &locale.date_medium(day))]));
    let missing = (!one.missing.is_empty())
        .then(|| locale.fill(&texts::MISSING, &[("what", &facts(locale, &one.missing))]));
    let note = |text: String| view! { <div><small class="muted">{text}</small></div> };
    view! {
        <tr data-person=one.label.code.to_string()>
            <th scope="row">
                {link(&data.centre, &one.label)} {left.map(note)} {missing.map(note)}
            </th>
            <td>{sex_and_age(locale, one)}</td>
            <td>{nationality(locale, one.nationality.as_deref())}</td>
            <td>{languages(locale, &one.languages)}</td>
            <td>{workshops.join(", ")}</td>
        </tr>
    }
}

/// The ways to the pages before and after.
fn pages(locale: Locale, data: &PeoplePage, filter: &PeopleFilter) -> Option<AnyView> {
    let size = PEOPLE_A_PAGE as i64;
    if data.total <= size && filter.page == 0 {
        return None;
    }
    let first = i64::from(filter.page) * size;
    let last = (first + size).min(data.total);
    let shown = locale.fill(
        &texts::PAGE_OF,
        &[
            ("from", &locale.number(first + 1)),
            ("to", &locale.number(last)),
            ("total", &locale.number(data.total)),
        ],
    );
    let way = |page: u32, words: &Text| {
        let href = list_address(data, filter, page);
        view! { <a class="button" href=href>{locale.text(words)}</a> }
    };
    let earlier = filter.page.checked_sub(1).map(|page| way(page, &texts::EARLIER));
    let later = (last < data.total).then(|| way(filter.page + 1, &texts::LATER));
    Some(view! { <div class="row">{earlier} <span>{shown}</span> {later}</div> }.into_any())
}
