//! What a held or refused envelope was about, as far as its bytes can be read.

use crate::error::StoreError;
use crate::{By, Submission};
use domain::command::{Command, KINDS};
use domain::ids::ShiftId;
use sqlx::{AnyConnection, Row};

/// What a kept envelope was about, as far as it can be read.
#[derive(Default)]
pub(super) struct About {
    pub(super) command: Option<String>,
    pub(super) centre: Option<String>,
    pub(super) shift: Option<String>,
}

/// Looks for the command's name, its shift and its centre in bytes that may be anything. What
/// belongs to no centre is the coordinator's to see. Where no place can be found at all, it is the
/// centre of the tablet that brought it, or the first that the sender works in: somebody must.
pub(super) async fn about(
    db: &mut AnyConnection,
    by: By,
    sub: &Submission,
) -> Result<About, StoreError> {
    let (mut about, placed) = read(db, &sub.bytes).await?;
    if placed {
        return Ok(about);
    }
    if let (None, Some(tablet)) = (&about.centre, sub.tablet) {
        let row = sqlx::query(
            "select c.id from device d join centre c on c.seq = d.centre where d.id = $1",
        )
        .bind(tablet.to_string())
        .fetch_optional(&mut *db)
        .await?;
        about.centre = row.map(|row| row.try_get("id")).transpose()?;
    }
    if let (None, By::Account(id)) = (&about.centre, by) {
        let row = sqlx::query(
            "select c.id as centre from account a join access x on x.account = a.seq
             left join workshop w on w.id = x.place
             join centre c on c.id = x.place or c.seq = w.centre
             where a.id = $1 order by x.seq limit 1",
        )
        .bind(id.to_string())
        .fetch_optional(db)
        .await?;
        about.centre = row.map(|row| row.try_get("centre")).transpose()?;
    }
    Ok(about)
}

/// Also answers whether the bytes name a place that is known, if only that it is in no centre.
async fn read(db: &mut AnyConnection, bytes: &str) -> Result<(About, bool), StoreError> {
    let Ok(json) = serde_json::from_str::<serde_json::Value>(bytes) else {
        return Ok((About::default(), false));
    };
    let Some((name, body)) = json["command"].as_object().and_then(|c| c.iter().next()) else {
        return Ok((About::default(), false));
    };
    // Only a name that we know: anything else could be somebody's.
    let command = KINDS.contains(&name.as_str()).then(|| name.clone());
    let place = place_of(db, body).await?;
    let known = place.is_some();
    let place = place.unwrap_or_default();
    Ok((About { command, centre: place.centre, shift: place.shift }, known))
}

/// The fields of a command, by their names in JSON.
pub(crate) fn body(command: &Command) -> Option<serde_json::Value> {
    let mut json = serde_json::to_value(command).ok()?;
    json.as_object_mut()?.values_mut().next().map(serde_json::Value::take)
}

/// The shift and the centre that a command is about, by their ids.
#[derive(Default)]
pub(super) struct PlaceOf {
    pub(super) centre: Option<String>,
    pub(super) shift: Option<String>,
}

/// Where the first thing is that a command names and that is there; it may be in no centre.
pub(super) async fn place_of(
    db: &mut AnyConnection,
    body: &serde_json::Value,
) -> Result<Option<PlaceOf>, StoreError> {
    for (field, sql) in PLACES.iter().copied() {
        let id = body[field].as_str().and_then(|text| text.parse::<ShiftId>().ok());
        let Some(id) = id else { continue };
        let row = sqlx::query(sql).bind(id.to_string()).fetch_optional(&mut *db).await?;
        if let Some(row) = row {
            let (shift, centre) = (row.try_get("shift")?, row.try_get("centre")?);
            return Ok(Some(PlaceOf { centre, shift }));
        }
    }
    Ok(None)
}

/// A person's centre.
const OF_PERSON: &str = "select null as shift, c.id as centre from person p
     left join centre c on c.seq = p.centre where p.id = $1";

/// Where to look a thing up that a command names: its shift, if it has one, and its centre.
const PLACES: &[(&str, &str)] = &[
    (
        "shift",
        "select s.id as shift, c.id as centre from shift s left join centre c on c.seq = s.centre
         where s.id = $1",
    ),
    (
        "output",
        "select s.id as shift, c.id as centre from output o join shift s on s.seq = o.shift
         left join centre c on c.seq = s.centre where o.id = $1",
    ),
    (
        "interpreting",
        "select s.id as shift, c.id as centre from interpreting i join shift s on s.seq = i.shift
         left join centre c on c.seq = s.centre where i.id = $1",
    ),
    (
        "enrolment",
        "select null as shift, c.id as centre from enrolment e join workshop w on w.seq = e.workshop
         left join centre c on c.seq = w.centre where e.id = $1",
    ),
    (
        "workshop",
        "select null as shift, c.id as centre from workshop w
         left join centre c on c.seq = w.centre where w.id = $1",
    ),
    ("person", OF_PERSON),
    ("one", OF_PERSON),
    ("kept", OF_PERSON),
    (
        "consent",
        "select null as shift, c.id as centre from consent x join person p on p.seq = x.person
         left join centre c on c.seq = p.centre where x.id = $1",
    ),
    (
        "merge",
        "select null as shift, c.id as centre from merge m join person p on p.seq = m.kept
         left join centre c on c.seq = p.centre where m.id = $1",
    ),
    (
        "waiting",
        "select null as shift, c.id as centre from waiting x join workshop w on w.seq = x.workshop
         left join centre c on c.seq = w.centre where x.id = $1",
    ),
    (
        "offer",
        "select null as shift, c.id as centre from offer o join waiting x on x.seq = o.waiting
         join workshop w on w.seq = x.workshop left join centre c on c.seq = w.centre
         where o.id = $1",
    ),
    (
        "recipient",
        "select null as shift, c.id as centre from recipient r join centre c on c.seq = r.centre
         where r.id = $1",
    ),
    (
        "hand_out",
        "select null as shift, c.id as centre from hand_out h join recipient r on r.seq = h.recipient
         join centre c on c.seq = r.centre where h.id = $1",
    ),
    (
        "room",
        "select null as shift, c.id as centre from room r join centre c on c.seq = r.centre
         where r.id = $1",
    ),
    (
        "schedule",
        "select null as shift, c.id as centre from schedule s join workshop w on w.seq = s.workshop
         left join centre c on c.seq = w.centre where s.id = $1",
    ),
    (
        "closure",
        "select null as shift, c.id as centre from closure x join centre c on c.seq = x.centre
         where x.id = $1",
    ),
    (
        "device",
        "select null as shift, c.id as centre from device d join centre c on c.seq = d.centre
         where d.id = $1",
    ),
    ("centre", "select null as shift, id as centre from centre where id = $1"),
];
