//! Where somebody lived, and where they go.

use super::person::{action, folded};
use crate::i18n::Locale;
use crate::i18n::catalogue::people as texts;
use crate::ui::desk::{card, name};
use crate::ui::form::Form;
use domain::overview::PersonPage;
use leptos::prelude::*;

/// Arrivals, transfers and departures with the form of another.
pub(super) fn list(locale: Locale, data: &PersonPage) -> AnyView {
    let stays = data.stays.iter().map(|stay| {
        let place = match &stay.centre {
            Some(centre) => name(locale, centre),
            None => locale.text(&texts::STAY_LEFT).into_owned(),
        };
        view! {
            <li>
                <time datetime=stay.day.to_string()>{locale.date_medium(stay.day)}</time>
                " · " {place}
            </li>
        }
    });
    let stays = if data.stays.is_empty() {
        view! { <p class="muted">{locale.text(&texts::NO_STAYS)}</p> }.into_any()
    } else {
        view! { <ul>{stays.collect_view()}</ul> }.into_any()
    };
    let form = Form::new(locale, "stay");
    let centres = data.centres.iter().map(|centre| (centre.code.clone(), name(locale, centre)));
    let left = ("left".to_owned(), locale.text(&texts::STAY_LEFT).into_owned());
    let places = std::iter::once(left).chain(centres).collect();
    let fields = view! {
        {form.select("where", &texts::STAY_WHERE, places)}
        {form.day("day", &texts::STAY_FROM, data.today.to_string())}
        <p class="muted">{locale.text(&texts::STAY_WHAT)}</p>
    };
    let save = locale.text(&texts::SAVE_STAY).into_owned();
    let body = card(&form, action(data), fields.into_any(), save);
    view! { {stays} {folded(&form, locale.text(&texts::STAY).into_owned(), body)} }.into_any()
}
