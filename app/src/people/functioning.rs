//! The Washington Group Short Set on Functioning.

use super::person::{action, folded, line};
use crate::i18n::Locale;
use crate::i18n::catalogue::people as texts;
use crate::i18n::labels::{difficulty_label, functioning_label};
use crate::ui::desk::{card, word};
use crate::ui::form::Form;
use domain::overview::PersonPage;
use domain::registry::{Difficulty, FUNCTIONING_FROM, Functioning, is_disability};
use leptos::prelude::*;

/// The latest answers, and the form that asks again.
pub(super) fn answers(locale: Locale, data: &PersonPage) -> AnyView {
    let known = match &data.functioning {
        None => view! { <p class="muted">{locale.text(&texts::FUNCTIONING_NONE)}</p> }.into_any(),
        Some((day, answers)) => {
            let day = locale.date_medium(*day);
            let on = locale.fill(&texts::FUNCTIONING_ON, &[("date", &day)]);
            let lines = answers.iter().map(|(question, answer)| {
                let answer = locale.text(difficulty_label(*answer)).into_owned();
                line(locale, functioning_label(*question), answer)
            });
            let says =
                if is_disability(answers) { &texts::DISABILITY_YES } else { &texts::DISABILITY_NO };
            view! {
                <p>{on} ". " {locale.text(says)}</p>
                <dl class="facts">{lines.collect_view()}</dl>
            }
            .into_any()
        }
    };
    let asked = data.row.years.is_none_or(|years| years >= FUNCTIONING_FROM);
    view! { {known} {asked.then(|| form(locale, data))} }.into_any()
}

fn form(locale: Locale, data: &PersonPage) -> AnyView {
    let form = Form::new(locale, "functioning");
    let none = (String::new(), locale.text(&texts::NOT_ANSWERED).into_owned());
    let answers =
        Difficulty::ALL.map(|one| (word(&one), locale.text(difficulty_label(one)).into_owned()));
    let answers: Vec<_> = std::iter::once(none).chain(answers).collect();
    let questions = Functioning::ALL.map(|question| {
        form.select(&word(&question), functioning_label(question), answers.clone())
    });
    let fields = view! {
        <div class="filters">{questions.into_iter().collect_view()}</div>
        {form.error("answers")}
        {form.day("day", &texts::ASKED_ON, data.today.to_string())}
    };
    let save = locale.text(&texts::SAVE_FUNCTIONING).into_owned();
    let body = card(&form, action(data), fields.into_any(), save);
    folded(&form, locale.text(&texts::FUNCTIONING_ASK).into_owned(), body)
}
