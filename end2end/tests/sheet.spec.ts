// The attendance sheet: on paper, with a code that opens the shift on the tablet.

import { expectAccessible } from "../support/axe.ts";
import { codes, sheets } from "../support/paper.ts";
import { expect, test } from "../support/server.ts";

test("the sheet of a shift fits a page, and its code opens the shift on the tablet", async ({ open }, info) => {
  const page = await open("manager-obr");
  await page.goto("/centres/OBR/plan?week=2021-W21");
  await page.locator(".plan-card").first().click();
  await page.getByRole("link", { name: "Attendance sheet" }).click();
  await expect(page.getByRole("row", { name: /Bilal/ })).toBeVisible();
  // In the languages of those who come: Arabic for Bilal.
  await expect(page.getByRole("columnheader", { name: /Present/ })).toContainText("حاضر");
  await expectAccessible(page);
  expect(await sheets(page)).toBe(1);
  await page.emulateMedia({ media: "print" });
  const [address] = await codes(page, info);
  const shift = new URL(page.url()).searchParams.get("shift");
  expect(address).toBe(`${new URL(page.url()).origin}/tablet?shift=${shift}`);
  await page.emulateMedia({ media: "screen" });

  // As the centre chooses: nobody is called by name.
  await page.getByRole("link", { name: "Code only" }).click();
  await expect(page.getByRole("columnheader", { name: /Code/ })).toBeVisible();
  expect(await page.locator("article").innerText()).not.toContain("Bilal");
  const facilitator = await open("f-obr", { viewport: { width: 1024, height: 768 } });
  await facilitator.goto(address ?? "");
  await expect(facilitator.getByText("Bilal").first()).toBeVisible();
});

test("the sheet of a week has a box for everybody who is expected, and a code a shift", async ({ open }, info) => {
  const page = await open("manager-krn");
  await page.goto("/centres/KRN/sheet?workshop=KRN-SEW&week=2021-W21");
  // Four shifts on each of five days: more than stand beside each other, so each day has its page.
  await expect(page.locator("th.shift")).toHaveCount(20);
  await expect(page.locator("th.shift").first()).toContainText("Mon 24 May");
  await expect(page.getByRole("table")).toHaveCount(5);
  await expectAccessible(page);
  expect(await sheets(page)).toBe(5);
  expect(new Set(await codes(page, info)).size).toBe(20);
  // Two women a shift, and six rows for who else comes.
  const monday = page.getByRole("table").first();
  await expect(monday.locator("tbody").first().locator(".box span")).toHaveCount(8);
  await expect(monday.locator(".walk-ins tr")).toHaveCount(6);
  await page.goto("/centres/KRN/sheet?workshop=KRN-SEW&week=2021-W30");
  await expect(page.getByText("No shift is planned for this week")).toBeVisible();
});
