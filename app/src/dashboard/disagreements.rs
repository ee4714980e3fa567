//! What was taken in although entries disagree, or although the shift was over for somebody.

use super::review::{course_said, device_code, labelled, maker, moment, name, pair, person, shift};
use crate::i18n::Locale;
use crate::i18n::Text;
use crate::i18n::catalogue::review as words;
use crate::i18n::labels::unit_count;
use crate::tablet::words::{cell, presence_label};
use crate::ui::table::{Table, heads};
use domain::overview::{About, Dashboard, Disagreement, Made, Said, Statement};
use leptos::prelude::*;

/// The list, newest first; nothing when all agree.
pub fn disagreements(locale: Locale, data: &Dashboard) -> Option<AnyView> {
    if data.disagreements.is_empty() {
        return None;
    }
    let caption = locale.count(&words::DISAGREEMENT_COUNT, data.disagreements.len() as i64);
    let columns = [&words::SAID, &words::FROM_WHOM, &words::MADE, &words::TABLET, &words::COUNTS]
        .map(|label| (locale.text(label).into_owned(), false));
    let groups = data.disagreements.iter().map(|one| group(locale, one)).collect_view();
    Some(
        view! {
            <section class="section" id="disagreements" aria-labelledby="disagreements-title">
                <div class="section-head">
                    <h2 id="disagreements-title">{locale.text(&words::DISAGREEMENTS)}</h2>
                </div>
                <p class="muted">{locale.text(&words::DISAGREEMENTS_HELP)}</p>
                <Table id="disagreements-table" caption=caption>
                    {heads(columns)}
                    {groups}
                </Table>
            </section>
        }
        .into_any(),
    )
}

fn group(locale: Locale, one: &Disagreement) -> impl IntoView + use<> {
    let place = shift(locale, &one.slot, &one.workshop);
    let about = labelled(locale, &place, &locale.text(about_label(one.about)));
    let rows = one.statements.iter().map(|statement| row(locale, statement)).collect_view();
    view! {
        <tbody data-shift=one.shift.to_string()>
            <tr class="group"><th scope="rowgroup" colspan="5">{about}</th></tr>
            {rows}
        </tbody>
    }
}

fn row(locale: Locale, statement: &Statement) -> impl IntoView + use<> {
    let counts = if statement.stands { &words::COUNTS_YES } else { &words::COUNTS_NO };
    view! {
        <tr>
            <td>{said(locale, &statement.said)}</td>
            <td>{maker(locale, statement.account.as_deref())}</td>
            <td>{moment(locale, statement.made_at)}</td>
            <td>{device_code(statement.tablet.as_deref(), statement.device)}</td>
            <td>{locale.text(counts)}</td>
        </tr>
    }
}

fn said(locale: Locale, said: &Said) -> AnyView {
    match said {
        Said::Mark(label, presence) => {
            let mark = locale.text(presence_label(*presence));
            view! { {person(label)} ": " {mark} }.into_any()
        }
        Said::Headcount(sex, band, people) => {
            labelled(locale, &cell(locale, *sex, *band), &locale.number(*people)).into_any()
        }
        Said::Course(progress) => course_said(locale, *progress).into_any(),
        Said::Made(made) => quantity(locale, made).into_any(),
    }
}

/// `25 pieces · Canvas face masks`.
pub fn quantity(locale: Locale, made: &Made) -> String {
    let count = locale.count(unit_count(made.unit), made.quantity);
    pair(locale, &count, &name(locale, &made.product))
}

fn about_label(about: About) -> &'static Text {
    match about {
        About::Mark => &words::ABOUT_MARK,
        About::Headcount => &words::ABOUT_HEADCOUNT,
        About::Course => &words::ABOUT_COURSE,
        About::AfterClosing => &words::ABOUT_AFTER_CLOSING,
        About::DidNotHappen => &words::ABOUT_DID_NOT_HAPPEN,
    }
}
