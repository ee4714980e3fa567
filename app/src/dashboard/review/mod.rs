//! Entries that were held or refused: kept whole until somebody decides.

mod correct;
mod entry;
mod outcome;
mod said;

pub use outcome::Asked;
pub use said::{
    course_said, device_code, labelled, maker, moment, name, pair, person, raw, said, shift,
};

use super::links;
use crate::doubtful::{Deciding, figure};
use crate::i18n::catalogue::{dashboard as texts, doubtful, review as words, shell};
use crate::i18n::{Locale, Text};
use crate::ui::basics::{Notice, Tone};
use chrono::{Duration, NaiveDate};
use domain::overview::{BACK_DAYS, Correcting, Dashboard, DoubtfulRow, ReviewEntry};
use leptos::prelude::*;

/// Entries under review, and the page that they stand on.
pub struct Listing<'a> {
    title: &'static Text,
    entries: &'a [ReviewEntry],
    /// Figures that are hard to believe and that nobody accepted.
    doubtful: &'a [DoubtfulRow],
    /// The centre and the day of the page; entries without a centre stand on the coordinator's.
    centre: Option<(&'a str, NaiveDate)>,
    /// The form of correction that was asked for.
    correcting: Option<&'a Correcting>,
    /// Whether the reader may correct: that needs the shifts of a centre.
    corrects: bool,
}

impl<'a> Listing<'a> {
    /// Those of a centre, on the manager's page.
    pub fn of_centre(data: &'a Dashboard) -> Self {
        Self {
            title: &texts::REVIEW_TITLE,
            entries: &data.review,
            doubtful: &data.doubtful,
            centre: Some((&data.centre.code, data.day)),
            correcting: data.correcting.as_ref(),
            corrects: data.logs,
        }
    }

    /// Those that belong to no centre.
    pub fn elsewhere(entries: &'a [ReviewEntry]) -> Self {
        let title = &words::ELSEWHERE_TITLE;
        Self { title, entries, doubtful: &[], centre: None, correcting: None, corrects: false }
    }

    /// The page: where a decision leads back to.
    fn page(&self) -> String {
        self.centre.map_or_else(|| "/".to_owned(), |(centre, day)| links::day(centre, day))
    }

    /// Where the form of correction of an entry is.
    fn correct(&self, entry: &ReviewEntry) -> Option<String> {
        let (centre, day) = self.centre.filter(|_| self.corrects && entry.may_be_corrected())?;
        Some(links::correct(centre, day, &entry.hash, &entry::anchor(entry)))
    }
}

/// The list, newest first, below what became of the last decision.
pub fn review(locale: Locale, data: &Listing<'_>, asked: &Asked) -> AnyView {
    let title = locale.text(data.title).into_owned();
    let body = if data.entries.is_empty() && !data.doubtful.is_empty() {
        ().into_any()
    } else if data.entries.is_empty() {
        view! { <Notice tone=Tone::Success title=locale.text(&texts::REVIEW_NONE)/> }.into_any()
    } else {
        let count = locale.count(&shell::REVIEW_BADGE, data.entries.len() as i64);
        let entries = data
            .entries
            .iter()
            .map(|entry| view! { <li>{entry::entry(locale, data, entry, asked)}</li> })
            .collect_view();
        view! {
            <p class="muted">{locale.text(&texts::REVIEW_HELP)}</p>
            <ol class="entry-cards" aria-label=count>{entries}</ol>
        }
        .into_any()
    };
    let link = data.centre.map(|(centre, _)| {
        let href = format!("/centres/{centre}/doubtful");
        view! { <a href=href>{locale.text(&doubtful::TITLE)}</a> }
    });
    let doubted = data.centre.filter(|_| !data.doubtful.is_empty()).map(|(centre, day)| {
        // The page of doubtful figures, which answers the form, looks as far back as this one.
        let period = (day - Duration::days(BACK_DAYS), day);
        // Whoever sees figures of a centre decides about them.
        let deciding = Deciding { centre, period, reviews: true };
        let cards = data.doubtful.iter().map(|one| figure(locale, &deciding, one)).collect_view();
        view! {
            <p class="muted">{locale.text(&doubtful::INTRO)}</p>
            <ul class="card-grid" id="doubtful" aria-label=locale.text(&doubtful::TITLE)>{cards}</ul>
        }
    });
    view! {
        <section class="section" id="review" tabindex="-1" aria-labelledby="review-title">
            <div class="section-head"><h2 id="review-title">{title}</h2> {link}</div>
            {outcome::notice(locale, asked)}
            {body}
            {doubted}
        </section>
    }
    .into_any()
}
