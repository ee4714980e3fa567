// The tablet in the workshop. Each test has a shift of its own, so that none depends on another.

import { DashboardPage } from "../pages/DashboardPage.ts";
import { TabletPage } from "../pages/TabletPage.ts";
import { Api, journalEntries, type Person, planShift } from "../support/api.ts";
import { namesIn } from "../support/people.ts";
import { expect, type Open, type Server, test } from "../support/server.ts";

interface Workshop {
  tablet: TabletPage;
  shift: string;
  /** The beginning of its card. */
  time: string;
  one: string;
  other: string;
}

/** A facilitator at a shift of her own with two women. */
async function workshop(open: Open, server: Server, hasTouch: boolean, start: string): Promise<Workshop> {
  const { id, women } = await planShift(server, start);
  const tablet = new TabletPage(await open("dragojla"), "en", hasTouch);
  await tablet.open(id);
  const called = (person: Person) => person.alias ?? person.code;
  return { tablet, shift: id, time: `${start}–`, one: called(women[0]), other: called(women[1]) };
}

/** The row of the shift on the manager's page, cell by cell from the status on. */
async function expectOnDesk(open: Open, start: string, cells: RegExp): Promise<void> {
  const centre = new DashboardPage(await open("manager-krn"));
  await centre.open("KRN");
  const row = centre.shifts.getByRole("row").filter({ hasText: new RegExp(`^${start}–`) });
  await expect(row).toHaveText(cells);
}

test("a tap goes through present, absent and not marked, and the sums follow", { tag: "@portrait" }, async ({ open, server, hasTouch }) => {
  const { tablet, one, other } = await workshop(open, server, hasTouch, "16:15");
  await tablet.expectMarked(0, 2);
  await tablet.expectSums(0, 0);

  await tablet.tap(one);
  await tablet.expectMark(one, "present");
  await tablet.expectMark(other, "unmarked");
  await expect(tablet.said).toHaveText(`${one} present`);
  await tablet.expectMarked(1, 2);
  await tablet.expectSums(1, 0);

  await tablet.tap(one);
  await tablet.expectMark(one, "absent");
  await expect(tablet.said).toHaveText(`${one} absent`);
  await tablet.expectSums(0, 1);

  await tablet.tap(one);
  await tablet.expectMark(one, "unmarked");
  await tablet.expectMarked(0, 2);
  await tablet.expectSums(0, 0);
  await expect(tablet.allPresent).toBeEnabled();

  await tablet.tap(other);
  await tablet.press(tablet.allPresent);
  await tablet.expectMark(one, "present");
  await tablet.expectSums(2, 0);
  await expect(tablet.allPresent).toBeDisabled();
});

test("upright, the list makes way for the shift, and both ways lead back", { tag: "@portrait" }, async ({ open, hasTouch }, testInfo) => {
  test.skip(testInfo.project.name !== "tablet-portrait");
  const tablet = new TabletPage(await open("dragojla"), "en", hasTouch);
  await tablet.open();
  await expect(tablet.shift).toBeHidden();
  await tablet.openCard("08:00–10:00");
  await expect(tablet.list).toBeHidden();
  await expect(tablet.shift).toBeFocused();
  await tablet.press(tablet.shift.getByRole("button", { name: tablet.words.allShifts }));
  await expect(tablet.list).toBeVisible();
  await expect(tablet.list).toBeFocused();
  await tablet.openCard("12:00–14:00");
  await tablet.page.goBack();
  await expect(tablet.list).toBeVisible();
  await tablet.page.goForward();
  await expect(tablet.marked).toBeVisible();
  await expect(tablet.page).toHaveURL(/\?shift=[0-9a-f-]{36}$/);
});

