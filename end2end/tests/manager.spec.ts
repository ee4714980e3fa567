// The manager: the morning in one screen that follows the tablets, trends that stand in their address,
// whom the activities reached, who may drop out; and what becomes of it all without the network.

import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { DashboardPage } from "../pages/DashboardPage.ts";
import { Api, journalEntries, planShift } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { readCsv } from "../support/csv.ts";
import { follow } from "../support/menu.ts";
import { expect, test } from "../support/server.ts";

const laptop = { width: 1366, height: 768 };

test("the morning is one screen, and follows the tablets by itself", async ({ open, server }) => {
  const shift = await planShift(server, "15:00");
  const page = await open("manager-krn", { viewport: laptop });
  const centre = new DashboardPage(page);
  await centre.open("KRN");
  for (const part of ["Today: 31 May 2021", "Yesterday: 30 May 2021", "The week ahead"]) {
    await expect(page.getByRole("region", { name: part })).toBeInViewport({ ratio: 1 });
  }
  await expect(centre.notLogged.getByRole("row").nth(1)).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);

  const held = Number((await centre.figures(centre.day)).find(({ label }) => label === "Held")?.value);
  await page.evaluate(() => Object.assign(window, { same: true }));
  const scrolled = await page.evaluate(() => {
    scrollTo({ top: 400, behavior: "instant" });
    return scrollY;
  });
  const facilitator = await Api.as(server, "dragojla");
  await facilitator.tell([
    ...shift.women.map(({ id }) => ({ mark_attendance: { shift: shift.id, person: id, presence: "present" } })),
    { close_shift: { shift: shift.id } },
  ]);
  await expect(centre.figure(centre.day, "Held")).toContainText(new RegExp(`${held + 1}$`));
  await expect(centre.shift("15:00–17:00")).toContainText("Closed");
  expect(await page.evaluate(() => "same" in window), "nothing was loaded anew").toBe(true);
  expect(await page.evaluate(() => scrollY), "nothing jumped").toBe(scrolled);
});

test("a lost network leaves the page as it is, with a sentence", async ({ open, complaints }) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED/);
  const page = await open("manager-krn", { viewport: laptop });
  await page.goto("/trends?centre=KRN&step=week");
  const lost = page.getByText("No connection to the server.");
  await expect(lost).toBeHidden();
  await page.context().setOffline(true);
  await expect(lost).toBeVisible();
  await page.getByLabel("A row for each").selectOption("month");
  await page.getByRole("button", { name: "Show" }).click();
  await page.getByRole("link", { name: "Contacts" }).first().click();
  await page.getByRole("banner").getByRole("link", { name: "Reports" }).click();
  await expect(page).toHaveURL(/\/trends\?centre=KRN&step=week$/);
  await expect(page.getByLabel("A row for each")).toHaveValue("month");
  await page.context().setOffline(false);
  await expect(lost).toBeHidden();
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/step=month/);

  // An open morning says the same, and goes on when the network is back.
  await page.goto("/centres/KRN");
  await page.context().setOffline(true);
  await expect(lost).toBeVisible();
  await page.context().setOffline(false);
  await expect(lost).toBeHidden();
});

/** The numbers of a column of a table, from its cells. */
const numbers = async (page: Page, table: string, column: string): Promise<string[]> => {
  const heads = await page.getByRole("table", { name: table }).getByRole("columnheader").allInnerTexts();
  const place = heads.findIndex((head) => head === column);
  const rows = await page.getByRole("table", { name: table }).locator("tbody tr").all();
  return Promise.all(rows.map(async (row) => (await row.locator("th, td").nth(place).innerText()).split("\n")[0]));
};

test("trends stand in their address, and are the figures of the file", async ({ open, complaints }) => {
  complaints.expect(/status of 400/);
  const page = await open("manager-krn", { viewport: laptop });
  await page.goto("/centres/KRN");
  await follow(page, "Trends");
  await page.getByLabel("From", { exact: true }).fill("2021-05-01");
  await page.getByLabel("To", { exact: true }).fill("2021-05-31");
  await page.getByLabel("Compare with").selectOption("before");
  await page.getByRole("button", { name: "Show" }).click();
  const address = page.url();
  expect(address).toMatch(/from=2021-05-01&to=2021-05-31&step=week&centre=KRN/);
  await expect(page.getByRole("img", { name: /^Contacts: from \d+ to \d+/ })).toBeVisible();
  await expect(page.getByText("Line across a column: 31 March 2021 – 30 April 2021")).toBeVisible();

  const contacts = await numbers(page, "Piece by piece", "Contacts");
  const people = await numbers(page, "Piece by piece", "Different people");
  const href = await page.getByRole("link", { name: "CSV for machines" }).getAttribute("href");
  const file = readCsv(await (await page.request.get(href ?? "")).body(), "csv");
  expect(contacts).toEqual(file.column("Contacts"));
  expect(people).toEqual(file.column("Different people"));
  expect(contacts.map(Number).reduce((sum, n) => sum + n)).toBeGreaterThan(100);

  // A figure opens the rows behind it, and back is where it was.
  await page.getByRole("table", { name: "Piece by piece" }).getByRole("link", { name: contacts[1], exact: true }).first().click();
  await expect(page).toHaveURL(/session-log\?from=2021-05-03&to=2021-05-09&centre=KRN&state=closed/);
  await page.goBack();
  await expect(page).toHaveURL(address);
  await page.reload();
  expect(await numbers(page, "Piece by piece", "Contacts")).toEqual(contacts);

  await page.getByLabel("Split by").selectOption("facilitator");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("to share out the work, not to rank them")).toBeVisible();
  await expect(page.getByRole("table", { name: "The whole period" })).toContainText("F-KRN-1");
  await page.getByLabel("Figure").selectOption("hours");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { name: "Hours of workshops" })).toBeVisible();

  // What cannot be is said at the form, and the choice stays.
  await page.getByLabel("From", { exact: true }).fill("2021-06-30");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("alert")).toContainText("ends before it begins");
});

