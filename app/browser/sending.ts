// Sending: one at a time, however many pages are open; used by the pages and, in the background, by
// the service worker. Each entry is judged alone by the server, and leaves the queue on its own
// answer only.

import { database, durable, type Entry, others, remember, state } from "./database.ts";

/** The most entries in one request. */
const batchMax = 200;
/** A request that hangs in a bad network is given up, to be tried again. */
const patience = 30_000;

export type Reply = { status: number; body: string } | undefined;

/** Asks the server; `undefined` when no answer comes. */
export async function ask(address: string, member: string | undefined, body?: string): Promise<Reply> {
  const headers: Record<string, string> = {};
  if (member) headers["x-radionica-member"] = member;
  if (body !== undefined) headers["content-type"] = "application/json";
  try {
    const answer = await fetch(address, {
      method: body === undefined ? "GET" : "POST",
      headers,
      body: body ?? null,
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
    return { status: answer.status, body: await answer.text() };
  } catch {
    return undefined;
  }
}

/** What became of an entry. */
export interface Settled {
  n: number;
  state: number;
  seq?: number;
  fault?: unknown;
}

interface Outcome {
  outcome: "applied" | "repeat" | "held" | "rejected";
  seq?: number;
  fault?: unknown;
}

interface Answer {
  now: string;
  outcomes: Outcome[];
  changes?: unknown;
  revoked?: boolean;
}

/** How sending went. */
export interface Sent {
  settled: Settled[];
  /** The last answer's `changes`. */
  changes?: unknown;
  revoked?: boolean;
  /** The server's clock minus this one, in milliseconds. */
  offset?: number;
  /** Why it stopped, if it did: the HTTP status, or 0 without an answer. */
  failed?: { status: number; fault?: unknown };
}

/** Who sends: an enrolled tablet for all of its members, or one signed-in account. */
export interface Sender {
  /** The signed-in account; an enrolled tablet has none. */
  account?: string;
  member?: string;
  /** What is known already, to be told the changes. */
  cursor?: unknown;
  /** Whether to ask again about what a manager decides. */
  again?: boolean;
}

const outcomes = { applied: state.sent, repeat: state.sent, held: state.held, rejected: state.refused } as const;

/** Sends entries that this tablet could not keep; what became of each, if the server answers. */
export async function sendPast(sender: Sender, entries: Omit<Entry, "n">[]): Promise<Omit<Settled, "n">[] | undefined> {
  const reply = await ask("/api/v1/sync", undefined, body(sender, entries, false));
  const answer = reply?.status === 200 ? read(reply.body, entries.length) : undefined;
  return answer?.outcomes.map(({ outcome, seq, fault }) => ({ state: outcomes[outcome], ...(seq && { seq }), fault }));
}

/** The body of a request: the envelopes go out byte for byte as they were made. */
function body(sender: Sender, batch: Omit<Entry, "n">[], withCursor: boolean): string {
  const items = batch.map((entry) => {
    const sealed = entry.sealed === undefined ? "" : `,"sealed":${JSON.stringify(entry.sealed)}`;
    const account = sender.account === undefined ? `,"account":${JSON.stringify(entry.account)}` : "";
    return `{"envelope":${entry.bytes}${sealed}${account}}`;
  });
  const account = sender.account === undefined ? "" : `"account":${JSON.stringify(sender.account)},`;
  const cursor = withCursor && sender.cursor ? `"cursor":${JSON.stringify(sender.cursor)},` : "";
  return `{${account}${cursor}"envelopes":[${items.join(",")}]}`;
}

/** Sends what waits, in batches, and then asks for what changed. */
export async function send(sender: Sender): Promise<Sent> {
  return navigator.locks.request("radionica-sending", () => sendAlone(sender));
}

async function sendAlone(sender: Sender): Promise<Sent> {
  const sent: Sent = { settled: [] };
  let size = batchMax;
  let held = sender.again ? await entries(sender, state.held) : [];
  for (;;) {
    const waiting = await entries(sender, state.waiting);
    const mine = [...held, ...waiting];
    const batch = mine.slice(0, size);
    const last = batch.length === mine.length;
    if (batch.length === 0 && !sender.cursor) return sent;
    const asked = Date.now();
    const reply = await ask("/api/v1/sync", sender.member, body(sender, batch, last));
    const answer = reply?.status === 200 ? read(reply.body, batch.length) : undefined;
    if (answer) {
      size = batchMax;
      sent.offset = Math.round(Date.parse(answer.now) - (asked + Date.now()) / 2);
      const settled = batch.map((entry, at) => {
        const { outcome, seq, fault } = answer.outcomes[at]!;
        return { n: entry.n, state: outcomes[outcome], ...(seq && { seq }), ...(fault !== undefined && { fault }) };
      });
      await settle(settled);
      held = held.filter((entry) => !batch.includes(entry));
      await remember("offset", sent.offset);
      await remember("sent", answer.now);
      sent.settled.push(...settled);
      if (answer.revoked) sent.revoked = true;
      if (!last) continue;
      if (answer.changes !== undefined) sent.changes = answer.changes;
      return sent;
    }
    const refusedWhole = reply !== undefined && [400, 413, 422].includes(reply.status);
    if (refusedWhole && batch.length > 1) {
      // One of them is at fault: fewer at once find it.
      size = Math.ceil(batch.length / 2);
    } else if (refusedWhole && batch.length === 1) {
      // Alone and still refused: set aside, so that the others go on.
      const settled = [{ n: batch[0]!.n, state: state.aside, fault: faultOf(reply.body) }];
      await settle(settled);
      held = held.filter((entry) => !batch.includes(entry));
      sent.settled.push(...settled);
      size = batchMax;
    } else {
      sent.failed = { status: reply && reply.status !== 200 ? reply.status : 0, fault: reply && faultOf(reply.body) };
      return sent;
    }
  }
}

/** Whatever is in a state and this sender may send, in the order of making. */
async function entries(sender: Sender, which: number): Promise<Entry[]> {
  const all = await (await database()).getAllFromIndex("entries", "state", which);
  return all.filter((entry) => sender.account === undefined || entry.account === sender.account);
}

/** An answer that fits; the page of a hotel's Wi-Fi is none. */
function read(text: string, count: number): Answer | undefined {
  try {
    const answer = JSON.parse(text) as Answer;
    const fits = answer.outcomes.length === count && answer.outcomes.every(({ outcome }) => outcome in outcomes);
    return fits && !Number.isNaN(Date.parse(answer.now)) ? answer : undefined;
  } catch {
    return undefined;
  }
}

export function faultOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { fault?: unknown }).fault;
  } catch {
    return undefined;
  }
}

/** Writes down what the server answered: durably, before anybody is told. */
async function settle(settled: Settled[]): Promise<void> {
  const db = await database();
  const writing = db.transaction("entries", "readwrite", durable);
  for (const { n, ...fate } of settled) {
    const entry = await writing.store.get(n);
    if (entry) await writing.store.put({ ...entry, ...fate, settled: Date.now() });
  }
  await writing.done;
  if (settled.length > 0) others.postMessage({ settled });
}