test("undo takes back each kind of step", async ({ open, server, hasTouch }) => {
  const { tablet, one, other } = await workshop(open, server, hasTouch, "16:20");
  const { shift, undo, said } = tablet;
  const expectNothingToUndo = () => expect(undo).toBeDisabled();
  await expectNothingToUndo();

  await test.step("a mark", async () => {
    await tablet.tap(one);
    await tablet.tap(one);
    await tablet.expectMark(one, "absent");
    await expect(undo).toHaveAccessibleName(`Undo: ${one} absent`);
    await tablet.press(undo);
    await tablet.expectMark(one, "present");
    await expect(said).toHaveText(`Undone: ${one} absent`);
    await expect(undo).toHaveAccessibleName(`Undo: ${one} present`);
    await tablet.press(undo);
    await tablet.expectMark(one, "unmarked");
    await expectNothingToUndo();
  });

  await test.step("all present", async () => {
    await tablet.press(tablet.allPresent);
    await tablet.expectSums(2, 0);
    await tablet.press(undo);
    await tablet.expectMark(one, "unmarked");
    await tablet.expectMark(other, "unmarked");
    await expectNothingToUndo();
  });

  await test.step("a headcount", async () => {
    await tablet.press(shift.getByRole("region", { name: "Headcount" }).getByRole("button", { name: "Show", exact: true }));
    const girls = tablet.stepper("Women and girls · 5–11");
    await tablet.press(girls.getByRole("button", { name: "One more" }));
    await tablet.press(girls.getByRole("button", { name: "One more" }));
    await expect(girls.getByRole("textbox")).toHaveValue("2");
    await expect(shift.getByText("2 people counted", { exact: true })).toBeVisible();
    await tablet.press(undo);
    await expect(girls.getByRole("textbox")).toHaveValue("1");
    await tablet.press(undo);
    await expect(girls.getByRole("textbox")).toHaveValue("0");
    await expectNothingToUndo();
  });

  await test.step("what was made, and taking it back", async () => {
    await tablet.press(tablet.plus(5));
    await tablet.press(tablet.plus(10));
    await tablet.expectMade(15);
    await tablet.press(undo);
    await tablet.expectMade(5);
    await tablet.press(shift.getByRole("button", { name: "1 entry: Show" }));
    await tablet.press(shift.getByRole("button", { name: "Withdraw this entry: 5 pieces · Canvas face mask" }));
    await tablet.expectMade(0);
    await tablet.press(undo);
    await tablet.expectMade(5);
    await tablet.press(undo);
    await tablet.expectMade(0);
    await expectNothingToUndo();
  });

  await test.step("closing, and not happening", async () => {
    await tablet.close("closeAnyway");
    await expect(tablet.tile(one)).toBeDisabled();
    await tablet.press(undo);
    await expect(tablet.closeButton).toBeEnabled();
    await expectNothingToUndo();
    await tablet.press(tablet.notHeldButton);
    await tablet.press(tablet.notHeld.getByRole("radio", { name: "Holiday" }));
    await tablet.press(tablet.notHeld.getByRole("button", { name: tablet.words.saveNotHappened }));
    await expect(shift.getByText("Did not happen: Holiday")).toBeVisible();
    await tablet.press(undo);
    await expect(tablet.closeButton).toBeEnabled();
  });

  await tablet.expectAllSent();
  await tablet.page.reload();
  await tablet.expectMarked(0, 2);
  await tablet.expectMade(0);
  await expect(tablet.closeButton).toBeEnabled();
  await journalEntries(server);
});

