// The desk puts wrong things right: a sheet of paper typed in, a correction with its reason, a month that
// is closed; and head office sees who did what, and lets somebody stand in.

import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { Api, journalEntries } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { follow } from "../support/menu.ts";
import { expect, test } from "../support/server.ts";

const laptop = { width: 1366, height: 768 };
const forgotten = "Mon 31 May, 10:00–12:00";

const mark = (page: Page, who: string, shift: string) => page.getByRole("combobox", { name: `${who}: ${shift}` });

test("a week on paper is typed in, and the shift is logged", async ({ open }) => {
  const page = await open("manager-krn", { viewport: laptop });
  await page.goto("/centres/KRN");
  await page.getByRole("link", { name: forgotten }).click();
  await page.getByRole("link", { name: "Type in from paper" }).click();
  await expect(page).toHaveURL(/\/centres\/KRN\/log\?workshop=KRN-SEW&week=2021-W22$/);
  await expectAccessible(page);
  await mark(page, "Fatima", forgotten).selectOption("Present");
  await mark(page, "Hanan", forgotten).selectOption("Absent");
  await page.getByLabel(`Canvas face mask (piece): ${forgotten}`).fill("18");
  // Somebody who was not on the list, by code, however it is written.
  await page.getByLabel("Code of somebody not listed 1").fill("ne31kc66");
  await page.getByRole("combobox", { name: `Code of somebody not listed: ${forgotten}` }).first().selectOption("Present");
  // Without the network nothing that was typed is lost.
  await page.context().setOffline(true);
  await expect(page.getByText("No connection to the server.")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(mark(page, "Fatima", forgotten)).toHaveValue("present");
  await page.context().setOffline(false);
  await expect(page.getByText("No connection to the server.")).toBeHidden();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. The history tells what was changed.")).toBeVisible();
  await expect(mark(page, "Amina", forgotten)).toHaveValue("present");

  await page.goto("/centres/KRN");
  const row = page.getByRole("row").filter({ hasText: "10:00–12:00" }).filter({ hasText: "Closed" });
  await expect(row).toContainText("18");
  await expect(page.getByRole("link", { name: forgotten })).toHaveCount(0);
  // Typed in once more, nothing changes.
  await row.getByRole("link").click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Nothing was changed.")).toBeVisible();
});

test("a correction needs its reason, and stands in the history", async ({ open, server, complaints }) => {
  complaints.expect(/status of 422/);
  const page = await open("manager-krn", { viewport: laptop });
  await page.goto("/centres/KRN");
  await page.locator("#shifts-table").locator("xpath=ancestor::table").getByRole("link", { name: "08:00–10:00" }).click();
  const shift = "Mon 31 May, 08:00–10:00";
  await mark(page, "Shirin", shift).selectOption("Absent");
  await page.getByLabel("Canvas face mask (piece)", { exact: false }).first().fill("24");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Remark: fill this in.")).toBeVisible();
  await expect(mark(page, "Shirin", shift), "what was chosen stays").toHaveValue("absent");
  await page.getByLabel("Why it is changed").fill("The wrong row was ticked");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. The history tells what was changed.")).toBeVisible();
  const history = page.getByRole("region", { name: "History" });
  const change = history.getByRole("row").filter({ hasText: "Attendance mark" }).first();
  await expect(change).toContainText("Mark: Absent");
  await expect(change).toContainText("in place of: Mark: Present");
  await expect(change).toContainText("M-KRN-1");
  await expect(history).toContainText("The wrong row was ticked");
  await expectAccessible(page);
  await page.goto("/centres/KRN");
  await expect(page.getByText("Entries that disagree")).toHaveCount(0);
  await journalEntries(server);
});

test("a closed month holds what comes late, until somebody decides", async ({ open, server }) => {
  const page = await open("manager-krn", { viewport: laptop });
  await page.goto("/centres/KRN");
  await follow(page, "Periods");
  await expectAccessible(page);
  // Twelve months are shown; the oldest is closed first.
  await page.getByRole("button", { name: "Close up to the end of June 2020" }).click();
  await expect(page.getByText("The period is closed.")).toBeVisible();
  await expect(page.getByText("Closed up to and including 30 June 2020")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "June 2020" })).toContainText("closed");

  const manager = await Api.as(server, "manager-krn");
  const { workshops } = await manager.snapshot();
  const workshop = workshops.find(({ code }) => code === "KRN-SEW")?.id;
  const late = { plan_shift: { shift: randomUUID(), workshop, day: "2020-06-20", start: "10:00", minutes: 60 } };
  expect(await manager.offer(late, "2021-05-31T14:00:00Z")).toBe("held");
  await page.goto("/centres/KRN");
  await expect(page.locator("#review")).toContainText("It came after the period of its shift was closed.");

  await page.goto("/centres/KRN/periods");
  await page.getByLabel("Why").fill("A sheet was found in a drawer");
  await page.getByRole("button", { name: "Open again" }).click();
  await expect(page.getByText("The period is open again.")).toBeVisible();
  await page.goto("/centres/KRN/journal?kind=reopen_period");
  await expect(page.getByRole("row").filter({ hasText: "Period opened again" })).toContainText("A sheet was found");
});

