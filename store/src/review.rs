//! Entries under review as a manager reads them, and taking one in corrected.

use crate::apply::{Kept, actor_word, body};
use crate::error::StoreError;
use crate::row::Reader;
use crate::{By, Store, seal, vault};
use chrono::{DateTime, Duration, Utc};
use domain::access::{Action, Actor, Place};
use domain::command::{Command, Envelope, Identity, PersonIdentity};
use domain::fault::{Fault, Noun};
use domain::ids::{CentreId, PersonId};
use domain::overview::{Choice, Correcting, Details, PersonLabel, ReviewEntry, ShiftChoice};
use domain::person::PersonCode;
use domain::review::{Correction, SettleEntry};
use domain::shift::Slot;
use domain::workshop::Unit;
use sqlx::{AnyConnection, AssertSqlSafe};

/// Entries under review that a page shows.
const REVIEW_MAX: i64 = 50;
/// How far around the day that an entry was made a corrected shift may lie, in days.
const CORRECTED_DAYS: i64 = 8;

impl Store {
    /// Open entries that were held or refused and belong to no centre: of trainings, or of bytes
    /// that tell no place. `None` for whoever does not decide about them.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn review_elsewhere(
        &self,
        actor: &Actor,
    ) -> Result<Option<Vec<ReviewEntry>>, StoreError> {
        if !actor.may(Action::Review, Place::ORGANISATION) {
            return Ok(None);
        }
        self.review(actor, None).await.map(Some)
    }

    /// Open entries of a centre, or of none, that were held or refused, newest first, each whole.
    pub(crate) async fn review(
        &self,
        actor: &Actor,
        centre: Option<CentreId>,
    ) -> Result<Vec<ReviewEntry>, StoreError> {
        let mut db = self.read().await?;
        // Written apart, so that the index serves.
        let here = if centre.is_some() { "r.centre = $1" } else { "r.centre is null and $1 = ''" };
        let rows = sqlx::query(AssertSqlSafe(format!(
            "select r.bytes_hash, r.actor, r.received_at, r.verdict, r.fault, r.command, r.shift,
                    a.code, k.secret, v.sealed
             from review r left join account a on a.id = r.actor
             left join vault v on v.subject = r.bytes_hash
             left join vault_key k on k.subject = r.bytes_hash
             where {here} and r.settled is null
             order by r.received_at desc, r.number desc, r.bytes_hash limit $2",
        )))
        .bind(centre.map_or_else(String::new, |centre| centre.to_string()))
        .bind(REVIEW_MAX)
        .fetch_all(&mut *db)
        .await?;
        let place = centre.map_or(Place::ORGANISATION, Place::centre);
        let sees = actor.may(Action::SeeRegister, place);
        let mut entries = Vec::with_capacity(rows.len());
        for row in &rows {
            let row = Reader::new("review", row);
            let hash = row.text("bytes_hash")?;
            let received_at = row.instant("received_at")?;
            let kept: Option<Kept> = vault::beside(&row, &hash)?;
            let details = match kept {
                Some(kept) => details(&mut db, kept, received_at, sees).await?,
                None => Details::default(),
            };
            let said = details.said.as_ref().and_then(|said| named(said, "shift"));
            let shift = match row.get::<Option<String>>("shift")?.or(said) {
                Some(id) => shift(&mut db, &id).await?,
                None => None,
            };
            entries.push(ReviewEntry {
                maker: row.parse("actor").ok(),
                received_at,
                account: row.get("code")?,
                verdict: row.word("verdict")?,
                fault: serde_json::from_str(&row.text("fault")?)
                    .map_err(|_| row.corrupt("fault"))?,
                command: row.get("command")?,
                shift,
                details,
                hash,
            });
        }
        Ok(entries)
    }

    /// What the form offers that corrects an entry of a centre: its shifts around the day on
    /// which the entry was made. `None` when there is no such open entry.
    ///
    /// # Errors
    /// [`Fault::Unknown`] for the centre, [`Fault::NotAllowed`].
    pub async fn correcting(
        &self,
        actor: &Actor,
        centre: &str,
        entry: &str,
    ) -> Result<Option<Correcting>, StoreError> {
        let id = self.centre_by_code(centre).await?;
        if !actor.may(Action::Review, Place::centre(id)) {
            return Err(Fault::NotAllowed.into());
        }
        let entries = self.review(actor, Some(id)).await?;
        let entry = entries.into_iter().find(|e| e.hash == entry && e.may_be_corrected());
        let Some(entry) = entry else { return Ok(None) };
        let made = entry.details.made_at.unwrap_or(entry.received_at);
        let day = domain::clock::reporting_day(made);
        let rows = sqlx::query(
            "select s.id, s.day, s.start, s.minutes, w.code, w.title_en, w.title_sr
             from shift s join workshop w on w.seq = s.workshop join centre c on c.seq = s.centre
             where c.id = $1 and s.day >= $2 and s.day <= $3 order by s.day, s.start, s.seq",
        )
        .bind(id.to_string())
        .bind((day - Duration::days(CORRECTED_DAYS)).to_string())
        .bind((day + Duration::days(CORRECTED_DAYS)).to_string())
        .fetch_all(&mut *self.read().await?)
        .await?;
        let shifts = rows.iter().map(|row| {
            let row = Reader::new("shift", row);
            Ok(ShiftChoice { id: row.parse("id")?, slot: row.slot()?, workshop: choice(&row)? })
        });
        Ok(Some(Correcting {
            entry: entry.hash,
            shifts: shifts.collect::<Result<_, StoreError>>()?,
        }))
    }

    /// The centre on whose list an entry under review stands; `None` for one that belongs to no
    /// centre or is not there. It says nothing else, so nobody needs a permission to ask.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn review_centre(
        &self,
        entry: &str,
        maker: By,
    ) -> Result<Option<CentreId>, StoreError> {
        let row = sqlx::query("select centre from review where bytes_hash = $1 and actor = $2")
            .bind(entry)
            .bind(actor_word(maker))
            .fetch_optional(&mut *self.read().await?)
            .await?;
        row.map_or(Ok(None), |row| Reader::new("review", &row).parse_opt("centre"))
    }

    /// Takes an entry in as somebody corrected it: a fresh change in their own name, and the
    /// entry itself set aside, both or neither.
    ///
    /// # Errors
    /// The fault of either; [`Fault::Unknown`] for an entry that is not there, and
    /// [`Fault::OutOfRange`] for one that cannot be corrected.
    pub async fn take_in_corrected(
        &self,
        by: By,
        entry: SettleEntry,
        correction: Correction,
    ) -> Result<i64, StoreError> {
        let kept: Option<Kept> = vault::get(&mut *self.read().await?, &entry.entry).await?;
        let kept = kept.ok_or(Fault::Unknown { noun: Noun::Entry })?;
        let said = serde_json::from_str::<Envelope>(&kept.envelope)
            .map_err(|_| Fault::out_of_range("entry", 1, 1))?;
        let fresh =
            correction.of(&said.command).ok_or_else(|| Fault::out_of_range("entry", 1, 1))?;
        self.change_together(by, [fresh, Command::DismissEntry(entry)]).await
    }

    /// The person with a code, as typed.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] for what is no code, [`Fault::Unknown`].
    pub async fn person_by_code(&self, typed: &str) -> Result<PersonId, StoreError> {
        let code = PersonCode::parse(typed)?;
        let row = sqlx::query("select seq, id from person where code = $1")
            .bind(code.to_string())
            .fetch_optional(&mut *self.read().await?)
            .await?
            .ok_or(Fault::Unknown { noun: Noun::Person })?;
        Reader::new("person", &row).parse("id")
    }
}

