//! Centres and projects: head office adds them, and says which workshops count for which project.

mod api;

pub use api::load_organisation;

use crate::i18n::Locale;
use crate::i18n::catalogue::{access, common, organisation as texts};
use crate::i18n::labels::kind_label;
use crate::ui::basics::{Empty, PageHead};
use crate::ui::desk::{card, done, name, section, word};
use crate::ui::form::Form;
use crate::ui::live::live;
use crate::ui::loaded::loaded;
use crate::ui::table::{Table, heads};
use crate::use_locale;
use domain::centre::CentreKind;
use domain::overview::{Choice, Organisation, ProjectRow};
use leptos::prelude::*;

/// The address of the page, to which its forms are sent.
pub const ADDRESS: &str = "/organisation";

/// The page at `/organisation`; after a form with `done`.
#[component]
pub fn OrganisationPage() -> impl IntoView {
    let locale = use_locale();
    loaded(load_organisation(), move |data| content(locale, &data))
}

fn content(locale: Locale, data: &Organisation) -> AnyView {
    let centres = if data.centres.is_empty() {
        view! { <Empty picture="house" title=&texts::NO_CENTRES/> }.into_any()
    } else {
        let items = data.centres.iter().map(|one| centre(locale, one)).collect_view();
        view! { <ul class="row plain">{items}</ul> }.into_any()
    };
    let projects = if data.projects.is_empty() {
        view! { <Empty picture="mountain" title=&texts::NO_PROJECTS/> }.into_any()
    } else {
        table(locale, data)
    };
    view! {
        <PageHead title=locale.text(&texts::TITLE) sub=locale.text(&texts::INTRO)/>
        {live(locale, None)}
        {done(locale, &[("added", &texts::ADDED)])}
        {section("centres", locale.text(&texts::CENTRES), centres)}
        {section("projects", locale.text(&texts::PROJECTS), projects)}
        <div class="columns">
            {share(locale, data)}
            {new_centre(locale, data)}
            {new_project(locale)}
        </div>
    }
    .into_any()
}

fn centre(locale: Locale, one: &Choice) -> impl IntoView + use<> {
    let href = format!("/centres/{}/facts", one.code);
    view! {
        <li>
            <a class="button" href=href>
                {name(locale, one)} " " <span class="code">{one.code.clone()}</span>
            </a>
        </li>
    }
}

fn table(locale: Locale, data: &Organisation) -> AnyView {
    let head = |text| (locale.text(text).into_owned(), false);
    let columns = [
        head(&texts::PROJECTS),
        head(&texts::FUNDER),
        head(&common::PERIOD),
        head(&texts::WORKSHOPS),
    ];
    let rows = data.projects.iter().map(|one| project(locale, one)).collect_view();
    view! {
        <Table id="projects-table" caption=locale.text(&texts::PROJECTS) quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

fn project(locale: Locale, one: &ProjectRow) -> impl IntoView + use<> {
    let shares = one.shares.iter().map(|(workshop, from, to)| {
        let days = match to {
            Some(to) => locale.period(*from, *to),
            None => locale.fill(&access::SINCE, &[("date", &locale.date_medium(*from))]),
        };
        view! { <li>{name(locale, workshop)} " " <small class="muted">{days}</small></li> }
    });
    view! {
        <tr data-project=one.choice.code.clone()>
            <th scope="row">
                {name(locale, &one.choice)} <br/> <span class="code">{one.choice.code.clone()}</span>
            </th>
            <td>
                {locale.name(&one.funder.en, &one.funder.sr)}
                <br/>
                <span class="code">{one.reference.clone()}</span>
            </td>
            <td>{locale.period(one.from, one.to)}</td>
            <td><ul class="plain">{shares.collect_view()}</ul></td>
        </tr>
    }
}

fn new_centre(locale: Locale, data: &Organisation) -> AnyView {
    let form = Form::new(locale, "centre");
    let kinds = [CentreKind::AsylumCentre, CentreKind::ReceptionCentre];
    let kinds = kinds.map(|kind| (word(&kind), locale.text(kind_label(kind)).into_owned())).into();
    let empty = String::new;
    let fields = view! {
        {form.text("code", &texts::CODE, empty())}
        {form.text("name_en", &texts::NAME_EN, empty())}
        {form.text("name_sr", &texts::NAME_SR, empty())}
        {form.text("adm1_en", &texts::AREA_EN, empty())}
        {form.text("adm1_sr", &texts::AREA_SR, empty())}
        {form.text("adm1_code", &texts::AREA_CODE, empty())}
        {form.text("adm2_en", &texts::TOWN_EN, empty())}
        {form.text("adm2_sr", &texts::TOWN_SR, empty())}
        {form.select("kind", &texts::KIND, kinds)}
        {form.day("day", &texts::SINCE, data.today.to_string())}
        {form.text("source", &texts::SOURCE, empty())}
    };
    let button = locale.text(&texts::ADD_CENTRE).into_owned();
    let body = card(&form, ADDRESS.to_owned(), fields.into_any(), button);
    section("new-centre", locale.text(&texts::NEW_CENTRE), body)
}

fn new_project(locale: Locale) -> AnyView {
    let form = Form::new(locale, "project");
    let empty = String::new;
    let fields = view! {
        {form.text("code", &texts::CODE, empty())}
        {form.text("title_en", &texts::NAME_EN, empty())}
        {form.text("title_sr", &texts::NAME_SR, empty())}
        {form.text("funder_en", &texts::FUNDER_EN, empty())}
        {form.text("funder_sr", &texts::FUNDER_SR, empty())}
        {form.text("programme_en", &texts::PROGRAMME_EN, empty())}
        {form.text("programme_sr", &texts::PROGRAMME_SR, empty())}
        {form.text("implementer_en", &texts::IMPLEMENTER_EN, empty())}
        {form.text("implementer_sr", &texts::IMPLEMENTER_SR, empty())}
        {form.text("reference", &texts::REFERENCE, empty())}
        {form.day("from", &texts::FIRST_DAY, empty())}
        {form.day("to", &texts::LAST_DAY, empty())}
    };
    let button = locale.text(&texts::ADD_PROJECT).into_owned();
    let body = card(&form, ADDRESS.to_owned(), fields.into_any(), button);
    section("new-project", locale.text(&texts::NEW_PROJECT), body)
}

fn share(locale: Locale, data: &Organisation) -> Option<AnyView> {
    if data.projects.is_empty() || data.workshops.is_empty() {
        return None;
    }
    let form = Form::new(locale, "share");
    let projects = data.projects.iter().map(|one| &one.choice);
    let coded = |one: &Choice| (one.code.clone(), format!("{} · {}", one.code, name(locale, one)));
    let fields = view! {
        {form.select("workshop", &common::WORKSHOP, data.workshops.iter().map(coded).collect())}
        {form.select("project", &access::PROJECT, projects.map(coded).collect())}
        {form.day("from", &texts::FIRST_DAY, data.today.to_string())}
        {form.optional_day("to", &texts::OPEN_END, String::new())}
    };
    let button = locale.text(&texts::LET_COUNT).into_owned();
    let body = card(&form, ADDRESS.to_owned(), fields.into_any(), button);
    Some(section("counts", locale.text(&texts::COUNTS_FOR), body))
}
