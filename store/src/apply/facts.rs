//! The projection of marks and headcounts: facts that supersede each other.

use super::memory::Memory;
use super::project::{never_made, one_row};
use crate::error::StoreError;
use crate::row::{Reader, stored, word};
use chrono::{DateTime, Utc};
use domain::attendance::{Fact, MarkAttendance, Presence, RecordHeadcount, standing};
use domain::command::Envelope;
use domain::ids::EnvelopeId;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

/// Inserts a mark, and says anew which mark of this shift and person stands.
pub(super) async fn mark(
    db: &mut AnyConnection,
    memory: &mut Memory,
    seq: i64,
    envelope: &Envelope,
    made: DateTime<Utc>,
    c: &MarkAttendance,
) -> Result<(), StoreError> {
    let shift = memory.shift(db, c.shift).await?.ok_or_else(|| never_made(seq))?;
    let person = memory.person(db, c.person).await?.ok_or_else(|| never_made(seq))?;
    let facts = memory.marks(db, shift.key, person.key).await?;
    facts.push(Known::new(seq, envelope.id, made, c.replaces, c.presence));
    let new = restate(facts)?;
    let inserted = sqlx::query(
        "insert into attendance (seq, id, shift, person, presence, made_at, replaces, stands,
                                 disputed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(seq)
    .bind(envelope.id.to_string())
    .bind(shift.key)
    .bind(person.key)
    .bind(word(c.presence)?)
    .bind(stored(made))
    .bind(c.replaces.map(|id| id.to_string()))
    .bind(new.stands)
    .bind(new.disputed)
    .execute(&mut *db)
    .await?;
    one_row(inserted, seq)?;
    save(db, RESTATE_ATTENDANCE, facts, seq).await
}

/// A mark with the key of its person.
pub(super) fn read_mark(row: &AnyRow) -> Result<(i64, Known<Presence>), StoreError> {
    let row = Reader::new("attendance", row);
    Ok((row.number("person")?, Known::read(&row, row.word("presence")?)?))
}

/// Inserts a headcount, and says anew which count of this shift, sex and band stands.
pub(super) async fn headcount(
    db: &mut AnyConnection,
    seq: i64,
    envelope: &Envelope,
    made: DateTime<Utc>,
    c: &RecordHeadcount,
) -> Result<(), StoreError> {
    let rows = sqlx::query(
        "select h.seq, h.id, h.people, h.made_at, h.replaces, h.stands, h.disputed
         from headcount h join shift s on s.seq = h.shift
         where s.id = $1 and h.sex = $2 and h.band = $3",
    )
    .bind(c.shift.to_string())
    .bind(word(c.sex)?)
    .bind(word(c.band)?)
    .fetch_all(&mut *db)
    .await?;
    let mut facts = Vec::with_capacity(rows.len() + 1);
    for row in &rows {
        let row = Reader::new("headcount", row);
        facts.push(Known::read(&row, row.number("people")?)?);
    }
    facts.push(Known::new(seq, envelope.id, made, c.replaces, c.people));
    let new = restate(&mut facts)?;
    let inserted = sqlx::query(
        "insert into headcount (seq, id, shift, sex, band, people, made_at, replaces, stands,
                                disputed)
         select cast($1 as integer), $2, s.seq, $3, $4, cast($5 as bigint), $6, $7,
                cast($8 as bigint), cast($9 as bigint)
         from shift s where s.id = $10",
    )
    .bind(seq)
    .bind(envelope.id.to_string())
    .bind(word(c.sex)?)
    .bind(word(c.band)?)
    .bind(c.people)
    .bind(stored(made))
    .bind(c.replaces.map(|id| id.to_string()))
    .bind(new.stands)
    .bind(new.disputed)
    .bind(c.shift.to_string())
    .execute(&mut *db)
    .await?;
    one_row(inserted, seq)?;
    save(db, RESTATE_HEADCOUNT, &mut facts, seq).await
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Stand {
    pub(super) stands: i64,
    pub(super) disputed: i64,
}

/// A stored fact with what its row says of its standing, and what it should say.
pub(super) struct Known<V> {
    seq: i64,
    pub(super) fact: Fact<V>,
    before: Stand,
    now: Stand,
}

impl<V> Known<V> {
    pub(super) fn read(row: &Reader<'_>, value: V) -> Result<Self, StoreError> {
        let before = Stand { stands: row.number("stands")?, disputed: row.number("disputed")? };
        let fact = Fact {
            id: row.parse("id")?,
            at: row.instant("made_at")?,
            replaces: row.parse_opt("replaces")?,
            value,
        };
        Ok(Self { seq: row.number("seq")?, fact, before, now: before })
    }

    pub(super) fn new(
        seq: i64,
        id: EnvelopeId,
        made: DateTime<Utc>,
        replaces: Option<EnvelopeId>,
        value: V,
    ) -> Self {
        let none = Stand { stands: 0, disputed: 0 };
        let at = chrono::SubsecRound::trunc_subsecs(made, 3);
        Self { seq, fact: Fact { id, at, replaces, value }, before: none, now: none }
    }

    /// Whether it counts, after [`restate`].
    pub(super) fn stands(&self) -> bool {
        self.now.stands == 1
    }
}

/// Applies the rule of [`domain::attendance`] and answers the standing of the last fact.
pub(super) fn restate<V: PartialEq + Clone>(known: &mut [Known<V>]) -> Result<Stand, StoreError> {
    let facts: Vec<Fact<V>> = known.iter().map(|k| k.fact.clone()).collect();
    let winner = standing(&facts).map(|s| (s.fact.id, s.disputed));
    for k in known.iter_mut() {
        k.now = match winner {
            Some((id, disputed)) if id == k.fact.id => {
                Stand { stands: 1, disputed: i64::from(disputed) }
            }
            _ => Stand { stands: 0, disputed: 0 },
        };
    }
    known.last().map(|k| k.now).ok_or_else(|| StoreError::Machine("no fact to restate".to_owned()))
}

const RESTATE_ATTENDANCE: &str = "update attendance set stands = $1, disputed = $2 where seq = $3";
const RESTATE_HEADCOUNT: &str = "update headcount set stands = $1, disputed = $2 where seq = $3";

/// Writes what changed in the rows of the older facts.
pub(super) async fn save<V>(
    db: &mut AnyConnection,
    sql: &'static str,
    known: &mut [Known<V>],
    new: i64,
) -> Result<(), StoreError> {
    for older in known.iter().filter(|k| k.seq != new && k.now != k.before) {
        sqlx::query(sql)
            .bind(older.now.stands)
            .bind(older.now.disputed)
            .bind(older.seq)
            .execute(&mut *db)
            .await?;
    }
    for written in known {
        written.before = written.now;
    }
    Ok(())
}
