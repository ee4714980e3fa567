//! Tablets at the door: who may add and revoke them, and whose entries they may bring.

use super::places::{CODE_DEVICE, Door, ID_DEVICE, is_free, is_new};
use super::project::Sql;
use crate::error::StoreError;
use crate::row::Reader;
use domain::access::{Place, Role};
use domain::device::{AddDevice, OfDevice, ResetPin};
use domain::fault::{Fault, Noun};
use domain::ids::{AccountId, CentreId, DeviceId};
use sqlx::{AnyConnection, Row};

/// Whether a tablet may be added.
pub(super) async fn may_add(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &AddDevice,
) -> Result<(), StoreError> {
    door.at_centre(db, c.centre).await?;
    is_new(db, ID_DEVICE, &c.device.to_string(), Noun::Device).await?;
    is_free(db, CODE_DEVICE, &c.code, Noun::Device).await
}

/// Whether a tablet may be revoked: also a second time, which changes nothing.
pub(super) async fn may_revoke(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &OfDevice,
) -> Result<(), StoreError> {
    at_device(db, door, c.device).await.map(drop)
}

/// Whether somebody's PIN may be set anew. Only a facilitator's: through a manager's or a
/// coordinator's membership a code would open more than its giver may.
pub(super) async fn may_reset_pin(
    db: &mut AnyConnection,
    door: &Door<'_>,
    c: &ResetPin,
) -> Result<(), StoreError> {
    if at_device(db, door, c.device).await? {
        return Err(Fault::DeviceRevoked.into());
    }
    if !is_member(db, c.device, c.account).await? {
        return Err(Fault::NotAMember.into());
    }
    if only_facilitates(db, c.account).await? { Ok(()) } else { Err(Fault::NotAllowed.into()) }
}

/// Whether an account holds a permission, and none but a facilitator's.
pub(crate) async fn only_facilitates(
    db: &mut AnyConnection,
    account: AccountId,
) -> Result<bool, StoreError> {
    let rows = sqlx::query(
        "select x.seq, x.role from access x join account a on a.seq = x.account
         where a.id = $1 and a.disabled = 0 and x.revoked is null",
    )
    .bind(account.to_string())
    .fetch_all(db)
    .await?;
    for row in &rows {
        if Reader::new("access", row).word::<Role>("role")? != Role::Facilitator {
            return Ok(false);
        }
    }
    Ok(!rows.is_empty())
}

/// Asks whether the actor may act at the tablet's centre. Answers whether it is revoked.
async fn at_device(
    db: &mut AnyConnection,
    door: &Door<'_>,
    device: DeviceId,
) -> Result<bool, StoreError> {
    let row = sqlx::query(
        "select d.seq, c.id as centre, d.revoked from device d
         join centre c on c.seq = d.centre where d.id = $1",
    )
    .bind(device.to_string())
    .fetch_optional(db)
    .await?
    .ok_or(Fault::Unknown { noun: Noun::Device })?;
    let row = Reader::new("device", &row);
    door.at(Place::centre(row.parse::<CentreId>("centre")?))?;
    Ok(row.get::<Option<i64>>("revoked")?.is_some())
}

async fn is_member(
    db: &mut AnyConnection,
    device: DeviceId,
    account: AccountId,
) -> Result<bool, StoreError> {
    let row =
        sqlx::query("select count(*) as n from device_member where device = $1 and account = $2")
            .bind(device.to_string())
            .bind(account.to_string())
            .fetch_one(db)
            .await?;
    Ok(row.try_get::<i64, _>("n")? > 0)
}

/// Why an entry that a tablet brings must wait for a manager whatever it says, if it must: the
/// tablet was revoked, or its maker never proved themselves there.
pub(super) async fn must_wait(
    db: &mut AnyConnection,
    device: DeviceId,
    maker: AccountId,
) -> Result<Option<Fault>, StoreError> {
    let row = sqlx::query("select revoked from device where id = $1")
        .bind(device.to_string())
        .fetch_optional(&mut *db)
        .await?;
    let revoked = match row {
        None => true,
        Some(row) => row.try_get::<Option<i64>, _>("revoked")?.is_some(),
    };
    if revoked {
        return Ok(Some(Fault::DeviceRevoked));
    }
    Ok((!is_member(db, device, maker).await?).then_some(Fault::NotAMember))
}

/// A tablet's row.
pub(super) fn add(seq: i64, c: &AddDevice) -> Sql {
    sqlx::query(
        "insert into device (seq, id, code, centre)
         select cast($1 as integer), $2, $3, seq from centre where id = $4",
    )
    .bind(seq)
    .bind(c.device.to_string())
    .bind(c.code.clone())
    .bind(c.centre.to_string())
}

/// Revoked twice is revoked since the first time.
pub(super) fn revoke(seq: i64, c: &OfDevice) -> Sql {
    sqlx::query("update device set revoked = coalesce(revoked, cast($1 as integer)) where id = $2")
        .bind(seq)
        .bind(c.device.to_string())
}
