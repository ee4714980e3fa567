// A donor's officer looks at the project, takes a file, and has it checked; head office sets what is counted.

import { readFileSync, writeFileSync } from "node:fs";
import { expectAccessible } from "../support/axe.ts";
import { sheets } from "../support/paper.ts";
import { expect, test } from "../support/server.ts";

const PROJECT = "/projects/EU-RSPMM2";

test("a donor sees the project, takes a package, and anybody has it checked", async ({ open }, info) => {
  const donor = await open("donor");
  await donor.goto("/projects");
  await donor.getByRole("link", { name: /^Regional support/ }).click();
  await expect(donor.getByRole("heading", { level: 1 })).toContainText("Regional support");
  // What counts nobody is told; small numbers of people are not.
  const masks = donor.locator("tr[data-indicator='OP1.4']");
  await expect(masks).toContainText("10,000");
  const women = donor.locator("tr[data-indicator='OP1.2'] td").first();
  await expect(women).toBeVisible();
  await expect(donor.locator("section[aria-labelledby='people']")).toContainText("Women and girls");
  await expect(donor.locator("#hidden-why")).toContainText("Numbers from 1 to 4 are hidden");
  await expect(donor.getByText("Add or define an indicator")).toHaveCount(0);

  const line = donor.locator("section[aria-labelledby='files'] li").filter({ hasText: "People by sex and age" });
  const [download] = await Promise.all([
    donor.waitForEvent("download"),
    line.getByRole("link", { name: "Data package" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^radionica-people-by-sex-and-age-EU-RSPMM2-.*\.zip$/);
  const file = await download.path();
  const bytes = readFileSync(file);

  const anybody = await open();
  const check = async (path: string, verdict: string) => {
    await anybody.goto("/verify");
    await anybody.getByLabel("The file", { exact: true }).setInputFiles(path);
    await anybody.getByRole("button", { name: "Check" }).click();
    await expect(anybody.locator("#result")).toContainText(verdict);
  };
  await check(file, "Genuine");
  await expect(anybody.locator("#result")).toContainText("a donor: small numbers of people are hidden");
  await expectAccessible(anybody);
  const forged = info.outputPath("forged.zip");
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(forged, bytes);
  await check(forged, "Changed");

  // The page knows what was taken, and that nothing was entered about its shifts.
  await donor.reload();
  await expect(donor.locator("section[aria-labelledby='changed']")).toContainText("nothing was entered about shifts of the period");
});

test("head office sees what an indicator would tell, saves it, and sets a target", async ({ open, complaints }) => {
  complaints.expect(/status of 4(00|22)/);
  const office = await open("coordinator");
  await office.goto(`${PROJECT}?period=2021-05`);
  const form = office.locator("form", { has: office.locator("#indicator-code") });
  await form.locator("#indicator-code").fill("1.5");
  for (const name of ["title", "definition", "unit", "source"]) {
    await form.locator(`#indicator-${name}_en`).fill("Sessions held");
    await form.locator(`#indicator-${name}_sr`).fill("Одржане смене");
  }
  await form.locator("#indicator-measure").selectOption("sessions");
  await form.locator("#indicator-activity").selectOption("sewing");
  await form.getByRole("button", { name: "Show what it would tell" }).click();
  // A code that a spreadsheet would take for a number is refused, and what was typed stays.
  await expect(form.locator("#indicator-code-error")).toBeVisible();
  await expect(form.locator("#indicator-title_en")).toHaveValue("Sessions held");
  await form.locator("#indicator-code").fill("OP1.5");
  await form.getByRole("button", { name: "Show what it would tell" }).click();
  await expect(office.locator("#preview")).toContainText("Nothing is saved yet");
  const told = (await office.locator("#preview").textContent())?.match(/would tell (\d+) for/)?.[1];
  expect(Number(told)).toBeGreaterThan(50);
  await expect(office.locator("tr[data-indicator='OP1.5']")).toHaveCount(0);
  await form.getByRole("button", { name: "Save the indicator" }).click();
  await expect(office.getByText("The indicator is saved.")).toBeVisible();
  const row = office.locator("tr[data-indicator='OP1.5']");
  await expect(row).toContainText(told ?? "");

  const target = office.locator("form", { has: office.locator("#target-value") });
  await target.locator("#target-indicator").selectOption({ label: "OP1.5 · Sessions held" });
  await target.locator("#target-value").fill("400");
  await target.getByRole("button", { name: "Set a target" }).click();
  await expect(office.getByText("The target is set.")).toBeVisible();
  await expect(row).toContainText("400");
  // Its definition can be changed: it is shown as it is.
  await row.getByRole("link", { name: "Define anew" }).click();
  await expect(office.locator("#indicator-code")).toHaveValue("OP1.5");
  await expect(office.locator("#indicator-measure")).toHaveValue("sessions");
});

test("a project fits a phone and prints", async ({ open }) => {
  const donor = await open("donor", { viewport: { width: 390, height: 844 } });
  await donor.goto(`${PROJECT}?period=2021`);
  const overflow = await donor.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBe(0);
  await donor.emulateMedia({ media: "print" });
  await expect(donor.locator("#files")).toBeHidden();
  await expect(donor.locator("#progress-table")).toBeVisible();
});

test.describe("on paper", () => {
  // The project as it is in the demo, whatever the tests before have added to it.
  test.use({ demo: "on paper" });

  test("a month takes two sheets in every language", async ({ open }) => {
    for (const language of ["en", "sr-Cyrl", "ar"] as const) {
      const donor = await open("donor", { language });
      await donor.goto(`${PROJECT}?period=2021-05`);
      expect(await sheets(donor), language).toBe(2);
    }
  });
});
