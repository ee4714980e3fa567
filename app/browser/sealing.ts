// What is closed, and with which key. `docs/offline.md` says what this resists and what it does not.

import { type Closed, database, durable, type Member, remember, setting } from "./database.ts";
import { seal } from "./hpke.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const identityInfo = "radionica identity 1";
const rescueInfo = "radionica rescue 1";
/** OWASP's number for PBKDF2 with SHA-256. */
const iterations = 600_000;
/** So many wrong PINs cost nothing; then the wait doubles, from 15 seconds to an hour. */
const freeTries = 3;
const shortestWait = 15_000;
const longestWait = 3_600_000;

const text = (value: string): Bytes => new TextEncoder().encode(value);
const random = (n: number): Bytes => crypto.getRandomValues(new Uint8Array(n));

export function base64url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64url(value: string): Bytes {
  return Uint8Array.from(atob(value.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
}

// --- To the organisation -----------------------------------------------------------------------

/** Only the server can open it. */
async function toOrganisation(info: string, bound: string, plain: string): Promise<{ enc: Bytes; sealed: Bytes }> {
  const key = await setting("organisation");
  if (!key) throw new Error("the organisation's key is not known yet");
  return seal(fromBase64url(key), info, bound, plain);
}

/** Seals what identifies somebody to the organisation, bound to its envelope. */
export async function sealIdentity(identity: string, envelope: string): Promise<string> {
  const { enc, sealed } = await toOrganisation(identityInfo, envelope, identity);
  const both = new Uint8Array(enc.length + sealed.length);
  both.set(enc);
  both.set(sealed, enc.length);
  return base64url(both);
}

/** The sealed part of a rescue file: to the organisation, or with a passphrase. */
export async function sealRescue(plain: string, passphrase: string | undefined): Promise<Record<string, unknown>> {
  if (passphrase === undefined) {
    const { enc, sealed } = await toOrganisation(rescueInfo, rescueInfo, plain);
    return { to: "organisation", enc: base64url(enc), sealed: base64url(sealed) };
  }
  const salt = random(16);
  const iv = random(12);
  const key = await stretched(passphrase, salt);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: text(rescueInfo) }, key, text(plain));
  return {
    to: "passphrase",
    salt: base64url(salt),
    iterations,
    iv: base64url(iv),
    sealed: base64url(new Uint8Array(sealed)),
  };
}

// --- On this tablet ----------------------------------------------------------------------------

async function stretched(secret: string, salt: Bytes): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", text(secret), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(how, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

async function close(key: CryptoKey, plain: BufferSource): Promise<Closed> {
  const iv = random(12);
  return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, plain) };
}

async function open(key: CryptoKey, closed: Closed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: "AES-GCM", iv: closed.iv }, key, closed.data);
}

/** The device's own key: made here, kept by the browser, readable by nobody. */
async function deviceKey(): Promise<CryptoKey> {
  const known = await setting("key");
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await remember("key", made);
  return made;
}

/** Whoever has opened the tablet with the PIN: in memory only, gone with the page. */
export interface Opened {
  account: string;
  code: string;
  name: string;
  token: string;
  key: CryptoKey;
}

interface Inside {
  name: string;
  token: string;
  key: string;
}

/** Keeps a member under a new PIN, and lets them in. What an older PIN closed is closed for good. */
export async function setPin(who: { account: string; code: string; name: string; token: string }, pin: string): Promise<Opened> {
  const raw = random(32);
  const salt = random(16);
  const inside: Inside = { name: who.name, token: who.token, key: base64url(raw) };
  const inner = await close(await stretched(pin, salt), text(JSON.stringify(inside)));
  const joined = new Uint8Array(12 + inner.data.byteLength);
  joined.set(inner.iv);
  joined.set(new Uint8Array(inner.data), 12);
  const wrapped = await close(await deviceKey(), joined);
  const member: Member = { account: who.account, code: who.code, salt, wrapped, tries: 0, until: 0 };
  const db = await database();
  const both = db.transaction(["members", "pictures"], "readwrite", durable);
  await both.objectStore("members").put(member);
  // The pictures of an older PIN cannot be completed any more.
  for await (const picture of both.objectStore("pictures")) {
    if (picture.value.of.startsWith(who.account)) await picture.delete();
  }
  await both.done;
  return { ...who, key: await dataKey(raw) };
}

function dataKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** How long to wait after `tries` wrong PINs in a row, in milliseconds. */
export function pause(tries: number): number {
  return tries < freeTries ? 0 : Math.min(shortestWait * 2 ** Math.min(tries - freeTries, 20), longestWait);
}

/** Tries a PIN: the member, or how many milliseconds to wait before the next try. */
export async function openWithPin(account: string, pin: string): Promise<Opened | number> {
  const db = await database();
  const now = Date.now();
  // Counted before it is looked at: closing the page in between is no way around.
  const counting = db.transaction("members", "readwrite", durable);
  const member = await counting.store.get(account);
  if (!member) throw new Error("nobody here has this account");
  // A clock that was set back must not lock anybody out for longer than the longest wait.
  const left = Math.min(member.until - now, longestWait);
  if (left > 0) {
    await counting.done;
    return left;
  }
  const tries = member.tries + 1;
  await counting.store.put({ ...member, tries, until: now + pause(tries) });
  await counting.done;
  let inside: Inside;
  try {
    const joined = new Uint8Array(await open(await deviceKey(), member.wrapped));
    const inner = { iv: joined.slice(0, 12), data: joined.slice(12).buffer };
    const plain = await open(await stretched(pin, member.salt), inner);
    inside = JSON.parse(new TextDecoder().decode(plain)) as Inside;
  } catch {
    return pause(tries);
  }
  await db.put("members", { ...member, tries: 0, until: 0 });
  const { name, token } = inside;
  return { account, code: member.code, name, token, key: await dataKey(fromBase64url(inside.key)) };
}

/** Closes a value for the eyes of whoever knows the PIN. */
export function closeFor(who: Opened, value: unknown): Promise<Closed> {
  return close(who.key, text(JSON.stringify(value)));
}

/** Opens it again; `undefined` for what another PIN has closed. */
export async function openFor<T>(who: Opened, closed: Closed | undefined): Promise<T | undefined> {
  if (!closed) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(await open(who.key, closed))) as T;
  } catch {
    return undefined;
  }
}
