//! Columns over time, drawn as SVG on the server. They are told apart by shape, not by colour, and
//! the numbers stand in a table beside them.

use crate::i18n::Locale;
use leptos::prelude::*;

/// One column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// What it stands for, short.
    pub label: String,
    /// More of it, a line below.
    pub more: Option<String>,
    /// The least and the most that it can be; nothing where nothing can be told.
    pub height: Option<(i64, i64)>,
    /// The same in words.
    pub value: Option<String>,
    /// How high the column is that it is compared with.
    pub beside: Option<i64>,
}

/// A chart of columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    /// What it tells, for a screen reader.
    pub about: String,
    /// In the order of time.
    pub columns: Vec<Column>,
    /// The height that fills the chart; the highest column where nothing is given.
    pub full: Option<i64>,
}

/// Units of the drawing: wide enough for a card, so that text is about as large as around it.
const WIDTH: i64 = 340;
const HEIGHT: i64 = 110;
const ABOVE: i64 = 18;
const BELOW: i64 = 34;
/// Width of a sign of text, about.
const SIGN: i64 = 7;

/// The middle of the column at a place. It is measured from the edge, since a step would be 0 where
/// there are more columns than units.
fn middle(place: i64, count: i64) -> i64 {
    (2 * place + 1) * WIDTH / (2 * count)
}

/// How wide each of so many columns is, with a gap beside it as long as there is room for one.
fn width(count: i64) -> i64 {
    (2 * WIDTH / (3 * count)).clamp(1, 48)
}

/// Each how many columns a label stands, so that none touches the next.
fn written_every(label_width: i64, count: i64) -> i64 {
    label_width.saturating_mul(count) / WIDTH + 1
}

/// Draws the chart. Time runs as the language is read.
pub fn columns(locale: Locale, chart: Columns) -> impl IntoView {
    let Columns { about, columns, full } = chart;
    let highest = columns.iter().filter_map(|c| c.height.map(|h| h.1).max(c.beside)).max();
    let full = full.or(highest).unwrap_or(0).max(1);
    let count = i64::try_from(columns.len()).unwrap_or(1).max(1);
    let wide = width(count);
    let up = |value: i64| value.clamp(0, full).saturating_mul(HEIGHT) / full;
    let signs = |text: &str| i64::try_from(text.chars().count()).unwrap_or(i64::MAX / SIGN);
    let longest = |of: &dyn Fn(&Column) -> i64| columns.iter().map(of).max().unwrap_or(0);
    let label_width = longest(&|c| signs(&c.label).max(c.more.as_deref().map_or(0, signs)) * SIGN);
    let value_width = longest(&|c| c.value.as_deref().map_or(0, signs) * SIGN);
    // Where the labels do not fit beside each other, each second, third … is written.
    let every = written_every(label_width, count);
    let values_fit = value_width.saturating_mul(count) <= WIDTH;
    let right_to_left = locale.direction() == "rtl";
    let drawn = columns
        .into_iter()
        .zip(0..)
        .map(|(column, n)| {
            let place = if right_to_left { count - 1 - n } else { n };
            let middle = middle(place, count);
            let x = middle - wide / 2;
            let bars = column.height.map(|(least, most)| {
                let (low, high) = (up(least), up(most));
                let maybe = (high > low).then(|| {
                    view! {
                        <rect
                            class="maybe"
                            x=x
                            y=ABOVE + HEIGHT - high
                            width=wide
                            height=high - low
                        />
                    }
                });
                let value = column.value.filter(|_| values_fit).map(|value| {
                    view! {
                        <text class="value" x=middle y=ABOVE + HEIGHT - high - 4>{value}</text>
                    }
                });
                view! {
                    <rect class="sure" x=x y=ABOVE + HEIGHT - low width=wide height=low/>
                    {maybe}
                    {value}
                }
            });
            let beside = column.beside.map(|height| {
                let y = ABOVE + HEIGHT - up(height);
                view! { <line class="beside" x1=x - 3 x2=x + wide + 3 y1=y y2=y/> }
            });
            let written = n % every == 0;
            let label = written.then(|| {
                let more = column.more.map(|more| {
                    view! { <text x=middle y=ABOVE + HEIGHT + 29>{more}</text> }
                });
                view! { <text x=middle y=ABOVE + HEIGHT + 15>{column.label}</text> {more} }
            });
            view! { {bars} {beside} {label} }
        })
        .collect_view();
    let ground = ABOVE + HEIGHT;
    view! {
        <svg
            class="columns-chart"
            viewBox=format!("0 0 {WIDTH} {}", ABOVE + HEIGHT + BELOW)
            role="img"
            aria-label=about
        >
            <line class="ground" x1="0" x2=WIDTH y1=ground y2=ground/>
            {drawn}
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_many_columns_fill_the_chart() {
        for count in [1, 2, 8, 31, 53, 340, 341, 365, 3_653] {
            let half = width(count) / 2;
            let edge = WIDTH / count / 2 + 1;
            assert!(width(count) >= 1, "{count}");
            let (first, last) = (middle(0, count), middle(count - 1, count));
            assert!(first - half >= 0 && first <= edge, "{count}: begins at {first}");
            assert!(last + half <= WIDTH && last >= WIDTH - edge, "{count}: ends at {last}");
            let rises = |n| middle(n - 1, count) <= middle(n, count);
            assert!((1..count).all(rises), "{count}");
            // Those of a year by days do not lie on each other.
            let every = written_every(35, count);
            assert!(middle(every, count) - middle(0, count) >= 35, "{count}");
        }
        let gap = middle(1, 8) - middle(0, 8) - width(8);
        assert!(gap > 0, "columns stand apart while there is room");
    }
}
