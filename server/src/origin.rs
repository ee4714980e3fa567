//! Requests that change something must come from a page of this server.
//!
//! `SameSite=Lax` keeps the session's cookie out of most foreign requests; this is the second
//! lock, and the one that also holds for a neighbour on the same site.

use crate::config::PublicUrl;
use crate::fault::ApiFault;
use crate::state::AppState;
use crate::visitor::{DEVICE_COOKIE, SESSION_COOKIE, cookie};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::fault::Fault;

/// Refuses a changing request from elsewhere with [`Fault::BadOrigin`].
pub async fn check(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let host = host(&request);
    if safe || is_own(request.headers(), host.as_deref(), state.settings.public_url.as_ref()) {
        next.run(request).await
    } else {
        ApiFault::from(Fault::BadOrigin).into_response()
    }
}

/// The address under which browsers know the server: as set, or as this request names it.
pub fn base(public: Option<&PublicUrl>, headers: &HeaderMap) -> String {
    match public {
        Some(url) => url.origin.clone(),
        None => {
            let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
            format!("http://{}", host.unwrap_or_default())
        }
    }
}

/// The host that the request was sent to: HTTP/2 carries it in the address.
fn host(request: &Request) -> Option<String> {
    let header = request.headers().get(header::HOST).and_then(|value| value.to_str().ok());
    header.map(str::to_owned).or_else(|| request.uri().authority().map(ToString::to_string))
}

/// Whether a request comes from a page of this server, as far as its headers tell.
///
/// A request without any of them is no browser's; it passes only without the cookie of a session
/// or a tablet, since then it can do nothing in anybody's name.
fn is_own(headers: &HeaderMap, host: Option<&str>, public: Option<&PublicUrl>) -> bool {
    if let Some(origin) = headers.get(header::ORIGIN) {
        let Ok(origin) = origin.to_str() else { return false };
        return match public {
            Some(public) => origin.eq_ignore_ascii_case(&public.origin),
            None => {
                let authority =
                    origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
                authority.zip(host).is_some_and(|(from, to)| from.eq_ignore_ascii_case(to))
            }
        };
    }
    match headers.get("sec-fetch-site").map(|value| value.to_str()) {
        Some(site) => matches!(site, Ok("same-origin" | "none")),
        None => [SESSION_COOKIE, DEVICE_COOKIE].iter().all(|name| cookie(headers, name).is_none()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(pairs: &[(&'static str, &str)], public: Option<&str>) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().expect("a header"));
        }
        let public = public
            .map(|origin| PublicUrl { origin: origin.to_owned(), https: origin.contains("https") });
        is_own(&headers, Some("radionica.example.org"), public.as_ref())
    }

    #[test]
    fn the_origin_decides() {
        let session = ("cookie", "radionica_session=x");
        assert!(own(&[session, ("origin", "https://radionica.example.org")], None));
        for foreign in ["https://evil.example", "null", "", "https://radionica.example.org.evil"] {
            assert!(!own(&[session, ("origin", foreign)], None), "{foreign}");
            assert!(!own(&[("origin", foreign)], None), "also without a session: {foreign}");
        }
    }

    #[test]
    fn a_public_address_is_the_only_one() {
        let public = Some("https://workshops.example.org");
        assert!(own(&[("origin", "https://workshops.example.org")], public));
        assert!(!own(&[("origin", "http://workshops.example.org")], public));
        assert!(!own(&[("origin", "https://radionica.example.org")], public));
    }

    #[test]
    fn without_an_origin_the_browsers_own_word_counts() {
        let session = ("cookie", "radionica_session=x");
        assert!(own(&[session, ("sec-fetch-site", "same-origin")], None));
        assert!(own(&[session, ("sec-fetch-site", "none")], None));
        assert!(!own(&[session, ("sec-fetch-site", "same-site")], None));
        assert!(!own(&[session, ("sec-fetch-site", "cross-site")], None));
        assert!(!own(&[session], None));
        assert!(!own(&[("cookie", "radionica_device=x")], None));
        assert!(own(&[], None));
    }
}
