//! People who may drop out of a workshop: lists to act on.

mod api;

pub use api::load_dropping_out;

use crate::i18n::Locale;
use crate::i18n::catalogue::{dropping_out as texts, reports};
use crate::i18n::labels::risk_label;
use crate::reports::{downloads, shelf};
use crate::ui::basics::{Empty, PageHead};
use crate::ui::desk::{crumbs, section};
use crate::ui::live::live;
use crate::ui::loaded::loaded;
use crate::ui::table::{Table, heads};
use crate::use_locale;
use domain::overview::{AtRiskRow, DroppingOut};
use domain::report::dropping_out::Risk;
use domain::report::{Query, Report};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page at `/centres/CODE/dropping-out`.
#[component]
pub fn DroppingOutPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    loaded(load_dropping_out(code), move |data| content(locale, &data))
}

fn content(locale: Locale, data: &DroppingOut) -> AnyView {
    let query = Query::period(data.day, data.day).in_centre(data.centre.code.clone());
    let lists = Risk::ALL.map(|risk| {
        let people: Vec<&AtRiskRow> = data.people.iter().filter(|one| one.risk == risk).collect();
        (!people.is_empty()).then(|| list(locale, data, risk, &people))
    });
    let none = data.people.is_empty().then(|| {
        view! {
            <Empty picture="mountain" title=&texts::NOBODY>
                <p>{locale.text(&texts::NOBODY_MORE)}</p>
            </Empty>
        }
    });
    view! {
        <PageHead
            title=locale.text(&texts::TITLE)
            sub=locale.text(&texts::INTRO)
            crumbs=crumbs(locale, &data.centre)
        >
            {downloads(locale, Report::DroppingOut, &query)}
        </PageHead>
        {live(locale, None)}
        {none}
        {lists.into_iter().collect_view()}
        {shelf(locale)}
    }
    .into_any()
}

fn list(locale: Locale, data: &DroppingOut, risk: Risk, people: &[&AtRiskRow]) -> AnyView {
    let rows = people
        .iter()
        .map(|one| {
            let href = format!("/centres/{}/people/{}", data.centre.code, one.label.code);
            let alias = one.label.alias.clone().map(|alias| view! { {alias} <br/> });
            let workshop = locale.name(&one.workshop.name.en, &one.workshop.name.sr);
            view! {
                <tr>
                    <th scope="row">
                        <a href=href>{alias} <span class="code">{one.label.code.to_string()}</span></a>
                    </th>
                    <td>{workshop}</td>
                    <td>
                        <time datetime=one.since.to_string()>{locale.date_medium(one.since)}</time>
                    </td>
                    <td class="num">{locale.number(one.how_many)}</td>
                </tr>
            }
        })
        .collect_view();
    let (id, table, what, how_many, since) = match risk {
        Risk::Absences => (
            "absences",
            "absences-table",
            &texts::ABSENCES_WHAT,
            &texts::ABSENCES,
            &texts::ABSENT_SINCE,
        ),
        Risk::GoneQuiet => {
            ("quiet", "quiet-table", &texts::QUIET_WHAT, &texts::DAYS, &texts::LAST_SEEN)
        }
        Risk::Waiting => {
            ("waiting", "waiting-table", &texts::WAITING_WHAT, &texts::DAYS, &texts::WAITS_SINCE)
        }
    };
    let columns = [
        (locale.text(&texts::PERSON).into_owned(), false),
        (locale.text(&reports::WORKSHOP).into_owned(), false),
        (locale.text(since).into_owned(), false),
        (locale.text(how_many).into_owned(), true),
    ];
    let title = locale.text(risk_label(risk)).into_owned();
    let body = view! {
        <p>{locale.text(what)}</p>
        <Table id=table caption=title.clone() quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    };
    section(id, title, body.into_any())
}
