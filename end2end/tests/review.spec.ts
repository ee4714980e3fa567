// What a manager decides about entries that were held or refused, and what stands beside it.

import { randomUUID } from "node:crypto";
import { DashboardPage } from "../pages/DashboardPage.ts";
import { Api, journalEntries, planShift } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { namesIn } from "../support/people.ts";
import { expect, type Server, test } from "../support/server.ts";

const early = "2021-05-30T10:00:00Z";
const on = "2021-05-31T12:30:00Z";

const mark = (shift: string, person: string, presence = "present") => ({ mark_attendance: { shift, person, presence } });

/** An entry in the list, by the kind that stands above it and a word in it. */
const entry = (page: DashboardPage, kind: string, text: string | RegExp) =>
  page.review.getByRole("article", { name: kind, exact: true }).filter({ hasText: text });

/** A shift with an entry of each kind that is not taken in, and two that disagree. */
async function unsettled(server: Server, start: string) {
  const { id: shift, women: [one, other] } = await planShift(server, start);
  const facilitator = await Api.as(server, "dragojla");
  const manager = await Api.as(server, "manager-krn");
  expect(await facilitator.offer(mark(shift, one.id), early)).toBe("held");
  expect(await facilitator.offer(mark(randomUUID(), other.id, "absent"), on)).toBe("held");
  const count = { record_headcount: { shift, sex: "male", band: "5-11", people: 9999 } };
  expect(await facilitator.offer(count, on)).toBe("rejected");
  expect(await facilitator.offer(mark(shift, other.id), on)).toBe("applied");
  expect(await manager.offer(mark(shift, other.id, "absent"), on)).toBe("applied");
  const note = { note_shift: { shift } };
  expect(await manager.offer(note, on, { remark: "The thread ran out" })).toBe("applied");
  return { shift, one, other };
}

test("an entry is taken in, another is corrected, a third is set aside", async ({ open, server }) => {
  const { one, other } = await unsettled(server, "07:05");
  const centre = new DashboardPage(await open("manager-krn"));
  const { page } = centre;
  await centre.open("KRN", "2021-05-31");
  const before = await journalEntries(server);

  const waits = entry(centre, "Attendance mark", "07:05–09:05");
  await expect(waits).toContainText(one.code);
  await expect(waits).toContainText("F-KRN-1");
  await expect(waits).toContainText("It was entered before the day of the shift.");
  await waits.getByText("As it was sent").click();
  await expect(waits.locator("pre")).toContainText("mark_attendance");
  await waits.getByRole("button", { name: "Take it in", exact: true }).click();
  await expect(page).toHaveURL("/centres/KRN?day=2021-05-31&done=released#review");
  await expect(centre.review.getByRole("status")).toHaveText("The entry is taken in and counts.");
  await expect(waits).toHaveCount(0);
  // The decision, and the entry itself.
  expect(await journalEntries(server) - before).toBe(2);

  const lost = entry(centre, "Attendance mark", "not known here");
  await lost.getByRole("link", { name: "Correct and take in" }).click();
  await expect(lost.getByLabel("Code of the participant")).toHaveValue(other.code);
  await lost.getByLabel("Shift", { exact: true }).selectOption({ label: "Sewing and tailoring · 31 May 2021, 07:05–09:05" });
  await lost.getByLabel("Code of the participant").fill("0000-0001");
  await lost.getByRole("button", { name: "Correct and take in" }).click();
  await expect(centre.review.getByRole("alert")).toContainText("There is no participant with this code.");
  expect(await journalEntries(server) - before).toBe(2);
  await lost.getByLabel("Shift", { exact: true }).selectOption({ label: "Sewing and tailoring · 31 May 2021, 07:05–09:05" });
  await lost.getByLabel("Code of the participant").fill(other.code.toLowerCase());
  await lost.getByRole("button", { name: "Correct and take in" }).click();
  await expect(centre.review.getByRole("status")).toHaveText("Your correction counts; the entry is set aside.");
  await expect(lost).toHaveCount(0);

  const wild = entry(centre, "Headcount", "9,999");
  await expect(wild.getByRole("button", { name: "Take it in" })).toHaveCount(0);
  await wild.getByRole("button", { name: "Set aside" }).click();
  await expect(centre.review.getByRole("status").first()).toContainText("It stays kept and does not count.");
  await expect(wild).toHaveCount(0);
  expect(await journalEntries(server) - before).toBe(5);
});

test("what disagrees and what was noted is in sight", async ({ open, server }) => {
  const { other } = await unsettled(server, "07:10");
  const centre = new DashboardPage(await open("manager-krn"));
  await centre.open("KRN", "2021-05-31");
  const list = centre.page.getByRole("region", { name: "Entries that disagree", exact: true });
  const both = list.getByRole("rowgroup").filter({ hasText: "07:10–09:10" });
  await expect(both).toContainText("Two marks of one participant");
  await expect(both.getByRole("row")).toHaveCount(3);
  await expect(both.getByRole("row").nth(1)).toContainText(other.code);
  await expect(both).toContainText("does not count");
  await expect(centre.shifts).toContainText("The thread ran out");
  // Head office decides as well, and sees codes only.
  const office = new DashboardPage(await open("coordinator"));
  await office.open("KRN", "2021-05-31");
  const text = await office.page.getByRole("main").innerText();
  expect(text).not.toContain("The thread ran out");
  expect(text).toContain("There is a note; its text is not shown here.");
  expect(namesIn(text).filter((name) => !/^[FM]-/.test(name))).toEqual([]);
});

test("with the keyboard alone, and for everybody's eyes", async ({ open, server }) => {
  await unsettled(server, "07:15");
  for (const language of ["en", "sr-Cyrl"] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await open("manager-krn", { language, colorScheme });
      await page.goto("/centres/KRN?day=2021-05-31");
      await expectAccessible(page);
      const href = await page.locator("#review a.button[href*=correct]").first().getAttribute("href");
      await page.goto(`${href?.split("#")[0]}&fault=unknown_person`);
      await expect(page.locator("form[action='/review/correct']")).toBeVisible();
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 640 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, `${language}: no sideways scroll`).toBeLessThanOrEqual(0);
    }
  }
  const page = await open("manager-krn");
  await page.goto("/centres/KRN?day=2021-05-31#review");
  await page.locator("#review").focus();
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  for (let presses = 0; presses < 10 && await focused() !== "Set aside"; presses += 1) await page.keyboard.press("Tab");
  expect(await focused()).toBe("Set aside");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "set aside" })).toBeVisible();
});
