// The tablet without a network. Each test ends with the server's journal holding exactly what was
// tapped: the same bytes as in the tablet's database, nothing missing, nothing twice.

import { chromium, type Page } from "@playwright/test";
import * as fs from "node:fs";
import * as path from "node:path";
import { DashboardPage } from "../pages/DashboardPage.ts";
import { TabletPage } from "../pages/TabletPage.ts";
import { journalEntries, type Person, planShift } from "../support/api.ts";
import { enrol, expectJournal, join, journalSince, keptForOffline, kinds, lock, stored, stores, tabletCode, unlock } from "../support/offline.ts";
import { names, password } from "../support/people.ts";
import { type Complaints, expect, type Open, type Server, site, test } from "../support/server.ts";

// Chromium says so of each request that finds no network.
const noNetwork = /net::ERR_|Failed to fetch|status of 503/;

test.beforeEach(({ complaints }: { complaints: Complaints }) => complaints.expect(noNetwork));

interface Workshop {
  tablet: TabletPage;
  page: Page;
  shift: string;
  women: [Person, Person];
  one: string;
  other: string;
  /** The journal's last place before the first tap. */
  place: number;
  offline(cut: boolean): Promise<void>;
}

const called = (person: Person) => person.alias ?? person.code;

/** A facilitator at a shift of her own with two women; the page is kept for the time offline. */
async function workshop(open: Open, server: Server, hasTouch: boolean, start: string): Promise<Workshop> {
  const { id, women } = await planShift(server, start);
  const place = await journalEntries(server);
  const tablet = new TabletPage(await open("dragojla"), "en", hasTouch);
  const { page } = tablet;
  await tablet.open(id);
  await keptForOffline(page);
  const offline = (cut: boolean) => page.context().setOffline(cut);
  return { tablet, page, shift: id, women, one: called(women[0]), other: called(women[1]), place, offline };
}

/** The word in the bar, which begins so or holds this. */
const chip = (page: Page, text: string | RegExp) => page.getByRole("banner").getByRole("button", { name: text });

async function expectUnsent(page: Page, n: number): Promise<void> {
  await expect(chip(page, `${n} ${n === 1 ? "entry" : "entries"} not sent yet`)).toBeVisible();
}

