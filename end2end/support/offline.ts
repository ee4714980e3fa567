// What the tests of the tablet without a network look into: the tablet's database, the server's
// journal, and the way to a tablet that is shared.

import { expect, type Page } from "@playwright/test";
import { execFile } from "node:child_process";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { journalEntries } from "./api.ts";
import { type Login, password } from "./people.ts";
import { type Open, type Server } from "./server.ts";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** An entry of the tablet's database. */
export interface Stored {
  n: number;
  bytes: string;
  state: number;
  account: string;
  of: string;
}

/** The entries on a tablet, in the order of making. Without a database there are none, and none is made. */
export async function stored(page: Page): Promise<Stored[]> {
  return (await stores(page)).entries as Stored[] ?? [];
}

/** Everything in the tablet's database, by store. */
export async function stores(page: Page): Promise<Record<string, unknown[]>> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) => new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    if (!(await indexedDB.databases()).some(({ name }) => name === "radionica")) return {};
    const db = await done(indexedDB.open("radionica"));
    const all: Record<string, unknown[]> = {};
    for (const name of db.objectStoreNames) all[name] = await done(db.transaction(name).objectStore(name).getAll());
    db.close();
    return all;
  });
}

/** The journal's entries after a place, byte for byte, in its order. */
export async function journalSince(server: Server, place: number): Promise<string[]> {
  const program = [
    "import json, sqlite3, sys",
    "db = sqlite3.connect(f'file:{sys.argv[1]}?mode=ro', uri=True)",
    "rows = db.execute('select entry from journal where seq > ? order by seq', (int(sys.argv[2]),))",
    "print(json.dumps([row[0] for row in rows]))",
  ].join("\n");
  const args = ["-c", program, `${server.folder}/r.db`, String(place)];
  const { stdout } = await promisify(execFile)(path.join(root, ".venv/bin/python"), args, { maxBuffer: 64 << 20 });
  return JSON.parse(stdout) as string[];
}

/** The kind of each envelope. */
export const kinds = (entries: string[]): string[] =>
  entries.map((bytes) => Object.keys((JSON.parse(bytes) as { command: object }).command)[0]);

/**
 * The journal holds, after a place, exactly what was tapped: these kinds in this order, and byte for
 * byte what the tablets have; nothing is missing and nothing is there twice.
 */
export async function expectJournal(server: Server, place: number, tapped: string[], ...tablets: Page[]): Promise<void> {
  await expect.poll(async () => (await journalSince(server, place)).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(tapped.length);
  const journal = await journalSince(server, place);
  expect(kinds(journal)).toEqual(tapped);
  const made = (await Promise.all(tablets.map(stored))).flat().map(({ bytes }) => bytes);
  const since = new Set(journal);
  expect(made.filter((bytes) => since.has(bytes)).sort()).toEqual([...journal].sort());
  expect(await journalEntries(server) - place).toBe(tapped.length);
}

/** Waits until the page with all that belongs to it is kept for the time without a network. */
export async function keptForOffline(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

/** Adds a tablet on the manager's page; its one-time code. */
export async function tabletCode(open: Open, label: string): Promise<string> {
  const page = await open("manager-krn");
  await page.goto("/centres/KRN/tablets");
  await page.getByLabel("Label to write on the tablet").fill(label);
  await page.getByRole("button", { name: "Add and show the code" }).click();
  return page.locator(".once").innerText();
}

/** Makes a signed-in browser a shared tablet; it then waits for whoever joins first. */
export async function enrol(page: Page, code: string): Promise<void> {
  await page.goto("/tablet");
  await page.getByRole("button", { name: "Menu", exact: true }).click();
  await page.getByText("Make this a tablet of the centre", { exact: true }).click();
  await page.getByLabel("Code from the manager").fill(code);
  await page.getByRole("button", { name: "Enrol the tablet" }).click();
  await expect(page.getByRole("heading", { name: "First time on this tablet" })).toBeVisible();
  // From now on the tablet speaks for itself.
  await page.context().clearCookies({ name: "radionica_session" });
}

/** Proves who one is and chooses a PIN. */
export async function join(page: Page, login: Login, pin: string): Promise<void> {
  const other = page.getByRole("button", { name: "Somebody else", exact: true });
  const name = page.getByLabel("User name");
  await expect(other.or(name)).toBeVisible();
  if (await other.isVisible()) await other.click();
  await name.fill(login);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Go on", exact: true }).click();
  await page.getByLabel("PIN", { exact: true }).fill(pin);
  await page.getByLabel("The same PIN again").fill(pin);
  await page.getByRole("button", { name: "Save the PIN" }).click();
  await expect(page.getByRole("heading", { name: "Choose a PIN" })).toBeHidden();
}

/** Opens a locked tablet. */
export async function unlock(page: Page, code: string, pin: string): Promise<void> {
  await page.getByRole("button", { name: code, exact: true }).click();
  await page.getByLabel(`PIN of ${code}`).fill(pin);
  await page.getByRole("button", { name: "Open", exact: true }).click();
}

/** Locks an open tablet through its menu. */
export async function lock(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Menu", exact: true }).click();
  await page.getByRole("button", { name: "Lock or change person" }).click();
  await expect(page.getByRole("heading", { name: "Who are you?" })).toBeVisible();
}
