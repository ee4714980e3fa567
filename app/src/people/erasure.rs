//! What somebody may ask for: everything that is known of them, and to be forgotten.

use super::person::{action, folded};
use crate::i18n::Locale;
use crate::i18n::catalogue::people as texts;
use crate::ui::form::Form;
use domain::overview::PersonPage;
use leptos::prelude::*;

/// The file with their own data, and the erasure.
pub(super) fn rights(locale: Locale, data: &PersonPage) -> AnyView {
    let own = data.may_look.then(|| {
        view! {
            <form class="stack" method="post" action=action(data)>
                <input type="hidden" name="do" value="own-data"/>
                <p class="muted">{locale.text(&texts::OWN_DATA_WHAT)}</p>
                <div class="row">
                    <button class="button" type="submit">{locale.text(&texts::OWN_DATA)}</button>
                </div>
            </form>
        }
    });
    let erase = (!data.row.erased).then(|| erase(locale, data));
    view! { {own} {erase} }.into_any()
}

/// Confirmed by typing the code: the button alone would be too near.
fn erase(locale: Locale, data: &PersonPage) -> AnyView {
    let form = Form::new(locale, "erase");
    let confirm = locale.fill(&texts::ERASE_CONFIRM, &[("code", &data.row.label.code)]);
    let body = view! {
        <form class="card stack" method="post" action=action(data) novalidate>
            {form.fault()}
            {form.hidden()}
            <p>{locale.text(&texts::ERASE_WHAT)}</p>
            <p>{confirm}</p>
            {form.text("code", &texts::ERASE_CODE, String::new())}
            <div class="row">
                <button class="button danger" type="submit">{locale.text(&texts::ERASE)}</button>
            </div>
        </form>
    };
    folded(&form, locale.text(&texts::ERASE).into_owned(), body.into_any())
}
