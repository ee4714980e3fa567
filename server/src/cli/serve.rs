//! `radionica serve`.

use super::{Failure, open};
use crate::config::Settings;
use crate::state::AppState;
use crate::{demo, router, serve};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

/// Serves until SIGINT or SIGTERM, then lets running requests finish. Never makes an account.
pub async fn run(settings: Settings) -> Result<(), Failure> {
    let signals = [signal(SignalKind::interrupt()), signal(SignalKind::terminate())];
    let [Ok(mut interrupt), Ok(mut terminate)] = signals else {
        return Err(Failure::failed("signals cannot be received: look at the operating system"));
    };
    if !settings.site.is_dir() {
        return Err(Failure::failed(format!(
            "there is no folder {}: build the site with `make build`, or name its folder in \
             RADIONICA_SITE",
            settings.site.display()
        )));
    }
    let listener = TcpListener::bind(settings.listen).await.map_err(|error| {
        Failure::failed(format!(
            "{} cannot be listened on ({error}): choose another address in RADIONICA_LISTEN",
            settings.listen
        ))
    })?;
    let store = open(&settings, true).await?;
    let result = warn(&store, &settings).await;
    if result.is_ok() {
        let address = listener.local_addr().unwrap_or(settings.listen);
        tracing::info!("listening on http://{address}");
        let state = AppState::new(store.clone().impatient(PATIENCE), settings);
        let (listening, shelf) = (state.listening.clone(), state.shelf.clone());
        let end = async move {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
            listening.end();
            // Else the database would wait, to be closed, until they are made for nobody.
            shelf.end_all();
        };
        let planning = tokio::spawn(every_hour(store.clone()));
        serve::serve(listener, router::router(state), end).await;
        planning.abort();
    }
    store.close().await;
    result
}

/// How long somebody who asks for a donor's figures waits for the proof that nobody is exposed.
const PATIENCE: Duration = Duration::from_secs(40);

/// Makes the shifts of the schedules now and every hour, so that a day more is planned each day; and
/// once a night checks the journal and proves what donors may see, so that none of them waits.
async fn every_hour(store: store::Store) {
    let mut hours = tokio::time::interval(Duration::from_secs(3_600));
    loop {
        hours.tick().await;
        if let Err(error) = store.plan_ahead().await {
            tracing::error!(%error, "the shifts of the schedules could not be made");
        }
        // A journal that was replayed for a comparison takes as much room as the database.
        store.forget_earlier().await;
        match store.check_at_night().await {
            Ok(None) => continue,
            Ok(Some(0)) => {}
            Ok(Some(problems)) => {
                tracing::error!(problems, "the journal and the tables do not agree");
            }
            Err(error) => tracing::error!(%error, "the journal could not be checked"),
        }
        if let Err(error) = store.prove_for_donors().await {
            tracing::error!(%error, "what donors may see could not be proved");
        }
    }
}

/// Says in the log what is unsafe about this start.
async fn warn(store: &store::Store, settings: &Settings) -> Result<(), Failure> {
    if !settings.listen.ip().is_loopback() && demo::is_in(store).await? {
        tracing::warn!(
            "this database holds the demo, whose passwords are public, and {} is reachable from \
             elsewhere",
            settings.listen
        );
    }
    if settings.clock_start.is_some() {
        tracing::warn!("the clock is not the machine's: RADIONICA_CLOCK_START is set");
    }
    Ok(())
}
