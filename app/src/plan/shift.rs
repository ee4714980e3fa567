//! One shift of the plan: everything about it, and what can be done with it.

use super::{asked, cards, despite, name, reasons, room_choices, staff_choices};
use crate::i18n::Locale;
use crate::i18n::catalogue::{people, plan as texts, sheet, tablet};
use crate::ui::address::Address;
use crate::ui::basics::{Notice, Tone};
use crate::ui::form::Form;
use domain::clock::reporting_day;
use domain::ids::PersonId;
use domain::overview::{PersonLabel, PlannedShift, Week};
use domain::shift::{Progress, hhmm};
use leptos::prelude::*;

/// The shift above the week. `action` is the page's address, `at` its query without the shift.
pub fn panel(locale: Locale, data: &Week, shift: &PlannedShift, action: &str, at: &str) -> AnyView {
    let title = format!(
        "{} · {}, {}",
        name(locale, &shift.workshop),
        locale.date_medium(shift.slot.day),
        locale.time_span(shift.slot.start, shift.slot.end()),
    );
    let one = One { locale, data, shift, action, at: format!("{at}&shift={}", shift.id) };
    let warnings = cards::warnings(locale, shift);
    let warnings = (!warnings.is_empty()).then(|| {
        view! { <Notice tone=Tone::Warning title=warnings.join(". ")/> }
    });
    let back = format!("{action}?{at}");
    let centre = data.centre.as_ref().map(|centre| centre.code.as_str()).unwrap_or_default();
    let of = |page: &str| Address::new(format!("/centres/{centre}/{page}"));
    let on_paper = of("sheet").with("shift", shift.id).into_string();
    let places = of("enrolments")
        .with("workshop", &shift.workshop.code)
        .with("shift", shift.id)
        .into_string();
    // Head office plans, but logs nothing.
    let on_tablet = data.logs.then(|| {
        let href = Address::new("/tablet").with("shift", shift.id).into_string();
        view! { <a class="button" href=href>{locale.text(&texts::OPEN_ON_TABLET)}</a> }
    });
    view! {
        <section class="section" aria-labelledby="shift" tabindex="-1">
            <div class="section-head">
                <h2 id="shift">{title}</h2>
                <a href=back>{locale.text(&texts::BACK_TO_WEEK)}</a>
            </div>
            <div class="row">
                {cards::state(locale, data, shift)} <span>{cards::enrolled(locale, shift)}</span>
                {shift.room.as_ref().map(|(_, room)| view! { <span>{name(locale, room)}</span> })}
                {on_tablet}
                <a class="button" href=on_paper>{locale.text(&sheet::TITLE)}</a>
                <a class="button" href=places>{locale.text(&people::ENROLMENTS)}</a>
            </div>
            {warnings}
            {one.bridge()}
            <div class="card-grid no-print">
                {one.time()}
                <div class="card stack">{one.facilitators()}</div>
                {data.logs.then(|| one.course())}
            </div>
        </section>
    }
    .into_any()
}

struct One<'a> {
    locale: Locale,
    data: &'a Week,
    shift: &'a PlannedShift,
    action: &'a str,
    at: String,
}

