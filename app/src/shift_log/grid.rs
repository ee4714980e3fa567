//! People × shifts, with what was made and counted, and what became of each shift.

use crate::i18n::catalogue::{common, shift_log as texts, vocabulary};
use crate::i18n::labels::{reason_label, unit_label};
use crate::i18n::{Locale, Text};
use crate::tablet::words::{cell, presence_code, presence_label};
use crate::ui::desk::{name, word};
use crate::ui::form::Form;
use chrono::Datelike;
use domain::attendance::Presence;
use domain::overview::{PersonLabel, SheetShift, ShiftLog};
use domain::person::{AgeBand, Sex};
use domain::shift::{Reason, ShiftState};
use leptos::prelude::*;

/// Empty rows for people who are not on the list.
pub const WALK_INS: usize = 5;

/// The field for the code in one of them.
pub fn walk_in(row: usize) -> String {
    format!("w{row}")
}

/// Whether a field is such a one.
pub(crate) fn is_walk_in(field: &str) -> bool {
    (0..WALK_INS).any(|row| walk_in(row) == field)
}

/// The form's word for "did not happen", with its reason.
pub fn course_code(reason: Reason) -> String {
    format!("not:{}", word(&reason))
}

pub(super) struct Grid<'a> {
    pub(super) locale: Locale,
    pub(super) data: &'a ShiftLog,
    pub(super) of_week: bool,
    /// Whether it can be typed into.
    pub(super) open: bool,
    pub(super) form: &'a Form,
}