test("walk-ins: a new one gets a code, a known one is found, and more than the places is a warning", async ({ open, server, hasTouch }) => {
  const { tablet, shift, one, other } = await workshop(open, server, hasTouch, "16:25");
  const { walkIn } = tablet;
  const full = walkIn.getByText("All places are taken. You can still add somebody.");
  const room = tablet.shift.getByRole("region", { name: "Register" }).getByRole("status");
  await expect(room).toHaveText("Places: 2");

  await test.step("the form says what is missing", async () => {
    await tablet.press(tablet.addWalkIn);
    await expect(walkIn).toBeVisible();
    await expect(full).toBeHidden();
    await walkIn.getByLabel("Year of birth (optional)").fill("20");
    await tablet.press(walkIn.getByRole("button", { name: tablet.words.addPerson }));
    await expect(walkIn.getByRole("alert")).toHaveText("Choose one, also “not disclosed”.");
    await expect(walkIn.getByLabel("Year of birth (optional)")).toHaveAccessibleDescription(/Year of birth: enter a value from 1900 to 2021\./);
  });

  const code = await test.step("somebody new", async () => {
    await walkIn.getByLabel("Alias (optional)").fill("Ljiljana");
    await tablet.press(walkIn.getByRole("radio", { name: "Female" }));
    await walkIn.getByLabel("Year of birth (optional)").fill("2004");
    await tablet.press(walkIn.getByRole("button", { name: tablet.words.addPerson }));
    const shown = walkIn.getByRole("status");
    await expect(shown).toContainText(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await shown.innerText())?.[0] ?? "";
    await tablet.press(walkIn.getByRole("button", { name: tablet.words.backToRegister }));
    await expect(tablet.tile("Ljiljana")).toHaveAccessibleName(`Ljiljana, ${code}, Present`);
    await expect(tablet.tile("Ljiljana")).toContainText("walk-in");
    return code;
  });

  await test.step("somebody known, while all places are taken", async () => {
    await tablet.tap(one);
    await expect(room).toHaveText("Places: 2");
    await tablet.press(tablet.addWalkIn);
    await expect(full).toBeVisible();
    // Who stands on the list is not offered again.
    await walkIn.getByLabel(tablet.words.find).fill(other);
    await expect(walkIn.getByRole("status").getByText("0 results")).toBeVisible();
    await walkIn.getByLabel(tablet.words.find).fill("ROY");
    await expect(walkIn.getByText("1 result", { exact: true })).toBeVisible();
    await tablet.press(walkIn.getByRole("button", { name: /^Roya/ }));
    await expect(walkIn).toBeHidden();
    await tablet.expectMark("Roya", "present");
    await expect(room).toHaveText("Places: 2, over by 1");
    await tablet.press(tablet.undo);
    await expect(room).toHaveText("Places: 2");
  });

  await test.step("another tablet knows them by code, without the alias in any address", async () => {
    await tablet.expectAllSent();
    const again = new TabletPage(await open("dragojla"), "en", hasTouch);
    await again.open(shift);
    await expect(again.tile("Ljiljana")).toHaveAccessibleName(`Ljiljana, ${code}, Present`);
    await again.press(again.closeButton);
    await expect(again.summaryLine("Walk-ins")).toHaveText("1");
    await expect(again.summaryLine("Contacts together")).toHaveText("2");
    // Somebody unmarked does not pass for absent.
    await expect(again.summary.getByText(/^\d (person is|people are) not marked\.$/)).toBeVisible();
    await again.press(again.summary.getByRole("button", { name: "Mark the rest as absent" }));
    await expect(again.summaryLine("Not marked")).toHaveText("0");
    await again.press(again.summary.getByRole("button", { name: "Close", exact: true }));
    await again.expectClosed();
    await again.expectAllSent();
  });
  const log = await (await Api.as(server, "manager-krn")).get("/api/v1/reports/session-log.csv?from=2021-05-31&to=2021-05-31");
  expect(await log.text()).not.toContain("Ljiljana");
  expect(server.log).not.toContain("Ljiljana");
});

