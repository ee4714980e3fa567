//! Signing in and out, and choosing the language: plain forms that work without a script.

use crate::fault::ApiFault;
use crate::state::AppState;
use crate::visitor::{self, LOCALE_COOKIE, SESSION_COOKIE, Visitor};
use app::i18n::Locale;
use axum::Extension;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{FromRequest, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::access::Role;
use domain::fault::Fault;
use domain::overview::Viewer;
use serde::Deserialize;
use store::Password;

/// How long a browser keeps the session's cookie, in seconds: as long as the store does.
const SESSION_SECONDS: i64 = store::SESSION_HOURS * 60 * 60;
/// How long a browser keeps the chosen language, in seconds: a year.
const LOCALE_SECONDS: i64 = 365 * 24 * 60 * 60;

/// The form of the sign-in page.
#[derive(Deserialize)]
pub struct SignIn {
    login: String,
    password: String,
    next: Option<String>,
}

/// The form of the language switch.
#[derive(Deserialize)]
pub struct ChooseLanguage {
    locale: String,
    back: Option<String>,
}

/// `POST /session`: signs in and goes to the page that was asked for, or the role's own.
pub async fn sign_in(State(state): State<AppState>, request: Request) -> Response {
    let address = visitor::client_address(&state.settings, &request);
    let form: Result<Form<SignIn>, FormRejection> = Form::from_request(request, &state).await;
    let Ok(Form(form)) = form else { return refused(&Fault::malformed(), None) };
    let next = form.next.as_deref().and_then(local_path);
    // Tablets begin a field with a capital letter.
    let login = form.login.trim().to_lowercase();
    match state.store.sign_in(&login, &Password(form.password), &address).await {
        Err(error) => refused(&error.into(), next),
        Ok(signed_in) => {
            let viewer = &signed_in.viewer;
            let mut response = see_other(next.map_or_else(|| landing(viewer), str::to_owned));
            set_cookie(&mut response, &state, SESSION_COOKIE, &signed_in.token, SESSION_SECONDS);
            let own = viewer.language.as_deref().and_then(Locale::from_tag);
            if let Some(locale) = own {
                set_cookie(&mut response, &state, LOCALE_COOKIE, locale.tag(), LOCALE_SECONDS);
            }
            response
        }
    }
}

/// `POST /session/end`: ends the session here and in the store.
///
/// What waits in the tablet's outbox stays there: only the cookie goes.
pub async fn sign_out(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
) -> Response {
    if let Some(token) = &visitor.token
        && visitor.session.is_ok()
        && let Err(error) = state.store.sign_out(token).await
    {
        return ApiFault::from(error).into_response();
    }
    let mut response = see_other("/sign-in?done=signed_out".to_owned());
    set_cookie(&mut response, &state, SESSION_COOKIE, "", 0);
    response
}

/// `POST /language`: remembers the language and goes back.
pub async fn choose_language(State(state): State<AppState>, request: Request) -> Response {
    let form: Result<Form<ChooseLanguage>, FormRejection> =
        Form::from_request(request, &state).await;
    let Ok(Form(form)) = form else { return ApiFault::from(Fault::malformed()).into_response() };
    let back = form.back.as_deref().and_then(local_path).unwrap_or("/");
    let mut response = see_other(back.to_owned());
    if let Some(locale) = Locale::from_tag(&form.locale) {
        set_cookie(&mut response, &state, LOCALE_COOKIE, locale.tag(), LOCALE_SECONDS);
    }
    response
}

/// The first page of a role.
pub fn landing(viewer: &Viewer) -> String {
    match viewer.role {
        Role::Facilitator => "/tablet".to_owned(),
        Role::Manager => viewer
            .centres
            .first()
            .map_or_else(|| "/reports".to_owned(), |centre| format!("/centres/{}", centre.code)),
        Role::Donor => "/reports".to_owned(),
        Role::Coordinator => "/".to_owned(),
    }
}

/// A path of this server, from an address that came from outside; `None` for anything else.
///
/// `//host` and `/\host` are addresses of another server to a browser, and it drops tabs and
/// line ends before it looks.
pub fn local_path(text: &str) -> Option<&str> {
    let plain = text.bytes().all(|b| (0x21..0x7f).contains(&b));
    let mut bytes = text.bytes();
    let local = bytes.next() == Some(b'/') && !matches!(bytes.next(), Some(b'/' | b'\\'));
    (plain && local && text.len() <= 2_000).then_some(text)
}

/// The address of the sign-in page with what it shall say.
pub fn sign_in_page(fault: Option<&Fault>, next: Option<&str>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if let Some(fault) = fault {
        query.append_pair("fault", fault.code());
        if let Fault::TooManyTries { minutes } = fault {
            query.append_pair("minutes", &minutes.to_string());
        }
    }
    if let Some(next) = next {
        query.append_pair("next", next);
    }
    let query = query.finish();
    if query.is_empty() { "/sign-in".to_owned() } else { format!("/sign-in?{query}") }
}

fn refused(fault: &Fault, next: Option<&str>) -> Response {
    see_other(sign_in_page(Some(fault), next))
}

/// Sends the browser on to `path`, with a GET.
pub fn see_other(path: String) -> Response {
    let headers = [(header::LOCATION, path), (header::CACHE_CONTROL, "no-store".to_owned())];
    (StatusCode::SEE_OTHER, headers).into_response()
}

/// `seconds` 0 deletes it.
pub(crate) fn set_cookie(
    response: &mut Response,
    state: &AppState,
    name: &str,
    value: &str,
    seconds: i64,
) {
    let secure = if state.settings.https() { "; Secure" } else { "" };
    let cookie =
        format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_server_are_gone_to() {
        for good in ["/", "/tablet", "/centres/KRN?day=2021-05-31", "/reports#top"] {
            assert_eq!(local_path(good), Some(good));
        }
        for bad in [
            "",
            "tablet",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "/\t/evil.example",
            "/a\r\nset-cookie: x=y",
            "/š",
        ] {
            assert_eq!(local_path(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn the_sign_in_page_is_told_codes_only() {
        let tries = Fault::TooManyTries { minutes: 15 };
        assert_eq!(sign_in_page(Some(&tries), None), "/sign-in?fault=too_many_tries&minutes=15");
        assert_eq!(
            sign_in_page(None, Some("/reports?a=b&c")),
            "/sign-in?next=%2Freports%3Fa%3Db%26c"
        );
        assert_eq!(sign_in_page(None, None), "/sign-in");
    }
}
