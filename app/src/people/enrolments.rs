//! Who takes part in a workshop or a shift, and who waits.

use super::{called, link, load_enrolments, wait};
use crate::i18n::catalogue::{common, people as texts, sheet};
use crate::i18n::labels::despite_label;
use crate::i18n::{Locale, Text};
use crate::ui::address::Address;
use crate::ui::basics::{Empty, Notice, PageHead, Tone};
use crate::ui::desk::{asked, card, crumbs, despite, done, name, section};
use crate::ui::form::Form;
use crate::ui::loaded::loaded;
use crate::ui::table::{Table, heads};
use crate::use_locale;
use domain::overview::{EnrolledRow, Enrolments, GroupPage, WaitingRow};
use domain::shift::Slot;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page at `/centres/CODE/enrolments?workshop=CODE&shift=ID`; after a form with `done`.
#[component]
pub fn EnrolmentsPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    let (workshop, shift) = (some(asked("workshop")), some(asked("shift")));
    loaded(load_enrolments(code, workshop, shift), move |data| content(locale, &data))
}

fn content(locale: Locale, data: &Enrolments) -> AnyView {
    let said = done(
        locale,
        &[
            ("enrolled", &texts::ENROLLED),
            ("ended", &texts::ENDED),
            ("waits", &texts::ON_LIST),
            ("left", &texts::OFF_LIST),
            ("offered", &texts::OFFER_SENT),
            ("declined", &texts::OFFER_DECLINED),
        ],
    );
    let body = match &data.group {
        None => {
            view! { <Empty picture="generic" title=&crate::i18n::catalogue::plan::NO_WORKSHOPS/> }
                .into_any()
        }
        Some(group) => One { locale, data, group }.view(),
    };
    let people = format!("/centres/{}/people", data.centre.code);
    view! {
        <PageHead
            title=locale.text(&texts::ENROLMENTS)
            sub=locale.text(&texts::ENROLMENTS_INTRO)
            crumbs=crumbs(locale, &data.centre)
        >
            <a class="button" href=people>
                {locale.text(&texts::TITLE)}
            </a>
        </PageHead>
        {said}
        {body}
    }
    .into_any()
}

struct One<'a> {
    locale: Locale,
    data: &'a Enrolments,
    group: &'a GroupPage,
}

