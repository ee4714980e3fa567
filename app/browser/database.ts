// The tablet's own database. What a facilitator enters is here before it is painted as done, and
// leaves only after the server has answered for it.

import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** What became of an entry. */
export const state = {
  /** Waits to be sent. */
  waiting: 0,
  /** Applied; kept until the picture of the centre holds it. */
  sent: 1,
  /** The server keeps it, and a manager decides. */
  held: 2,
  /** The server keeps it and will not apply it. */
  refused: 3,
  /** The server would not even keep it: it is on this tablet only. */
  aside: 4,
} as const;

/** A value that a key has closed: AES-GCM. */
export interface Closed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** An envelope as it was made. Its bytes never change. */
export interface Entry {
  /** Its place in the order of making; ids are no order. */
  n: number;
  /** Who made it. */
  account: string;
  /** On which picture: the account and the centre. */
  of: string;
  bytes: string;
  /** What identifies somebody, sealed to the organisation: needs no PIN to be sent. */
  sealed?: string;
  /** The same for the maker's own eyes, closed with the key behind the PIN. */
  own?: Closed;
  state: number;
  seq?: number;
  fault?: unknown;
  /** When it was settled, by this tablet's clock. */
  settled?: number;
}

/** What the server told of a centre, whole or the changes since, without what identifies people. */
export interface Picture {
  n?: number;
  /** Account and centre. */
  of: string;
  json: string;
  /** Aliases and notes, closed with the key behind the PIN. */
  names?: Closed;
}

/** Somebody who has signed in on this tablet once. */
export interface Member {
  account: string;
  /** Shown before the PIN. */
  code: string;
  salt: Uint8Array<ArrayBuffer>;
  /** Name, token and data key: closed by the PIN, and again by the device. */
  wrapped: Closed;
  /** Wrong tries in a row, counted before each try. */
  tries: number;
  /** No try before this instant (this tablet's clock). */
  until: number;
}

/** This browser as a device. */
export interface Device {
  id: string;
  /** What is written on an enrolled tablet; one that is not enrolled has none. */
  code?: string;
  centre?: string;
}

interface Settings {
  device: Device;
  /** Cannot be read by any script, only used. */
  key: CryptoKey;
  organisation: string;
  /** The server's clock minus this one, in milliseconds. */
  offset: number;
  /** When the last sending succeeded, by the server's clock. */
  sent: string;
  /** Whose picture was shown last, and of which centre. */
  last: { account: string; centre: string | null };
}

interface Schema extends DBSchema {
  settings: { key: string; value: Settings[keyof Settings] };
  members: { key: string; value: Member };
  entries: { key: number; value: Entry; indexes: { state: number } };
  pictures: { key: number; value: Picture; indexes: { of: string } };
}

export type Database = IDBPDatabase<Schema>;

/** Committed means on the disk: a tap is done when this says so. */
export const durable = { durability: "strict" } as const;

let opened: Promise<Database> | undefined;

/** Opens the database, once for each page. */
export function database(): Promise<Database> {
  opened ??= openDB<Schema>("radionica", 1, {
    upgrade(db) {
      db.createObjectStore("settings");
      db.createObjectStore("members", { keyPath: "account" });
      db.createObjectStore("entries", { keyPath: "n", autoIncrement: true }).createIndex("state", "state");
      db.createObjectStore("pictures", { keyPath: "n", autoIncrement: true }).createIndex("of", "of");
    },
    // A page of a later version wants to change the database: this one makes way.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated() {
      opened = undefined;
    },
  }).catch((fault: unknown) => {
    opened = undefined;
    throw fault;
  });
  return opened;
}

export async function setting<K extends keyof Settings>(name: K): Promise<Settings[K] | undefined> {
  return (await (await database()).get("settings", name)) as Settings[K] | undefined;
}

export async function remember<K extends keyof Settings>(name: K, value: Settings[K]): Promise<void> {
  await (await database()).put("settings", value, name);
}

/**
 * Forgets people, keys and settings, for a tablet that was revoked; and the entries, unless some could not be
 * handed in: how many. Those stay for a rescue file, with the organisation's public key.
 */
export async function forget(): Promise<number> {
  const db = await database();
  const all = db.transaction(["settings", "members", "entries", "pictures"], "readwrite", durable);
  const states = all.objectStore("entries").index("state");
  const left = (await states.count(state.waiting)) + (await states.count(state.aside));
  const organisation = await all.objectStore("settings").get("organisation");
  for (const store of ["settings", "members", "pictures"] as const) await all.objectStore(store).clear();
  if (left === 0) await all.objectStore("entries").clear();
  else if (organisation) await all.objectStore("settings").put(organisation, "organisation");
  await all.done;
  return left;
}

/** Tells the other pages of this tablet, and hears from them. */
export const others = new BroadcastChannel("radionica");