impl One<'_> {
    fn text(&self, text: &crate::i18n::Text) -> String {
        self.locale.text(text).into_owned()
    }

    /// The fields that every form of the shift has.
    fn hidden(&self) -> AnyView {
        view! {
            <input type="hidden" name="shift" value=self.shift.id.to_string()/>
            <input type="hidden" name="at" value=self.at.clone()/>
        }
        .into_any()
    }

    /// Who interprets for whom, with the record that they did.
    fn bridge(&self) -> Option<AnyView> {
        let (locale, bridge) = (self.locale, self.shift.bridge.as_ref()?);
        if !bridge.staffed {
            return Some(
                view! { <p class="muted">{self.text(&texts::BRIDGE_UNSTAFFED)}</p> }.into_any(),
            );
        }
        let called = |who: &PersonLabel| who.alias.clone().unwrap_or_else(|| who.code.to_string());
        let has_come = self.data.logs && self.shift.slot.has_come(self.data.now).is_ok();
        let rows = bridge.through.iter().map(|one| {
            let people = one.reaches.iter().map(called).collect::<Vec<_>>().join(", ");
            let who = called(&one.who);
            let values: [(&str, &dyn std::fmt::Display); 2] =
                [("people", &people), ("interpreter", &who)];
            let line = locale.fill(&tablet::REACHED_THROUGH, &values);
            let record = has_come.then(|| self.interpreted(one.id, &who));
            view! { <div class="row"><span>{line}</span> {record}</div> }
        });
        let rows = rows.collect_view();
        let not_known = (bridge.not_known > 0).then(|| {
            let said = locale.count(&texts::LANGUAGE_NOT_KNOWN, bridge.not_known);
            view! { <p class="muted">{said}</p> }
        });
        Some(view! { <div class="stack">{rows} {not_known}</div> }.into_any())
    }

    fn interpreted(&self, peer: PersonId, who: &str) -> AnyView {
        let said = self.shift.interpreted.iter().find(|(_, person)| *person == peer);
        let (what, text, name) = match said {
            Some(_) => ("uninterpreted", &texts::INTERPRETED_UNDO, "who"),
            None => ("interpreted", &tablet::INTERPRETED, "alias"),
        };
        let value = said.map_or_else(|| peer.to_string(), |(id, _)| id.to_string());
        view! {
            <form method="post" action=self.action.to_owned()>
                <input type="hidden" name="do" value=what/>
                {self.hidden()}
                <input type="hidden" name="who" value=value/>
                <button class="button" type="submit">
                    {self.locale.fill(text, &[(name, &who)])}
                </button>
            </form>
        }
        .into_any()
    }

    /// Another time, length or room; of this shift, or the way to change its schedule.
    fn time(&self) -> AnyView {
        let (locale, shift) = (self.locale, self.shift);
        let schedule = shift.schedule.map(|id| {
            let page = self.action.replace("/plan", "/schedules");
            let href =
                Address::new(page).with("change", id).with("from", shift.slot.day).into_string();
            view! {
                <p class="muted">{self.text(&texts::ONLY_THIS)}</p>
                <a class="button" href=href>{self.text(&texts::CHANGE_SCHEDULE)}</a>
            }
        });
        let movable = !shift.logged && shift.slot.day >= reporting_day(self.data.now);
        if !movable {
            return view! {
                <div class="card stack">
                    <h3>{self.text(&texts::MOVE)}</h3>
                    <p class="muted">{self.text(&texts::CANNOT_MOVE)}</p>
                    {schedule}
                </div>
            }
            .into_any();
        }
        let form = Form::new(locale, "move");
        let room = shift.room.as_ref().map(|(id, _)| id.to_string()).unwrap_or_default();
        let rooms = room_choices(locale, &self.data.rooms, &texts::NO_ROOM);
        view! {
            <form class="card stack" method="post" action=self.action.to_owned() novalidate>
                <h3>{self.text(&texts::MOVE)}</h3>
                {form.fault()}
                {form.hidden()}
                {self.hidden()}
                {form.day("day", &crate::i18n::catalogue::common::DAY, shift.slot.day.to_string())}
                {form.time("start", &texts::START, hhmm(shift.slot.start))}
                {form.number("minutes", &texts::MINUTES, Some(shift.slot.minutes), None)}
                {form.choose("room", &texts::ROOM, rooms, room)}
                {despite(locale, &form)}
                <div class="row">
                    <button class="button primary" type="submit">
                        {self.text(&texts::SAVE_MOVE)}
                    </button>
                </div>
                {schedule}
            </form>
        }
        .into_any()
    }

    /// Who is in charge.
    fn facilitators(&self) -> AnyView {
        let (locale, shift) = (self.locale, self.shift);
        let led = shift.facilitators.iter().map(|one| {
            let label = locale.fill(&texts::UNASSIGN_WHO, &[("code", &one.code)]);
            view! {
                <li class="spread">
                    <span class="code">{one.code.clone()}</span>
                    <form method="post" action=self.action.to_owned()>
                        <input type="hidden" name="do" value="unassign"/>
                        {self.hidden()}
                        <input type="hidden" name="account" value=one.id.to_string()/>
                        <button class="button quiet" type="submit" aria-label=label>
                            {self.text(&texts::UNASSIGN)}
                        </button>
                    </form>
                </li>
            }
        });
        let led = led.collect_view();
        let nobody = shift
            .facilitators
            .is_empty()
            .then(|| view! { <p class="muted">{self.text(&texts::NOBODY_LEADS)}</p> });
        let form = Form::new(locale, "assign");
        let free: Vec<_> = self
            .data
            .staff
            .iter()
            .filter(|one| shift.facilitators.iter().all(|led| led.id != one.id))
            .cloned()
            .collect();
        let assign = (!free.is_empty()).then(|| {
            view! {
                <form class="stack" method="post" action=self.action.to_owned() novalidate>
                    {form.fault()}
                    {form.hidden()}
                    {self.hidden()}
                    {form.select(
                        "account",
                        &crate::i18n::catalogue::common::FACILITATOR,
                        staff_choices(&free),
                    )}
                    {despite(locale, &form)}
                    <div class="row">
                        <button class="button" type="submit">{self.text(&texts::ASSIGN)}</button>
                    </div>
                </form>
            }
        });
        view! {
            <h3>{self.text(&texts::FACILITATORS)}</h3>
            {nobody}
            <ul class="plain">{led}</ul>
            {assign}
        }
        .into_any()
    }

    /// That it will not happen, or that it will after all.
    fn course(&self) -> AnyView {
        let locale = self.locale;
        if !matches!(self.shift.progress, Progress::Open) {
            return view! {
                <form class="card stack" method="post" action=self.action.to_owned()>
                    <h3>{self.text(&texts::REOPEN)}</h3>
                    <input type="hidden" name="do" value="reopen"/>
                    {self.hidden()}
                    <div class="row">
                        <button class="button" type="submit">{self.text(&texts::REOPEN)}</button>
                    </div>
                </form>
            }
            .into_any();
        }
        let form = Form::new(locale, "cancel");
        view! {
            <form class="card stack" method="post" action=self.action.to_owned() novalidate>
                <h3>{self.text(&texts::CANCEL)}</h3>
                {form.fault()}
                {form.hidden()}
                {self.hidden()}
                {form.select("reason", &texts::REASON, reasons(locale))}
                {form.optional_text("remark", &texts::CANCEL_REMARK, String::new())}
                <div class="row">
                    <button class="button" type="submit">{self.text(&texts::SAVE_CANCEL)}</button>
                </div>
            </form>
        }
        .into_any()
    }
}

/// The shift that the address names.
pub fn named(data: &Week) -> Option<&PlannedShift> {
    let id = asked("shift");
    data.shifts.iter().find(|shift| shift.id.to_string() == id)
}