test("whom sports at Šid reached, of fifty children", async ({ open }) => {
  const page = await open("manager-sid", { viewport: laptop });
  await page.goto("/centres/SID/participation");
  const children = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Children (0–17)" }) });
  await expect(children).toContainText(/\d+–\d+ of 50/);
  await expect(children).toContainText("Living here on 31 May 2021, the last day of the period");
  const sports = page.getByRole("row").filter({ hasText: "Sports for children and youth" });
  await expect(sports).toContainText("of 50");
  await expect(page.getByText("may be the same ones")).toBeVisible();

  // Nothing is known of a year before: no share, why, and what to do about it.
  await page.goto("/centres/SID/participation?from=2020-05-01&to=2020-05-31");
  await expect(page.getByText("No share can be given").first()).toBeVisible();
  await page.getByRole("link", { name: "Record the occupancy" }).first().click();
  await expect(page).toHaveURL(/\/centres\/SID\/occupancy\?day=2020-05-31/);
});

test("somebody who stayed away three times is on the list", async ({ open, server }) => {
  const manager = await Api.as(server, "manager-krn");
  const { workshops, centre } = await manager.snapshot();
  const workshop = workshops.find(({ code }) => code === "KRN-SEW")?.id;
  const person = randomUUID();
  await manager.tell([
    { register_person: { person, centre, sex: "female", age: { born: 1990 } } },
    { enrol: { enrolment: randomUUID(), person, workshop, from: "2021-05-01" } },
    ...["2021-05-22", "2021-05-23", "2021-05-29"].flatMap((day) => {
      const shift = randomUUID();
      return [
        { plan_shift: { shift, workshop, day, start: "18:00", minutes: 60 } },
        { mark_attendance: { shift, person, presence: "absent" } },
        { close_shift: { shift } },
      ];
    }),
  ]);
  const { people } = await manager.snapshot();
  const code = people.find(({ id }) => id === person)?.code ?? "";
  const page = await open("manager-krn", { viewport: laptop });
  await page.goto("/centres/KRN");
  await follow(page, "May drop out");
  const row = page.getByRole("region", { name: "Absent three times in a row" }).getByRole("row").filter({ hasText: code });
  await expect(row).toContainText("22 May 2021");
  await expect(row).toContainText("3");
  await row.getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`/centres/KRN/people/${code}$`));
});

test("four hundred masks by two women are doubted, and accepted with a remark", async ({ open, server }) => {
  const shift = await planShift(server, "06:00");
  const manager = await Api.as(server, "manager-krn");
  const { workshops } = await (await manager.get("/api/v1/snapshot")).json() as {
    workshops: { code: string; products: { id: string }[] }[];
  };
  const masks = workshops.find(({ code }) => code === "KRN-SEW")?.products[0].id;
  await manager.tell([
    ...shift.women.map(({ id }) => ({ mark_attendance: { shift: shift.id, person: id, presence: "present" } })),
    { record_output: { output: randomUUID(), shift: shift.id, product: masks, quantity: 400 } },
    { close_shift: { shift: shift.id } },
  ]);
  const page = await open("manager-krn", { viewport: laptop });
  await page.goto("/centres/KRN/doubtful");
  const doubted = page.getByRole("listitem").filter({ hasText: "400 pieces" });
  await expect(doubted).toContainText("More than usual");
  await expect(doubted).toContainText(/about \d+ would be usual/);
  await expectAccessible(page);

  await doubted.getByRole("button", { name: "Accept the figure" }).click();
  await expect(doubted.getByLabel("Why it is right"), "without a reason nothing is accepted").toBeFocused();
  await doubted.getByLabel("Why it is right").fill("Two machines were lent for the day");
  await doubted.getByRole("button", { name: "Accept the figure" }).click();
  await expect(page.getByText("The figure was accepted.")).toBeVisible();
  const accepted = page.getByRole("region", { name: "Accepted" }).getByRole("listitem").filter({ hasText: "400 pieces" });
  await expect(accepted).toContainText("Accepted on 31 May 2021");
  await journalEntries(server);
});