test("a whole shift offline, through a reload and a new start of the browser", async ({ open, server, hasTouch }, testInfo) => {
  test.setTimeout(120_000);
  const { id, women } = await planShift(server, "07:00");
  const [one, other] = women.map(called);
  const code = await tabletCode(open, "T-DAY");
  const { launchOptions, viewport } = testInfo.project.use;
  const begin = () => chromium.launchPersistentContext(path.join(server.folder, "profile"), {
    ...launchOptions, viewport, hasTouch, locale: "en-GB", timezoneId: "Europe/Belgrade", baseURL: server.url,
  });
  let context = await begin();
  try {
    let tablet = new TabletPage(await context.newPage(), "en", hasTouch);
    await context.request.post("/session", { form: { login: "dragojla", password } });
    await enrol(tablet.page, code);
    await join(tablet.page, "dragojla", "2468");
    await keptForOffline(tablet.page);
    await tablet.openCard("07:00–");
    const place = await journalEntries(server);
    await context.setOffline(true);

    await tablet.tap(one);
    await tablet.tap(other);
    await tablet.tap(other);
    await tablet.press(tablet.addWalkIn);
    await tablet.walkIn.getByLabel("Alias (optional)").fill("Ljiljana");
    await tablet.press(tablet.walkIn.getByRole("radio", { name: "Female" }));
    await tablet.press(tablet.walkIn.getByRole("button", { name: tablet.words.addPerson }));
    await tablet.press(tablet.walkIn.getByRole("button", { name: tablet.words.backToRegister }));
    await tablet.expectMark("Ljiljana", "present");

    // Nothing is asked of a network that is not there.
    await tablet.page.reload();
    await unlock(tablet.page, "F-KRN-1", "2468");
    await tablet.openCard("07:00–");
    await tablet.expectMark("Ljiljana", "present");
    await tablet.expectMark(other, "absent");
    await tablet.press(tablet.shift.getByRole("region", { name: "Headcount" }).getByRole("button", { name: "Show", exact: true }));
    await tablet.press(tablet.stepper("Women and girls · 5–11").getByRole("button", { name: "One more" }));
    await tablet.press(tablet.plus(10));
    await tablet.press(tablet.plus(5));
    await tablet.page.getByLabel("Note about the shift").fill("The thread ran out");
    await tablet.press(tablet.page.getByRole("button", { name: "Add the note" }));
    await expectUnsent(tablet.page, 9);

    // The browser ends and begins again; by now the server is away altogether.
    await server.stop();
    await context.close();
    context = await begin();
    await context.setOffline(true);
    tablet = new TabletPage(await context.newPage(), "en", hasTouch);
    await tablet.page.goto("/tablet");
    await unlock(tablet.page, "F-KRN-1", "2468");
    await expectUnsent(tablet.page, 9);
    await tablet.openCard("07:00–");
    await tablet.expectMark("Ljiljana", "present");
    await tablet.expectMade(15);
    await expect(tablet.shift.getByText("The thread ran out")).toBeVisible();
    await tablet.close();
    await tablet.press(tablet.page.getByRole("button", { name: "Add a shift", exact: true }));
    const add = tablet.dialog("Which workshop, from now on?");
    await tablet.press(add.getByRole("button", { name: tablet.words.sewing }));
    await expect(tablet.shift.getByText("added on the spot")).toBeVisible();
    await expectUnsent(tablet.page, 11);

    await server.start();
    await context.setOffline(false);
    await tablet.expectAllSent();
    await expectJournal(server, place, [
      "mark_attendance", "mark_attendance", "mark_attendance", "register_person", "mark_attendance",
      "record_headcount", "record_output", "record_output", "note_shift", "close_shift", "add_one_off_shift",
    ], tablet.page);
    const centre = new DashboardPage(await open("manager-krn"));
    await centre.open("KRN");
    await expect(centre.shift("07:00–09:00")).toContainText("Closed");
    await expect(centre.shifts).toContainText("The thread ran out");
  } finally {
    await context.close();
    await server.start().catch(() => undefined);
  }
  expect(id).toBeTruthy();
});

test("the network is cut before the request, before the answer, and in the middle of many", async ({ open, server, hasTouch }) => {
  test.setTimeout(120_000);
  const { tablet, page, one, place, offline } = await workshop(open, server, hasTouch, "07:05");
  await test.step("before the request", async () => {
    await offline(true);
    await tablet.tap(one);
    await expectUnsent(page, 1);
    expect(await journalSince(server, place)).toEqual([]);
    await offline(false);
    await tablet.expectAllSent();
  });
  await test.step("after the commit, before the answer", async () => {
    let lost = 0;
    await page.route("**/api/v1/sync", async (route) => {
      lost += 1;
      await route.fetch();
      await route.abort();
    }, { times: 1 });
    await tablet.tap(one);
    await tablet.expectAllSent();
    expect(lost).toBe(1);
  });
  await expectJournal(server, place, ["mark_attendance", "mark_attendance"], page);

  await test.step("in the middle of several hundred", async () => {
    const many = 450;
    await offline(true);
    await tablet.plus(1).evaluate((button: HTMLElement, many) => {
      for (let n = 0; n < many; n += 1) button.click();
    }, many);
    await tablet.expectMade(many);
    await expect.poll(async () => (await stored(page)).length, { timeout: 30_000 }).toBe(many + 2);
    const seen: number[] = [];
    await page.route("**/api/v1/sync", async (route) => {
      const { envelopes } = route.request().postDataJSON() as { envelopes: unknown[] };
      seen.push(envelopes.length);
      if (seen.length === 2) await route.fetch();
      if (seen.length === 2 || seen.length === 3) return route.abort();
      return route.continue();
    });
    await offline(false);
    await expect(chip(page, tablet.words.allSent)).toBeVisible({ timeout: 60_000 });
    // The rest may go by the page or, in the background, by the service worker.
    expect(seen.slice(0, 2)).toEqual([200, 200]);
    const output = Array<string>(many).fill("record_output");
    await expectJournal(server, place, ["mark_attendance", "mark_attendance", ...output], page);
  });
  await page.reload();
  await tablet.expectMade(450);
});

