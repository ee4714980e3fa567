// The plan: a month from nothing, one shift moved, days closed and opened, and a calendar of it.

import { execFileSync } from "node:child_process";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { journalEntries } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { follow } from "../support/menu.ts";
import { expect, test } from "../support/server.ts";

const python = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../.venv/bin/python");

/** The cards of a day, e.g. "Mon 7 June". */
const cards = (page: Page, day: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: day, exact: true }) }).locator(".plan-card");

test("a month at Krnjača is planned from nothing, and the tablet has its shifts", async ({ complaints, open }) => {
  complaints.expect(/status of 422/);
  const page = await open("manager-krn", { viewport: { width: 1024, height: 768 } });
  await page.goto("/centres/KRN");
  await follow(page, "Workshops");
  const workshop = page.getByRole("region", { name: "New workshop" });
  await workshop.getByLabel("Code").fill("KRN-COOK");
  await workshop.getByLabel("Name in English").fill("Cooking");
  await workshop.getByLabel("Name in Serbian").fill("Кување");
  await workshop.getByLabel("Activity").selectOption({ label: "Cooking" });
  await workshop.getByLabel("Length in minutes").fill("90");
  await workshop.getByLabel("People at once").fill("6");
  await page.getByRole("button", { name: "Add the workshop" }).click();
  await expect(page.getByRole("status")).toHaveText("The workshop is added. Next: a schedule.");
  await expect(page.getByRole("row", { name: /KRN-COOK/ })).toContainText("6 from 31 May 2021");

  await page.goto("/centres/KRN/rooms");
  const room = page.getByRole("region", { name: "New room" });
  await room.getByLabel("Code").fill("KRN-KITCHEN");
  await room.getByLabel("Name in English").fill("Kitchen");
  await room.getByLabel("Name in Serbian").fill("Кухиња");
  await room.getByLabel("People at once").fill("8");
  await page.getByRole("button", { name: "Add the room" }).click();
  await expect(page.getByRole("row", { name: /Kitchen/ })).toContainText("8 from 31 May 2021");
  await expectAccessible(page);

  await page.goto("/centres/KRN/schedules");
  await page.getByLabel("Workshop").selectOption({ label: "Cooking" });
  await page.getByLabel("Tuesday").check();
  await page.getByLabel("Friday").check();
  await page.getByLabel("Beginnings").fill("15:00, 17");
  await page.getByLabel("Length in minutes").fill("90");
  await page.getByLabel("Room").selectOption({ label: "Kitchen" });
  await page.getByLabel("F-KRN-1").check();
  await page.getByLabel("Last day").fill("2021-06-30");
  await page.getByRole("button", { name: "Make the schedule" }).click();
  // What cannot be read is said, and the rest stays.
  await expect(page.getByText("Number of beginnings, rising: enter a value from 1 to 12.")).toBeVisible();
  await expect(page.getByLabel("Tuesday")).toBeChecked();
  await expectAccessible(page);
  await page.getByLabel("Beginnings").fill("17:00, 15:00");
  await page.getByRole("button", { name: "Make the schedule" }).click();
  // Tuesdays and Fridays of June, two a day.
  await expect(page.getByRole("status")).toContainText("18 shifts are planned by it from today on.");
  await expect(page.getByRole("row", { name: /Cooking/ })).toContainText("every week: Tuesday, Friday, 15:00, 17:00");
  await page.getByRole("link", { name: "See the week" }).click();
  await expect(cards(page, "Tue 1 June")).toHaveCount(2);
  await expect(cards(page, "Tue 1 June").first()).toContainText("15:00–16:30");
  await expect(cards(page, "Tue 1 June").first()).toContainText("Kitchen");
  await expectAccessible(page);

  const tablet = await open("dragojla", { viewport: { width: 768, height: 1024 } });
  await tablet.goto("/week?week=2021-W22");
  await expect(cards(tablet, "Fri 4 June")).toHaveCount(2);
  await expect(cards(tablet, "Fri 4 June").first()).toHaveAttribute("href", /^\/tablet\?shift=/);
  await expectAccessible(tablet);
  // And the tablet itself has them.
  await tablet.goto(await cards(tablet, "Fri 4 June").first().getAttribute("href") ?? "");
  await expect(tablet.getByText("Kitchen").first()).toBeVisible();
});

