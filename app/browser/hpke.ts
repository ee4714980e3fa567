// HPKE (RFC 9180) for one message: base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
//
// By hand over the browser's own cryptography: the library costs 7 kB of the tablet's code, this a
// tenth. What it seals is opened in the tests by another implementation, the server's.

type Bytes = Uint8Array<ArrayBuffer>;

const nothing = new Uint8Array();
const text = (value: string): Bytes => new TextEncoder().encode(value);

function joined(...parts: Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** RFC 9180, 7.1 to 7.3: P-256 is 0x0010, HKDF-SHA256 0x0001, AES-256-GCM 0x0002. */
const kem = joined(text("KEM"), Uint8Array.of(0, 0x10));
const suite = joined(text("HPKE"), Uint8Array.of(0, 0x10, 0, 1, 0, 2));

async function hmac(key: Bytes, data: Bytes): Promise<Bytes> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  // HKDF's empty salt is a block of zeros (RFC 5869, 2.2).
  const imported = await crypto.subtle.importKey("raw", key.length ? key : new Uint8Array(32), algorithm, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, data));
}

/** LabeledExtract (RFC 9180, 4). */
const extract = (id: Bytes, salt: Bytes, label: string, input: Bytes) =>
  hmac(salt, joined(text("HPKE-v1"), id, text(label), input));

/** LabeledExpand (RFC 9180, 4) for at most one block of the hash. */
async function expand(id: Bytes, key: Bytes, label: string, info: Bytes, length: number): Promise<Bytes> {
  const labelled = joined(Uint8Array.of(0, length), text("HPKE-v1"), id, text(label), info);
  return (await hmac(key, joined(labelled, Uint8Array.of(1)))).slice(0, length);
}

/** Seals `plain` to a public key (an uncompressed point), bound to `info` and `bound`. */
export async function seal(recipient: Bytes, info: string, bound: string, plain: string): Promise<{ enc: Bytes; sealed: Bytes }> {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const theirs = await crypto.subtle.importKey("raw", recipient, curve, false, []);
  const ours = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const enc = new Uint8Array(await crypto.subtle.exportKey("raw", ours.publicKey));
  const shared = new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, ours.privateKey, 256));

  // Encap (4.1).
  const secret = await expand(kem, await extract(kem, nothing, "eae_prk", shared), "shared_secret", joined(enc, recipient), 32);
  // KeySchedule (5.1) in base mode: no pre-shared key.
  const context = joined(
    Uint8Array.of(0),
    await extract(suite, nothing, "psk_id_hash", nothing),
    await extract(suite, nothing, "info_hash", text(info)),
  );
  const schedule = await extract(suite, secret, "secret", nothing);
  const key = await expand(suite, schedule, "key", context, 32);
  const iv = await expand(suite, schedule, "base_nonce", context, 12);

  const aes = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"]);
  const how = { name: "AES-GCM", iv, additionalData: text(bound) };
  return { enc, sealed: new Uint8Array(await crypto.subtle.encrypt(how, aes, text(plain))) };
}