impl One<'_> {
    fn text(&self, text: &Text) -> String {
        self.locale.text(text).into_owned()
    }

    fn action(&self) -> String {
        format!("/centres/{}/enrolments", self.data.centre.code)
    }

    fn sheet(&self) -> String {
        format!("/centres/{}/sheet", self.data.centre.code)
    }

    /// What the page is about, as the query of its address: every form brings it along.
    fn at(&self) -> String {
        let address = Address::new("")
            .with("workshop", &self.group.workshop.1.code)
            .with_some("shift", self.group.shift.map(|(id, _)| id))
            .into_string();
        address.trim_start_matches('?').to_owned()
    }

    fn slot(&self, slot: &Slot) -> String {
        let (day, time) = (slot.day, self.locale.time_span(slot.start, slot.end()));
        format!("{}, {time}", self.locale.date_medium(day))
    }

    fn view(&self) -> AnyView {
        let title = match &self.group.shift {
            None => name(self.locale, &self.group.workshop.1),
            Some((_, slot)) => {
                format!("{} · {}", name(self.locale, &self.group.workshop.1), self.slot(slot))
            }
        };
        let sheet = match &self.group.shift {
            Some((id, _)) => Address::new(self.sheet()).with("shift", id),
            None => Address::new(self.sheet()).with("workshop", &self.group.workshop.1.code),
        };
        let words = match &self.group.shift {
            Some(_) => &sheet::TITLE,
            None => &sheet::SHEET_OF_WEEK,
        };
        let words = self.text(words);
        view! {
            {self.choose()}
            {self.places(title)}
            <div class="row"><a class="button" href=sheet.into_string()>{words}</a></div>
            <div class="columns">
                {section("enrolled", self.text(&texts::ENROLLED_LIST), self.enrolled())}
                {section("waiting", self.text(&texts::WAITING_LIST), self.waiting())}
            </div>
            {section("enrol", self.text(&texts::ENROL_ONE), self.enrol())}
        }
        .into_any()
    }

    fn choose(&self) -> AnyView {
        let option = |value: String, words: String, selected: bool| {
            view! { <option value=value selected=selected>{words}</option> }
        };
        let chosen = &self.group.workshop.1.code;
        let workshops =
            self.data.workshops.iter().map(|(_, one)| {
                option(one.code.clone(), name(self.locale, one), one.code == *chosen)
            });
        let shift = self.group.shift.map(|(id, _)| id);
        let all = option(String::new(), self.text(&texts::ALL_SHIFTS), shift.is_none());
        let known = self.group.shifts.iter().any(|(id, _)| Some(*id) == shift);
        let past = self.group.shift.filter(|_| !known);
        let shifts = self
            .group
            .shifts
            .iter()
            .chain(past.as_ref())
            .map(|(id, slot)| option(id.to_string(), self.slot(slot), Some(*id) == shift));
        view! {
            <form class="filters" method="get" action=self.action()>
                <div class="field">
                    <label for="workshop">{self.text(&common::WORKSHOP)}</label>
                    <select id="workshop" name="workshop">{workshops.collect_view()}</select>
                </div>
                <div class="field">
                    <label for="shift">{self.text(&common::SHIFT)}</label>
                    <select id="shift" name="shift">{all} {shifts.collect_view()}</select>
                </div>
                <button class="button" type="submit">{self.text(&common::SHOW)}</button>
            </form>
        }
        .into_any()
    }

    /// How full it is.
    fn places(&self, title: String) -> AnyView {
        let number = |n| self.locale.number(n);
        let (n, offered) = (number(self.group.enrolled), number(self.group.offered));
        let (line, warning) = match self.group.capacity {
            None => (self.locale.fill(&texts::GROUP_OPEN, &[("n", &n)]), None),
            Some(capacity) => {
                let total = number(capacity);
                let values: [(&str, &dyn std::fmt::Display); 3] =
                    [("total", &total), ("n", &n), ("offered", &offered)];
                let warning = match self.group.enrolled.cmp(&capacity) {
                    std::cmp::Ordering::Less => None,
                    std::cmp::Ordering::Equal => Some((Tone::Info, &texts::FULL)),
                    std::cmp::Ordering::Greater => Some((Tone::Warning, &texts::OVER)),
                };
                (self.locale.fill(&texts::GROUP, &values), warning)
            }
        };
        let warning = warning.map(|(tone, text)| view! { <Notice tone title=self.text(text)/> });
        view! { <h2>{title}</h2> <p>{line}</p> {warning} }.into_any()
    }

    fn enrolled(&self) -> AnyView {
        if self.group.people.is_empty() {
            return view! { <p class="muted">{self.text(&texts::NOBODY_ENROLLED)}</p> }.into_any();
        }
        let columns = [
            (self.text(&texts::PERSON), false),
            (self.text(&common::PERIOD), false),
            (self.text(&texts::END), false),
        ];
        let rows = self.group.people.iter().map(|one| self.has_place(one)).collect_view();
        view! {
            <Table id="enrolled-table" caption=self.text(&texts::ENROLLED_LIST) quiet=true>
                {heads(columns)}
                <tbody>{rows}</tbody>
            </Table>
        }
        .into_any()
    }

    fn has_place(&self, one: &EnrolledRow) -> AnyView {
        let from = self.locale.date_medium(one.from);
        let period = match one.to {
            _ if one.only => self.text(&texts::ONLY_THIS_SHIFT),
            Some(to) => {
                let to = self.locale.date_medium(to);
                self.locale.fill(&texts::SINCE_UNTIL, &[("from", &from), ("to", &to)])
            }
            None => self.locale.fill(&texts::SINCE, &[("from", &from)]),
        };
        let why = one.despite.map(|why| {
            let reason = self.locale.text(despite_label(why));
            self.locale.fill(&texts::DESPITE, &[("reason", &reason)])
        });
        let end = one.to.is_none().then(|| {
            let field = view! { <input type="hidden" name="enrolment" value=one.id.to_string()/> };
            let said = called(&one.person);
            self.button("end", field.into_any(), &texts::END, &said)
        });
        view! {
            <tr>
                <th scope="row">{link(&self.data.centre, &one.person)}</th>
                <td>
                    {period}
                    {why.map(|why| view! { <div><small class="muted">{why}</small></div> })}
                </td>
                <td>{end}</td>
            </tr>
        }
        .into_any()
    }

    /// A form of one button; `who` is heard after its word.
    fn button(&self, what: &'static str, field: AnyView, words: &Text, who: &str) -> AnyView {
        let heard = format!("{}: {who}", self.text(words));
        view! {
            <form method="post" action=self.action()>
                <input type="hidden" name="do" value=what/>
                <input type="hidden" name="at" value=self.at()/>
                {field}
                <button class="button" type="submit" aria-label=heard>{self.text(words)}</button>
            </form>
        }
        .into_any()
    }

    fn waiting(&self) -> AnyView {
        if self.group.waiting.is_empty() {
            return view! { <p class="muted">{self.text(&texts::NOBODY_WAITS)}</p> }.into_any();
        }
        let rows = self.group.waiting.iter().map(|one| self.waits(one)).collect_view();
        view! { <ol class="stack">{rows}</ol> }.into_any()
    }

    fn waits(&self, one: &WaitingRow) -> AnyView {
        let who = called(&one.person);
        let offer = one.offer.map(|(_, until)| {
            let (open, date) = (until >= self.data.today, self.locale.date_medium(until));
            let text = if open { &texts::OFFERED_UNTIL } else { &texts::OFFER_LAPSED };
            let state = if open { "running" } else { "did_not_happen" };
            let said = self.locale.fill(text, &[("date", &date)]);
            view! { <span class="badge" data-state=state>{said}</span> }
        });
        let waiting =
            || view! { <input type="hidden" name="waiting" value=one.id.to_string()/> }.into_any();
        let enrol = {
            let field =
                view! { <input type="hidden" name="person" value=one.person.code.to_string()/> };
            self.button("enrol", field.into_any(), &texts::ENROL, &who)
        };
        let answer = match one.offer {
            Some((id, until)) if until >= self.data.today => {
                let field = view! { <input type="hidden" name="offer" value=id.to_string()/> };
                Some(self.button("decline", field.into_any(), &texts::DECLINED, &who))
            }
            Some(_) => Some(self.button("offer", waiting(), &texts::OFFER_AGAIN, &who)),
            None => None,
        };
        view! {
            <li>
                <div class="row">
                    {link(&self.data.centre, &one.person)}
                    <small class="muted">
                        {self.text(&texts::WAITS_SINCE)} " " {entered_at(self.locale, one)}
                    </small>
                    {offer}
                </div>
                <div class="row">
                    {enrol} {answer} {self.button("leave", waiting(), &texts::LEAVE, &who)}
                </div>
            </li>
        }
        .into_any()
    }

    fn enrol(&self) -> AnyView {
        let form = Form::new(self.locale, "enrol");
        let others = self.group.others.iter().map(|one| {
            view! { <option value=one.code.to_string()>{one.alias.clone()}</option> }
        });
        let fields = view! {
            <input type="hidden" name="at" value=self.at()/>
            {form.listed("person", &texts::WHO, "people-choices")}
            <datalist id="people-choices">{others.collect_view()}</datalist>
            {self.group.shift.is_none().then(|| {
                form.day("day", &texts::FIRST_DAY, self.data.today.to_string())
            })}
            {despite(self.locale, &form)}
            {wait(self.locale, &form)}
        };
        card(&form, self.action(), fields.into_any(), self.text(&texts::ENROL))
    }
}

fn entered_at(locale: Locale, one: &WaitingRow) -> String {
    let at = domain::clock::belgrade(one.since);
    format!("{}, {}", locale.day_month(at.date()), locale.time(at.time()))
}