for (const [what, poison] of [["a command that nobody knows", '{"v":1,"id":"poison"}'], ["half an envelope", '{"v":1,"id":"']]) {
  test(`one bad entry in the middle of the queue stops nothing: ${what}`, async ({ open, server, hasTouch, complaints }) => {
    complaints.expect(/status of 4\d\d/);
    const { tablet, page, one, other, women, place, offline } = await workshop(open, server, hasTouch, what.startsWith("a ") ? "07:10" : "07:12");
    await offline(true);
    await tablet.tap(one);
    await expect.poll(async () => (await stored(page)).length).toBe(1);
    await page.evaluate((bytes) => new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open("radionica");
      opening.onsuccess = () => {
        const writing = opening.result.transaction("entries", "readwrite");
        const all = writing.objectStore("entries").getAll();
        all.onsuccess = () => {
          const { n: _, ...entry } = all.result[0];
          writing.objectStore("entries").add({ ...entry, bytes });
        };
        writing.oncomplete = () => { opening.result.close(); resolve(); };
        writing.onerror = () => reject(writing.error);
      };
    }), poison);
    await tablet.tap(other);
    await expect.poll(async () => (await stored(page)).length).toBe(3);
    await page.reload();
    await tablet.expectMark(women[0].code, "present");
    await tablet.expectMark(women[1].code, "present");
    await offline(false);
    await expect(chip(page, "1 entry does not count")).toBeVisible({ timeout: 20_000 });
    await tablet.press(chip(page, "1 entry does not count"));
    await expect(tablet.dialog(tablet.words.sendingTitle).getByRole("heading", { name: "Not accepted: 1" })).toBeVisible();
    expect((await stored(page)).map(({ bytes }) => bytes)).toContain(poison);
    await expectJournal(server, place, ["mark_attendance", "mark_attendance"], page);
  });
}

for (const [first, start] of [[0, "07:15"], [1, "07:20"]] as const) {
  test(`two tablets at one shift disagree offline, the ${first === 0 ? "earlier" : "later"} one sends first`, async ({ open, server, hasTouch }) => {
    const a = await workshop(open, server, hasTouch, start);
    const second = new TabletPage(await open("dragojla"), "en", hasTouch);
    await second.open(a.shift);
    await keptForOffline(second.page);
    const tablets = [a.tablet, second];
    for (const { page } of tablets) await page.context().setOffline(true);
    await a.tablet.tap(a.one);
    await a.tablet.press(a.tablet.plus(5));
    await expectUnsent(a.page, 2);
    await second.tap(a.one);
    await second.tap(a.one);
    await second.press(second.plus(10));
    await expectUnsent(second.page, 3);
    const order = first === 0 ? tablets : [...tablets].reverse();
    for (const tablet of order) {
      await tablet.page.context().setOffline(false);
      await tablet.expectAllSent();
    }
    for (const tablet of tablets) {
      await tablet.press(tablet.bar.getByRole("button", { name: tablet.words.loadAgain }));
      await tablet.expectMark(a.one, "absent");
      await tablet.expectMark(a.other, "unmarked");
      await tablet.expectMade(15);
      await tablet.expectSums(0, 1);
    }
    const mine = ["mark_attendance", "record_output"];
    const theirs = ["mark_attendance", "mark_attendance", "record_output"];
    await expectJournal(server, a.place, first === 0 ? [...mine, ...theirs] : [...theirs, ...mine], a.page, second.page);
    const centre = new DashboardPage(await open("manager-krn"));
    await centre.open("KRN");
    const list = centre.page.getByRole("region", { name: "Entries that disagree", exact: true });
    await expect(list.getByRole("rowgroup").filter({ hasText: `${start}–` })).toContainText(a.women[0].code);
  });
}

