// Activity cards: issued and printed without a name, scanned at a shift, also without a network, and
// replaced when they are lost.

import type { Page } from "@playwright/test";
import { TabletPage } from "../pages/TabletPage.ts";
import { planShift } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { keptForOffline } from "../support/offline.ts";
import { codes, sheets } from "../support/paper.ts";
import { expect, test } from "../support/server.ts";

/** What a hand scanner does, wherever the focus is: it types, and ends with Enter. */
const scan = async (page: Page, code: string) => {
  await page.keyboard.type(code, { delay: 2 });
  await page.keyboard.press("Enter");
};

const cardOf = (page: Page, alias: string) => page.getByRole("row", { name: new RegExp(alias) }).getByRole("cell").first().innerText();

test("cards are issued, printed, scanned without a network, and a lost one is replaced", async ({ complaints, open, server }, info) => {
  test.setTimeout(120_000);
  complaints.expect(/net::ERR_|Failed to fetch|status of 503/);
  const page = await open("manager-krn", { viewport: { width: 1024, height: 768 } });
  const { id, women } = await planShift(server, "06:00");
  const [one, other] = women.map((person) => person.alias ?? person.code) as [string, string];
  await page.goto("/centres/KRN/cards?workshop=KRN-SEW");
  await expect(page.getByText("No card").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /Issue cards to the \d+ people/ }).click();
  await expect(page.getByText("The cards are ready to be printed")).toBeVisible();
  await expectAccessible(page);
  const [first, second] = [await cardOf(page, one), await cardOf(page, other)];
  expect(first).toMatch(/^K-[0-9A-Z]{4}-[0-9A-Z]{4}$/);

  // A card names nobody, and an outside reader reads its code.
  const cards = page.getByRole("article");
  for (const card of await cards.all()) expect((await card.innerText()).trim()).toMatch(/^K-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  // Eight a sheet, and the list of whose they are.
  expect(await sheets(page)).toBe(Math.ceil((await cards.count()) / 8) + 1);
  await page.emulateMedia({ media: "print" });
  const read = await codes(page, info);
  expect(read).toHaveLength(await cards.count());
  expect(read).toContain(first.replaceAll("-", ""));
  await page.emulateMedia({ media: "screen" });

  const tablet = new TabletPage(await open("dragojla", { viewport: { width: 1024, height: 768 } }));
  const there = tablet.page;
  await tablet.open(id);
  await keptForOffline(there);
  await there.context().setOffline(true);
  await tablet.expectMark(one, "unmarked");
  await scan(there, first.replaceAll("-", ""));
  await tablet.expectMark(one, "present");
  await expect(tablet.said).toContainText(one);
  // Once more is no news; a code that was typed by hand; nobody's code.
  await scan(there, first);
  await tablet.expectMark(one, "present");
  await there.getByRole("textbox", { name: "Card or code" }).fill(second.toLowerCase().replaceAll("-", " "));
  await there.keyboard.press("Enter");
  await tablet.expectMark(other, "present");
  await scan(there, "K0000000A");
  await expect(there.getByRole("alert")).toHaveText("No card with this code, or one that was replaced");
  await expectAccessible(there);
  await there.context().setOffline(false);

  // Lost: the new card works, the old one does not, and whose it was can be found out.
  await page.getByRole("row", { name: new RegExp(one) }).getByRole("button", { name: /Lost/ }).click();
  await expect(page.getByText("There is a new card")).toBeVisible();
  const fresh = await cardOf(page, one);
  expect(fresh).not.toBe(first);
  await tablet.tap(one);
  await tablet.expectMark(one, "absent");
  await expect(async () => {
    await scan(there, fresh);
    await tablet.expectMark(one, "present");
  }).toPass({ timeout: 30_000 });
  await tablet.tap(one);
  await scan(there, first);
  await expect(there.getByRole("alert")).toBeVisible();
  await tablet.expectMark(one, "absent");

  await page.goto("/centres/KRN/people");
  await page.getByRole("searchbox").fill(first);
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("row", { name: new RegExp(one) }).getByRole("link").click();
  await expect(page.getByText(`${first}: does not work any more`)).toBeVisible();
  await page.getByRole("link", { name: "Issue, replace, print" }).click();
  await page.getByRole("button", { name: /End the card/ }).click();
  await expect(page.getByText("No card", { exact: true })).toBeVisible();
});
