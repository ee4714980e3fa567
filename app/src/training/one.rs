//! A training with its participants.

use super::{ADDRESS, load_training};
use crate::i18n::catalogue::{common, people, training as texts};
use crate::i18n::countries::countries;
use crate::i18n::labels::{person_kind_label, sex_label};
use crate::i18n::{Locale, Text};
use crate::ui::basics::{Empty, PageHead};
use crate::ui::desk::{card, done, name, section, word};
use crate::ui::form::Form;
use crate::ui::loaded::loaded;
use crate::ui::table::{Table, heads};
use crate::use_locale;
use domain::command::PersonKind;
use domain::overview::{Participant, TrainingPage};
use domain::person::Sex;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page at `/trainings/CODE`; after a form with `done`.
#[component]
pub fn TrainingOnePage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    loaded(load_training(code), move |data| content(locale, &data))
}

fn action(data: &TrainingPage) -> String {
    format!("{ADDRESS}/{}", data.training.code)
}

fn content(locale: Locale, data: &TrainingPage) -> AnyView {
    let completed = data.participants.iter().filter(|one| one.completed).count();
    let participants = locale.count(&texts::PARTICIPANTS_COUNT, data.participants.len() as i64);
    let completed = locale.count(&texts::COMPLETED_COUNT, completed as i64);
    let values: [(&str, &dyn std::fmt::Display); 2] =
        [("participants", &participants), ("completed", &completed)];
    let sub = locale.fill(&texts::ONE_INTRO, &values);
    let crumbs = vec![(ADDRESS.to_owned(), locale.text(&texts::TITLE).into_owned())];
    let said = done(
        locale,
        &[
            ("registered", &texts::REGISTERED),
            ("progress", &texts::PROGRESS_SAVED),
            ("ended", &texts::ENDED),
            ("erased", &people::ERASED_DONE),
        ],
    );
    let list = if data.participants.is_empty() {
        view! { <Empty picture="training" title=&texts::NOBODY/> }.into_any()
    } else {
        progress(locale, data)
    };
    view! {
        <PageHead title=name(locale, &data.training) sub crumbs/>
        {said}
        {section("progress", locale.text(&texts::PROGRESS), list)}
        {section("register", locale.text(&texts::REGISTER), register(locale, data))}
        {(!data.participants.is_empty()).then(|| {
            section("erase", locale.text(&people::ERASE), erase(locale, data))
        })}
    }
    .into_any()
}

/// How somebody stands, in words.
fn standing(locale: Locale, one: &Participant) -> String {
    let mut said = match one.progress {
        None => locale.text(&texts::NO_PROGRESS).into_owned(),
        Some((percent, on)) => {
            let (n, date) = (locale.number(percent), locale.date_medium(on));
            locale.fill(&texts::STANDS, &[("n", &n), ("date", &date)])
        }
    };
    if one.completed {
        said = format!("{said} · {}", locale.text(&texts::DONE));
    }
    if let Some(day) = one.to {
        let left = locale.fill(&texts::LEFT, &[("date", &locale.date_medium(day))]);
        said = format!("{said} · {left}");
    }
    said
}

/// One form for everybody: what is changed in it is recorded as of a day.
fn progress(locale: Locale, data: &TrainingPage) -> AnyView {
    let form = Form::new(locale, "progress");
    let text = |label: &Text| (locale.text(label).into_owned(), false);
    let columns = [
        text(&people::PERSON),
        text(&texts::PROGRESS),
        (locale.text(&texts::PERCENT).into_owned(), true),
        text(&texts::COMPLETED),
        text(&texts::END),
    ];
    let rows = data.participants.iter().map(|one| {
        let code = one.label.code.to_string();
        let alias = one.label.alias.clone();
        let person = match &alias {
            Some(alias) => format!("{alias}, {code}"),
            None => code.clone(),
        };
        let alias = alias.map(|alias| view! { <bdi>{alias}</bdi> " " });
        let field = format!("percent-{}", one.enrolment);
        let known = one.progress.map(|(percent, _)| percent.to_string()).unwrap_or_default();
        let heard = locale.fill(&texts::PERCENT_OF, &[("person", &person)]);
        let input = form.numeric(&field, Some(heard), known, None);
        let ticked = locale.fill(&texts::COMPLETED_BY, &[("person", &person)]);
        let end = one.to.is_none().then(|| {
            view! {
                <button class="button" type="submit" name="end" value=one.enrolment.to_string()>
                    {locale.text(&texts::END)}
                    <span class="visually-hidden">" " {person.clone()}</span>
                </button>
            }
        });
        view! {
            <tr>
                <th scope="row">{alias} <span class="code">{code}</span></th>
                <td>{standing(locale, one)}</td>
                <td class="num">{input} {form.error(&field)}</td>
                <td>
                    <label class="check">
                        <input
                            type="checkbox"
                            name=format!("completed-{}", one.enrolment)
                            value="on"
                            checked=one.completed
                        />
                        <span class="visually-hidden">{ticked}</span>
                    </label>
                </td>
                <td>{end}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <form class="card stack" method="post" action=action(data) novalidate>
            {form.fault()}
            {form.hidden()}
            // First in the form: it is the button that Enter presses in a field.
            <div class="filters">
                {form.day("day", &texts::ON, data.today.to_string())}
                <button class="button primary" type="submit">
                    {locale.text(&texts::SAVE_PROGRESS)}
                </button>
            </div>
            <Table id="participants" caption=locale.text(&texts::PARTICIPANTS) quiet=true>
                {heads(columns)}
                <tbody>{rows}</tbody>
            </Table>
        </form>
    }
    .into_any()
}

/// Who takes part here lives in no centre, so they are forgotten here. Whose code is typed is meant.
fn erase(locale: Locale, data: &TrainingPage) -> AnyView {
    let form = Form::new(locale, "erase");
    let fields = view! {
        <p>{locale.text(&people::ERASE_WHAT)}</p>
        {form.text("code", &people::ERASE_CODE, String::new())}
    };
    card(&form, action(data), fields.into_any(), locale.text(&people::ERASE).into_owned())
}

fn register(locale: Locale, data: &TrainingPage) -> AnyView {
    let form = Form::new(locale, "register");
    let text = |label: &Text| locale.text(label).into_owned();
    let kinds = [PersonKind::Official, PersonKind::Neighbour]
        .map(|kind| (word(&kind), text(person_kind_label(kind))));
    let sexes = Sex::ALL.map(|sex| (word(&sex), text(sex_label(sex))));
    let none = (String::new(), text(&common::NOT_KNOWN));
    let all = std::iter::once(none).chain(countries(locale)).collect();
    let fields = view! {
        <div class="filters">
            {form.select("kind", &texts::KIND, kinds.into())}
            {form.choose("sex", &people::SEX, sexes.into(), word(&Sex::NotDisclosed))}
            {form.number("born", &people::BORN, None, None)}
            {form.select("nationality", &people::NATIONALITY, all)}
            {form.day("day", &texts::FROM, data.today.to_string())}
        </div>
    };
    card(&form, action(data), fields.into_any(), text(&texts::REGISTER_SAVE))
}
