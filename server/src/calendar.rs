//! Calendars: the secret addresses, and the files behind them (RFC 5545).
//!
//! A calendar names workshops, centres and rooms, never a participant and nobody of the staff.

use crate::auth::see_other;
use crate::fault::{ApiFault, status};
use crate::form;
use crate::origin::base;
use crate::pages;
use crate::place::{is_query, names_a_week};
use crate::state::AppState;
use crate::visitor::{Visitor, signed_in};
use app::i18n::Locale;
use app::i18n::catalogue::plan as texts;
use app::i18n::labels::reason_label;
use app::plan::CalendarMade;
use app::ui::form::Refused;
use axum::extract::{Extension, Path, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::fault::Fault;
use domain::overview::PlannedShift;
use domain::shift::Progress;
use icalendar::{Component, Event, EventLike, EventStatus};
use store::{Calendar, CalendarShifts, StoreError};

/// Where the files lie; what follows is the secret.
pub const FOLDER: &str = "/api/v1/calendar/";

/// `POST /centres/{code}/calendar`: makes or ends the address of a centre's calendar.
pub async fn change_centre(
    state: State<AppState>,
    Path(code): Path<String>,
    request: Request,
) -> Response {
    let page = pages::of_centre(&code, "plan");
    change(state, request, &page, Calendar::Centre(&code)).await
}

/// `POST /week`: makes or ends the address of the reader's own calendar.
pub async fn change_own(state: State<AppState>, request: Request) -> Response {
    change(state, request, "/week", Calendar::Own).await
}

async fn change(
    State(state): State<AppState>,
    request: Request,
    page: &str,
    of: Calendar<'_>,
) -> Response {
    let (parts, body) = request.into_parts();
    let actor = match signed_in(&parts) {
        Ok(actor) => actor,
        Err(fault) => return pages::to_sign_in(page, &fault),
    };
    let typed = form::typed(&state, &parts, body).await;
    let at = typed.get("at");
    let again =
        if is_query(at) && names_a_week(at) { format!("{page}?{at}") } else { page.to_owned() };
    let done = match typed.get("do") {
        "calendar" => state.store.new_calendar(&actor, of).await.map(Some),
        "calendar-end" => state.store.end_calendar(&actor, of).await.map(|()| None),
        _ => Err(Fault::malformed().into()),
    };
    match done {
        Ok(Some(token)) => {
            let address = format!(
                "{}{FOLDER}{token}.ics",
                base(state.settings.public_url.as_ref(), &parts.headers)
            );
            pages::again(state, parts, &again, StatusCode::OK, CalendarMade(address)).await
        }
        Ok(None) => {
            let more = if again.contains('?') { '&' } else { '?' };
            see_other(format!("{again}{more}done=calendar-ended"))
        }
        Err(error) => {
            let fault = Fault::from(error);
            let status = status(&fault);
            pages::again(state, parts, &again, status, Refused { fault, typed }).await
        }
    }
}

/// `GET /api/v1/calendar/{token}.ics`: the shifts from four weeks back to twelve ahead, in the
/// language that is asked for.
pub async fn file(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Path(file): Path<String>,
) -> Result<Response, ApiFault> {
    let token = file.strip_suffix(".ics").ok_or(StoreError::from(Fault::NotFound))?;
    let found = state.store.calendar(token).await?;
    let text = written(visitor.locale, &found);
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CACHE_CONTROL, "private, max-age=900"),
    ];
    Ok((headers, text).into_response())
}

/// The calendar as a file.
fn written(locale: Locale, found: &CalendarShifts) -> String {
    let name = match &found.centre {
        Some(centre) => locale.name(&centre.en, &centre.sr),
        None => locale.text(&texts::OWN_TITLE).into_owned(),
    };
    let mut calendar = icalendar::Calendar::new();
    calendar.name(&name);
    for shift in &found.shifts {
        calendar.push(event(locale, found, shift));
    }
    calendar.done().to_string()
}

fn event(locale: Locale, found: &CalendarShifts, shift: &PlannedShift) -> Event {
    let name = |choice: &domain::overview::Choice| locale.name(&choice.name.en, &choice.name.sr);
    let place = shift.centre.iter().map(name).chain(shift.room.iter().map(|(_, room)| name(room)));
    let mut event = Event::new();
    event
        .uid(&format!("{}@radionica", shift.id))
        .timestamp(found.now)
        .summary(&name(&shift.workshop))
        .location(&place.collect::<Vec<_>>().join(", "))
        .starts(shift.slot.begins())
        .ends(shift.slot.ends());
    match shift.progress {
        Progress::DidNotHappen { reason } => {
            event.status(EventStatus::Cancelled).description(&locale.text(reason_label(reason)));
        }
        _ => drop(event.status(EventStatus::Confirmed)),
    }
    event.done()
}