/// Everything that an entry says, as far as it can be read and may be seen.
async fn details(
    db: &mut AnyConnection,
    kept: Kept,
    received_at: DateTime<Utc>,
    sees: bool,
) -> Result<Details, StoreError> {
    let envelope: Option<Envelope> = serde_json::from_str(&kept.envelope).ok();
    let raw = (sees || envelope.is_some()).then(|| kept.envelope.clone());
    let Some(envelope) = envelope else { return Ok(Details { raw, ..Details::default() }) };
    let beside = if sees { identity(db, kept).await? } else { None };
    Ok(Details { raw, ..said(db, envelope, received_at, beside, sees).await? })
}

/// What an envelope says, with what travelled beside it, for whoever may see that.
pub(crate) async fn said(
    db: &mut AnyConnection,
    envelope: Envelope,
    received_at: DateTime<Utc>,
    beside: Option<Identity>,
    sees: bool,
) -> Result<Details, StoreError> {
    let said = &envelope.command;
    let (mut remark, mut alias) = (None, None);
    match beside {
        Some(Identity::Remark(text)) => remark = Some(text),
        Some(Identity::Person(person)) => alias = person.alias,
        Some(Identity::Account(_)) | None => {}
    }
    let person = match named(said, "person").and_then(|id| id.parse().ok()) {
        Some(id) => {
            let mut label = person_label(db, id, sees).await?;
            label.alias = label.alias.or(alias);
            Some(label)
        }
        None => None,
    };
    let workshop = match named(said, "workshop") {
        Some(id) => workshop(db, &id).await?,
        None => None,
    };
    let product = match named(said, "product") {
        Some(id) => product(db, &id).await?,
        None => None,
    };
    let row = sqlx::query("select code from device where id = $1")
        .bind(envelope.device.to_string())
        .fetch_optional(&mut *db)
        .await?;
    let tablet = row.map(|row| Reader::new("device", &row).text("code")).transpose()?;
    let mut accounts = Vec::new();
    for field in ["account", "from", "to"] {
        let Some(id) = named(said, field) else { continue };
        let row = sqlx::query("select code from account where id = $1")
            .bind(id)
            .fetch_optional(&mut *db)
            .await?;
        accounts.extend(row.map(|row| Reader::new("account", &row).text("code")).transpose()?);
    }
    Ok(Details {
        made_at: Some(envelope.made(received_at)),
        device: Some(envelope.device),
        tablet,
        said: Some(envelope.command),
        person,
        workshop,
        product,
        accounts,
        remark,
        raw: None,
    })
}