test("the number pad adds any number, and an entry is taken back", async ({ open, server, hasTouch }) => {
  const { tablet } = await workshop(open, server, hasTouch, "16:30");
  const pad = tablet.shift.getByRole("group", { name: tablet.words.numberPad });
  const key = (name: string) => pad.getByRole("button", { name, exact: true });
  await tablet.press(tablet.made);
  await expect(key("Add 0 pieces")).toBeDisabled();
  for (const digit of ["2", "3"]) await tablet.press(key(digit));
  await tablet.press(key("Delete the last digit"));
  await tablet.press(key("4"));
  await tablet.press(key("Add 24 pieces"));
  await tablet.expectMade(24);
  await expect(pad).toBeHidden();

  // With a keyboard; and never more than one entry can hold.
  await tablet.press(tablet.made);
  await key("1").focus();
  await tablet.page.keyboard.type("123456789");
  await expect(key("Add 12,345 pieces")).toBeEnabled();
  await tablet.page.keyboard.press("Escape");
  await expect(pad).toBeHidden();
  await tablet.expectMade(24);

  await tablet.press(tablet.plus(1));
  await tablet.expectMade(25);
  await tablet.press(tablet.shift.getByRole("button", { name: "2 entries: Show" }));
  const entries = tablet.shift.getByRole("table", { name: "Entries" });
  await expect(entries.getByRole("row")).toHaveCount(2);
  await tablet.press(entries.getByRole("button", { name: /24 pieces/ }));
  await tablet.expectMade(1);
  await expect(entries.getByRole("row")).toHaveCount(1);

  // What is no good counts apart.
  await tablet.press(tablet.made);
  await tablet.press(key("3"));
  await tablet.press(key("Rejected"));
  await tablet.press(key("Add 3 pieces · Rejected"));
  await tablet.expectMade(1);
  await expect(tablet.shift.getByText("Rejected: 3")).toBeVisible();
  await tablet.press(entries.getByRole("button", { name: /3 pieces.*Rejected/ }));
  await expect(tablet.shift.getByText("Rejected: 3")).toBeHidden();
  await tablet.press(tablet.shift.getByRole("button", { name: /^Undo/ }));
  await expect(tablet.shift.getByText("Rejected: 3")).toBeVisible();
  await tablet.expectAllSent();
  await tablet.page.reload();
  await tablet.expectMade(1);
});

test("a shift that did not happen has a reason, and can be opened again", async ({ open, server, hasTouch }) => {
  const { tablet, time, one } = await workshop(open, server, hasTouch, "16:35");
  const { notHeld } = tablet;
  const save = notHeld.getByRole("button", { name: tablet.words.saveNotHappened });

  await test.step("not while somebody is entered", async () => {
    await tablet.tap(one);
    await tablet.press(tablet.notHeldButton);
    await expect(notHeld.getByRole("status")).toContainText("People or pieces are entered for this shift.");
    await expect(save).toBeDisabled();
    await tablet.press(notHeld.getByRole("button", { name: tablet.words.back, exact: true }));
    await tablet.press(tablet.undo);
  });

  await test.step("not without a reason", async () => {
    await tablet.press(tablet.notHeldButton);
    await tablet.press(save);
    await expect(notHeld.getByRole("alert")).toHaveText("Choose a reason.");
    await tablet.press(notHeld.getByRole("radio", { name: "Health or quarantine rules" }));
    await expect(notHeld.getByRole("alert")).toBeHidden();
    await notHeld.getByLabel("Remark (optional)").fill("=1+1 the room was closed");
    await tablet.press(save);
  });

  await expect(notHeld).toBeHidden();
  await expect(tablet.shift.getByText("Did not happen: Health or quarantine rules")).toBeVisible();
  await expect(tablet.card(time)).toContainText("Did not happen");
  await expect(tablet.tile(one)).toBeDisabled();
  await tablet.expectAllSent();
  await expectOnDesk(open, "16:35", /Did not happen\s*Health or quarantine rules/);

  await tablet.press(tablet.shift.getByRole("button", { name: tablet.words.reopen }));
  await expect(tablet.tile(one)).toBeEnabled();
  await expect(tablet.card(time)).not.toContainText("Did not happen");
  await tablet.expectAllSent();
});

