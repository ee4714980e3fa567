//! What identifies somebody: shown on request, and each look is on record.

use super::Shown;
use super::person::action;
use crate::i18n::Locale;
use crate::i18n::catalogue::people as texts;
use crate::ui::desk;
use crate::ui::form::Form;
use crate::ui::records::entered;
use domain::overview::PersonPage;
use leptos::prelude::*;

/// The button that shows it, or what it shows in a form; and who looked.
pub(super) fn card(locale: Locale, data: &PersonPage, shown: Option<&Shown>) -> AnyView {
    let form = Form::new(locale, "identity");
    let body = match shown {
        Some(Shown(identity)) => Some(fields(locale, data, &form, Some(identity))),
        None if form.is_refused() => Some(fields(locale, data, &form, None)),
        None => (data.may_look && !data.row.erased).then(|| {
            view! {
                <form method="post" action=action(data)>
                    <input type="hidden" name="do" value="look"/>
                    <button class="button" type="submit">{locale.text(&texts::LOOK)}</button>
                </form>
            }
            .into_any()
        }),
    };
    let looks = data.looks.iter().map(|(who, at)| {
        view! { <li>{entered(locale, who.as_deref(), *at)}</li> }
    });
    let looks = (!data.looks.is_empty()).then(|| {
        view! { <h3>{locale.text(&texts::LOOKS)}</h3> <ul>{looks.collect_view()}</ul> }
    });
    view! { <p class="muted">{locale.text(&texts::IDENTITY_WHAT)}</p> {body} {looks} }.into_any()
}

fn fields(
    locale: Locale,
    data: &PersonPage,
    form: &Form,
    identity: Option<&domain::command::PersonIdentity>,
) -> AnyView {
    let known = identity.cloned().unwrap_or_default();
    let birth = known.birth_date.map(|day| day.to_string()).unwrap_or_default();
    let fields = view! {
        {form.optional_text("alias", &texts::ALIAS, known.alias.unwrap_or_default())}
        {form.optional_day("birth_date", &texts::BIRTH_DATE, birth)}
        {form.optional_text("contact", &texts::CONTACT, known.contact.unwrap_or_default())}
        {form.optional_text("guardian", &texts::GUARDIAN_NAME, known.guardian.unwrap_or_default())}
    };
    let save = locale.text(&texts::SAVE_IDENTITY).into_owned();
    desk::card(form, action(data), fields.into_any(), save)
}
