//! Trainings that belong to no centre: who takes part, how far they are, who completed them.

mod api;
mod one;

pub use api::{load_training, load_trainings};
pub use one::TrainingOnePage;

use crate::i18n::catalogue::{plan, training as texts};
use crate::i18n::{Locale, Text};
use crate::ui::basics::{Empty, PageHead};
use crate::ui::desk::{card, done, name, section};
use crate::ui::form::Form;
use crate::ui::loaded::loaded;
use crate::ui::table::{Table, heads};
use crate::use_locale;
use domain::overview::Trainings;
use leptos::prelude::*;

/// The address of the list, and of its forms.
pub const ADDRESS: &str = "/trainings";

/// The page at `/trainings`; after a form with `done`.
#[component]
pub fn TrainingsPage() -> impl IntoView {
    let locale = use_locale();
    loaded(load_trainings(), move |data| content(locale, &data))
}

fn content(locale: Locale, data: &Trainings) -> AnyView {
    let list = if data.trainings.is_empty() {
        view! { <Empty picture="training" title=&texts::NONE/> }.into_any()
    } else {
        list(locale, data)
    };
    let form = Form::new(locale, "training");
    let fields = view! {
        {form.text("code", &plan::CODE, String::new())}
        {form.text("name_en", &plan::NAME_EN, String::new())}
        {form.text("name_sr", &plan::NAME_SR, String::new())}
        {form.number("minutes", &plan::MINUTES, Some(60), None)}
    };
    let save = locale.text(&texts::SAVE).into_owned();
    let new = card(&form, ADDRESS.to_owned(), fields.into_any(), save);
    view! {
        <PageHead title=locale.text(&texts::TITLE) sub=locale.text(&texts::INTRO)/>
        {done(locale, &[("added", &texts::ADDED)])}
        {list}
        {section("new", locale.text(&texts::NEW), new)}
    }
    .into_any()
}

fn list(locale: Locale, data: &Trainings) -> AnyView {
    let text = |label: &Text| locale.text(label).into_owned();
    let columns = [
        (text(&texts::TITLE), false),
        (text(&plan::CODE), false),
        (text(&texts::PARTICIPANTS), true),
        (text(&texts::COMPLETED), true),
    ];
    let rows = data.trainings.iter().map(|one| {
        let href = format!("{ADDRESS}/{}", one.choice.code);
        view! {
            <tr>
                <th scope="row"><a href=href>{name(locale, &one.choice)}</a></th>
                <td class="code">{one.choice.code.clone()}</td>
                <td class="num">{locale.number(one.participants)}</td>
                <td class="num">{locale.number(one.completed)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Table id="trainings" caption=locale.text(&texts::TITLE) quiet=true>
            {heads(columns)}
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}
