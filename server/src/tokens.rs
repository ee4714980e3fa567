//! Access tokens: the forms of their page, and where a program may bring one.
//!
//! A new secret stands in the answer to its form and nowhere else. It comes back in the header
//! `Authorization` only, which no browser sends by itself: so it needs no check of its origin.

use crate::fault::ApiFault;
use crate::form::{self, Done};
use crate::place::day_in;
use crate::router::Route;
use crate::state::AppState;
use app::tokens::{ADDRESS, TokenMade};
use app::ui::form::Typed;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::access::Actor;
use domain::fault::Fault;
use domain::ids::TokenId;
use store::{By, Store, StoreError};

/// `POST /tokens`: makes a token of who is signed in, or ends one.
pub async fn change(State(state): State<AppState>, request: Request) -> Response {
    form::of_page(state, request, ADDRESS, act).await
}

async fn act(store: &Store, actor: &Actor, typed: &Typed) -> Result<Done<TokenMade>, StoreError> {
    match typed.get("do") {
        "add" => {
            let account = actor.account().ok_or(Fault::NotAllowed)?;
            let until = day_in(typed.get("day"), "day")?;
            let label = typed.get("label").to_owned();
            let made = store.make_token(By::from(actor), account, label, until).await?;
            Ok(Done::Shown(TokenMade(made.secret)))
        }
        "revoke" => {
            store.revoke_token(By::from(actor), named(typed)?).await?;
            Ok(Done::Back("revoked"))
        }
        _ => Err(Fault::malformed().into()),
    }
}

/// The token that a form is about.
///
/// # Errors
/// [`Fault::Malformed`] for what is no id.
pub fn named(typed: &Typed) -> Result<TokenId, Fault> {
    typed.get("token").parse().map_err(|_| Fault::malformed())
}

/// The secret of the header `Authorization: Bearer …`, if a request carries one.
pub fn brought(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, secret) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| secret.trim())
}

/// Whether a request is one that a program may make with a token: reading reports and seals.
pub fn is_for_programs(request: &Request) -> bool {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let path = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    let mut routes = Route::ALL.iter().filter(|route| route.takes_token());
    reads && routes.any(|route| Some(route.path()) == path)
}

/// The answer to a token that is not taken.
pub fn refused(fault: Fault) -> Response {
    let mut response = ApiFault::from(fault).into_response();
    if response.status() == StatusCode::UNAUTHORIZED {
        let scheme = HeaderValue::from_static("Bearer error=\"invalid_token\"");
        response.headers_mut().insert(header::WWW_AUTHENTICATE, scheme);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_comes_in_its_header_only() {
        let in_header = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::AUTHORIZATION, value.parse().expect("a header"));
            brought(&headers).map(str::to_owned)
        };
        for (value, secret) in [
            ("Bearer radionica_x", Some("radionica_x")),
            ("bearer  x ", Some("x")),
            ("Bearer ", Some("")),
            ("Bearer", None),
            ("Basic eA==", None),
            ("radionica_x", None),
        ] {
            assert_eq!(in_header(value).as_deref(), secret, "{value}");
        }
        assert_eq!(brought(&HeaderMap::new()), None);
    }
}
