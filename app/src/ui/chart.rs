//! Bars, drawn as SVG on the server: no inline style, so that a strict policy can stay.

use leptos::prelude::*;

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// How long it is.
    pub length: i64,
    /// The same in words.
    pub value: String,
    /// Whether it is the one in question.
    pub now: bool,
}

/// A list of bars; the longest one fills the width. The numbers stand beside them, so the chart
/// says nothing that a screen reader would miss.
pub fn bars(bars: Vec<Bar>) -> impl IntoView {
    let longest = bars.iter().map(|bar| bar.length).max().unwrap_or(0).max(1);
    let rows = bars
        .into_iter()
        .map(|bar| {
            view! {
                <li class=if bar.now { "bar-row now" } else { "bar-row" }>
                    <span class="bar-label">{bar.label}</span>
                    <svg class="bar" aria-hidden="true" preserveAspectRatio="none">
                        <rect width=share(bar.length, longest) height="100%"/>
                    </svg>
                    <span class="bar-value">{bar.value}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="bar-list">{rows}</ol> }
}

/// `part` of `whole` as a length in SVG, to a tenth of a percent.
fn share(part: i64, whole: i64) -> String {
    let tenths = part.max(0).saturating_mul(1000) / whole.max(1);
    format!("{}.{}%", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_lengths() {
        assert_eq!(share(100, 104), "96.1%");
        assert_eq!(share(0, 104), "0.0%");
        assert_eq!(share(104, 104), "100.0%");
        assert_eq!(share(-1, 0), "0.0%");
    }
}