test("a shared tablet: PINs, another person and a handover, all offline, and no name in the clear", async ({ open, server, hasTouch }) => {
  test.setTimeout(120_000);
  const { women: [one] } = await planShift(server, "07:25");
  const alias = called(one);
  const tablet = new TabletPage(await open("dragojla"), "en", hasTouch);
  const { page } = tablet;
  await enrol(page, await tabletCode(open, "T-PIN"));
  await join(page, "dragojla", "2468");
  await expect(tablet.list).toBeVisible();
  await lock(page);
  await join(page, "manager-krn", "13579");
  await expect(tablet.list).toBeVisible();
  await keptForOffline(page);
  await lock(page);
  const place = await journalEntries(server);
  await page.context().setOffline(true);
  await page.reload();

  await test.step("a wrong PIN costs time", async () => {
    const before = new Date();
    await page.clock.install({ time: before });
    await page.getByRole("button", { name: "F-KRN-1", exact: true }).click();
    const fault = page.getByRole("alert");
    for (let n = 0; n < 4; n += 1) {
      await page.getByLabel("PIN of F-KRN-1").fill("1111");
      await page.getByRole("button", { name: "Open", exact: true }).click();
      await expect(page.getByLabel("PIN of F-KRN-1")).toHaveValue("");
      if (n < 2) await expect(fault).toHaveText("This is not the PIN. Try again.");
    }
    await expect(fault).toContainText("The next try is possible in 1");
    await page.clock.fastForward(60_000);
    await page.getByLabel("PIN of F-KRN-1").fill("2468");
    await page.getByRole("button", { name: "Open", exact: true }).click();
  });
  await tablet.openCard("07:25–");
  await tablet.tap(alias);
  await tablet.page.getByLabel("Note about the shift").fill("Zahra stays longer");
  await tablet.press(page.getByRole("button", { name: "Add the note" }));
  await expect(tablet.shift.getByText("Zahra stays longer")).toBeVisible();
  await tablet.press(tablet.plus(5));

  await test.step("handed over", async () => {
    await tablet.press(tablet.shift.getByRole("button", { name: "Hand over", exact: true }));
    const dialog = tablet.dialog("Hand over the shift");
    await dialog.getByLabel("PIN of who hands over").fill("2468");
    await dialog.getByLabel("PIN of who takes over").fill("1357");
    await tablet.press(dialog.getByRole("button", { name: "Both confirm" }));
    await expect(dialog.getByRole("alert")).toHaveText("This is not the PIN. Try again.");
    await dialog.getByLabel("PIN of who takes over").fill("13579");
    await tablet.press(dialog.getByRole("button", { name: "Both confirm" }));
    await expect(dialog).toBeHidden();
    await expect.poll(async () => (await stored(page)).length).toBe(4);
  });
  await test.step("somebody else takes it", async () => {
    await lock(page);
    // What waits is in sight whoever is in, and while nobody is.
    await expectUnsent(page, 4);
    await unlock(page, "M-KRN-1", "13579");
    await tablet.openCard("07:25–");
    await tablet.press(tablet.plus(1));
    await expectUnsent(page, 5);
    await expect.poll(async () => (await stored(page)).length).toBe(5);
  });
  await test.step("no name lies on the tablet in the clear", async () => {
    const text = JSON.stringify(await stores(page)).toLowerCase();
    const said = [...names.filter((name) => !/^[FM]-/.test(name)), "stays longer", password, "2468"];
    // The first letters of a name are in no code either: codes hold digits.
    expect(said.filter((name) => text.includes(`"${name.toLowerCase()}`) || text.includes(name.toLowerCase()) && name.length > 4)).toEqual([]);
  });
  await page.context().setOffline(false);
  await tablet.expectAllSent();
  await expectJournal(server, place, ["mark_attendance", "note_shift", "record_output", "hand_over_shift", "record_output"], page);
});