test("the forgotten shift of 28 May is logged after all", async ({ open, hasTouch }) => {
  const centre = new DashboardPage(await open("manager-krn"));
  await centre.open("KRN");
  const row = centre.notLogged.getByRole("row").filter({ hasText: centre.words.forgottenOnDesk });
  await expect(row).toBeVisible();

  const tablet = new TabletPage(await open("dragojla"), "en", hasTouch);
  await tablet.open();
  await tablet.openCard(tablet.words.forgottenOnTablet);
  await expect(tablet.shift.getByText(tablet.words.forgottenOnTablet)).toBeVisible();
  await tablet.press(tablet.allPresent);
  await tablet.press(tablet.plus(10));
  await tablet.close();
  await expect(tablet.list.getByRole("heading", { name: tablet.words.earlier })).toBeHidden();
  await tablet.expectAllSent();

  await centre.page.reload();
  await expect(row).toBeHidden();
  await centre.open("KRN", "2021-05-28");
  await expect(centre.shift("14:00–16:00")).toHaveText(/Closed\s*F-KRN-1\s*2\s*2\s*2\s*10$/);
});

test("the choice of a centre stands, although another page of the tablet writes meanwhile", async ({ open, hasTouch }) => {
  const tablet = new TabletPage(await open("f-obr"), "en", hasTouch);
  await tablet.open();
  const centre = (page: TabletPage) => page.bar.getByRole("combobox", { name: "Centre" });
  const other = new TabletPage(await tablet.page.context().newPage(), "en", hasTouch);
  await other.open();
  await centre(other).selectOption("Šid");
  await other.press(other.card("17:00–18:30"));

  // The first page's picture of Šid is on its way while the other one sends.
  let answer = () => {};
  const held = new Promise<void>((resolve) => { answer = resolve; });
  await tablet.page.route("**/api/v1/snapshot?centre=**", async (route) => {
    await held;
    await route.continue();
  });
  const asked = tablet.page.waitForRequest("**/api/v1/snapshot?centre=**");
  await centre(tablet).selectOption("Šid");
  await asked;
  const elderly = other.stepper("Men and boys · 60+");
  for (const [name, count] of [["One more", "1"], ["One fewer", "0"]] as const) {
    await other.press(elderly.getByRole("button", { name }));
    await expect(elderly.getByRole("textbox")).toHaveValue(count);
    await other.expectAllSent();
  }
  answer();
  await expect(centre(tablet).getByRole("option", { selected: true })).toHaveText("Šid");
  await expect(tablet.card("17:00–18:30")).toBeVisible();
});

test("at Šid, children are counted and not named", async ({ open, hasTouch }) => {
  const tablet = new TabletPage(await open("f-obr"), "en", hasTouch);
  const { page, shift } = tablet;
  await tablet.open();
  const centre = tablet.bar.getByRole("combobox", { name: "Centre" });
  await expect(centre.getByRole("option", { selected: true })).toHaveText("Obrenovac");
  await centre.selectOption("Šid");
  await tablet.press(tablet.card("17:00–18:30"));
  await expect(shift.getByText("Nobody is enrolled. Add those who are here, or count them.")).toBeVisible();

  const [girls, boys] = [tablet.stepper("Women and girls · 5–11"), tablet.stepper("Men and boys · 12–17")];
  await girls.getByRole("textbox").fill("11");
  await girls.getByRole("textbox").press("Enter");
  await tablet.press(girls.getByRole("button", { name: "One more" }));
  await tablet.press(girls.getByRole("button", { name: "One more" }));
  await tablet.press(girls.getByRole("button", { name: "One fewer" }));
  await boys.getByRole("textbox").fill("14");
  await boys.getByRole("textbox").press("Tab");
  await expect(shift.getByText("26 people counted", { exact: true })).toBeVisible();
  await boys.getByRole("textbox").fill("many");
  await boys.getByRole("textbox").press("Tab");
  await expect(shift.getByRole("alert").filter({ hasText: /\S/ })).toHaveText(/^Number of people: enter a value from 0 to /);
  await expect(boys.getByRole("textbox")).toHaveValue("14");
  await tablet.expectAllSent();

  // The centre and the counts are there after a new load, from the server.
  await page.reload();
  await expect(centre.getByRole("option", { selected: true })).toHaveText("Šid");
  await expect(girls.getByRole("textbox")).toHaveValue("12");
  await tablet.press(tablet.closeButton);
  await expect(tablet.summaryLine("Counted")).toHaveText("26");
  await expect(tablet.summaryLine("Contacts together")).toHaveText("26");
  await tablet.press(tablet.summary.getByRole("button", { name: "Close", exact: true }));
  await tablet.expectClosed();
  await tablet.expectAllSent();

  const desk = new DashboardPage(await open("manager-sid"));
  await desk.open("SID");
  await expect(desk.figure(desk.day, "Contacts")).toContainText("26of them counted without a name: 26");
  // Nobody knows who they were: over a month a range, and never a rate.
  await expect(desk.figure(desk.day, "Different people")).toContainText(/people26$/);
  await expect(desk.figure(desk.month, "Different people")).toContainText(/people\d+–403/);
  await expect(desk.figure(desk.day, "Attendance rate")).toContainText("Nobody was enrolled");
});

