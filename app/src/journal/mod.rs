//! The journal to be read: of the organisation, of a centre, of one shift, of one participant.

mod api;
mod rows;

pub use api::{JournalData, load_journal};
pub use rows::table;

use crate::i18n::Locale;
use crate::i18n::catalogue::{common, journal as texts};
use crate::i18n::labels::{entry_label, fault_text};
use crate::ui::address::Address;
use crate::ui::basics::{Empty, Notice, PageHead, Tone};
use crate::ui::desk::{asked, crumbs, name};
use crate::ui::live::live;
use crate::ui::loaded::loaded;
use crate::use_locale;
use domain::command::KINDS;
use domain::fault::Fault;
use domain::overview::{JournalPage, JournalQuery};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page at `/journal` and `/centres/CODE/journal`, with filters in its address.
#[component]
pub fn JournalListPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code"));
    let some = |name: &str| Some(asked(name)).filter(|text| !text.is_empty());
    let query = JournalQuery {
        centre: some("centre"),
        kind: some("kind"),
        account: some("account"),
        shift: some("shift"),
        person: some("person"),
        from: asked("from").parse().ok(),
        to: asked("to").parse().ok(),
        before: asked("before").parse().ok(),
    };
    loaded(load_journal(code, query), move |data| content(locale, &data))
}

fn content(locale: Locale, data: &JournalData) -> AnyView {
    let page = &data.page;
    let above = page.centre.as_ref().map(|centre| crumbs(locale, centre)).unwrap_or_default();
    let list = match &data.fault {
        // Of what is not there, no entry is there either.
        None | Some(Fault::Unknown { .. }) if page.rows.is_empty() => {
            view! { <Empty picture="mountain" title=&texts::NONE/> }.into_any()
        }
        None | Some(Fault::Unknown { .. }) => table(locale, &page.rows, page.centre.is_none()),
        Some(fault) => {
            view! { <Notice tone=Tone::Error title=fault_text(locale, fault)/> }.into_any()
        }
    };
    let newest = page.asked.before.is_some().then(|| {
        let href = address(page, None);
        view! { <a class="button" href=href>{locale.text(&texts::NEWEST)}</a> }
    });
    let older = page.next.map(|next| {
        let href = address(page, Some(next));
        view! { <a class="button" rel="next" href=href>{locale.text(&texts::OLDER)}</a> }
    });
    view! {
        <PageHead
            title=locale.text(&texts::TITLE)
            sub=locale.text(&texts::INTRO)
            crumbs=above
        />
        {live(locale, None)}
        {filters(locale, page)}
        {list}
        <nav class="row no-print" aria-label=locale.text(&texts::OLDER)>{newest} {older}</nav>
    }
    .into_any()
}

fn base(page: &JournalPage) -> String {
    match &page.centre {
        Some(centre) => format!("/centres/{}/journal", centre.code),
        None => "/journal".to_owned(),
    }
}

/// The same filters from another place on.
fn address(page: &JournalPage, before: Option<i64>) -> String {
    let asked = &page.asked;
    Address::new(base(page))
        .with_some("centre", asked.centre.as_ref())
        .with_some("kind", asked.kind.as_ref())
        .with_some("account", asked.account.as_ref())
        .with_some("shift", asked.shift.as_ref())
        .with_some("person", asked.person.as_ref())
        .with_some("from", asked.from)
        .with_some("to", asked.to)
        .with_some("before", before)
        .into_string()
}

type Choices = Vec<(String, String)>;

fn filters(locale: Locale, page: &JournalPage) -> AnyView {
    let asked = &page.asked;
    let text = |text| locale.text(text).into_owned();
    let mut kinds: Choices =
        KINDS.iter().map(|kind| ((*kind).to_owned(), text(entry_label(Some(kind))))).collect();
    kinds.sort_by_cached_key(|(_, label)| label.to_lowercase());
    kinds.insert(0, (String::new(), text(&texts::ALL_KINDS)));
    let everybody = (String::new(), text(&texts::EVERYBODY));
    let accounts = page.accounts.iter().map(|code| (code.clone(), code.clone()));
    let accounts = std::iter::once(everybody).chain(accounts).collect();
    let centres = (!page.centres.is_empty()).then(|| {
        let all = (String::new(), text(&common::ALL_OPTION));
        let named = page.centres.iter().map(|one| (one.code.clone(), name(locale, one)));
        let choices = std::iter::once(all).chain(named).collect();
        select("centre", text(&common::CENTRE), choices, asked.centre.as_deref())
    });
    let shift = asked.shift.clone().map(|shift| {
        view! {
            <label class="check">
                <input type="checkbox" name="shift" value=shift checked/>
                {text(&texts::OF_SHIFT)}
            </label>
        }
    });
    view! {
        <form class="filters no-print" method="get" action=base(page)>
            {centres}
            {select("kind", text(&texts::KIND), kinds, asked.kind.as_deref())}
            {select("account", text(&texts::BY), accounts, asked.account.as_deref())}
            {input("person", "text", text(&texts::PERSON), asked.person.clone())}
            {input("from", "date", text(&common::FROM), asked.from.map(|day| day.to_string()))}
            {input("to", "date", text(&common::TO), asked.to.map(|day| day.to_string()))}
            {shift}
            <button class="button" type="submit">{text(&texts::SHOW)}</button>
        </form>
    }
    .into_any()
}

fn select(
    name: &'static str,
    label: String,
    choices: Choices,
    chosen: Option<&str>,
) -> impl IntoView + use<> {
    let chosen = chosen.unwrap_or_default().to_owned();
    let options = choices.into_iter().map(|(value, words)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{words}</option> }
    });
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select id=name name=name>{options.collect_view()}</select>
        </div>
    }
}

fn input(
    name: &'static str,
    kind: &'static str,
    label: String,
    value: Option<String>,
) -> impl IntoView + use<> {
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <input id=name name=name type=kind autocomplete="off" value=value.unwrap_or_default()/>
        </div>
    }
}
