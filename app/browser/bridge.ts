// What the tablet's page (Rust, compiled to WASM) asks of the browser: the database, the keys, the
// requests, the version. Values go over as JSON texts; a promise that is rejected carries a word.

import { type Closed, database, type Device, durable, type Entry, forget, others, type Picture, remember, setting, state } from "./database.ts";
import { closeFor, type Opened, openFor, openWithPin, sealIdentity, sealRescue, setPin } from "./sealing.ts";
import { ask, faultOf, type Reply, send, type Sender, sendPast } from "./sending.ts";
import * as version from "./version.ts";

/** A day and a week, in milliseconds. */
const day = 86_400_000;
const week = 7 * day;

/** Whoever has opened this tablet with the PIN. */
let opened: Opened | undefined;

interface Names {
  people: Record<string, string>;
  notes: Record<string, string>;
}

/** A snapshot as far as this file looks into it. */
interface Snapshot {
  account: string | null;
  centre: string | null;
  head: number;
  since?: number;
  key?: string;
  people: { id: string; alias: string | null }[];
  notes?: { id: string; text: string | null }[];
}

const failure = (reply: Reply) => ({ status: reply?.status ?? 0, fault: reply && faultOf(reply.body) });

// --- Beginning ---------------------------------------------------------------------------------

/** What this tablet is: device, members, whose picture was shown last, how far its clock is off. */
export async function begin(): Promise<string> {
  const db = await database();
  let device = await setting("device");
  if (!device) {
    device = { id: localStorage.getItem("radionica-device") ?? crypto.randomUUID() };
    await remember("device", device);
  }
  const members = (await db.getAll("members")).map(({ account, code }) => ({ account, code }));
  return JSON.stringify({
    device,
    members,
    last: await setting("last"),
    offset: (await setting("offset")) ?? 0,
    sent: await setting("sent"),
    unsent: await unsentBeside(undefined),
  });
}

/** Asks the browser not to throw the database away, and how much room is left. */
export async function storage(): Promise<string> {
  const kept = (await navigator.storage?.persisted?.()) || (await navigator.storage?.persist?.()) || false;
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  return JSON.stringify({ kept, left: quota - usage });
}

// --- Sharing the tablet ------------------------------------------------------------------------

/** Makes this browser a tablet of the organisation, by the manager's one-time code. */
export async function enrol(code: string): Promise<string> {
  const reply = await ask("/api/v1/device", undefined, JSON.stringify({ code }));
  if (reply?.status !== 200) return JSON.stringify({ failed: failure(reply) });
  const answer = JSON.parse(reply.body) as { device: string; code: string; centre: string };
  const device: Device = { id: answer.device, code: answer.code, centre: answer.centre };
  await remember("device", device);
  return JSON.stringify(device);
}

/** An account proves itself, with password or one-time code; then a PIN is chosen for it. */
export async function join(request: string): Promise<string> {
  const reply = await ask("/api/v1/device/members", undefined, request);
  if (reply?.status !== 200) return JSON.stringify({ failed: failure(reply) });
  joined = JSON.parse(reply.body) as typeof joined;
  return JSON.stringify({ account: joined!.account, code: joined!.code, name: joined!.name });
}

/** Who has just proved who they are, until the PIN is chosen. */
let joined: { account: string; code: string; name: string; token: string } | undefined;

/** Keeps whoever has just joined under a PIN, and lets them in. */
export async function choosePin(pin: string): Promise<string> {
  if (!joined) throw new Error("nobody has joined");
  opened = await setPin(joined, pin);
  joined = undefined;
  return JSON.stringify(who(opened));
}

/** Lets a member in; or how many milliseconds to wait. */
export async function unlock(account: string, pin: string): Promise<string> {
  const tried = await openWithPin(account, pin);
  if (typeof tried === "number") return JSON.stringify({ wait: tried });
  opened = tried;
  return JSON.stringify(who(opened));
}

/** Whether the PIN is that member's: for the second signature of a handover. Nobody is let in. */
export async function confirm(account: string, pin: string): Promise<string> {
  const tried = await openWithPin(account, pin);
  return JSON.stringify(typeof tried === "number" ? { wait: tried } : who(tried));
}

/** Closes the tablet again; what is behind the PIN leaves the memory with the page. */
export function lock(): void {
  opened = undefined;
}