test.describe("without a connection", () => {
  test("taps are kept, and sent when it is back", async ({ open, server, hasTouch, complaints }) => {
    complaints.expect(/net::ERR_INTERNET_DISCONNECTED/);
    const { tablet, one, other } = await workshop(open, server, hasTouch, "17:15");
    const before = await journalEntries(server);
    const network = tablet.page.context();
    await network.setOffline(true);
    await tablet.tap(one);
    await tablet.tap(other);
    await tablet.tap(other);
    await tablet.press(tablet.plus(10));
    const waiting = tablet.sending("Offline · 4 entries not sent yet");
    await expect(waiting).toBeVisible();
    await tablet.expectMark(one, "present");
    await tablet.expectMark(other, "absent");
    await tablet.expectMade(10);
    await tablet.press(waiting);
    const details = tablet.dialog(tablet.words.sendingTitle);
    await expect(details).toContainText("Waiting to be sent: 4");
    await expect(details).toContainText("Saved on this tablet. It goes by itself when there is a connection.");
    await tablet.press(details.getByRole("button", { name: "Close", exact: true }));
    // Signing out keeps them, and says so first.
    await tablet.press(tablet.bar.getByRole("button", { name: tablet.words.menu }));
    const menu = tablet.dialog(tablet.words.menu);
    await tablet.press(menu.getByRole("button", { name: tablet.words.signOut }));
    await expect(menu.getByText("It stays on this tablet and is sent when you sign in here again.")).toBeVisible();
    await tablet.press(menu.getByRole("button", { name: "Close", exact: true }));

    await network.setOffline(false);
    await tablet.expectAllSent();
    expect(await journalEntries(server) - before).toBe(4);
    await tablet.close();
    await tablet.expectAllSent();
    await expectOnDesk(open, "17:15", /Closed.*2\s*1\s*1\s*10$/);
  });

  test("an answer that is lost does no harm: the taps are sent again and count once", async ({ open, server, hasTouch, complaints }) => {
    complaints.expect(/net::ERR_FAILED/);
    const { tablet, one, other } = await workshop(open, server, hasTouch, "17:20");
    const before = await journalEntries(server);
    let lost = 0;
    await tablet.page.route("**/api/v1/sync", async (route) => {
      lost += 1;
      await route.fetch();
      await route.abort();
    }, { times: 1 });
    await tablet.tap(one);
    await tablet.press(tablet.plus(5));
    await tablet.tap(other);
    await tablet.expectAllSent();
    expect(lost).toBe(1);
    expect(await journalEntries(server) - before).toBe(3);
    await tablet.page.reload();
    await tablet.expectSums(2, 0);
    await tablet.expectMade(5);
  });

  test("the server may go and come back", async ({ open, server, hasTouch, complaints }) => {
    complaints.expect(/net::ERR_(CONNECTION_REFUSED|EMPTY_RESPONSE|CONNECTION_RESET|SOCKET_NOT_CONNECTED)/);
    const { tablet, one } = await workshop(open, server, hasTouch, "17:25");
    const before = await journalEntries(server);
    await server.stop();
    try {
      await tablet.tap(one);
      await tablet.press(tablet.plus(10));
      await tablet.press(tablet.plus(10));
      await expect(tablet.sending("Offline · 3 entries not sent yet")).toBeVisible();
    } finally {
      await server.start();
    }
    await tablet.press(tablet.sending("Offline · 3 entries not sent yet").or(tablet.sending(tablet.words.allSent)));
    const details = tablet.dialog(tablet.words.sendingTitle);
    await tablet.press(details.getByRole("button", { name: tablet.words.sendNow }));
    await expect(details.getByText(/^Online · Everything is sent · Last sent at \d\d:\d\d$/)).toBeVisible();
    expect(await journalEntries(server) - before).toBe(3);
    await tablet.page.reload();
    await tablet.expectMark(one, "present");
    await tablet.expectMade(20);
  });

  test("whose session ran out signs in beside, and nothing is lost", async ({ open, server, hasTouch, complaints }) => {
    complaints.expect(/status of 401/);
    const { tablet, one } = await workshop(open, server, hasTouch, "17:30");
    const context = tablet.page.context();
    const session = (await context.cookies()).filter(({ name }) => name === "radionica_session");
    await context.clearCookies({ name: "radionica_session" });
    await tablet.tap(one);
    const waiting = tablet.sending("1 entry not sent yet");
    await tablet.press(waiting);
    const details = tablet.dialog(tablet.words.sendingTitle);
    await expect(details).toContainText("Sign in to send what is saved on this tablet.");
    await expect(details.getByRole("link", { name: tablet.words.signIn })).toHaveAttribute("href", "/sign-in?next=/tablet");
    await context.addCookies(session);
    await tablet.press(details.getByRole("button", { name: tablet.words.sendNow }));
    await expect(details.getByText(/^Online · Everything is sent · Last sent at \d\d:\d\d$/)).toBeVisible();
    await tablet.page.reload();
    await tablet.expectMark(one, "present");
  });

  test("entries go in their maker's name only, whoever signs in meanwhile", async ({ open, server, hasTouch, complaints }) => {
    complaints.expect(/net::ERR_INTERNET_DISCONNECTED|status of 4\d\d/);
    const { tablet, one } = await workshop(open, server, hasTouch, "17:33");
    const before = await journalEntries(server);
    const context = tablet.page.context();
    const sessionOf = async (whose: typeof context) => (await whose.cookies()).filter(({ name }) => name === "radionica_session");
    const hers = await sessionOf(context);
    const others = await sessionOf((await open("f-obr")).context());
    await context.setOffline(true);
    await tablet.tap(one);
    await expect(tablet.sending("Offline · 1 entry not sent yet")).toBeVisible();
    await context.addCookies(others);
    await context.setOffline(false);

    await tablet.press(tablet.sending("1 entry not sent yet"));
    const details = tablet.dialog(tablet.words.sendingTitle);
    await tablet.press(details.getByRole("button", { name: tablet.words.sendNow }));
    await expect(details).toContainText("Somebody else is signed in here now. Your entries wait");
    expect(await journalEntries(server) - before).toBe(0);

    await context.addCookies(hers);
    await tablet.press(details.getByRole("button", { name: tablet.words.sendNow }));
    await expect(details.getByText(/^Online · Everything is sent · Last sent at \d\d:\d\d$/)).toBeVisible();
    expect(await journalEntries(server) - before).toBe(1);
    await tablet.page.reload();
    await tablet.expectMark(one, "present");
  });
});

