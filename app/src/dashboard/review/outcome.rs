//! What the address says about the last decision: codes, never details.

use crate::i18n::catalogue::{faults, review as words};
use crate::i18n::{Locale, Text};
use crate::ui::basics::{Notice, Tone};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;

/// What the address of the page asks about entries under review.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// What was done: `released`, `dismissed` or `corrected`.
    pub done: Option<String>,
    /// The code of the fault, when nothing was done.
    pub fault: Option<String>,
    /// The entry whose form of correction is asked for.
    pub correct: Option<String>,
}

impl Asked {
    /// Reads the query.
    pub fn of(query: &ParamsMap) -> Self {
        let get = |name| query.get(name).filter(|value| !value.is_empty());
        Self { done: get("done"), fault: get("fault"), correct: get("correct") }
    }

    /// Whether the last try failed for the field that is judged under a code.
    pub fn failed_for(&self, codes: &[&str]) -> bool {
        self.fault.as_deref().is_some_and(|fault| codes.contains(&fault))
    }
}

/// What became of the last decision.
pub fn notice(locale: Locale, asked: &Asked) -> Option<AnyView> {
    if let Some(fault) = &asked.fault {
        let why = locale.text(refusal(fault)).into_owned();
        let title = locale.text(&words::REFUSED_TITLE);
        return Some(
            view! { <Notice tone=Tone::Error title=title><p id="review-fault">{why}</p></Notice> }
                .into_any(),
        );
    }
    let text = match asked.done.as_deref()? {
        "released" => &words::DONE_RELEASED,
        "dismissed" => &words::DONE_DISMISSED,
        "corrected" => &words::DONE_CORRECTED,
        _ => return None,
    };
    Some(view! { <Notice tone=Tone::Success title=locale.text(text)/> }.into_any())
}

/// The sentence for a code in the address.
fn refusal(code: &str) -> &'static Text {
    match code {
        "unknown" => &words::REFUSED_UNKNOWN,
        "unknown_shift" => &words::REFUSED_SHIFT,
        "unknown_person" => &words::REFUSED_PERSON,
        "unknown_entry" | "settled" => &words::REFUSED_SETTLED,
        "out_of_range" => &words::REFUSED_NUMBER,
        "already_exists" => &words::REFUSED_EXISTS,
        "not_allowed" => &words::REFUSED_NOT_ALLOWED,
        "other_centre" => &words::REFUSED_OTHER_CENTRE,
        "shift_not_started" => &words::REFUSED_NOT_STARTED,
        "malformed" | "unsupported_version" | "same_id_other_bytes" => &words::REFUSED_UNREADABLE,
        "unavailable" => &faults::UNAVAILABLE,
        _ => &faults::INTERNAL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_cannot_put_words_into_the_page() {
        let mut query = ParamsMap::new();
        query.insert("fault".to_owned(), "<script>".to_owned());
        query.insert("done".to_owned(), String::new());
        let asked = Asked::of(&query);
        assert_eq!((asked.done.clone(), asked.correct.clone()), (None, None));
        assert_eq!(refusal(asked.fault.as_deref().unwrap_or_default()), &faults::INTERNAL);
        assert!(asked.failed_for(&["<script>"]) && !asked.failed_for(&["out_of_range"]));
    }
}