test("a revoked tablet hands in what it holds, for the manager, and wipes itself", async ({ open, server, hasTouch, complaints }) => {
  complaints.expect(/status of 4\d\d/);
  const { women: [one] } = await planShift(server, "07:30");
  const tablet = new TabletPage(await open("dragojla"), "en", hasTouch);
  const { page } = tablet;
  await enrol(page, await tabletCode(open, "T-LOST"));
  await join(page, "dragojla", "2468");
  await keptForOffline(page);
  await tablet.openCard("07:30–");
  await page.context().setOffline(true);
  await tablet.tap(called(one));
  await tablet.press(tablet.plus(5));
  await expectUnsent(page, 2);

  const desk = await open("manager-krn");
  await desk.goto("/centres/KRN/tablets");
  await desk.getByLabel("Revoke T-LOST…").click();
  await desk.getByRole("button", { name: "Revoke T-LOST now" }).click();
  await expect(desk.getByText("The tablet is revoked.")).toBeVisible();
  const place = await journalEntries(server);

  await page.context().setOffline(false);
  await expect(page.getByRole("heading", { name: "This tablet was revoked" })).toBeVisible({ timeout: 20_000 });
  await expect.poll(async () => Object.values(await stores(page)).flat()).toEqual([]);
  expect(await journalSince(server, place)).toEqual([]);
  const centre = new DashboardPage(await open("manager-krn"));
  await centre.open("KRN");
  for (const kind of ["Attendance mark", "Output"]) {
    const held = centre.review.getByRole("article").filter({ hasText: "07:30–09:30" }).filter({ hasText: kind });
    await expect(held).toHaveCount(1);
  }
  const takeIn = centre.review.getByRole("article").filter({ hasText: "07:30–09:30" }).getByRole("button", { name: "Take it in", exact: true });
  for (const left of [1, 0]) {
    await takeIn.first().click();
    await expect(takeIn).toHaveCount(left);
  }
  expect(kinds(await journalSince(server, place)).filter((kind) => /mark|output/.test(kind)).sort()).toEqual(["mark_attendance", "record_output"]);
});

test("a rescue file is taken in, and the tablet sends after all: nothing counts twice", async ({ open, server, hasTouch }) => {
  const { tablet, page, one, other, place, offline } = await workshop(open, server, hasTouch, "07:35");
  await offline(true);
  await tablet.tap(one);
  await tablet.press(tablet.plus(10));
  await tablet.tap(other);
  await page.getByLabel("Note about the shift").fill("The thread ran out");
  await tablet.press(page.getByRole("button", { name: "Add the note" }));
  await expectUnsent(page, 4);
  await tablet.press(chip(page, /not sent yet/));
  const details = tablet.dialog(tablet.words.sendingTitle);
  await details.locator("summary", { hasText: "Save a rescue file" }).click();
  const save = details.getByRole("button", { name: "Save a rescue file" });
  await details.getByLabel("Passphrase (optional)").fill("too short");
  await save.click();
  await expect(details.getByRole("alert")).toHaveText("A passphrase has at least 12 characters, or none.");
  await details.getByLabel("Passphrase (optional)").fill("correct horse battery");
  const [file] = await Promise.all([page.waitForEvent("download"), save.click()]);
  await expect(details.getByRole("status").last()).toHaveText("A file with 4 entries was saved.");
  const [rescue, secret] = [path.join(server.folder, "rescue.json"), path.join(server.folder, "passphrase")];
  await file.saveAs(rescue);
  expect(fs.readFileSync(rescue, "utf8")).not.toMatch(/mark_attendance|thread/);
  fs.writeFileSync(secret, "correct horse battery\n");
  const tapped = ["mark_attendance", "record_output", "mark_attendance", "note_shift"];
  for (let times = 0; times < 2; times += 1) {
    await server.command("import", "rescue", rescue, "--passphrase-file", secret);
    await expectJournal(server, place, tapped, page);
  }
  await offline(false);
  await tablet.press(details.getByRole("button", { name: tablet.words.sendNow }));
  await tablet.press(details.getByRole("button", { name: "Close", exact: true }));
  await tablet.expectAllSent();
  await expectJournal(server, place, tapped, page);
});

