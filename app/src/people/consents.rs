//! What somebody consented to.

use super::person::{action, folded};
use crate::i18n::catalogue::people as texts;
use crate::i18n::labels::{guardian_label, purpose_label};
use crate::i18n::{Locale, Text};
use crate::tablet::words::language;
use crate::ui::desk::{card, language_choices, word};
use crate::ui::form::Form;
use crate::ui::table::{Table, heads};
use domain::overview::{ConsentRow, PersonPage};
use domain::registry::{Guardian, Purpose};
use leptos::prelude::*;

/// All consents, with the form of another.
pub(super) fn list(locale: Locale, data: &PersonPage) -> AnyView {
    let text = |label: &Text| (locale.text(label).into_owned(), false);
    let known = if data.consents.is_empty() {
        view! { <p class="muted">{locale.text(&texts::NO_CONSENTS)}</p> }.into_any()
    } else {
        let columns = [
            text(&texts::PURPOSE),
            text(&texts::GIVEN_ON),
            text(&texts::VERSION),
            text(&texts::GIVEN_IN),
            text(&texts::GUARDIAN),
            text(&crate::i18n::catalogue::common::STATUS),
        ];
        let rows = data.consents.iter().map(|one| row(locale, data, one)).collect_view();
        view! {
            <Table id="consent-table" caption=locale.text(&texts::CONSENTS) quiet=true>
                {heads(columns)}
                <tbody>{rows}</tbody>
            </Table>
        }
        .into_any()
    };
    view! { {known} {form(locale, data)} }.into_any()
}

fn row(locale: Locale, data: &PersonPage, one: &ConsentRow) -> impl IntoView + use<> {
    let purpose = locale.text(purpose_label(one.purpose)).into_owned();
    let said = locale.fill(&texts::WITHDRAW_WHAT, &[("purpose", &purpose)]);
    let state = match one.withdrawn {
        Some(day) => {
            let day = locale.date_medium(day);
            view! { <span>{locale.fill(&texts::WITHDRAWN_ON, &[("date", &day)])}</span> }.into_any()
        }
        None => view! {
            <form class="row" method="post" action=action(data)>
                <span class="badge" data-state="closed">{locale.text(&texts::STANDS)}</span>
                <input type="hidden" name="do" value="withdraw"/>
                <input type="hidden" name="consent" value=one.id.to_string()/>
                <button class="button" type="submit" aria-label=said>
                    {locale.text(&texts::WITHDRAW)}
                </button>
            </form>
        }
        .into_any(),
    };
    let guardian = one.guardian.map(|one| locale.text(guardian_label(one)));
    view! {
        <tr>
            <th scope="row">{purpose}</th>
            <td>{locale.date_medium(one.on)}</td>
            <td>{one.version.clone()}</td>
            <td>{language(locale, &one.language)}</td>
            <td>{guardian}</td>
            <td>{state}</td>
        </tr>
    }
}

fn form(locale: Locale, data: &PersonPage) -> AnyView {
    let form = Form::new(locale, "consent");
    let purposes =
        Purpose::ALL.map(|one| (word(&one), locale.text(purpose_label(one)).into_owned()));
    let alone = (String::new(), locale.text(&texts::GUARDIAN_NONE).into_owned());
    let guardians =
        Guardian::ALL.map(|one| (word(&one), locale.text(guardian_label(one)).into_owned()));
    let guardians = std::iter::once(alone).chain(guardians).collect();
    let version = data.consents.first().map(|one| one.version.clone()).unwrap_or_default();
    let first = data.row.languages.first().map(|(code, _)| code.clone()).unwrap_or_default();
    let fields = view! {
        {form.select("purpose", &texts::PURPOSE, purposes.into())}
        {form.text("version", &texts::VERSION, version)}
        {form.choose("language", &texts::GIVEN_IN, language_choices(locale), first)}
        {form.day("day", &texts::GIVEN_ON, data.today.to_string())}
        {form.select("guardian", &texts::GUARDIAN, guardians)}
    };
    let save = locale.text(&texts::SAVE_CONSENT).into_owned();
    let body = card(&form, action(data), fields.into_any(), save);
    folded(&form, locale.text(&texts::CONSENT).into_owned(), body)
}