test("one shift is moved, lengthened, staffed, called off and planned again", async ({ complaints, open, server }) => {
  complaints.expect(/status of 409/);
  const page = await open("manager-krn");
  await page.goto("/centres/KRN/plan?week=2021-W23");
  const add = page.getByRole("region", { name: "Add a single shift" });
  await add.getByLabel("Workshop").selectOption({ label: "Sewing and tailoring" });
  await add.getByLabel("Day").fill("2021-06-09");
  await add.getByLabel("Begins at").fill("09:00");
  await add.getByLabel("Length in minutes").fill("60");
  await add.getByLabel("F-KRN-1").check();
  await page.getByRole("button", { name: "Add the shift" }).click();
  await expect(page.getByRole("status").first()).toHaveText("The shift is added.");
  await expect(cards(page, "Wed 9 June")).toHaveCount(1);

  // Another one at the same time: whoever leads both is asked about.
  const before = await journalEntries(server);
  await add.getByLabel("Day").fill("2021-06-09");
  await add.getByLabel("Begins at").fill("09:30");
  await add.getByLabel("F-KRN-1").check();
  await page.getByRole("button", { name: "Add the shift" }).click();
  await expect(add.getByRole("alert")).toContainText("The facilitator has another shift at that time.");
  expect(await journalEntries(server)).toBe(before);
  await expectAccessible(page);
  await add.getByLabel("Why all the same").selectOption({ label: "Agreed with those concerned" });
  await page.getByRole("button", { name: "Add the shift" }).click();
  await expect(page.getByText("Planned all the same: Agreed with those concerned").first()).toBeVisible();

  await page.getByLabel("Day", { exact: true }).first().fill("2021-06-10");
  await page.getByLabel("Begins at").first().fill("16:00");
  await page.getByLabel("Length in minutes").first().fill("150");
  await page.getByRole("button", { name: "Save this shift" }).click();
  await expect(page.getByRole("status").first()).toHaveText("The shift is changed.");
  await expect(cards(page, "Thu 10 June").first()).toContainText("16:00–18:30");

  await page.getByRole("button", { name: "Take F-KRN-1 out" }).click();
  await expect(cards(page, "Thu 10 June").first()).toContainText("No facilitator");
  await page.getByLabel("Facilitator", { exact: true }).first().selectOption({ label: "M-KRN-1" });
  await page.getByRole("button", { name: "Put in charge" }).click();
  await expect(cards(page, "Thu 10 June").first()).toContainText("M-KRN-1");

  await page.getByLabel("Reason").selectOption({ label: "Material missing" });
  await page.getByLabel("Remark").fill("No canvas until Monday");
  await page.getByRole("button", { name: "Save: will not happen" }).click();
  await expect(cards(page, "Thu 10 June").first()).toContainText("Did not happen");
  await expect(cards(page, "Thu 10 June").first()).toContainText("Material missing");
  await page.getByRole("button", { name: "Plan it again" }).click();
  await expect(cards(page, "Thu 10 June").first()).toContainText("To come");
  // What a person wrote stays out of the log.
  expect(server.log).not.toContain("canvas until");
});

