//! The listening itself: connections, their time limits, and an end that loses nothing.

use axum::Router;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::convert::Infallible;
use std::future::Future;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tower::ServiceExt;

/// Until a request's headers are there: a slow one must not hold a connection for ever.
const HEADERS_WITHIN: Duration = Duration::from_secs(20);
/// Until running requests are broken off at the end; a service manager waits for 90 seconds.
const END_WITHIN: Duration = Duration::from_secs(30);
/// Connections at once; more wait in the queue of the operating system.
const CONNECTIONS_MAX: usize = 4_096;

/// Answers requests on `listener` with `router` until `end`, then lets running ones finish.
///
/// axum's own `serve` gives a connection all the time in the world to send its headers, and at
/// the end waits as long as any client likes.
pub async fn serve(listener: TcpListener, router: Router, end: impl Future<Output = ()>) {
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADERS_WITHIN);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(HEADERS_WITHIN)
        .max_concurrent_streams(200);
    let builder = Arc::new(builder);
    let connections = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    let mut end = pin!(end);
    loop {
        let accepted = async {
            let place = Arc::clone(&places).acquire_owned().await;
            (listener.accept().await, place)
        };
        let (accepted, place) = tokio::select! {
            accepted = accepted => accepted,
            () = &mut end => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                let watcher = connections.watcher();
                let service = TowerToHyperService::new(with_peer(router.clone(), peer));
                let builder = Arc::clone(&builder);
                // Small answers go out at once; where this cannot be set they are only slower.
                let _ = stream.set_nodelay(true);
                tokio::spawn(async move {
                    let connection = builder.serve_connection(TokioIo::new(stream), service);
                    if let Err(error) = watcher.watch(connection.into_owned()).await {
                        // A client that goes away in the middle is everyday.
                        tracing::debug!(%error, "a connection broke off");
                    }
                    drop(place);
                });
            }
            Err(error) => {
                // Out of file descriptors, for instance: nothing is won by trying at once.
                tracing::error!(%error, "no connection could be accepted");
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
        }
    }
    drop(listener);
    tracing::info!("ending: running requests are finished");
    if tokio::time::timeout(END_WITHIN, connections.shutdown()).await.is_err() {
        tracing::warn!("some requests took too long and were broken off");
    }
}

/// The router for the connection of one client, whose address each request carries.
fn with_peer(
    router: Router,
    peer: SocketAddr,
) -> impl tower::Service<
    Request<Incoming>,
    Response = axum::response::Response,
    Error = Infallible,
    Future: Send,
> + Clone
+ Send
+ 'static {
    router.map_request(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        request
    })
}