const who = ({ account, code, name }: Opened) => ({ account, code, name });

// --- The picture of a centre -------------------------------------------------------------------

/** Fetches a centre, or the account's first one; offline, what was kept of it. */
export async function load(centre: string | undefined, fetching: boolean): Promise<string> {
  const asked = Date.now();
  let failed: ReturnType<typeof failure> | undefined;
  let offset: number | undefined;
  let at: { account: string; centre: string | null } | undefined;
  if (fetching) {
    const query = centre === undefined ? "" : `?centre=${encodeURIComponent(centre)}`;
    const reply = await ask(`/api/v1/snapshot${query}`, opened?.token);
    let told: (Snapshot & { now: string }) | undefined;
    try {
      told = reply?.status === 200 ? (JSON.parse(reply.body) as typeof told) : undefined;
    } catch {
      // A page of somebody else's network.
    }
    if (told?.account) {
      at = { account: told.account, centre: told.centre };
      offset = Math.round(Date.parse(told.now) - (asked + Date.now()) / 2);
      if (opened === undefined || opened.account === told.account) {
        const picture = reply!.body;
        // Where there is no room the picture is shown all the same.
        await keepPicture(told).then(() => remember("last", at!)).catch(() => undefined);
        await remember("offset", offset).catch(() => undefined);
        return `{"offset":${offset},"pictures":[${picture}],"entries":${await entriesOf(at.account)}}`;
      }
    }
    failed = failure(reply?.status === 200 ? undefined : reply);
  }
  at = await lastSeen(centre);
  if (!at) return JSON.stringify({ failed, pictures: [], entries: { foreign: 0, mine: [] } });
  const pictures = await picturesOf(at.account, at.centre);
  const told = failed ? `"failed":${JSON.stringify(failed)},` : "";
  return `{${told}"pictures":[${pictures.join(",")}],"entries":${await entriesOf(at.account)}}`;
}

/** Whose picture to show without the network, and of which centre. */
async function lastSeen(centre: string | undefined): Promise<{ account: string; centre: string | null } | undefined> {
  const last = await setting("last");
  const account = opened?.account ?? last?.account;
  if (account === undefined) return undefined;
  const db = await database();
  const keys = new Set((await db.getAll("pictures")).map((picture) => picture.of));
  const wanted = centre ?? (last?.account === account ? last.centre : undefined);
  const [first] = [...keys].filter((of) => of.startsWith(`${account}/`)).map((of) => of.slice(account.length + 1));
  const chosen = wanted !== undefined && keys.has(keyOf(account, wanted)) ? wanted : first;
  return chosen === undefined ? undefined : { account, centre: chosen || null };
}

const keyOf = (account: string, centre: string | null | undefined) => `${account}/${centre ?? ""}`;

/** Takes out what identifies people: that is kept behind the PIN, or not at all. */
function withoutNames(told: Snapshot): { json: string; names: Names } {
  const names: Names = { people: {}, notes: {} };
  const people = told.people.map((person) => {
    if (person.alias !== null) names.people[person.id] = person.alias;
    return { ...person, alias: null };
  });
  const notes = told.notes?.map((note) => {
    if (note.text !== null) names.notes[note.id] = note.text;
    return { ...note, text: null };
  });
  return { json: JSON.stringify({ ...told, people, ...(notes && { notes }) }), names };
}

async function keepPicture(told: Snapshot): Promise<void> {
  const of = keyOf(told.account!, told.centre);
  const { json, names } = withoutNames(told);
  const picture: Picture = { of, json };
  if (opened) picture.names = await closeFor(opened, names);
  if (told.key) await remember("organisation", told.key);
  const db = await database();
  const writing = db.transaction(["pictures", "entries"], "readwrite");
  const pictures = writing.objectStore("pictures");
  if (told.since === undefined) {
    for (const n of await pictures.index("of").getAllKeys(of)) await pictures.delete(n);
  }
  await pictures.add(picture);
  // What the picture holds by now is no longer needed beside it; for a day the list still shows it.
  const now = Date.now();
  for (const entry of await writing.objectStore("entries").index("state").getAll(state.sent)) {
    const old = now - (entry.settled ?? 0) > day;
    if (old && entry.of === of && (entry.seq ?? 0) <= told.head) await writing.objectStore("entries").delete(entry.n);
  }
  for (const entry of await writing.objectStore("entries").index("state").getAll(state.refused)) {
    if (now - (entry.settled ?? 0) > week) await writing.objectStore("entries").delete(entry.n);
  }
  await writing.done;
}

