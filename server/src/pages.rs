//! The pages: who may open them, what they are given, and the files beside them.

use crate::auth::{landing, local_path, see_other, sign_in_page};
use crate::fault::{ApiFault, FaultBody};
use crate::origin;
use crate::state::AppState;
use crate::visitor::{self, Visitor};
use app::i18n::Locale;
use app::import::Files;
use app::reports::OwnFiles;
use app::sheet::Origin;
use app::ssr::Visit;
use app::ui::live::Scripts;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::access::Role;
use domain::fault::Fault;
use domain::overview::Viewer;
use leptos::prelude::{provide_context, use_context};
use leptos_axum::{AxumRouteListing, LeptosRoutes, generate_route_list};
use std::sync::Arc;
use tower::ServiceExt;
use tower_http::services::ServeDir;

/// The sign-in page.
pub const SIGN_IN: &str = "/sign-in";
/// The tablet's page.
pub const TABLET: &str = "/tablet";

/// The pages at the desk, as the app's own router names them.
pub fn listing() -> Vec<AxumRouteListing> {
    generate_route_list(app::App)
}

/// The pages and the server functions behind them.
pub fn routes(state: &AppState) -> Router<AppState> {
    let tablet = leptos_axum::render_app_to_stream_with_context(visit(state), app::tablet_shell);
    Router::new()
        .leptos_routes_with_context(state, listing(), visit(state), app::shell)
        .route(TABLET, get(tablet))
        .route_layer(middleware::from_fn(guard))
}

/// Gives a page or a server function its [`Visit`].
fn visit(state: &AppState) -> impl Fn() + Clone + Send + Sync + 'static {
    let (store, site) = (state.store.clone(), state.site.clone());
    let public = state.settings.public_url.clone();
    let (files, shelf) = (Files(Arc::new(state.desk.clone())), state.shelf.clone());
    move || {
        provide_context(files.clone());
        provide_context(Scripts {
            progress: site.progress.clone(),
            live: site.live.clone(),
            shelf: site.shelf.clone(),
        });
        provide_context(site.clone());
        if let Some(parts) = use_context::<Parts>() {
            provide_context(Origin(origin::base(public.as_ref(), &parts.headers)));
        }
        let visitor =
            use_context::<Parts>().and_then(|parts| parts.extensions.get::<Visitor>().cloned());
        let (session, locale) = visitor.map_or_else(
            || (Err(Fault::NotSignedIn), Locale::default()),
            |visitor| (visitor.session, visitor.locale),
        );
        let own = session.as_ref().ok().and_then(|(_, actor)| actor.account());
        provide_context(OwnFiles(own.map(|owner| shelf.of(owner)).unwrap_or_default()));
        provide_context(Visit { store: store.clone(), session, locale });
    }
}

/// Lets a visitor in, or sends them where they belong.
///
/// A page that is not named here needs somebody signed in, so that a new one is closed until it
/// is opened. Server functions ask for themselves.
async fn guard(mut request: Request, next: Next) -> Response {
    let uri = request.uri().clone();
    if uri.path().starts_with("/api/") {
        return true_status(next.run(request).await).await;
    }
    let Some(visitor) = request.extensions_mut().get_mut::<Visitor>() else {
        return ApiFault::from(Fault::Internal).into_response();
    };
    if uri.path() == TABLET {
        // The tablet's page is kept by the browser and must be the same for everybody.
        visitor.session = Err(Fault::NotSignedIn);
        return finish(next.run(request).await);
    }
    let elsewhere = match &visitor.session {
        Ok((viewer, _)) => for_signed_in(&uri, viewer),
        Err(fault) => for_stranger(&uri, fault),
    };
    match elsewhere {
        Some(path) => see_other(path),
        None => finish(next.run(request).await),
    }
}

/// Where somebody signed in is sent instead, if anywhere.
fn for_signed_in(uri: &Uri, viewer: &Viewer) -> Option<String> {
    match uri.path() {
        SIGN_IN => Some(next_of(uri).unwrap_or_else(|| landing(viewer))),
        "/" if viewer.role != Role::Coordinator => Some(landing(viewer)),
        _ => None,
    }
}

/// Where somebody not signed in is sent instead, if anywhere.
fn for_stranger(uri: &Uri, fault: &Fault) -> Option<String> {
    // Whoever holds a file may have it checked.
    if matches!(uri.path(), SIGN_IN | app::verify::ADDRESS) {
        return None;
    }
    // From `/` everybody goes to the first page of their role.
    let next = uri.path_and_query().map(|to| to.as_str()).filter(|to| *to != "/");
    match fault {
        Fault::NotSignedIn => Some(sign_in_page(None, next)),
        Fault::SessionExpired | Fault::AccountDisabled => Some(sign_in_page(Some(fault), next)),
        // The store does not answer: the page says so.
        _ => None,
    }
}

/// The local path in the field `next` of a query.
fn next_of(uri: &Uri) -> Option<String> {
    let query = uri.query()?.as_bytes();
    let (_, next) = form_urlencoded::parse(query).find(|(name, _)| name == "next")?;
    local_path(&next).map(str::to_owned)
}

