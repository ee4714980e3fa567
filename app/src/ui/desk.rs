//! What the pages of a centre with several forms share: where they stand, what was done, sections and
//! forms in cards.

use crate::i18n::catalogue::plan as texts;
use crate::i18n::labels::{despite_label, level_label};
use crate::i18n::{Locale, Text};
use crate::tablet::words::language;
use crate::ui::basics::{Crumbs, Notice, Tone};
use crate::ui::form::Form;
use domain::overview::Choice;
use domain::person::LanguageLevel;
use domain::plan::Despite;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// A name as its reader reads it.
pub fn name(locale: Locale, choice: &Choice) -> String {
    locale.name(&choice.name.en, &choice.name.sr).into_owned()
}

/// The way back to the centre.
pub fn crumbs(locale: Locale, centre: &Choice) -> Crumbs {
    vec![(format!("/centres/{}", centre.code), name(locale, centre))]
}

/// What a parameter of the address says.
pub fn asked(name: &str) -> String {
    use_query_map().with_untracked(|query| query.get(name)).unwrap_or_default()
}

/// A word about what was done, by the parameter `done`.
pub fn done(locale: Locale, words: &[(&str, &'static Text)]) -> Option<AnyView> {
    let said = asked("done");
    let (_, text) = words.iter().find(|(known, _)| *known == said)?;
    Some(view! { <Notice tone=Tone::Success title=locale.text(text)/> }.into_any())
}

/// Why something is planned all the same: asked once a form was refused for that.
pub fn despite(locale: Locale, form: &Form) -> Option<AnyView> {
    form.needs_reason().then(|| {
        let none = (String::new(), locale.text(&texts::DESPITE_CHOOSE).into_owned());
        let all =
            Despite::ALL.map(|why| (word(&why), locale.text(despite_label(why)).into_owned()));
        let choices = std::iter::once(none).chain(all).collect();
        form.select("despite", &texts::DESPITE, choices)
    })
}

/// The languages that forms offer: those of the field (ISO 639-3).
pub const LANGUAGES: [&str; 12] =
    ["srp", "eng", "ara", "prs", "pes", "pus", "urd", "kmr", "ckb", "tur", "fra", "som"];

/// The languages as choices.
pub fn language_choices(locale: Locale) -> Vec<(String, String)> {
    LANGUAGES.map(|code| (code.to_owned(), language(locale, code))).into()
}

/// How well somebody may know one, as choices.
pub fn level_choices(locale: Locale) -> Vec<(String, String)> {
    [LanguageLevel::Speaks, LanguageLevel::Understands, LanguageLevel::Interprets]
        .map(|level| (word(&level), locale.text(level_label(level)).into_owned()))
        .into()
}

/// The word of a value in a form: that of its JSON form.
pub fn word<T: serde::Serialize>(value: &T) -> String {
    let json = serde_json::to_value(value).ok();
    json.and_then(|json| json.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A section with a heading.
pub fn section(id: &'static str, title: impl Into<String>, body: AnyView) -> AnyView {
    view! {
        <section class="section" aria-labelledby=id>
            <div class="section-head"><h2 id=id>{title.into()}</h2></div>
            {body}
        </section>
    }
    .into_any()
}

/// A form in a card, sent to `action`.
pub fn card(form: &Form, action: String, fields: AnyView, button: String) -> AnyView {
    view! {
        <form class="card stack" method="post" action=action novalidate>
            {form.fault()}
            {form.hidden()}
            {fields}
            <div class="row">
                <button class="button primary" type="submit">{button}</button>
            </div>
        </form>
    }
    .into_any()
}