test("head office reads the journal, and lets somebody stand in", async ({ open, complaints }) => {
  complaints.expect(/status of 40[34]|status of 422/);
  const page = await open("coordinator", { viewport: laptop });
  await page.goto("/");
  const beside = page.getByRole("table", { name: /^Side by side/ });
  await expect(beside.getByRole("row")).toHaveCount(4);
  await expect(page.getByText("No backup was made yet", { exact: false })).toBeVisible();
  await page.getByRole("link", { name: "Journal" }).click();
  await page.getByLabel("Kind").selectOption({ label: "Pieces made" });
  await page.getByLabel("Centre").selectOption({ label: "Obrenovac" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/centre=OBR&kind=record_output/);
  const rows = page.getByRole("table").locator("tbody tr");
  await expect(rows.first()).toContainText("Pieces made");
  expect(new Set(await rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.kind)))).toEqual(new Set(["record_output"]));
  await expectAccessible(page);

  // Dragojla stands in for the manager of Obrenovac for two days.
  await page.goto("/access");
  await expectAccessible(page);
  await page.getByLabel("Who", { exact: true }).selectOption({ label: "F-KRN-1 · Dragojla Ocokoljić" });
  await page.getByLabel("Where", { exact: true }).selectOption("project:EU-RSPMM2");
  await page.getByRole("button", { name: "Give access" }).click();
  await expect(page.getByText("This role does not go with this place")).toBeVisible();
  await page.getByLabel("Where", { exact: true }).selectOption("centre:OBR");
  await page.getByLabel("First day").fill("2021-05-31");
  await page.getByLabel("Last day").fill("2021-06-01");
  await page.getByRole("button", { name: "Give access" }).click();
  await expect(page.getByText("Done. It holds at once.")).toBeVisible();
  const row = page.locator("tr[data-account='F-KRN-1']");
  await expect(row).toContainText("Centre manager: Obrenovac (from 31 May 2021 until 1 June 2021)");

  const deputy = await open("dragojla", { viewport: laptop });
  await deputy.goto("/centres/OBR");
  await expect(deputy.getByRole("heading", { level: 1 })).toHaveText("Obrenovac");
  await row.getByRole("button", { name: "Take away: F-KRN-1, Centre manager: Obrenovac" }).click();
  await expect(row).not.toContainText("Obrenovac");
  await deputy.goto("/centres/OBR");
  await expect(deputy.getByRole("heading", { level: 1 })).toHaveText("This page is not open to you");

  // A new account signs in with the password that is shown once.
  await page.getByLabel("Code in the journal").fill("f-sid-2");
  await page.getByLabel("Name to sign in with").fill("f-sid-2");
  await page.getByLabel("Name to show").fill("Facilitator, Šid");
  await page.getByRole("button", { name: "Make the account" }).click();
  const made = await page.locator(".once").innerText();
  expect(page.url(), "a password is no address").not.toContain(made);
  const fresh = await open(undefined, { viewport: laptop });
  await fresh.goto("/sign-in");
  await fresh.getByLabel("User name").fill("f-sid-2");
  await fresh.getByLabel("Password").fill(made);
  await fresh.getByRole("button", { name: "Sign in" }).click();
  await expect(fresh).not.toHaveURL(/sign-in/);
  await page.goto("/access");
  await expect(page.locator(".once")).toHaveCount(0);
});

