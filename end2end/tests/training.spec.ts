// A training without a centre: progress and completion instead of presence.

import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/server.ts";

test("head office runs a training: a participant makes progress and completes it", async ({ complaints, open }) => {
  complaints.expect(/status of 422/);
  const page = await open("coordinator", { viewport: { width: 1024, height: 768 } });
  await page.goto("/");
  await page.getByRole("link", { name: "Trainings" }).click();
  await expect(page.getByRole("row", { name: /E-course for border guards/ })).toContainText("8");
  await expectAccessible(page);
  await page.getByLabel("Code", { exact: true }).fill("first-aid");
  await page.getByLabel("Name in English").fill("First aid");
  await page.getByLabel("Name in Serbian").fill("Прва помоћ");
  await page.getByRole("button", { name: "Add the training" }).click();
  await expect(page.getByText("The training is there")).toBeVisible();
  await page.getByRole("link", { name: "First aid" }).click();
  await expect(page.getByText("Nobody is enrolled yet")).toBeVisible();
  await page.getByLabel("Nationality").selectOption({ label: "Bosnia and Herzegovina" });
  await page.getByRole("button", { name: "Register and enrol" }).click();
  const row = page.getByRole("table", { name: "Participants" }).locator("tbody tr");
  await expect(row).toContainText("not begun");

  // With the keyboard alone; what does not fit is said and kept.
  await row.getByRole("textbox").focus();
  await page.keyboard.type("40");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Save what changed" }).press("Enter");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(row.getByRole("textbox")).toHaveValue("40");
  await expectAccessible(page);
  await row.getByRole("checkbox").check();
  await row.getByRole("textbox").fill("100");
  // Enter saves: it does not press the first button of a row.
  await row.getByRole("textbox").press("Enter");
  await expect(row).toContainText("100 % on 31 May 2021 · completed");
  await expect(page.getByText("1 participant, 1 completed it")).toBeVisible();
  await expectAccessible(page);
});