/** The kept pictures, oldest first, with what the PIN gives back. */
async function picturesOf(account: string, centre: string | null): Promise<string[]> {
  const db = await database();
  const kept = await db.getAllFromIndex("pictures", "of", keyOf(account, centre));
  return Promise.all(kept.map(async ({ json, names }) => {
    const known = opened && (await openFor<Names>(opened, names));
    if (!known) return json;
    const told = JSON.parse(json) as Snapshot;
    for (const person of told.people) person.alias = known.people[person.id] ?? null;
    for (const note of told.notes ?? []) note.text = known.notes[note.id] ?? null;
    return JSON.stringify(told);
  }));
}

/** What is on this tablet of an account; of the others only how many wait. */
async function entriesOf(account: string): Promise<string> {
  const mine = (await (await database()).getAll("entries")).filter((entry) => entry.account === account);
  const items = await Promise.all(mine.map(async (entry) => {
    const identity = opened && (await openFor<unknown>(opened, entry.own));
    const { n, seq, fault } = entry;
    const rest = JSON.stringify({ n, state: entry.state, seq, fault, identity });
    return `{"envelope":${isJson(entry.bytes) ? entry.bytes : "null"},${rest.slice(1)}`;
  }));
  return `{"foreign":${await unsentBeside(account)},"mine":[${items.join(",")}]}`;
}

/** How many entries of other accounts the server does not have; of all accounts while nobody is in. */
async function unsentBeside(account: string | undefined): Promise<number> {
  const states = (await database()).transaction("entries").store.index("state");
  const unsent = await Promise.all([states.getAll(state.waiting), states.getAll(state.aside)]);
  return unsent.flat().filter((entry) => entry.account !== account).length;
}

/** Bytes that are damaged are sent as they are, and refused; here they would spoil the others. */
function isJson(bytes: string): boolean {
  try {
    JSON.parse(bytes);
    return true;
  } catch {
    return false;
  }
}

// --- The outbox --------------------------------------------------------------------------------

/** The order of making is the order of keeping, also where sealing takes a while. */
let lastKept: Promise<unknown> = Promise.resolve();

/**
 * Keeps envelopes durably and answers their places. Where this tablet's database takes nothing, they go to
 * the server at once (`settled`), or only the page has them (`trouble`: `full` or `failed`).
 */
export function keep(account: string, centre: string | undefined, items: string): Promise<string> {
  const kept = lastKept.then(() => keepNow(account, keyOf(account, centre), items));
  lastKept = kept.catch(() => undefined);
  return kept;
}

async function keepNow(account: string, of: string, items: string): Promise<string> {
  const made = JSON.parse(items) as { bytes: string; identity?: unknown }[];
  const entries: Omit<Entry, "n">[] = [];
  for (const { bytes, identity } of made) {
    const entry: Omit<Entry, "n"> = { account, of, bytes, state: state.waiting };
    if (identity !== undefined) {
      entry.sealed = await sealIdentity(JSON.stringify(identity), bytes);
      const own: Closed | undefined = opened && (await closeFor(opened, identity));
      if (own) entry.own = own;
    }
    entries.push(entry);
  }
  for (const freeing of [false, true]) {
    try {
      if (freeing) await makeRoom(of);
      const db = await database();
      const writing = db.transaction("entries", "readwrite", durable);
      // Each settles with the transaction: a failure of one must not go unheard.
      const places = await Promise.all([...entries.map((entry) => writing.store.add({ ...entry } as Entry)), writing.done]);
      others.postMessage({ kept: true });
      void version.sendLater();
      return JSON.stringify({ places: places.slice(0, -1) });
    } catch {
      // Once more with more room; then without this tablet's database.
    }
  }
  return past(account, entries);
}

/** The tablet cannot keep anything: what is entered goes to the server at once, or stays in the page. */
async function past(account: string, entries: Omit<Entry, "n">[]): Promise<string> {
  const { estimate } = navigator.storage ?? {};
  const { usage = 0, quota = 1 } = (await estimate?.call(navigator.storage)) ?? {};
  const word = quota - usage < 5_000_000 ? "full" : "failed";
  const enrolled = (await setting("device").catch(() => undefined))?.code !== undefined;
  const settled = await sendPast(enrolled ? {} : { account }, entries);
  return JSON.stringify(settled ? { settled } : { trouble: word });
}

