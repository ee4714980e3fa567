//! Pages for when there is nothing to show: not found, not allowed, out of reach.

use crate::error::{AppError, set_status};
use crate::i18n::catalogue::{common, shell, sign_in};
use crate::i18n::{Locale, Text};
use crate::ui::address::Address;
use crate::ui::basics::{WindowTitle, icon, picto};
use crate::ui::frame::Bare;
use crate::ui::language::current_address;
use crate::use_locale;
use domain::fault::Fault;
use leptos::prelude::*;

/// What a refusal looks like.
struct Refusal {
    picture: &'static str,
    title: &'static Text,
    text: String,
    /// Where to go from here.
    way: Way,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Start,
    SignIn,
    Again,
}

impl Refusal {
    fn of(locale: Locale, error: &AppError) -> Self {
        let text = |text: &Text| locale.text(text).into_owned();
        let (picture, title, text, way) = match error {
            AppError::Fault(Fault::NotAllowed) => {
                ("key", &shell::NO_ACCESS_TITLE, text(&shell::NO_ACCESS_TEXT), Way::Start)
            }
            AppError::Fault(Fault::NotFound) => {
                ("kite", &shell::NOT_FOUND_TITLE, text(&shell::NOT_FOUND_TEXT), Way::Start)
            }
            // A thing that is not known: its own sentence says what to choose instead.
            AppError::Fault(Fault::Unknown { .. }) => {
                ("kite", &shell::NOT_FOUND_TITLE, error.text(locale), Way::Start)
            }
            AppError::Fault(Fault::NotSignedIn | Fault::SessionExpired) => {
                ("key", &sign_in::TITLE, error.text(locale), Way::SignIn)
            }
            AppError::Unreachable => {
                ("umbrella", &shell::OFFLINE_TITLE, text(&shell::OFFLINE_TEXT), Way::Again)
            }
            AppError::Fault(Fault::Internal) => {
                ("umbrella", &shell::ERROR_TITLE, text(&shell::ERROR_TEXT), Way::Again)
            }
            AppError::Fault(_) => ("umbrella", &shell::ERROR_TITLE, error.text(locale), Way::Again),
        };
        Self { picture, title, text, way }
    }
}

/// In place of a page's content: why it cannot be shown, and where to go. Sets the HTTP status.
pub fn refusal(locale: Locale, error: &AppError) -> AnyView {
    set_status(error.status());
    let Refusal { picture, title, text, way } = Refusal::of(locale, error);
    let title = locale.text(title).into_owned();
    let (href, sign, label) = match way {
        Way::Start => (String::from("/"), Some("chevron"), &shell::TO_START),
        Way::SignIn => (
            Address::new("/sign-in").with("next", current_address()).into_string(),
            None,
            &shell::SIGN_IN,
        ),
        Way::Again => (current_address(), Some("refresh"), &common::TRY_AGAIN),
    };
    view! {
        <WindowTitle page=title.clone()/>
        <div class="empty">
            {picto(picture)}
            <h1>{title}</h1>
            <p>{text}</p>
            <a class="button primary" href=href>{sign.map(icon)} {locale.text(label)}</a>
        </div>
    }
    .into_any()
}

/// For an address that no page has.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let locale = use_locale();
    view! { <Bare>{refusal(locale, &AppError::Fault(Fault::NotFound))}</Bare> }
}
