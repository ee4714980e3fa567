//! A seal that was written once, checked as a stranger would check it: from the description on the
//! crate's page, with none of the crate's own code.

use crate::common::{check, claims, key, sidecar};
use ed25519_dalek::{Signature, Verifier, VerifyingKey};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What was sealed.
const FILE: &[u8] = b"\"id\"\r\n\"#meta+id\"\r\n1\r\n";

/// The sidecar, as it must be written for ever.
const SIDECAR: &str = include_str!("vector.csv.seal.json");

/// JSON with sorted keys and without white space.
fn canonical(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let sorted: BTreeMap<_, _> = members.iter().collect();
            let pairs = sorted.into_iter().map(|(k, v)| format!("{}:{}", quoted(k), canonical(v)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
        }
        Value::Array(items) => {
            format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(","))
        }
        Value::String(text) => quoted(text),
        Value::Number(number) => number.to_string(),
        other => panic!("a seal holds no {other}"),
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[test]
fn a_stranger_can_check_a_seal() {
    let mut seal: Value = serde_json::from_str(SIDECAR).expect("JSON");
    let members = seal.as_object_mut().expect("an object");
    let signature = members.remove("signature").expect("a signature");
    let bytes = |value: &Value| hex::decode(value.as_str().expect("a text")).expect("hex");
    let public: [u8; 32] = bytes(&seal["public_key"]).try_into().expect("32 bytes");
    let signature = Signature::from_slice(&bytes(&signature)).expect("64 bytes");
    let key = VerifyingKey::from_bytes(&public).expect("a key");
    let signed = format!("radionica-seal-1\n{}", canonical(&seal));
    key.verify(signed.as_bytes(), &signature).expect("the signature is right");
    assert!(key.verify(signed.replace("donor", "other").as_bytes(), &signature).is_err());
    assert_eq!(bytes(&seal["files"][0]["sha256"]), Sha256::digest(FILE).to_vec());
    assert_eq!(seal["files"][0]["size"], FILE.len());
}

#[test]
fn a_seal_is_written_as_ever() {
    assert_eq!(String::from_utf8(sidecar("vector.csv", FILE, &key(1))).expect("UTF-8"), SIDECAR);
    let sealed::Verdict::Genuine(seal) = check(FILE, Some(SIDECAR.as_bytes())) else {
        panic!("not genuine")
    };
    assert_eq!((seal.organisation, seal.journal.seq), (claims().organisation, 4711));
    assert_eq!(seal.public_key.fingerprint().len(), 24);
}
