//! A line in the log for each request: what, with what result, how long. Never who, and never
//! the query, which may hold what somebody searched for.

use crate::calendar;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use std::io::IsTerminal;
use std::time::Instant;

/// Writes the line. The time is that until the answer begins, in whole milliseconds.
pub async fn request(request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let method = request.method().clone();
    let path = without_secret(request.uri().path()).to_owned();
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let ms = begun.elapsed().as_millis() as u64;
    if status >= 500 {
        tracing::warn!(%method, path, status, ms, "answered");
    } else {
        tracing::info!(%method, path, status, ms, "answered");
    }
    response
}

/// A calendar's address is a secret: its last part stays out of the log.
fn without_secret(path: &str) -> &str {
    if path.starts_with(calendar::FOLDER) { calendar::FOLDER } else { path }
}

/// Sends the log to standard error in the form of `filter`; standard output is for what a command
/// was asked for.
pub fn start(filter: &str) {
    let filter = tracing_subscriber::EnvFilter::new(filter);
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        // They would be written to the same place, and that panics when whoever read it has gone.
        .log_internal_errors(false);
    // It fails when there is one already: then that one stays.
    let _ = log.try_init();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_address_stays_out_of_the_log() {
        assert_eq!(without_secret("/api/v1/calendar/secret.ics"), "/api/v1/calendar/");
        assert_eq!(without_secret("/centres/KRN/plan"), "/centres/KRN/plan");
    }
}
