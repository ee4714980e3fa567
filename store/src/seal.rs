//! What travels sealed to the organisation: identities beside envelopes, and rescue files.
//!
//! HPKE (RFC 9180) in base mode: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. Tablets
//! hold the public key only, so what waits on one can be opened here and nowhere else.

use crate::error::StoreError;
use crate::row::Reader;
use crate::{Store, Submission};
use data_encoding::BASE64URL_NOPAD;
use domain::command::Identity;
use domain::fault::Fault;
use domain::sync::SEAL_INFO;
use hmac::{Hmac, KeyInit, Mac};
use hpke::aead::AesGcm256;
use hpke::kdf::HkdfSha256;
use hpke::kem::DhP256HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, Serializable, single_shot_open};
use sha2::Sha256;
use sqlx::AnyConnection;
use std::borrow::Cow;

/// The length of an encapsulated key: an uncompressed point of P-256.
const ENC: usize = 65;

impl Store {
    /// The organisation's public key (an uncompressed point, base64url), made at first need.
    ///
    /// # Errors
    /// When the database failed.
    pub async fn public_key(&self) -> Result<String, StoreError> {
        let known = self.kept_key().get_or_try_init(|| self.find_or_make_key()).await?;
        Ok(known.clone())
    }

    /// Bytes for a purpose that only this organisation can make.
    ///
    /// # Errors
    /// When the database failed.
    pub(crate) async fn secret_for(&self, purpose: &str) -> Result<Vec<u8>, StoreError> {
        self.public_key().await?;
        let row = sqlx::query("select secret from organisation_key where id = 1")
            .fetch_one(&mut *self.read().await?)
            .await?;
        let secret = hex::decode(Reader::new("organisation_key", &row).text("secret")?)
            .map_err(|_| broken("secret"))?;
        // A key of any length is taken.
        let mut mac = Hmac::<Sha256>::new_from_slice(&secret).map_err(|_| broken("secret"))?;
        mac.update(purpose.as_bytes());
        Ok(mac.finalize().into_bytes().to_vec())
    }

    async fn find_or_make_key(&self) -> Result<String, StoreError> {
        if let Some(key) = public(&mut *self.read().await?).await? {
            return Ok(key);
        }
        let (secret, public_key) = DhP256HkdfSha256::derive_keypair(&rand::random::<[u8; 64]>());
        let mut tx = self.db().begin_write().await?;
        // Another process may have made one meanwhile: the first stands.
        sqlx::query(
            "insert into organisation_key (id, secret, public) values (1, $1, $2)
             on conflict (id) do nothing",
        )
        .bind(hex::encode(secret.to_bytes()))
        .bind(hex::encode(public_key.to_bytes()))
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        public(&mut *self.read().await?).await?.ok_or_else(|| broken("public"))
    }
}

async fn public(db: &mut AnyConnection) -> Result<Option<String>, StoreError> {
    let row =
        sqlx::query("select public from organisation_key where id = 1").fetch_optional(db).await?;
    let Some(row) = row else { return Ok(None) };
    let key = hex::decode(Reader::new("organisation_key", &row).text("public")?);
    Ok(Some(BASE64URL_NOPAD.encode(&key.map_err(|_| broken("public"))?)))
}

fn broken(column: &'static str) -> StoreError {
    StoreError::Corrupt { table: "organisation_key", column, row: "1".to_owned() }
}

/// The submission with its sealed identity opened, if it has one.
///
/// # Errors
/// [`Fault::SealBroken`] when it cannot be opened; a fault when what is in it may not come from
/// a tablet.
pub(crate) async fn opened<'a>(
    db: &mut AnyConnection,
    sub: &'a Submission,
) -> Result<Cow<'a, Submission>, StoreError> {
    let Some(sealed) = &sub.sealed else { return Ok(Cow::Borrowed(sub)) };
    if sub.identity.is_some() {
        return Err(Fault::malformed().into());
    }
    let sealed = decode(sealed).ok_or(Fault::SealBroken)?;
    let plain = open(db, SEAL_INFO, &sealed, sub.bytes.as_bytes()).await?;
    let identity = plain.and_then(|plain| serde_json::from_slice::<Identity>(&plain).ok());
    match identity {
        None => Err(Fault::SealBroken.into()),
        Some(Identity::Account(_)) => Err(Fault::NotAllowed.into()),
        Some(identity) => {
            Ok(Cow::Owned(Submission { identity: Some(identity), sealed: None, ..sub.clone() }))
        }
    }
}

/// Reads base64url, with or without its padding.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    BASE64URL_NOPAD.decode(text.trim_end_matches('=').as_bytes()).ok()
}

/// Opens `enc ‖ ciphertext` with the organisation's key; `None` when it is not for it, or not
/// whole.
pub(crate) async fn open(
    db: &mut AnyConnection,
    info: &str,
    sealed: &[u8],
    aad: &[u8],
) -> Result<Option<Vec<u8>>, StoreError> {
    let row =
        sqlx::query("select secret from organisation_key where id = 1").fetch_optional(db).await?;
    // Nobody was ever given a key to seal with.
    let Some(row) = row else { return Ok(None) };
    let secret = hex::decode(Reader::new("organisation_key", &row).text("secret")?)
        .ok()
        .and_then(|bytes| <DhP256HkdfSha256 as Kem>::PrivateKey::from_bytes(&bytes).ok())
        .ok_or_else(|| broken("secret"))?;
    Ok(open_with(&secret, info, sealed, aad))
}

fn open_with(
    secret: &<DhP256HkdfSha256 as Kem>::PrivateKey,
    info: &str,
    sealed: &[u8],
    aad: &[u8],
) -> Option<Vec<u8>> {
    let (enc, sealed) = sealed.split_at_checked(ENC)?;
    let enc = <DhP256HkdfSha256 as Kem>::EncappedKey::from_bytes(enc).ok()?;
    single_shot_open::<AesGcm256, HkdfSha256, DhP256HkdfSha256>(
        &OpModeR::Base,
        secret,
        &enc,
        info.as_bytes(),
        sealed,
        aad,
    )
    .ok()
}