test("two tablets at one shift: what one marks after the other has closed counts, and the manager sees it", async ({ open, server, hasTouch }) => {
  const { tablet: first, shift, one, other } = await workshop(open, server, hasTouch, "17:35");
  const second = new TabletPage(await open("dragojla"), "en", hasTouch);
  await second.open(shift);
  await first.tap(one);
  await first.expectAllSent();
  await first.close("closeAnyway");
  await first.expectAllSent();
  const before = await journalEntries(server);

  await second.tap(other);
  await second.expectAllSent();
  // Taken in, once; and what the first one did has come back with the answer.
  await second.expectClosed();
  await second.expectMark(one, "present");
  await second.expectMark(other, "present");
  await expect(second.shift.getByText(/Your manager looks at it and decides\./)).toBeHidden();
  expect(await journalEntries(server) - before).toBe(1);

  const centre = new DashboardPage(await open("manager-krn"));
  await centre.open("KRN");
  await expect(centre.shifts.getByRole("row").filter({ hasText: /^17:35–/ })).toHaveText(/Closed.*2\s*2\s*2/);
  const list = centre.page.getByRole("region", { name: "Entries that disagree", exact: true });
  const entry = list.getByRole("rowgroup").filter({ hasText: "17:35–19:35" });
  await expect(entry).toContainText("Entered after the closing");
  await expect(entry).toContainText("F-KRN-1");
  const names = async (shown: typeof entry) => namesIn(await shown.innerText()).filter((name) => !name.startsWith("F-"));
  // The manager may see the register; head office sees codes only.
  expect(await names(entry)).toEqual([other]);
  const office = new DashboardPage(await open("coordinator"));
  await office.open("KRN");
  const coded = office.page.getByRole("region", { name: "Entries that disagree", exact: true })
    .getByRole("rowgroup").filter({ hasText: "17:35–19:35" });
  await expect(coded).toContainText("Entered after the closing");
  expect(await names(coded)).toEqual([]);
  // It waits for nobody.
  await expect(centre.review.getByText("17:35–19:35")).toHaveCount(0);
});

