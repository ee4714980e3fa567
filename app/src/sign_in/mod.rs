//! Signing in.
//!
//! A plain form: it works before the WASM has arrived and without it. The server answers with a
//! redirect, on failure back to here with the code of the fault in the address, never a detail.

use crate::i18n::Locale;
use crate::i18n::catalogue::{faults, sign_in as texts};
use crate::ui::basics::{Notice, Tone, WindowTitle};
use crate::ui::frame::Bare;
use crate::use_locale;
use domain::fault::Fault;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;

/// The page at `/sign-in?fault=CODE&minutes=N&next=ADDRESS`, or `?done=signed_out`.
#[component]
pub fn SignInPage() -> impl IntoView {
    let locale = use_locale();
    // Read once: every answer of the server is a new page.
    let query = use_query_map().get_untracked();
    let message = message(locale, &query);
    let wrong = query.get_str("fault") == Some(Fault::WrongCredentials.code());
    let next = query.get("next").filter(|next| !next.is_empty());
    let invalid = wrong.then_some("true");
    let described = wrong.then_some("sign-in-fault");
    view! {
        <WindowTitle page=locale.text(&texts::TITLE)/>
        <Bare>
            <form class="card" method="post" action="/session">
                <h1>{locale.text(&texts::TITLE)}</h1>
                <p class="muted">{locale.text(&texts::INTRO)}</p>
                {message
                    .map(|(tone, text)| {
                        view! { <div id="sign-in-fault"><Notice tone title=text/></div> }
                    })}
                <div class="field">
                    <label for="login">{locale.text(&texts::USER_NAME)}</label>
                    <input
                        id="login"
                        name="login"
                        type="text"
                        autocomplete="username"
                        autocapitalize="none"
                        spellcheck="false"
                        required
                        autofocus
                        aria-invalid=invalid
                        aria-describedby=described
                    />
                </div>
                <div class="field">
                    <label for="password">{locale.text(&texts::PASSWORD)}</label>
                    <input
                        id="password"
                        name="password"
                        type="password"
                        autocomplete="current-password"
                        required
                        aria-invalid=invalid
                        aria-describedby=described
                    />
                </div>
                {next.map(|next| view! { <input type="hidden" name="next" value=next/> })}
                <button class="button primary big" type="submit">
                    {locale.text(&texts::BUTTON)}
                </button>
                <p class="muted">{locale.text(&texts::FORGOTTEN)}</p>
            </form>
        </Bare>
    }
}

/// What the address says about the try before.
fn message(locale: Locale, query: &ParamsMap) -> Option<(Tone, String)> {
    let text = |text| locale.text(text).into_owned();
    let Some(code) = query.get_str("fault").filter(|code| !code.is_empty()) else {
        let signed_out = query.get_str("done") == Some("signed_out");
        return signed_out.then(|| (Tone::Success, text(&texts::SIGNED_OUT)));
    };
    Some(match code {
        "wrong_credentials" => (Tone::Error, text(&texts::WRONG)),
        "account_disabled" => (Tone::Error, text(&texts::DISABLED)),
        "too_many_tries" => {
            let minutes = query.get_str("minutes").and_then(|n| n.parse().ok()).unwrap_or(1);
            (Tone::Error, locale.count(&texts::TOO_MANY, i64::max(minutes, 1)))
        }
        "session_expired" => (Tone::Info, text(&texts::SESSION_ENDED)),
        // Who was merely led here sees the form, which says enough.
        "not_signed_in" => return None,
        "bad_origin" => (Tone::Error, text(&faults::BAD_ORIGIN)),
        "unavailable" => (Tone::Error, text(&faults::UNAVAILABLE)),
        "malformed" => (Tone::Error, text(&texts::INCOMPLETE)),
        _ => (Tone::Error, text(&faults::INTERNAL)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(pairs: &[(&str, &str)]) -> Option<String> {
        let mut query = ParamsMap::new();
        for (name, value) in pairs {
            query.insert(name.to_string(), value.to_string());
        }
        message(Locale::En, &query).map(|(_, text)| text)
    }

    #[test]
    fn a_fault_in_the_address_has_its_sentence() {
        assert_eq!(says(&[]), None);
        assert_eq!(says(&[("fault", "not_signed_in")]), None);
        let done = says(&[("done", "signed_out")]);
        assert_eq!(done.as_deref(), Some("You are signed out."));
        let wrong = Fault::WrongCredentials;
        assert!(says(&[("fault", wrong.code())]).is_some_and(|text| text.contains("password")));
        let tries = says(&[("fault", "too_many_tries"), ("minutes", "5")]);
        assert_eq!(tries.as_deref(), Some("Too many tries. Wait 5 minutes and try again."));
        let rubbish = says(&[("fault", "too_many_tries"), ("minutes", "-7")]);
        assert_eq!(rubbish.as_deref(), Some("Too many tries. Wait 1 minute and try again."));
        assert!(says(&[("fault", "<script>")]).is_some_and(|text| !text.contains('<')));
    }
}
