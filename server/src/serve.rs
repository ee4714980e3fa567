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

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::get;
    use std::io::Read;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpStream;
    use tokio::sync::oneshot;

    #[tokio::test]
    async fn a_running_request_is_finished_at_the_end() {
        let slow = get(|info: ConnectInfo<SocketAddr>| async move {
            tokio::time::sleep(Duration::from_millis(300)).await;
            format!("to {}", info.0.ip())
        });
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let (end, ended) = oneshot::channel::<()>();
        let server = tokio::spawn(serve(listener, Router::new().route("/", slow), async {
            let _ = ended.await;
        }));
        let idle = TcpStream::connect(address).await.expect("connects");
        let mut busy = TcpStream::connect(address).await.expect("connects");
        busy.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").await.expect("sent");
        tokio::time::sleep(Duration::from_millis(100)).await;
        end.send(()).expect("it runs");
        let mut answer = String::new();
        busy.read_to_string(&mut answer).await.expect("an answer");
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("to 127.0.0.1"), "{answer}");
        tokio::time::timeout(Duration::from_secs(5), server).await.expect("soon").expect("whole");
        // Nobody listens any more; the idle connection was closed.
        assert!(TcpStream::connect(address).await.is_err());
        let mut idle = idle.into_std().expect("a socket");
        idle.set_nonblocking(false).expect("a socket");
        assert_eq!(idle.read(&mut [0; 1]).expect("closed"), 0);
    }
}