/** Frees what can be fetched again: other pictures, and what the server has. */
async function makeRoom(of: string): Promise<void> {
  const db = await database();
  const writing = db.transaction(["pictures", "entries"], "readwrite");
  for await (const picture of writing.objectStore("pictures")) {
    if (picture.value.of !== of) await picture.delete();
  }
  for await (const entry of writing.objectStore("entries").index("state").iterate(state.refused)) await entry.delete();
  await writing.done;
}

/** Sends what waits and asks for the changes since `cursor`. */
export async function sync(account: string | undefined, cursor: string | undefined, again: boolean): Promise<string> {
  const sender: Sender = { again };
  if (account !== undefined) sender.account = account;
  if (opened) sender.member = opened.token;
  if (cursor !== undefined) sender.cursor = JSON.parse(cursor) as unknown;
  const sent = await send(sender);
  const changes = sent.changes as Snapshot | undefined;
  if (changes?.account && (!opened || opened.account === changes.account)) {
    await keepPicture(changes).catch(() => undefined);
  } else {
    delete sent.changes;
  }
  // Whatever the database says by now, the answer is not lost.
  const foreign = await unsentBeside(opened?.account ?? account).catch(() => 0);
  return JSON.stringify({ ...sent, foreign });
}

/** Puts what the server did not even keep back into the queue. */
export async function tryAgain(): Promise<void> {
  const db = await database();
  const writing = db.transaction("entries", "readwrite", durable);
  for (const entry of await writing.store.index("state").getAll(state.aside)) {
    await writing.store.put({ ...entry, state: state.waiting });
  }
  await writing.done;
}

// --- Leaving the tablet ------------------------------------------------------------------------

/** A file of everything that is not sent, sealed to the organisation or with a passphrase. */
export async function rescue(passphrase: string | undefined, name: string): Promise<number> {
  const db = await database();
  const waiting = await db.getAllFromIndex("entries", "state", state.waiting);
  const aside = await db.getAllFromIndex("entries", "state", state.aside);
  const entries = [...waiting, ...aside].sort((a, b) => a.n - b.n);
  const plain = entries.map(({ account, bytes, sealed }) => ({ account, envelope: bytes, sealed: sealed ?? null }));
  const device = await setting("device");
  const file = {
    radionica: "rescue",
    v: 1,
    device: device?.id ?? null,
    made_at: new Date().toISOString(),
    entries: entries.length,
    ...(await sealRescue(JSON.stringify({ entries: plain }), passphrase)),
  };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(file)], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return entries.length;
}

/** Nobody is signed in any more: pictures are not shown until somebody is. What is not sent stays. */
export async function signedOut(): Promise<void> {
  await (await database()).delete("settings", "last");
}

/** Keeps the language on this tablet, and tells the server when it can be reached. */
export async function chooseLanguage(tag: string): Promise<void> {
  localStorage.setItem("radionica-locale", tag);
  const form = new URLSearchParams({ locale: tag, back: "/healthz" });
  await fetch("/language", { method: "POST", body: form, signal: AbortSignal.timeout(1_000) }).catch(() => undefined);
}

/** Wipes this tablet, which was revoked; only what could not be handed in stays, sealed as it is. */
export async function wipe(): Promise<number> {
  opened = undefined;
  const left = await forget();
  localStorage.clear();
  if (left === 0) await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  others.postMessage({ wiped: true });
  return left;
}

// --- What happens beside the page --------------------------------------------------------------

/** Calls back with a word when another page kept or settled something, or a new version is there. */
export function listen(tell: (what: string) => void): void {
  others.addEventListener("message", ({ data }: MessageEvent<Record<string, unknown>>) => {
    for (const what of Object.keys(data)) tell(what);
  });
  version.watch(tell);
}

/** Takes the new version over, if nobody has a shift open in any page of this tablet. */
export const takeVersion = version.take;
/** Says that a shift is open in this page, or no longer. */
export const working = version.working;

let touched = Date.now();
for (const event of ["pointerdown", "keydown"]) addEventListener(event, () => { touched = Date.now(); }, { passive: true });

/** How long nobody has touched the tablet, in seconds. */
export function idle(): number {
  return (Date.now() - touched) / 1_000;
}
