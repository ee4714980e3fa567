//! The form that registers somebody.

use super::{facts, or_none, sexes};
use crate::i18n::Locale;
use crate::i18n::catalogue::people as texts;
use crate::i18n::countries::countries;
use crate::i18n::labels::separation_label;
use crate::ui::desk::{asked, despite, language_choices, level_choices, name, word};
use crate::ui::form::Form;
use domain::overview::PeoplePage;
use domain::registry::Separation;
use leptos::prelude::*;

/// Folded away, unless it was refused or somebody was just registered.
pub(super) fn form(locale: Locale, data: &PeoplePage) -> AnyView {
    let form = Form::new(locale, "register");
    let open = form.is_refused() || !asked("registered").is_empty();
    let none = (String::new(), locale.text(&texts::NO_WORKSHOP).into_owned());
    let workshops = data.workshops.iter().map(|(id, one)| (id.to_string(), name(locale, one)));
    let workshops = std::iter::once(none).chain(workshops).collect();
    let separations = Separation::ALL
        .map(|one| (word(&one), locale.text(separation_label(one)).into_owned()))
        .to_vec();
    let asks = (!data.asks.is_empty()).then(|| {
        let said = locale.fill(&texts::REGISTER_ASKS, &[("what", &facts(locale, &data.asks))]);
        view! { <p>{said}</p> }
    });
    view! {
        <details open=open>
            <summary class="fold">{locale.text(&texts::REGISTER)}</summary>
            <form
                class="card stack"
                method="post"
                action=format!("/centres/{}/people", data.centre.code)
                novalidate
            >
                {form.fault()}
                {form.hidden()}
                <p class="muted">{locale.text(&texts::REGISTER_WHAT)}</p>
                {asks}
                <div class="filters">
                    {form.optional_text("alias", &texts::ALIAS_OPTIONAL, String::new())}
                    {form.select("sex", &texts::SEX, sexes(locale))}
                    {form.number("years", &texts::YEARS_OLD, None, None)}
                    {form.select(
                        "nationality",
                        &texts::NATIONALITY,
                        or_none(locale, countries(locale)),
                    )}
                    {form.select(
                        "language",
                        &texts::SPEAKS,
                        or_none(locale, language_choices(locale)),
                    )}
                    {form.select("level", &texts::LEVEL, level_choices(locale))}
                    {form.select("separation", &texts::SEPARATION, or_none(locale, separations))}
                    {form.select("workshop", &texts::ENROL, workshops)}
                </div>
                {despite(locale, &form)}
                <div class="row">
                    <button class="button primary" type="submit">
                        {locale.text(&texts::SAVE_REGISTER)}
                    </button>
                </div>
            </form>
        </details>
    }
    .into_any()
}
