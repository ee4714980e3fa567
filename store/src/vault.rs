//! The vault: whatever identifies somebody, sealed with a key of its own for each subject.
//!
//! A subject is a person, an account, a remark (by its envelope) or an envelope under review.
//! Erasing the subject's key makes what was sealed with it unreadable, in every copy that does
//! not hold the key. Reports never come here.

use crate::error::StoreError;
use crate::row::Reader;
use chacha20poly1305::aead::{Aead, Generate, Key, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::AnyConnection;
use std::collections::HashMap;

const NONCE: usize = 12;

/// What a subject is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    Person,
    Account,
    Remark,
    Review,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Account => "account",
            Self::Remark => "remark",
            Self::Review => "review",
        }
    }
}

/// Seals a value under its subject's key, which is made if there is none yet. A value that was
/// there before is replaced.
pub(crate) async fn put<T: Serialize>(
    connection: &mut AnyConnection,
    kind: Kind,
    subject: &str,
    value: &T,
) -> Result<(), StoreError> {
    let fresh = hex::encode(Key::<ChaCha20Poly1305>::generate());
    let made = sqlx::query(
        "insert into vault_key (subject, kind, secret) values ($1, $2, $3)
         on conflict (subject) do nothing",
    )
    .bind(subject)
    .bind(kind.word())
    .bind(fresh.as_str())
    .execute(&mut *connection)
    .await?;
    let secret: String = match made.rows_affected() {
        1 => fresh,
        _ => {
            sqlx::query_scalar("select secret from vault_key where subject = $1")
                .bind(subject)
                .fetch_one(&mut *connection)
                .await?
        }
    };
    let plain = serde_json::to_vec(value).map_err(|e| StoreError::Machine(e.to_string()))?;
    let sealed = seal(&secret, subject, &plain).ok_or_else(|| unreadable(subject))?;
    sqlx::query(
        "insert into vault (subject, sealed) values ($1, $2)
         on conflict (subject) do update set sealed = excluded.sealed",
    )
    .bind(subject)
    .bind(sealed)
    .execute(&mut *connection)
    .await?;
    Ok(())
}

/// Opens one subject's value; `None` when there is none, or when it was erased.
pub(crate) async fn get<T: DeserializeOwned>(
    connection: &mut AnyConnection,
    subject: &str,
) -> Result<Option<T>, StoreError> {
    let row = sqlx::query(
        "select k.secret, v.sealed from vault v join vault_key k on k.subject = v.subject
         where v.subject = $1",
    )
    .bind(subject)
    .fetch_optional(connection)
    .await?;
    row.map(|row| open_row(&Reader::new("vault", &row), subject)).transpose()
}

/// Opens the values of all people of a centre (or of those without one).
pub(crate) async fn people<T: DeserializeOwned>(
    connection: &mut AnyConnection,
    centre: Option<i64>,
) -> Result<HashMap<String, T>, StoreError> {
    let rows = sqlx::query(
        "select v.subject, k.secret, v.sealed
         from person p join vault v on v.subject = p.id join vault_key k on k.subject = v.subject
         where coalesce(p.centre, 0) = $1",
    )
    .bind(centre.unwrap_or(0))
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            let row = Reader::new("vault", row);
            let subject = row.text("subject")?;
            let value = open_row(&row, &subject)?;
            Ok((subject, value))
        })
        .collect()
}

/// Erases a subject: its value and its key.
pub(crate) async fn forget(
    connection: &mut AnyConnection,
    subject: &str,
) -> Result<(), StoreError> {
    for sql in ["delete from vault where subject = $1", "delete from vault_key where subject = $1"]
    {
        sqlx::query(sql).bind(subject).execute(&mut *connection).await?;
    }
    Ok(())
}

/// Opens a subject's value from the columns `secret` and `sealed` of a row that was joined with
/// the vault; `None` when there is none, or when it was erased.
pub(crate) fn beside<T: DeserializeOwned>(
    row: &Reader<'_>,
    subject: &str,
) -> Result<Option<T>, StoreError> {
    let there: (Option<String>, Option<String>) = (row.get("secret")?, row.get("sealed")?);
    if there.0.is_some() && there.1.is_some() { open_row(row, subject).map(Some) } else { Ok(None) }
}

fn open_row<T: DeserializeOwned>(row: &Reader<'_>, subject: &str) -> Result<T, StoreError> {
    let plain = open(&row.text("secret")?, subject, &row.text("sealed")?);
    plain.and_then(|p| serde_json::from_slice(&p).ok()).ok_or_else(|| unreadable(subject))
}

fn unreadable(subject: &str) -> StoreError {
    StoreError::Corrupt { table: "vault", column: "sealed", row: subject.to_owned() }
}

fn cipher(secret: &str) -> Option<ChaCha20Poly1305> {
    ChaCha20Poly1305::new_from_slice(&hex::decode(secret).ok()?).ok()
}

/// Nonce and ciphertext in hexadecimal; the subject is authenticated with them, so that a value
/// cannot be moved to somebody else.
fn seal(secret: &str, subject: &str, plain: &[u8]) -> Option<String> {
    let nonce = Nonce::generate();
    let payload = Payload { msg: plain, aad: subject.as_bytes() };
    let sealed = cipher(secret)?.encrypt(&nonce, payload).ok()?;
    Some(hex::encode([&nonce[..], &sealed].concat()))
}

fn open(secret: &str, subject: &str, sealed: &str) -> Option<Vec<u8>> {
    let bytes = hex::decode(sealed).ok()?;
    let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
    let nonce = Nonce::try_from(nonce).ok()?;
    cipher(secret)?.decrypt(&nonce, Payload { msg: sealed, aad: subject.as_bytes() }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_only_with_its_key_and_for_its_subject() {
        let secret = hex::encode(Key::<ChaCha20Poly1305>::generate());
        let other = hex::encode(Key::<ChaCha20Poly1305>::generate());
        let sealed = seal(&secret, "a", b"Azar").expect("sealed");
        assert!(!sealed.contains(&hex::encode("Azar")));
        assert_eq!(open(&secret, "a", &sealed).as_deref(), Some(&b"Azar"[..]));
        assert_eq!(open(&other, "a", &sealed), None);
        assert_eq!(open(&secret, "b", &sealed), None);
        assert_eq!(open(&secret, "a", "00"), None);
    }
}