test("a new centre begins empty, and every page of it can be read", async ({ open, complaints }) => {
  complaints.expect(/status of 4(09|22)/);
  const page = await open("coordinator", { viewport: laptop });
  await page.goto("/");
  await page.getByRole("link", { name: "Centres and projects" }).click();
  await expectAccessible(page);
  const centre = page.getByRole("region", { name: "New centre" });
  await centre.getByRole("button", { name: "Add the centre" }).click();
  await expect(centre.getByRole("alert").first()).toBeVisible();
  for (const [field, text] of [
    ["Code", "BUJ"], ["Name in English", "Bujanovac"], ["Name in Serbian (Cyrillic)", "Бујановац"],
    ["District in English", "Pčinja District"], ["District in Serbian (Cyrillic)", "Пчињски округ"],
    ["Code of the district (ISO 3166-2, e.g. RS-00)", "rs-24"],
    ["Municipality in English", "Bujanovac"], ["Municipality in Serbian (Cyrillic)", "Бујановац"], ["Source", "decision 12/2021"],
  ]) {
    await centre.getByLabel(field, { exact: true }).fill(text);
  }
  await centre.getByLabel("Kind").selectOption({ label: "Reception centre" });
  await centre.getByRole("button", { name: "Add the centre" }).click();
  await expect(page.getByText("Added.")).toBeVisible();

  await page.goto("/centres/BUJ");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bujanovac");
  await expectAccessible(page);
  const pages = await page.locator("details.menu a").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(pages.length).toBeGreaterThan(15);
  for (const href of [...pages, "/trends?centre=BUJ", "/reports/session-log?centre=BUJ"]) {
    await test.step(href, async () => {
      const answer = await page.goto(href);
      expect(answer?.status(), href).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    });
  }
  await page.goto("/");
  const row = page.locator("tr[data-centre='BUJ']");
  await expect(row).toContainText("0 of 0");

  // A project, and a workshop that counts for it.
  await page.goto("/organisation");
  const project = page.getByRole("region", { name: "New project" });
  for (const [field, text] of [
    ["Code", "N-1"], ["Name in English", "Skills"], ["Name in Serbian (Cyrillic)", "Вештине"],
    ["Funder in English", "Norway"], ["Funder in Serbian (Cyrillic)", "Норвешка"],
    ["Programme in English", "Grants"], ["Programme in Serbian (Cyrillic)", "Донације"],
    ["Carried out by, in English", "The organisation"], ["Carried out by, in Serbian (Cyrillic)", "Организација"],
    ["Reference of the grant", "NO/7"], ["First day", "2021-05-01"], ["Last day", "2021-12-31"],
  ]) {
    await project.getByLabel(field, { exact: true }).fill(text);
  }
  await project.getByRole("button", { name: "Add the project" }).click();
  const counts = page.getByRole("region", { name: "A workshop counts for a project" });
  await counts.getByLabel("Workshop").selectOption("KRN-SEW");
  await counts.getByLabel("Project").selectOption("N-1");
  await counts.getByLabel("First day").fill("2021-05-01");
  await counts.getByRole("button", { name: "Let it count" }).click();
  await expect(page.locator("tr[data-project='N-1']")).toContainText("Sewing and tailoring from 1 May 2021");
});
