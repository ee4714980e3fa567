//! The attendance sheet on paper: of a shift, or of a workshop's week.
//!
//! For the day without a tablet: boxes to tick, rows for walk-ins, and a code that opens the shift on
//! the tablet, where the sheet is typed in afterwards.

mod api;
mod qr;
mod words;

pub use api::load_sheet;
pub use qr::qr;

use crate::i18n::catalogue::{common, sheet as texts};
use crate::i18n::labels::unit_label;
use crate::i18n::{Locale, Text};
use crate::ui::address::Address;
use crate::ui::basics::{Empty, PageHead};
use crate::ui::desk::{asked, crumbs, name};
use crate::ui::loaded::loaded;
use crate::use_locale;
use chrono::Datelike;
use domain::overview::{PersonLabel, Sheet, SheetPerson, SheetShift};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use words::Words;

/// Empty rows for who comes without being enrolled.
const WALK_INS: usize = 6;
/// How many shifts stand beside each other on a sheet of paper, each with its code.
const BESIDE: usize = 7;

/// The address under which browsers know the server, for codes that open its pages: provided by the
/// server as context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(pub String);

/// How people stand on the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Both,
    Code,
    Alias,
}

impl Named {
    const ALL: [(Self, &'static str, &'static Text); 3] = [
        (Self::Both, "", &texts::NAMED_BOTH),
        (Self::Code, "code", &texts::NAMED_CODE),
        (Self::Alias, "alias", &texts::NAMED_ALIAS),
    ];

    fn of(word: &str) -> Self {
        Self::ALL.into_iter().find(|(_, known, _)| *known == word).map_or(Self::Both, |one| one.0)
    }
}

/// The page at `/centres/CODE/sheet?shift=ID`, or `?workshop=CODE&week=2021-W22`; with `names`.
#[component]
pub fn SheetPage() -> impl IntoView {
    let locale = use_locale();
    let code = use_params_map().with_untracked(|params| params.get("code")).unwrap_or_default();
    let some = |name: &str| Some(asked(name)).filter(|text| !text.is_empty());
    let (shift, workshop, week) = (some("shift"), some("workshop"), some("week"));
    let named = Named::of(&asked("names"));
    let origin = use_context::<Origin>().map(|origin| origin.0).unwrap_or_default();
    let of_week = shift.is_none();
    let query = Address::new("")
        .with_some("shift", shift.clone())
        .with_some("workshop", workshop.clone())
        .with_some("week", week.clone())
        .into_string();
    loaded(load_sheet(code, shift, workshop, week), move |data| {
        One { locale, data: &data, named, origin: &origin, query: &query }.view(of_week)
    })
}

struct One<'a> {
    locale: Locale,
    data: &'a Sheet,
    named: Named,
    origin: &'a str,
    query: &'a str,
}