test("with the keyboard alone, upright: closed days call shifts off, and opened ones bring them back", async ({ complaints, open }) => {
  complaints.expect(/status of 400/);
  const page = await open("manager-krn", { viewport: { width: 768, height: 1024 } });
  await page.goto("/centres/KRN/schedules");
  await page.getByLabel("Monday").focus();
  await page.keyboard.press("Space");
  await page.getByLabel("Beginnings").focus();
  await page.keyboard.type("19:00");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("8 shifts are planned by it from today on.");

  await page.goto("/centres/KRN/rooms");
  const close = page.getByRole("region", { name: "Close days" });
  await close.getByLabel("First day").fill("2021-06-14");
  await close.getByLabel("Last day").fill("2021-06-13");
  await close.getByRole("button", { name: "Close" }).press("Enter");
  await expect(close.getByRole("alert")).toHaveText("The period ends before it begins: swap the two days.");
  await close.getByLabel("Last day").fill("2021-06-14");
  await close.getByLabel("Reason").selectOption({ label: "Health or quarantine rules" });
  await close.getByRole("button", { name: "Close" }).press("Enter");
  await expect(page.getByRole("status")).toHaveText("The days are closed.");
  await expectAccessible(page);
  await page.goto("/centres/KRN/plan?week=2021-06-15");
  await expect(page.getByText("Closed 14 June 2021, The whole centre: Health or quarantine rules")).toBeVisible();
  await expect(cards(page, "Mon 14 June").first()).toContainText("Did not happen");
  await page.goto("/centres/KRN/rooms");
  await page.getByRole("button", { name: "Open again: 14 June 2021" }).press("Enter");
  await expect(page.getByRole("status")).toHaveText("The days are open again.");
  await page.goto("/centres/KRN/plan?week=2021-W24");
  await expect(cards(page, "Mon 14 June").first()).toContainText("To come");

  // This and all that follow: from the shift to its schedule.
  await cards(page, "Mon 14 June").first().press("Enter");
  await page.getByRole("link", { name: "Change this and all that follow" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Change a schedule" })).toBeVisible();
  await expect(page.getByLabel("Monday")).toBeChecked();
  await expect(page.getByLabel("From day")).toHaveValue("2021-06-14");
  await page.getByLabel("Beginnings").fill("18:00");
  await page.getByRole("button", { name: "Change from that day on" }).press("Enter");
  await page.goto("/centres/KRN/plan?week=2021-W24");
  await expect(cards(page, "Mon 14 June")).toHaveCount(1);
  await expect(cards(page, "Mon 14 June").first()).toContainText("18:00");
  await page.goto("/centres/KRN/plan?week=2021-W23");
  await expect(cards(page, "Mon 7 June").first()).toContainText("19:00");
  await page.goto("/centres/KRN/schedules");
  await page.getByRole("row", { name: /18:00/ }).getByLabel("End after day").fill("2021-06-21");
  await page.getByRole("row", { name: /18:00/ }).getByRole("button", { name: "End" }).press("Enter");
  await expect(page.getByRole("status")).toContainText("The schedule is ended.");
  await page.goto("/centres/KRN/plan?week=2021-W26");
  await expect(cards(page, "Mon 28 June")).toHaveCount(0);
});

test("a calendar program reads the plan by a secret address, which names nobody and can be ended", async ({ open, server, request }) => {
  const page = await open("dragojla");
  await page.goto("/week");
  await page.getByRole("button", { name: "Make an address" }).click();
  const address = await page.getByLabel("Address of the calendar").inputValue();
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1\/calendar\/[0-9a-f]{64}\.ics$/);
  await expectAccessible(page);
  const answer = await request.get(address);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  const text = await answer.text();
  for (const name of ["Amina", "Dragojla", "F-KRN"]) expect(text).not.toContain(name);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  // Read by another program: the story's ten o'clock shift, at ten in Belgrade.
  const script = `
import sys, icalendar, zoneinfo
zone = zoneinfo.ZoneInfo("Europe/Belgrade")
events = icalendar.Calendar.from_ical(sys.stdin.read()).walk("VEVENT")
print(len({e["UID"] for e in events}) == len(events))
print([str(e["SUMMARY"]) + "|" + str(e["LOCATION"]) for e in events
       if e["DTSTART"].dt.astimezone(zone).isoformat() == "2021-05-31T10:00:00+02:00"])
print(sorted({str(e["STATUS"]) for e in events}))`;
  const read = execFileSync(python, ["-c", script], { input: text, encoding: "utf8" }).trim().split("\n");
  expect(read).toEqual(["True", "['Sewing and tailoring|Krnjača']", "['CANCELLED', 'CONFIRMED']"]);
  expect(server.log).toContain("/api/v1/calendar/");
  expect(server.log).not.toContain(address.split("/").pop()!.slice(0, 16));

  await page.getByRole("button", { name: "End the address" }).click();
  await expect(page.getByRole("status")).toHaveText("The address is ended.");
  expect((await request.get(address)).status()).toBe(404);
  const manager = await open("manager-krn");
  await manager.goto("/centres/KRN/plan");
  await manager.getByRole("button", { name: "Make an address" }).click();
  const whole = await manager.getByLabel("Address of the calendar").inputValue();
  expect(await (await request.get(whole)).text()).toContain("NAME:Krnjača");
});
