//! The organisation's key.

use crate::{Hash, SealError};
use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use std::fmt;

/// The secret key that seals: Ed25519. Its bytes are overwritten when it is dropped; it has no form
/// as text, so that no log can hold it.
pub struct Key(SigningKey);

impl Key {
    /// The key of a secret: 32 bytes from the system's randomness, which the caller keeps.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// The half that everybody may know.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    pub(crate) fn sign(&self, bytes: &[u8]) -> Signature {
        Signature(self.0.sign(bytes).to_bytes())
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key of {}", self.public())
    }
}

/// The public half of a [`Key`]; as text 64 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

crate::hex_form!(PublicKey, SealError::PublicKey);

impl PublicKey {
    /// The 32 bytes of RFC 8032.
    pub fn to_bytes(self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// The short form that people compare over the telephone: the first 80 bits of the SHA-256 of
    /// the key as `3f2a-91c0-77de-0b1c-55aa`. Too many for somebody to look for another key with
    /// the same; not a replacement for the key where programs compare.
    pub fn fingerprint(self) -> String {
        let hash = Hash::of(&self.to_bytes()).to_bytes();
        let groups: Vec<String> = hash[..10].chunks(2).map(hex::encode).collect();
        groups.join("-")
    }

    /// Whether a signature is this key's for these bytes, by the strict rules: a signature that
    /// other libraries may or may not take is refused.
    pub(crate) fn signed(self, bytes: &[u8], signature: &Signature) -> bool {
        let signature = ed25519_dalek::Signature::from_bytes(&signature.0);
        self.0.verify_strict(bytes, &signature).is_ok()
    }

    /// A weak key, under which one signature can fit many texts, is no public key here.
    fn try_from_bytes(bytes: [u8; 32]) -> Result<Self, SealError> {
        match VerifyingKey::from_bytes(&bytes) {
            Ok(key) if !key.is_weak() => Ok(Self(key)),
            _ => Err(SealError::PublicKey),
        }
    }
}

/// An Ed25519 signature; as text 128 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Signature([u8; 64]);

crate::hex_form!(Signature, SealError::Text("signature"));

impl Signature {
    /// The 64 bytes of RFC 8032.
    pub fn to_bytes(self) -> [u8; 64] {
        self.0
    }

    fn try_from_bytes(bytes: [u8; 64]) -> Result<Self, SealError> {
        Ok(Self(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 8032, section 7.1, test 3.
    const SEED: &str = "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7";
    const PUBLIC: &str = "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025";
    const SIGNATURE: &str = "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac\
                             18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a";

    #[test]
    fn the_vector_of_the_standard() {
        let mut seed = [0; 32];
        hex::decode_to_slice(SEED, &mut seed).expect("hex");
        let key = Key::from_seed(&seed);
        assert_eq!(key.public().to_string(), PUBLIC);
        assert_eq!(key.sign(&[0xaf, 0x82]).to_string(), SIGNATURE);
        let public: PublicKey = PUBLIC.parse().expect("a key");
        let signature: Signature = SIGNATURE.parse().expect("a signature");
        assert!(public.signed(&[0xaf, 0x82], &signature));
        assert!(!public.signed(&[0xaf, 0x83], &signature));
        assert!(!format!("{key:?}").contains(SEED));
    }

    #[test]
    fn a_public_key_has_one_form() {
        let key: PublicKey = PUBLIC.parse().expect("a key");
        assert_eq!(key.to_string(), PUBLIC);
        assert_eq!(key.fingerprint().len(), 24);
        let weak = format!("01{}", "00".repeat(31));
        for text in ["", "fc", &PUBLIC.to_uppercase(), &weak, &"02".repeat(32)] {
            assert!(text.parse::<PublicKey>().is_err(), "{text}");
        }
    }
}
