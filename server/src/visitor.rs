//! Who asks, in which language, from where: found out once for each request.

use crate::config::Settings;
use crate::fault::ApiFault;
use crate::state::AppState;
use crate::tokens;
use app::i18n::Locale;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::Response;
use domain::access::Actor;
use domain::fault::Fault;
use domain::overview::Viewer;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// The cookie that holds the session's secret.
pub const SESSION_COOKIE: &str = "radionica_session";
/// The cookie that holds a shared tablet's credential.
pub const DEVICE_COOKIE: &str = "radionica_device";
/// The cookie that holds the chosen language.
pub const LOCALE_COOKIE: &str = "radionica_locale";

/// The longest secret that is looked up; ours are shorter.
const TOKEN_MAX: usize = 128;

/// Who asks and in which language. Holds a secret, so it does not print itself.
#[derive(Clone)]
pub struct Visitor {
    /// The signed-in person and what they may do, or why nobody is signed in.
    pub session: Result<(Viewer, Actor), Fault>,
    /// The session's secret as it came.
    pub token: Option<String>,
    /// The language of the answer.
    pub locale: Locale,
}

impl Visitor {
    /// The signed-in actor.
    ///
    /// # Errors
    /// Why nobody is signed in.
    pub fn actor(&self) -> Result<&Actor, ApiFault> {
        match &self.session {
            Ok((_, actor)) => Ok(actor),
            Err(fault) => Err(fault.clone().into()),
        }
    }
}

/// Who signed in, from the parts of a request.
///
/// # Errors
/// Why nobody is signed in.
pub fn signed_in(parts: &Parts) -> Result<Actor, Fault> {
    match parts.extensions.get::<Visitor>() {
        Some(visitor) => visitor.session.clone().map(|(_, actor)| actor),
        None => Err(Fault::Internal),
    }
}

/// Puts the [`Visitor`] into the request's extensions. Whoever brings an access token is who it
/// names, whatever cookies came along, or is refused.
pub async fn resolve(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let headers = request.headers();
    if let Some(secret) = tokens::brought(headers).map(str::to_owned) {
        let address = client_address(&state.settings, &request);
        let session = match tokens::is_for_programs(&request) {
            true => state.store.by_token(&secret, &address).await.map_err(Fault::from),
            false => Err(Fault::TokenNotTaken),
        };
        return match session {
            Err(fault) => tokens::refused(fault),
            Ok(known) => {
                let locale = locale(request.headers());
                let visitor = Visitor { session: Ok(known), token: None, locale };
                request.extensions_mut().insert(visitor);
                next.run(request).await
            }
        };
    }
    let token = cookie(headers, SESSION_COOKIE).map(str::to_owned);
    let session = match &token {
        None => Err(Fault::NotSignedIn),
        Some(token) if !is_token(token) => Err(Fault::SessionExpired),
        Some(token) => state.store.session(token).await.map_err(Fault::from),
    };
    let visitor = Visitor { session, token, locale: locale(headers) };
    request.extensions_mut().insert(visitor);
    next.run(request).await
}

/// Whether this can be a secret of ours: anything else never reaches the database.
pub(crate) fn is_token(text: &str) -> bool {
    (1..=TOKEN_MAX).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
}

/// The value of a cookie; the first one of the name counts.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value)
}

/// The language of the answer: the chosen one, else the browser's, else English.
pub fn locale(headers: &HeaderMap) -> Locale {
    let accepted = || {
        let header = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        Locale::from_accept_language(header)
    };
    cookie(headers, LOCALE_COOKIE).and_then(Locale::from_tag).or_else(accepted).unwrap_or_default()
}

/// The address under which failed tries to sign in are counted.
///
/// Behind a trusted proxy it is the last entry of `X-Forwarded-For`: the one that the proxy
/// itself wrote; those before it are the client's to invent.
pub fn client_address(settings: &Settings, request: &Request) -> String {
    let forwarded = || {
        let last = request.headers().get_all("x-forwarded-for").iter().next_back()?;
        let last = last.to_str().ok()?.rsplit(',').next()?.trim();
        // Some proxies write the port as well.
        let with_port = || last.parse::<SocketAddr>().ok().map(|address| address.ip());
        last.trim_matches(['[', ']']).parse().ok().or_else(with_port)
    };
    let peer = || {
        let info = request.extensions().get::<ConnectInfo<SocketAddr>>()?;
        Some(info.0.ip())
    };
    let address = if settings.trust_proxy { forwarded().or_else(peer) } else { peer() };
    address.map_or_else(|| "unknown".to_owned(), network)
}

/// An address as far as it stands for one customer of a provider: in IPv6 that is a /64, in
/// which everybody can choose among 2⁶⁴ addresses.
fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let mut map = HeaderMap::new();
        for (name, value) in pairs {
            map.append(*name, value.parse().expect("a header"));
        }
        map
    }

    #[test]
    fn cookies_are_found_among_others() {
        let map = headers(&[
            ("cookie", "a=1; radionica_session=abc; b=x=y"),
            ("cookie", "radionica_session=other; c=2"),
        ]);
        assert_eq!(cookie(&map, "radionica_session"), Some("abc"));
        assert_eq!(cookie(&map, "b"), Some("x=y"));
        assert_eq!(cookie(&map, "session"), None);
    }

    #[test]
    fn the_chosen_language_comes_before_the_browsers() {
        for (pairs, locale_wanted) in [
            (&[][..], Locale::En),
            (&[("accept-language", "sr-RS,sr;q=0.9")], Locale::SrLatn),
            (&[("accept-language", "en"), ("cookie", "radionica_locale=sr-Cyrl")], Locale::SrCyrl),
            (&[("accept-language", "sr"), ("cookie", "radionica_locale=tlh")], Locale::SrLatn),
        ] {
            assert_eq!(locale(&headers(pairs)), locale_wanted, "{pairs:?}");
        }
    }

    #[test]
    fn only_a_trusted_proxy_names_the_client() {
        let address = |trust: &str, forwarded: &str, peer: &str| {
            let settings = Settings::from_source(|name| {
                (name == "RADIONICA_TRUST_PROXY").then(|| trust.to_owned())
            });
            let mut request = Request::new(Body::empty());
            *request.headers_mut() = headers(&[("x-forwarded-for", forwarded)]);
            let peer: SocketAddr = peer.parse().expect("an address");
            request.extensions_mut().insert(ConnectInfo(peer));
            client_address(&settings.expect("settings"), &request)
        };
        assert_eq!(address("0", "10.0.0.1", "192.0.2.7:9"), "192.0.2.7");
        assert_eq!(address("1", "6.6.6.6, 10.0.0.1", "192.0.2.7:9"), "10.0.0.1");
        assert_eq!(address("1", "nonsense", "192.0.2.7:9"), "192.0.2.7");
        assert_eq!(address("0", "", "[2001:db8:1:2:3:4:5:6]:9"), "2001:db8:1:2::/64");
        assert_eq!(address("0", "", "[::ffff:192.0.2.7]:9"), "192.0.2.7");
    }

    #[test]
    fn nonsense_is_no_secret() {
        assert!(is_token("Ab9-_"));
        for bad in ["", "a b", "a'--", "é", &"x".repeat(129)] {
            assert!(!is_token(bad), "{bad}");
        }
    }
}
