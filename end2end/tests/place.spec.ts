// A centre as a place: who lives there, day by day.

import { OccupancyPage } from "../pages/OccupancyPage.ts";
import { journalEntries } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/server.ts";

test("a gap is filled in as on the day before, with one number changed", async ({ open, server }) => {
  const page = new OccupancyPage(await open("manager-krn"));
  await page.page.goto("/centres/KRN");
  await page.page.getByRole("link", { name: "People housed" }).click();
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
  await expect(page.day("2021-05-30").getByRole("cell").nth(0)).toHaveText("333");
  await expect(page.day("2021-05-30")).toContainText("M-KRN-1");
  // The day after now has a day before.
  await expect(page.day("2021-05-31").getByRole("cell").nth(1)).toHaveText(/^[−-]6$/);
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
  await expect(page.day("2021-05-29").getByRole("cell").nth(0)).toHaveText("11");
});

test("for everybody's eyes", async ({ open }) => {
  for (const language of ["en", "sr-Cyrl"] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await open("coordinator", { language, colorScheme });
      for (const path of ["/centres/SID/occupancy?day=2021-05-31"]) {
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
    for (const path of ["/centres/KRN/occupancy"]) {
      const answer = await page.goto(path);
      expect(answer?.status(), `${login} ${path}`).toBe(403);
    }
  }
});
