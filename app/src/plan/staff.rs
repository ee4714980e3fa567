//! Who works in a centre, and what they speak: the language bridge is built of it.

use super::{card, crumbs, done, load_staff, section};
use crate::i18n::Locale;
use crate::i18n::catalogue::{common, plan as texts};
use crate::i18n::labels::level_label;
use crate::tablet::words::language;
use crate::ui::basics::{Empty, PageHead};
use crate::ui::desk::{language_choices, level_choices};
use crate::ui::form::Form;
use crate::ui::loaded::loaded;
use crate::ui::table::{Table, heads};
use crate::use_locale;
use domain::overview::{StaffPage as Data, StaffRow};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page at `/centres/CODE/staff`; after a form with `done`.
#[component]
pub fn StaffPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    loaded(load_staff(code), move |data| content(locale, &data))
}

fn content(locale: Locale, data: &Data) -> AnyView {
    let body = if data.staff.is_empty() {
        view! { <Empty picture="generic" title=&texts::NO_STAFF/> }.into_any()
    } else {
        let columns = [
            (locale.text(&common::FACILITATOR).into_owned(), false),
            (locale.text(&texts::LANGUAGES).into_owned(), false),
        ];
        let rows = data.staff.iter().map(|one| row(locale, one)).collect_view();
        view! {
            <div class="columns">
                <Table id="staff-table" caption=locale.text(&texts::STAFF) quiet=true>
                    {heads(columns)}
                    <tbody>{rows}</tbody>
                </Table>
                {section("language", locale.text(&texts::NEW_LANGUAGE), form(locale, data))}
            </div>
        }
        .into_any()
    };
    view! {
        <PageHead
            title=locale.text(&texts::STAFF)
            sub=locale.text(&texts::STAFF_INTRO)
            crumbs=crumbs(locale, &data.centre)
        />
        {done(locale, &[("language", &texts::LANGUAGE_SAVED)])}
        {body}
    }
    .into_any()
}

fn row(locale: Locale, one: &StaffRow) -> impl IntoView + use<> {
    let known = one.languages.iter().map(|(code, level)| {
        let (language, level) = (language(locale, code), locale.text(level_label(*level)));
        locale.fill(&common::LABELLED, &[("label", &language), ("value", &level)])
    });
    let known = known.collect::<Vec<_>>().join(", ");
    let none = || locale.text(&common::NOT_KNOWN).into_owned();
    let known = if known.is_empty() { none() } else { known };
    view! {
        <tr>
            <th scope="row" class="code">{one.code.clone()}</th>
            <td>{known}</td>
        </tr>
    }
}

fn form(locale: Locale, data: &Data) -> AnyView {
    let form = Form::new(locale, "language");
    let staff = data.staff.iter().map(|one| (one.id.to_string(), one.code.clone()));
    let fields = view! {
        {form.select("account", &common::FACILITATOR, staff.collect())}
        {form.select("language", &texts::LANGUAGE, language_choices(locale))}
        {form.select("level", &texts::LEVEL, level_choices(locale))}
    };
    let action = format!("/centres/{}/staff", data.centre.code);
    card(&form, action, fields.into_any(), locale.text(&texts::SAVE_LANGUAGE).into_owned())
}