test.describe("with a server of its own", () => {
  test.use({ demo: "two versions" });

  test("a new version comes while a shift is open, and takes over afterwards", async ({ open, server, hasTouch }) => {
    const versionOf = (html: string) => /name="radionica-version" content="([^"]+)"/.exec(html)?.[1];
    const old = versionOf(await (await fetch(`${server.url}/tablet`)).text()) ?? "";
    const next = [...old].reverse().join("");
    expect(next).not.toBe(old);
    const { tablet, page, one, place, offline } = await workshop(open, server, hasTouch, "07:40");
    const folder = path.join(server.folder, "site");
    fs.cpSync(site, folder, { recursive: true });
    for (const name of ["site.json", "tablet-worker.js"]) {
      const text = fs.readFileSync(path.join(folder, name), "utf8");
      expect(text).toContain(old);
      fs.writeFileSync(path.join(folder, name), text.replaceAll(old, next));
      for (const ending of ["br", "gz"]) fs.rmSync(path.join(folder, `${name}.${ending}`), { force: true });
    }
    await offline(true);
    await tablet.tap(one);
    await expectUnsent(page, 1);
    await server.stop();
    server.serveSite(folder);
    await server.start();
    await offline(false);
    await tablet.expectAllSent();
    await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration("/tablet"))?.update(); });
    await expect(tablet.list.getByText("A new version is ready.")).toBeVisible();
    // The shift stays as it is, in the old version, whole.
    await tablet.press(tablet.plus(5));
    await tablet.expectMade(5);
    await tablet.press(page.getByRole("button", { name: "Load it now" }));
    await tablet.expectAllSent();
    const shown = () => page.locator("meta[name=radionica-version]").getAttribute("content");
    expect(await shown()).toBe(old);
    expect(await page.evaluate(() => caches.keys())).toContain(`radionica-${old}`);
    await tablet.expectMark(one, "present");

    await tablet.press(tablet.bar.getByRole("link"));
    await expect.poll(() => shown().catch(() => "away")).toBe(next);
    await expect(tablet.list).toBeVisible();
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([`radionica-${next}`]);
    await tablet.openCard("07:40–");
    await tablet.expectMark(one, "present");
    await tablet.expectMade(5);
    await expectJournal(server, place, ["mark_attendance", "record_output"], page);
  });
});

/** The tablet's database takes nothing any more, as a full disk would have it; or it does again. */
async function full(page: Page, is: boolean): Promise<void> {
  await page.evaluate((is) => {
    const kept = window as unknown as { add?: IDBObjectStore["add"] };
    kept.add ??= IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = is ? () => { throw new DOMException("no room", "QuotaExceededError"); } : kept.add;
  }, is);
}

