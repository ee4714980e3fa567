// A centre as a place: who lives there, day by day; what is known of it; what it hands out.

import { OccupancyPage } from "../pages/OccupancyPage.ts";
import { journalEntries } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { follow } from "../support/menu.ts";
import { expect, test } from "../support/server.ts";

test("a gap is filled in as on the day before, with one number changed", async ({ open, server }) => {
  const page = new OccupancyPage(await open("manager-krn"));
  await page.page.goto("/centres/KRN");
  await follow(page.page, "People housed");
  await expect(page.page).toHaveURL("/centres/KRN/occupancy");
  await expect(page.day("2021-05-30")).toContainText("No entry");
  await page.day("2021-05-30").getByRole("link", { name: "Enter 30 May 2021" }).click();
  await expect(page.field("total")).toHaveValue("");
  await expect(page.field("total")).toHaveAttribute("placeholder", "331");
  const before = await journalEntries(server);

  await expect(page.asBefore).toHaveText("As on 24 May 2021");
  await page.asBefore.click();
  await expect(page.field("total")).toHaveValue("331");
  await page.field("total").fill("333");
  await page.save.click();
  await expect(page.page.getByRole("status")).toHaveText("Saved: 30 May 2021.");
  await expect(page.day("2021-05-30").getByRole("cell").nth(1)).toHaveText("333");
  await expect(page.day("2021-05-30")).toContainText("M-KRN-1");
  // The day after now has a day before.
  await expect(page.day("2021-05-31").getByRole("cell").nth(2)).toHaveText(/^[−-]6$/);
  expect(await journalEntries(server) - before).toBe(1);

  await page.field("total").fill("332");
  await page.save.click();
  const day = page.day("2021-05-30");
  await day.getByText("1 earlier entry").click();
  await expect(day).toContainText("Everybody 333 → 332");
});

test("a number that cannot be is said at its field, and what was typed stays", async ({ complaints, open, server }) => {
  complaints.expect(/status of 422/);
  const page = new OccupancyPage(await open("manager-krn"));
  await page.open("KRN", "2021-05-29");
  const before = await journalEntries(server);
  await page.field("total").fill("10");
  await page.field("children").fill("11");
  await page.save.click();
  await expect(page.fault).toContainText("This was not saved.");
  await expect(page.wrong("children")).toHaveText("Children: enter a value from 0 to 10.");
  await expect(page.field("children")).toBeFocused();
  await expect(page.field("total")).toHaveValue("10");
  expect(await journalEntries(server)).toBe(before);
  await expectAccessible(page.page);

  await page.field("children").fill("");
  await page.form.locator("summary").click();
  await page.form.getByLabel("Female, 0–4").fill("11");
  await page.save.click();
  await expect(page.wrong("total")).toContainText("enter a value from 11 to");
  await page.field("total").fill("");
  await page.save.click();
  await expect(page.day("2021-05-29").getByRole("cell").nth(1)).toHaveText("11");
});

test("handing out more than was made is saved, and warned of", async ({ complaints, open, server }) => {
  complaints.expect(/status of 422/);
  const page = await open("manager-krn");
  await page.goto("/centres/KRN");
  await follow(page, "Made and handed out");
  await expect(page.getByText("Add a recipient first")).toBeVisible();
  await page.getByLabel("Name in English").fill("Pharmacy Krnjača");
  await page.getByLabel("Name in Serbian").fill("Апотека Крњача");
  await page.getByRole("button", { name: "Add a recipient" }).click();
  await expect(page.getByRole("status")).toHaveText("The recipient is added.");

  const before = await journalEntries(server);
  await page.getByLabel("How much").fill("many");
  await page.getByRole("button", { name: "Save the hand-out" }).click();
  await expect(page.locator("#hand-out-quantity-error")).toContainText("Quantity: enter");
  await expect(page.getByLabel("How much")).toHaveValue("many");
  await expectAccessible(page);
  expect(await journalEntries(server)).toBe(before);

  await page.getByLabel("How much").fill("90000");
  await page.getByRole("button", { name: "Save the hand-out" }).click();
  await expect(page.getByText("The hand-out is saved.", { exact: true })).toBeVisible();
  const warning = page.getByRole("status").filter({ hasText: "More was handed out than made" });
  await expect(warning).toContainText("By 31 May 2021,");
  await expectAccessible(page);

  await page.getByRole("button", { name: /^Take back: 90,000 pieces/ }).click();
  await expect(page.getByRole("status")).toHaveText("The hand-out is taken back and counts no more.");
  await expect(warning).toHaveCount(0);
  await expect(page.locator("tr[data-voided]")).toContainText("Taken back");
});

test("head office adds a dated fact, and the manager reads it", async ({ open }) => {
  const office = await open("coordinator");
  await office.goto("/centres/KRN/facts");
  await office.getByText("Add a record: Address").first().click();
  await office.getByLabel("Street and number (English)").fill("Zrenjaninski put bb");
  await office.getByLabel("Street and number (Serbian").fill("Зрењанински пут бб");
  await office.getByLabel("Place (English)").fill("Belgrade");
  await office.getByLabel("Place (Serbian").fill("Београд");
  await office.locator("#address-day").fill("2021-05-01");
  await office.locator("#address-source").fill("Office, 2021");
  await office.getByRole("button", { name: "Add a record: Address" }).click();
  await expect(office.getByRole("status")).toHaveText("The record is saved.");

  // The position as a map gives it; the demo has an approximate one.
  await office.getByText("Add a record: Position on the map").first().click();
  await office.getByLabel("Latitude").fill("44.8444");
  await office.getByLabel("Longitude").fill("20,501");
  await office.locator("#position-source").fill("Map, 2021");
  await office.getByRole("button", { name: "Add a record: Position on the map" }).click();
  await expect(office.getByRole("row", { name: /^44.8444, 20.501/ })).toContainText("Holds today");

  const page = await open("manager-krn");
  await page.goto("/centres/KRN");
  await follow(page, "Facts about the centre");
  await expect(page.getByRole("row", { name: /^44.84, 20.5 / })).toContainText("Held earlier");
  const row = page.getByRole("row", { name: /Zrenjaninski put bb, Belgrade/ });
  await expect(row).toContainText("Holds today");
  await expect(row).toContainText("Office, 2021");
  await expect(page.getByText("Add a record")).toHaveCount(0);
});

test("for everybody's eyes", async ({ open }) => {
  for (const language of ["en", "sr-Cyrl"] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await open("coordinator", { language, colorScheme });
      for (const path of ["/centres/SID/occupancy?day=2021-05-31", "/centres/KRN/facts", "/centres/KRN/stock"]) {
        await page.goto(path);
        await expectAccessible(page);
        await page.setViewportSize({ width: 320, height: 640 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, `${path} ${language}: no sideways scroll`).toBeLessThanOrEqual(0);
        await page.setViewportSize({ width: 1024, height: 768 });
      }
    }
  }
});

test("a facilitator and a donor are refused", async ({ complaints, open }) => {
  complaints.expect(/status of 403/);
  for (const login of ["dragojla", "donor"] as const) {
    const page = await open(login);
    for (const path of ["/centres/KRN/occupancy", "/centres/KRN/facts", "/centres/KRN/stock"]) {
      const answer = await page.goto(path);
      expect(answer?.status(), `${login} ${path}`).toBe(403);
    }
  }
});