impl Grid<'_> {
    fn text(&self, text: &Text) -> String {
        self.locale.text(text).into_owned()
    }

    pub(super) fn view(&self) -> AnyView {
        let counted = (!self.of_week).then(|| self.headcount());
        view! {
            <div class="table-wrap" tabindex="0" role="region" aria-labelledby="log-caption">
                <table class="table log">
                    <caption id="log-caption" class="visually-hidden">
                        {self.text(&texts::TITLE)}
                    </caption>
                    <thead>
                        <tr>
                            <th scope="col">{self.text(&texts::WHO)}</th>
                            {self.heads()}
                        </tr>
                    </thead>
                    <tbody>{self.people()} {self.walk_ins()}</tbody>
                    <tbody>{self.made()} {self.courses()}</tbody>
                </table>
            </div>
            {counted}
        }
        .into_any()
    }

    /// How a shift is called where only its column tells it: heard, not seen.
    fn when(&self, shift: &SheetShift) -> String {
        let day = self.locale.weekday_short(shift.slot.day.weekday());
        let date = self.locale.day_month(shift.slot.day);
        let time = self.locale.time_span(shift.slot.start, shift.slot.end());
        format!("{day} {date}, {time}")
    }

    fn heads(&self) -> AnyView {
        let heads = self.data.sheet.shifts.iter().map(|shift| {
            let led = shift.facilitators.join(", ");
            view! {
                <th scope="col">
                    {self.when(shift)} <br/> <small class="code">{led}</small>
                </th>
            }
        });
        heads.collect_view().into_any()
    }

    fn people(&self) -> AnyView {
        let rows = self.data.sheet.people.iter().zip(&self.data.marks).map(|(one, marks)| {
            let cells = self.data.sheet.shifts.iter().zip(marks).enumerate().map(|(n, at)| {
                let (shift, mark) = at;
                let field = format!("m{n}.{}", one.label.code);
                let who = called(&one.label);
                let expected = one.at.get(n) == Some(&true);
                view! { <td>{self.mark(field, &who, shift, *mark, expected)}</td> }
            });
            view! {
                <tr>
                    <th scope="row">{person(&one.label)}</th>
                    {cells.collect_view()}
                </tr>
            }
        });
        rows.collect_view().into_any()
    }

    /// A choice of three; whoever was not expected has it too, for those who came all the same.
    fn mark(
        &self,
        field: String,
        who: &str,
        shift: &SheetShift,
        mark: Option<Presence>,
        expected: bool,
    ) -> AnyView {
        if !self.open {
            let word = mark.map(|mark| self.text(presence_label(mark)));
            return view! { {word} }.into_any();
        }
        let known = mark.map_or("", presence_code).to_owned();
        let chosen = self.form.value(&field, known);
        let when = self.when(shift);
        let label = self.locale.fill(&texts::MARK_OF, &[("who", &who), ("shift", &when)]);
        let none =
            if expected { self.text(&vocabulary::MARK_NOT_MARKED) } else { "–".to_owned() };
        let present = self.text(&vocabulary::MARK_PRESENT);
        let absent = self.text(&vocabulary::MARK_ABSENT);
        let choices = [("", none), ("present", present), ("absent", absent)];
        let options = choices.map(|(value, words)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{words}</option> }
        });
        view! { <select name=field aria-label=label>{options.into_iter().collect_view()}</select> }
            .into_any()
    }

    fn walk_ins(&self) -> AnyView {
        if !self.open {
            return ().into_any();
        }
        let label = self.text(&texts::WALK_IN);
        let rows = (0..WALK_INS).map(|row| {
            let cells = self.data.sheet.shifts.iter().enumerate().map(|(n, shift)| {
                let field = format!("w{row}.{n}");
                view! { <td>{self.mark(field, &label, shift, None, false)}</td> }
            });
            let field = walk_in(row);
            let wrong = self.form.error_id(&field);
            view! {
                <tr>
                    <th scope="row">
                        <input
                            name=field.clone()
                            type="text"
                            autocomplete="off"
                            autocapitalize="characters"
                            spellcheck="false"
                            placeholder=label.clone()
                            aria-label=format!("{label} {}", row + 1)
                            value=self.form.value(&field, String::new())
                            aria-invalid=wrong.is_some().then_some("true")
                            aria-describedby=wrong.clone()
                            autofocus=wrong.is_some()
                        />
                        {self.form.error(&field)}
                    </th>
                    {cells.collect_view()}
                </tr>
            }
        });
        rows.collect_view().into_any()
    }

    /// Good and rejected pieces of each product, as sums.
    fn made(&self) -> AnyView {
        let rows = self.data.sheet.products.iter().enumerate().map(|(place, (product, unit))| {
            let label =
                format!("{} ({})", name(self.locale, product), self.text(unit_label(*unit)));
            let rejected = self.locale.fill(
                &common::PAIR,
                &[("first", &label), ("second", &self.text(&common::REJECTED))],
            );
            let sum = |n: usize, bad: bool| {
                let made = self.data.logged.get(n).and_then(|one| one.made.get(place));
                let (good, rejected) = made.copied().unwrap_or_default();
                if bad { rejected } else { good }
            };
            let row = |letter: char, label: String, bad: bool| {
                let cells = self.data.sheet.shifts.iter().enumerate().map(|(n, shift)| {
                    let field = format!("{letter}{n}.{}", product.code);
                    let heard = format!("{label}: {}", self.when(shift));
                    view! { <td class="num">{self.number(&field, heard, sum(n, bad))}</td> }
                });
                let cells = cells.collect_view();
                view! { <tr><th scope="row">{label}</th> {cells}</tr> }
            };
            view! { {row('g', label, false)} {row('r', rejected, true)} }
        });
        rows.collect_view().into_any()
    }

    fn number(&self, field: &str, heard: String, known: i64) -> AnyView {
        if self.open {
            let known = if known == 0 { String::new() } else { known.to_string() };
            let input = self.form.numeric(field, Some(heard), known, None);
            return view! { {input} {self.form.error(field)} }.into_any();
        }
        view! { {self.locale.number(known)} }.into_any()
    }

    fn courses(&self) -> AnyView {
        let cells = self.data.sheet.shifts.iter().zip(&self.data.logged).enumerate();
        let cells = cells.map(|(n, (shift, logged))| {
            let field = format!("c{n}");
            let closed = matches!(logged.state, ShiftState::Closed | ShiftState::DidNotHappen);
            if !self.open {
                let word = self.text(crate::i18n::labels::state_label(logged.state));
                return view! { <td>{word}</td> }.into_any();
            }
            let first = if closed { &texts::STAYS } else { &texts::HELD_IF_LOGGED };
            let mut choices = vec![
                (String::new(), self.text(first)),
                ("held".to_owned(), self.text(&texts::HELD)),
                ("open".to_owned(), self.text(&texts::OPEN)),
            ];
            choices.extend(Reason::ALL.map(|reason| {
                let words = self.locale.text(reason_label(reason));
                let words = self.locale.fill(&texts::NOT_HELD, &[("reason", &words)]);
                (course_code(reason), words)
            }));
            let chosen = self.form.value(&field, String::new());
            let label = format!("{}: {}", self.text(&texts::COURSE), self.when(shift));
            let options = choices.into_iter().map(|(value, words)| {
                let selected = value == chosen;
                view! { <option value=value selected=selected>{words}</option> }
            });
            let options = options.collect_view();
            view! { <td><select name=field aria-label=label>{options}</select></td> }.into_any()
        });
        view! {
            <tr>
                <th scope="row">{self.text(&texts::COURSE)}</th>
                {cells.collect_view()}
            </tr>
        }
        .into_any()
    }

    /// People who were counted without being named, of one shift.
    fn headcount(&self) -> AnyView {
        let Some(logged) = self.data.logged.first() else { return ().into_any() };
        let heads = Sex::ALL.map(|sex| {
            let label = self.text(crate::tablet::words::people_label(sex));
            view! { <th scope="col" class="num">{label}</th> }
        });
        let rows = AgeBand::ALL.map(|band| {
            let label = self.text(crate::i18n::labels::band_label(band));
            let cells = Sex::ALL.map(|sex| {
                let field = format!("h0.{}.{}", word(&sex), word(&band));
                let heard = cell(self.locale, sex, band);
                view! {
                    <td class="num">{self.number(&field, heard, logged.counted(sex, band))}</td>
                }
            });
            view! {
                <tr><th scope="row">{label}</th> {cells.into_iter().collect_view()}</tr>
            }
        });
        let any = logged.headcount.iter().any(|(.., people)| *people > 0);
        // What is wrong in it must be seen.
        let open = any || self.form.is_refused();
        view! {
            <details open=open>
                <summary class="fold">{self.text(&common::HEADCOUNT)}</summary>
                <div class="table-wrap" tabindex="0" role="region" aria-labelledby="count-caption">
                    <table class="table">
                        <caption id="count-caption" class="visually-hidden">
                            {self.text(&common::HEADCOUNT)}
                        </caption>
                        <thead><tr><td></td> {heads.into_iter().collect_view()}</tr></thead>
                        <tbody>{rows.into_iter().collect_view()}</tbody>
                    </table>
                </div>
            </details>
        }
        .into_any()
    }
}

fn called(label: &PersonLabel) -> String {
    label.alias.clone().unwrap_or_else(|| label.code.to_string())
}

fn person(label: &PersonLabel) -> AnyView {
    view! {
        <span class="person">
            {label.alias.clone().map(|alias| view! { <bdi>{alias}</bdi> })}
            <span class="code">{label.code.to_string()}</span>
        </span>
    }
    .into_any()
}