test("with the keyboard alone", async ({ open, server }) => {
  const { id, women: [one] } = await planShift(server, "17:40");
  const tablet = new TabletPage(await open("dragojla"));
  const { page } = tablet;
  const called = one.alias ?? one.code;
  const tabTo = async (target: ReturnType<TabletPage["tile"]>) => {
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press("Tab");
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error("Tab does not lead there");
  };
  await tablet.open();
  await tabTo(tablet.card("17:40–19:40"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(id));
  await expect(tablet.shift).toBeFocused();
  await tabTo(tablet.tile(called));
  await page.keyboard.press("Space");
  await tablet.expectMark(called, "present");
  await page.keyboard.press("Enter");
  await tablet.expectMark(called, "absent");
  await page.keyboard.press("Enter");
  await tablet.expectMark(called, "unmarked");
  await expect(tablet.tile(called)).toBeFocused();
  await page.keyboard.press("Space");

  // A dialog takes the focus, keeps it, and gives it back.
  await tabTo(tablet.closeButton);
  await page.keyboard.press("Enter");
  await expect(tablet.summary).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(tablet.summary.locator(":focus")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tablet.summary).toBeHidden();
  await expect(tablet.closeButton).toBeFocused();
  await tablet.expectAllSent();
});

test("the page is the same for everybody, and names nobody", async ({ server }) => {
  const answers = [
    await fetch(`${server.url}/tablet`),
    ...await Promise.all((["dragojla", "f-obr"] as const).map(async (login) => (await Api.as(server, login)).get("/tablet"))),
  ];
  const pages = await Promise.all(answers.map(async (answer) => {
    expect(answer.status).toBe(200);
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1] ?? "none";
    const html = await answer.text();
    expect(html).toContain(`nonce="${nonce}"`);
    return html.replaceAll(nonce, "");
  }));
  expect(new Set(pages).size).toBe(1);
  expect(namesIn(pages[0])).toEqual([]);
});