test("no room on the tablet: straight to the server, or in the page until there is room", async ({ open, server, hasTouch }) => {
  const { tablet, page, one, other, place, offline } = await workshop(open, server, hasTouch, "07:45");
  await test.step("with the network", async () => {
    await full(page, true);
    await tablet.tap(one);
    await expect.poll(async () => kinds(await journalSince(server, place))).toEqual(["mark_attendance"]);
    await tablet.expectAllSent();
    await tablet.expectMark(one, "present");
    expect(await stored(page)).toEqual([]);
  });
  await test.step("without it", async () => {
    await offline(true);
    await tablet.tap(other);
    await expect(chip(page, "Not saved!")).toBeVisible();
    await tablet.press(chip(page, "Not saved!"));
    const details = tablet.dialog(tablet.words.sendingTitle);
    await expect(details).toContainText("It is in this page only: leave the page open. It is tried again by itself.");
    await tablet.press(details.getByRole("button", { name: "Close", exact: true }));
    await full(page, false);
    await expect.poll(async () => (await stored(page)).length, { timeout: 25_000 }).toBe(1);
    await expectUnsent(page, 1);
    await page.reload();
    await expectUnsent(page, 1);
    await offline(false);
    await tablet.expectAllSent();
  });
  expect(kinds(await journalSince(server, place))).toEqual(["mark_attendance", "mark_attendance"]);
  expect(await journalEntries(server) - place).toBe(2);
});

test("practice leaves nothing behind", async ({ open, server, hasTouch }) => {
  const { tablet, page, one, place } = await workshop(open, server, hasTouch, "07:50");
  await tablet.press(tablet.bar.getByRole("button", { name: tablet.words.menu }));
  await tablet.press(page.getByRole("button", { name: "Practise", exact: true }));
  const banner = page.getByRole("note");
  await expect(banner).toContainText("Practice: nothing here counts or leaves the tablet.");
  await tablet.press(tablet.allPresent);
  await tablet.expectSums(6, 0);
  await tablet.press(tablet.shift.getByRole("button", { name: /^\+10 · / }));
  await tablet.close();
  await expect(banner).toBeVisible();
  await tablet.press(banner.getByRole("button", { name: "End the practice" }));
  await expect(banner).toBeHidden();
  await tablet.openCard("07:50–");
  await tablet.tap(one);
  await tablet.expectAllSent();
  expect(await stored(page)).toHaveLength(1);
  await expectJournal(server, place, ["mark_attendance"], page);
});

test("the server is killed again and again between the taps", async ({ open, server, hasTouch }) => {
  test.setTimeout(120_000);
  const { tablet, page, place } = await workshop(open, server, hasTouch, "07:55");
  const rounds = 4;
  for (let round = 0; round < rounds; round += 1) {
    await tablet.press(tablet.plus(1));
    // Somewhere between the tap and the answer: another moment in each round.
    const asked = round % 2 === 0 ? page.waitForRequest("**/api/v1/sync") : Promise.resolve();
    await tablet.press(tablet.plus(5));
    await asked;
    await server.crash();
    await tablet.press(tablet.plus(10));
    await expect.poll(async () => (await stored(page)).length).toBe(3 * (round + 1));
    await server.start();
  }
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(chip(page, tablet.words.allSent)).toBeVisible({ timeout: 40_000 });
  await tablet.expectMade(16 * rounds);
  await expectJournal(server, place, Array<string>(3 * rounds).fill("record_output"), page);
});

test("the language changes offline, and the work goes on", async ({ open, server, hasTouch }) => {
  const { tablet, page, women, place, offline } = await workshop(open, server, hasTouch, "08:05");
  await offline(true);
  await tablet.tap(called(women[0]));
  await expectUnsent(page, 1);
  await tablet.press(tablet.bar.getByRole("button", { name: tablet.words.menu }));
  await tablet.press(page.getByRole("dialog").locator("button[lang=sr-Latn]"));
  const serbian = new TabletPage(page, "sr-Latn", hasTouch);
  await expect(page.locator("html")).toHaveAttribute("lang", "sr-Latn");
  await serbian.expectMark(women[0].code, "present");
  await serbian.tap(women[1].code);
  await serbian.expectMark(women[1].code, "present");
  await offline(false);
  await serbian.expectAllSent();
  await expectJournal(server, place, ["mark_attendance", "mark_attendance"], page);
});