/// Gives the fault of a server function its own status: Leptos answers 500 to arguments that
/// cannot be read.
async fn true_status(response: Response) -> Response {
    if response.status() != StatusCode::INTERNAL_SERVER_ERROR {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    // Longer than any fault.
    let Ok(bytes) = to_bytes(body, 4_096).await else {
        return ApiFault::from(Fault::Internal).into_response();
    };
    match serde_json::from_slice::<FaultBody>(&bytes) {
        Ok(body) => ApiFault::from(body.fault).into_response(),
        Err(_) => {
            parts.headers.remove(header::CONTENT_LENGTH);
            Response::from_parts(parts, Body::from(bytes))
        }
    }
}

/// Says of a page what it depends on, and that no cache between here and the reader keeps it.
fn finish(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.append(header::VARY, HeaderValue::from_static("Cookie, Accept-Language"));
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert_with(|| HeaderValue::from_static("private, no-cache"));
    response
}

/// The page at `path` again, as the answer to a form that was sent there. What it has to say stands
/// in this answer alone, so no cache may keep it.
pub async fn again<A: Clone + Send + Sync + 'static>(
    state: AppState,
    mut parts: Parts,
    path: &str,
    status: StatusCode,
    said: A,
) -> Response {
    let Ok(uri) = path.parse() else { return ApiFault::from(Fault::Internal).into_response() };
    (parts.method, parts.uri) = (Method::GET, uri);
    let visit = visit(&state);
    let context = move || {
        visit();
        provide_context(said.clone());
    };
    let render = leptos_axum::render_app_async_with_context(context, app::shell);
    let mut response = render(Request::from_parts(parts, Body::empty())).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    let no_store = HeaderValue::from_static("no-store");
    response.headers_mut().insert(header::CACHE_CONTROL, no_store);
    finish(response)
}

/// Where somebody who must be signed in for `path` is sent instead.
pub fn to_sign_in(path: &str, fault: &Fault) -> Response {
    let elsewhere = path.parse().ok().and_then(|uri| for_stranger(&uri, fault));
    match elsewhere {
        Some(page) => see_other(page),
        None => ApiFault::from(fault.clone()).into_response(),
    }
}

/// A file of the site, or the page that says that there is none.
pub async fn site(State(state): State<AppState>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return not_taken().await;
    }
    let (mut parts, _) = request.into_parts();
    let files = ServeDir::new(&state.settings.site)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip();
    // Never an error: what cannot be read is a status.
    let Ok(file) = files.oneshot(Request::from_parts(parts.clone(), Body::empty())).await;
    if file.status() != StatusCode::NOT_FOUND {
        let mut response = file.map(Body::new);
        // The names of code and styles change with their contents; those of pictures do not. The
        // service worker, which knows all names, is asked for each time.
        let path = parts.uri.path();
        let keeping = if path.starts_with("/pkg/") {
            "max-age=31536000, immutable"
        } else if path.ends_with(".js") {
            "no-cache"
        } else {
            "max-age=86400, stale-while-revalidate=2592000"
        };
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(keeping));
        return response;
    }
    if parts.uri.path().starts_with("/pkg/") {
        return ApiFault::from(Fault::NotFound).into_response();
    }
    let locale = visitor::locale(&parts.headers);
    let stranger = Visitor { session: Err(Fault::NotSignedIn), token: None, locale };
    parts.extensions.insert(stranger);
    let render = leptos_axum::render_app_to_stream_with_context(visit(&state), app::shell);
    let mut response = render(Request::from_parts(parts, Body::empty())).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    finish(response)
}

/// The answer to a route of the API that does not exist.
pub async fn no_route() -> Response {
    ApiFault::from(Fault::NotFound).into_response()
}

/// The answer to a method that a route does not take.
pub async fn not_taken() -> Response {
    ApiFault::with_status(Fault::NotFound, StatusCode::METHOD_NOT_ALLOWED).into_response()
}

/// The address of a page about a centre.
pub fn of_centre(centre: &str, page: &str) -> String {
    let centre: String = form_urlencoded::byte_serialize(centre.as_bytes()).collect();
    format!("/centres/{centre}/{page}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ids::AccountId;
    use domain::label::Name;
    use domain::overview::Choice;
    use uuid::Uuid;

    fn viewer(role: Role) -> Viewer {
        Viewer {
            account: AccountId(Uuid::from_u128(1)),
            code: "X-1".into(),
            name: "X".into(),
            role,
            language: None,
            centres: vec![Choice {
                code: "KRN".into(), name: Name::new("Krnjača", "Крњача")
            }],
            logs: false,
        }
    }

    #[test]
    fn everybody_lands_on_the_page_of_their_role() {
        let to = |path: &'static str, role| for_signed_in(&Uri::from_static(path), &viewer(role));
        for (role, first) in [
            (Role::Facilitator, "/tablet"),
            (Role::Manager, "/centres/KRN"),
            (Role::Donor, "/reports"),
        ] {
            assert_eq!(to("/", role).as_deref(), Some(first));
            assert_eq!(to("/sign-in", role).as_deref(), Some(first));
            assert_eq!(
                to("/sign-in?next=%2Freports%3Fa%3Db", role).as_deref(),
                Some("/reports?a=b")
            );
            assert_eq!(to("/sign-in?next=%2F%2Fevil.example", role).as_deref(), Some(first));
            assert_eq!(to("/reports", role), None);
        }
        assert_eq!(to("/", Role::Coordinator), None);
        assert_eq!(to("/sign-in", Role::Coordinator).as_deref(), Some("/"));
    }

    #[test]
    fn strangers_are_sent_to_sign_in_and_back() {
        let to = |path: &'static str, fault| for_stranger(&Uri::from_static(path), &fault);
        assert_eq!(to("/", Fault::NotSignedIn).as_deref(), Some("/sign-in"));
        assert_eq!(
            to("/centres/KRN?day=2021-05-31", Fault::SessionExpired).as_deref(),
            Some("/sign-in?fault=session_expired&next=%2Fcentres%2FKRN%3Fday%3D2021-05-31")
        );
        assert_eq!(
            to("/reports", Fault::AccountDisabled).as_deref(),
            Some("/sign-in?fault=account_disabled&next=%2Freports")
        );
        assert_eq!(to("/sign-in", Fault::SessionExpired), None);
        assert_eq!(to("/reports", Fault::Unavailable), None);
    }
}
