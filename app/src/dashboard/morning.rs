//! What a manager opens every morning: the day, the day before, and the week ahead, in one screen.

use super::figures::stats;
use super::links;
use crate::i18n::Locale;
use crate::i18n::catalogue::{common, dashboard as texts, reports};
use crate::i18n::labels::reason_label;
use crate::plan::warnings;
use crate::ui::figure::stat;
use chrono::{Datelike, NaiveDate};
use domain::overview::{Dashboard, PeriodFigures, PlannedShift};
use domain::shift::{Progress, Reason, ShiftState};
use leptos::prelude::*;

/// The three parts beside each other.
pub fn morning(locale: Locale, data: &Dashboard) -> AnyView {
    let (before, before_reasons) = &data.before;
    let title = |today, other, day| {
        let relative = if data.day == data.today { today } else { other };
        locale.fill(relative, &[("date", &locale.date_medium(day))])
    };
    let today = title(&texts::TODAY_TITLE, &texts::DAY_TITLE, data.day);
    let yesterday = title(&texts::YESTERDAY_TITLE, &texts::DAY_BEFORE_TITLE, before.from);
    view! {
        <div class="morning">
            {day(locale, "day-figures", today, data, &data.figures, &data.reasons)}
            {day(locale, "before-figures", yesterday, data, before, before_reasons)}
            {week(locale, data)}
        </div>
    }
    .into_any()
}

fn day(
    locale: Locale,
    id: &'static str,
    title: String,
    data: &Dashboard,
    figures: &PeriodFigures,
    reasons: &[(Reason, i64)],
) -> AnyView {
    let code = data.centre.code.as_str();
    let all = stats(locale, code, figures).into_iter().map(|one| stat(locale, one)).collect_view();
    let reasons = reasons.iter().map(|(reason, shifts)| {
        let (label, n) = (locale.text(reason_label(*reason)), locale.number(*shifts));
        view! { <li>{locale.fill(&common::LABELLED, &[("label", &label), ("value", &n)])}</li> }
    });
    let reasons = reasons.collect_view();
    let open = figures.shifts(ShiftState::NotLogged) > 0;
    let preliminary =
        open.then(|| view! { <li class="muted">{locale.text(&texts::PRELIMINARY)}</li> });
    view! {
        <section class="section" aria-labelledby=id>
            <div class="section-head">
                <h2 id=id>{title}</h2>
                <a href=links::shifts(code, figures, None)>{locale.text(&reports::SESSION_LOG)}</a>
            </div>
            <div class="stat-strip">{all}</div>
            <ul class="reasons">{reasons} {preliminary}</ul>
        </section>
    }
    .into_any()
}

/// The seven days after: how many shifts, and what is missing for them.
fn week(locale: Locale, data: &Dashboard) -> AnyView {
    let days = data.day.iter_days().skip(1).take(7);
    let rows = days.map(|day| of_day(locale, data, day)).collect_view();
    let plan = format!("/centres/{}/plan", data.centre.code);
    view! {
        <section class="section" aria-labelledby="ahead">
            <div class="section-head">
                <h2 id="ahead">{locale.text(&texts::AHEAD)}</h2>
                <a href=plan>{locale.text(&crate::i18n::catalogue::plan::TITLE)}</a>
            </div>
            <ol class="ahead">{rows}</ol>
        </section>
    }
    .into_any()
}

fn of_day(locale: Locale, data: &Dashboard, day: NaiveDate) -> impl IntoView + use<> {
    let of_day = |shift: &&PlannedShift| shift.slot.day == day;
    let shifts: Vec<&PlannedShift> = data.ahead.iter().filter(of_day).collect();
    let open = shifts.iter().filter(|shift| shift.progress == Progress::Open).count();
    let called_off = shifts.len() - open;
    let count = locale.count(&texts::SHIFTS_COUNT, i64::try_from(open).unwrap_or(i64::MAX));
    let called_off = (called_off > 0).then(|| {
        let n = locale.number(i64::try_from(called_off).unwrap_or(i64::MAX));
        let label = locale.text(&texts::DID_NOT_HAPPEN);
        let said = locale.fill(&common::LABELLED, &[("label", &label), ("value", &n)]);
        view! { " · " <span class="muted">{said}</span> }
    });
    let gaps = shifts.iter().flat_map(|shift| {
        warnings(locale, shift).into_iter().map(|said| {
            let week = domain::plan::week_code(domain::plan::monday_of(day));
            let href =
                format!("/centres/{}/plan?week={week}&shift={}#shift", data.centre.code, shift.id);
            let start = locale.time(shift.slot.start);
            let workshop = locale.name(&shift.workshop.name.en, &shift.workshop.name.sr);
            view! { <li class="gap"><a href=href>{start} " " {workshop}</a> ": " {said}</li> }
        })
    });
    let gaps = gaps.collect_view();
    let name = format!("{} {}", locale.weekday_short(day.weekday()), locale.day_month(day));
    view! {
        <li>
            <strong><time datetime=day.to_string()>{name}</time></strong>
            <span>{count} {called_off}</span>
            <ul>{gaps}</ul>
        </li>
    }
}