/// The remark beside an entry of the journal; nothing where there is none, or it was erased.
pub(crate) async fn beside(
    db: &mut AnyConnection,
    envelope: &Envelope,
) -> Result<Option<Identity>, StoreError> {
    let remark = match envelope.command {
        Command::CancelShift(_)
        | Command::NoteShift(_)
        | Command::AcceptFigure(_)
        | Command::ReopenPeriod(_)
        | Command::RecordIndicatorValue(_) => vault::get(db, &envelope.id.to_string()).await?,
        _ => None,
    };
    Ok(remark.map(Identity::Remark))
}

/// What travelled beside an entry; nothing where it is sealed and cannot be opened.
async fn identity(db: &mut AnyConnection, kept: Kept) -> Result<Option<Identity>, StoreError> {
    match seal::opened(db, &kept.submission()).await {
        Ok(opened) => Ok(opened.identity.clone()),
        Err(StoreError::Fault(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What a command names in a field, as text.
fn named(command: &Command, field: &str) -> Option<String> {
    Some(body(command)?[field].as_str()?.to_owned())
}

/// Somebody by code, and by alias for who may see the register.
pub(crate) async fn person_label(
    db: &mut AnyConnection,
    id: PersonId,
    sees: bool,
) -> Result<PersonLabel, StoreError> {
    let identity: Option<PersonIdentity> =
        if sees { vault::get(db, &id.to_string()).await? } else { None };
    let alias = identity.and_then(|identity| identity.alias);
    Ok(PersonLabel { code: PersonCode::of(id.0), alias })
}

/// A product by its id.
pub(crate) async fn product(
    db: &mut AnyConnection,
    id: &str,
) -> Result<Option<(Choice, Unit)>, StoreError> {
    let row = sqlx::query(
        "select code, name_en as title_en, name_sr as title_sr, unit from product where id = $1",
    )
    .bind(id)
    .fetch_optional(db)
    .await?;
    row.map(|row| {
        let row = Reader::new("product", &row);
        Ok((choice(&row)?, row.word("unit")?))
    })
    .transpose()
}

async fn workshop(db: &mut AnyConnection, id: &str) -> Result<Option<Choice>, StoreError> {
    let row = sqlx::query("select code, title_en, title_sr from workshop where id = $1")
        .bind(id)
        .fetch_optional(db)
        .await?;
    row.map(|row| choice(&Reader::new("workshop", &row))).transpose()
}

async fn shift(db: &mut AnyConnection, id: &str) -> Result<Option<(Slot, Choice)>, StoreError> {
    let row = sqlx::query(
        "select s.day, s.start, s.minutes, w.code, w.title_en, w.title_sr
         from shift s join workshop w on w.seq = s.workshop where s.id = $1",
    )
    .bind(id)
    .fetch_optional(db)
    .await?;
    row.map(|row| {
        let row = Reader::new("shift", &row);
        Ok((row.slot()?, choice(&row)?))
    })
    .transpose()
}

/// The columns `code`, `title_en`, `title_sr`.
pub(crate) fn choice(row: &Reader<'_>) -> Result<Choice, StoreError> {
    Ok(Choice { code: row.text("code")?, name: row.name("title_en", "title_sr")? })
}