impl One<'_> {
    fn text(&self, text: &Text) -> String {
        self.locale.text(text).into_owned()
    }

    fn view(&self, of_week: bool) -> AnyView {
        let mut above = crumbs(self.locale, &self.data.centre);
        let plan = format!("/centres/{}/plan", self.data.centre.code);
        above.push((plan, self.text(&crate::i18n::catalogue::plan::TITLE)));
        let body = match self.data.shifts.as_slice() {
            [] => view! { <Empty picture="generic" title=&texts::NO_SHIFTS/> }.into_any(),
            [shift] if !of_week => self.of_shift(shift),
            _ => self.of_week(),
        };
        let class = if of_week { "sheet of-week" } else { "sheet" };
        view! {
            <PageHead title=self.text(&texts::TITLE) crumbs=above/>
            {self.choose()}
            // It may be wider than the screen.
            <article class=class tabindex="0" aria-label=self.text(&texts::TITLE)>{body}</article>
        }
        .into_any()
    }

    /// How people are named; never on paper.
    fn choose(&self) -> AnyView {
        let ways = Named::ALL.map(|(one, word, text)| {
            let (page, query) = (format!("/centres/{}/sheet", self.data.centre.code), self.query);
            let href = Address::new(format!("{page}{query}"))
                .with_some("names", Some(word).filter(|word| !word.is_empty()))
                .into_string();
            let current = (one == self.named).then_some("true");
            view! { <a class="button" href=href aria-current=current>{self.text(text)}</a> }
        });
        view! {
            <div class="stack no-print">
                <p class="muted">{self.text(&texts::HOW)}</p>
                <nav class="row" aria-label=self.text(&texts::NAMED)>
                    {ways.into_iter().collect_view()}
                </nav>
            </div>
        }
        .into_any()
    }

    fn words(&self) -> Vec<&'static Words> {
        let known =
            self.data.people.iter().flat_map(|one| one.languages.iter().map(String::as_str));
        words::of(known)
    }

    /// A word with what it is in the languages of the people on the sheet.
    fn head(&self, text: &Text, of: impl Fn(&Words) -> &'static str) -> AnyView {
        let own = self.text(text);
        let mut said = vec![own.as_str()];
        let mut others = Vec::new();
        for words in self.words() {
            let word = of(words);
            if !said.contains(&word) {
                said.push(word);
                let dir = if words.rtl { "rtl" } else { "ltr" };
                others.push(view! { <bdi lang=words.lang dir=dir>{word}</bdi> });
            }
        }
        let others = (!others.is_empty()).then(|| view! { <small>{others}</small> });
        view! { <th scope="col"><span>{own.clone()}</span> {others}</th> }.into_any()
    }

    fn people_heads(&self) -> AnyView {
        let code = (self.named != Named::Alias).then(|| self.head(&common::CODE, |w| w.number));
        let alias = (self.named != Named::Code).then(|| {
            view! { <th scope="col">{self.text(&texts::ALIAS)}</th> }
        });
        view! { <th scope="col" class="num">"#"</th> {code} {alias} }.into_any()
    }

    /// Whoever has no alias is named by code on a sheet of aliases.
    fn person(&self, number: usize, label: Option<&PersonLabel>) -> AnyView {
        let number = self.locale.number(number as i64);
        let written = label.map(|one| one.code.to_string()).unwrap_or_default();
        let called = label.and_then(|one| one.alias.clone());
        let instead = called.clone().unwrap_or_else(|| written.clone());
        let code = (self.named != Named::Alias).then(|| view! { <td class="code">{written}</td> });
        let alias = match self.named {
            Named::Code => None,
            Named::Alias => Some(instead),
            Named::Both => Some(called.unwrap_or_default()),
        };
        let alias = alias.map(|alias| view! { <td><bdi>{alias}</bdi></td> });
        view! { <td class="num">{number}</td> {code} {alias} }.into_any()
    }

    fn open(&self, shift: &SheetShift) -> Option<AnyView> {
        let address = Address::new(format!("{}/tablet", self.origin)).with("shift", shift.id);
        qr(&address.into_string(), self.text(&texts::OPENS))
    }

    fn of_shift(&self, shift: &SheetShift) -> AnyView {
        let day = format!(
            "{} · {}",
            self.locale.date_long(shift.slot.day),
            self.locale.time_span(shift.slot.start, shift.slot.end())
        );
        let room = shift.room.as_ref().map(|room| name(self.locale, room));
        let led = shift.facilitators.join(", ");
        let about: Vec<String> = [Some(name(self.locale, &self.data.centre)), room]
            .into_iter()
            .flatten()
            .chain(Some(led).filter(|led| !led.is_empty()))
            .chain(shift.capacity.map(|n| self.locale.count(&common::PLACES, n)))
            .collect();
        let box_cell = || view! { <td class="box"><span></span></td> };
        let rows = self.data.people.iter().enumerate().map(|(n, one)| {
            view! { <tr>{self.person(n + 1, Some(&one.label))} {box_cell()} {box_cell()}</tr> }
        });
        let listed = self.data.people.len();
        let more = (1..=WALK_INS).map(|n| {
            view! { <tr>{self.person(listed + n, None)} {box_cell()} {box_cell()}</tr> }
        });
        view! {
            <header class="sheet-head">
                <div>
                    <h2>{name(self.locale, &self.data.workshop)}</h2>
                    <p><strong>{day}</strong></p>
                    <p>{about.join(" · ")}</p>
                    <p class="muted">{self.text(&texts::TYPE_IN)}</p>
                </div>
                {self.open(shift)}
            </header>
            <table class="sheet-table">
                <caption class="visually-hidden">{self.text(&texts::TITLE)}</caption>
                <thead>
                    <tr>
                        {self.people_heads()}
                        {self.head(&crate::i18n::catalogue::vocabulary::MARK_PRESENT, |w| w.present)}
                        {self.head(&crate::i18n::catalogue::vocabulary::MARK_ABSENT, |w| w.absent)}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
                <tbody class="walk-ins">
                    {more.collect_view()}
                </tbody>
            </table>
            {self.made()}
        }
        .into_any()
    }

    /// What was made, how many more were counted, and who signs.
    fn made(&self) -> AnyView {
        let products = self.data.products.iter().map(|(product, unit)| {
            let label = format!("{} ({})", name(self.locale, product), self.text(unit_label(*unit)));
            view! {
                <p class="blank">{label} <span></span> {self.text(&common::REJECTED)} <span></span></p>
            }
        });
        view! {
            <div class="sheet-foot">
                {products.collect_view()}
                <p class="blank">{self.text(&common::HEADCOUNT)} <span></span></p>
                <p class="blank wide">{self.text(&common::REMARK)} <span></span></p>
                <p class="blank wide">{self.text(&texts::SIGNED)} <span></span></p>
            </div>
        }
        .into_any()
    }

    /// One table where all shifts find place beside each other, else one a day.
    fn of_week(&self) -> AnyView {
        let title = format!(
            "{} · {}",
            name(self.locale, &self.data.workshop),
            name(self.locale, &self.data.centre)
        );
        let all: Vec<usize> = (0..self.data.shifts.len()).collect();
        let parts: Vec<&[usize]> = if all.len() <= BESIDE {
            vec![&all]
        } else {
            let day = |n: &usize| self.data.shifts[*n].slot.day;
            all.chunk_by(|a, b| day(a) == day(b)).flat_map(|day| day.chunks(BESIDE)).collect()
        };
        let tables = parts.into_iter().map(|part| self.part_of_week(part));
        view! {
            <header class="sheet-head">
                <div>
                    <h2>{title}</h2>
                    <p class="muted">{self.text(&texts::WEEK_HOW)}</p>
                </div>
            </header>
            {tables.collect_view()}
        }
        .into_any()
    }

    /// Some shifts of the week, by their places, with those who are expected at one of them.
    fn part_of_week(&self, part: &[usize]) -> AnyView {
        let shifts: Vec<&SheetShift> =
            part.iter().filter_map(|place| self.data.shifts.get(*place)).collect();
        let heads = shifts.iter().map(|shift| {
            let day = format!(
                "{} {}",
                self.locale.weekday_short(shift.slot.day.weekday()),
                self.locale.day_month(shift.slot.day)
            );
            let time = self.locale.time_span(shift.slot.start, shift.slot.end());
            view! {
                <th scope="col" class="shift">
                    <span>{day}</span> <small>{time}</small> {self.open(shift)}
                </th>
            }
        });
        let is_expected = |one: &SheetPerson, place: &usize| one.at.get(*place) == Some(&true);
        let people: Vec<&SheetPerson> = self
            .data
            .people
            .iter()
            .filter(|one| part.iter().any(|place| is_expected(one, place)))
            .collect();
        // Where somebody is not expected, there is no box.
        let rows = people.iter().enumerate().map(|(n, one)| {
            let boxes = part.iter().map(|place| {
                let tick = is_expected(one, place).then(|| view! { <span></span> });
                view! { <td class="box">{tick}</td> }
            });
            view! { <tr>{self.person(n + 1, Some(&one.label))} {boxes.collect_view()}</tr> }
        });
        let more = (1..=WALK_INS).map(|n| {
            let boxes = part.iter().map(|_| view! { <td class="box"><span></span></td> });
            view! { <tr>{self.person(people.len() + n, None)} {boxes.collect_view()}</tr> }
        });
        view! {
            <table class="sheet-table">
                <caption class="visually-hidden">{self.text(&texts::TITLE)}</caption>
                <thead><tr>{self.people_heads()} {heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
                <tbody class="walk-ins">{more.collect_view()}</tbody>
            </table>
        }
        .into_any()
    }
}
