// Files that are asked for lie at the lower edge of the page and come by themselves;
// they are fetched again, taken away, and work without scripts.

import type { Locator, Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { ReportPage } from "../pages/ReportPage.ts";
import { expectAccessible } from "../support/axe.ts";
import { expect, type Server, test } from "../support/server.ts";

const shelf = (page: Page): Locator => page.locator("[data-files]");
const rows = (page: Page): Locator => shelf(page).locator("[data-file]");

test("a short file comes by itself, and lies there for a while", async ({ open }) => {
  const report = new ReportPage(await open("manager-krn"));
  const { page } = report;
  await report.open("session-log", { centre: "KRN" });
  await expect(shelf(page)).toBeHidden();
  const top = await report.table.boundingBox();
  const file = await report.save("CSV for machines");
  expect(file.name).toBe("radionica-session-log-KRN-2021-05-01--2021-05-31.csv");
  const row = rows(page);
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("Session log");
  await expect(row).toContainText(/Ready; it is kept until \d\d:\d\d/);
  // Nothing moved when it came.
  expect(await report.table.boundingBox()).toEqual(top);
  await expectAccessible(page);

  // It survives a reload, folded; nothing is fetched a second time by itself.
  let downloads = 0;
  page.on("download", () => { downloads += 1; });
  await page.reload();
  await expect(row).toBeHidden();
  await shelf(page).getByText("Your files (1)").click();
  await expect(row).toBeVisible();
  const [again] = await Promise.all([
    page.waitForEvent("download"),
    row.getByRole("link", { name: "Download Session log" }).click(),
  ]);
  expect(readFileSync(await again.path())).toEqual(file.data);
  expect(downloads).toBe(1);

  // Also on the other pages that offer files; and it is taken away.
  await page.goto("/trends?centre=KRN");
  await shelf(page).getByText("Your files (1)").click();
  await row.getByRole("button", { name: "Remove Session log" }).click();
  await expect(shelf(page)).toBeHidden();
  await expect(page.locator("[data-files-said]")).toHaveText("It was taken away.");
  await page.reload();
  await expect(shelf(page)).toBeHidden();
});

// A file is sealed with an entry in the database: as long as nobody can write there, it stays in work.
test.describe("a file that takes long", () => {
  /** Asks for one while nobody can write; what it returns lets it be finished. */
  const ask = async (report: ReportPage, server: Server): Promise<() => Promise<void>> => {
    const { page } = report;
    await report.open("session-log", { centre: "KRN" });
    // The key that seals is made with the first file.
    await page.request.get("/api/v1/reports/session-log.csv?from=2021-05-01&to=2021-05-31&centre=KRN");
    const release = await server.holdWrites();
    try {
      await report.download("CSV for machines").click();
      await expect(rows(page)).toHaveAttribute("data-state", "working");
    } catch (fault) {
      await release();
      throw fault;
    }
    return release;
  };

  test("is followed, also after the page was loaded again, until it is there", async ({ server, open }) => {
    const report = new ReportPage(await open("manager-krn"));
    const { page } = report;
    const release = await ask(report, server);
    try {
      await expect(rows(page).getByRole("progressbar")).toBeVisible();
      await expect(rows(page)).toContainText("Is being sealed");
      await expectAccessible(page);
      await page.reload();
      await expect(rows(page)).toBeVisible();
      await expect(rows(page)).toHaveAttribute("data-state", "working");
    } finally {
      await release();
    }
    await expect(rows(page)).toContainText(/Ready; it is kept until/);
    await rows(page).getByRole("button", { name: "Remove Session log" }).click();
    await expect(rows(page)).toHaveCount(0);
  });

  test("is cancelled with one press, and never comes", async ({ server, open }) => {
    const report = new ReportPage(await open("manager-krn"));
    const { page } = report;
    let downloads = 0;
    page.on("download", () => { downloads += 1; });
    const release = await ask(report, server);
    try {
      await rows(page).getByRole("button", { name: "Cancel Session log" }).click();
      await expect(rows(page)).toHaveCount(0);
      await expect(shelf(page)).toBeHidden();
    } finally {
      await release();
    }
    await page.reload();
    await expect(rows(page)).toHaveCount(0);
    expect(downloads).toBe(0);
  });

  test("comes when the network is back", async ({ server, open, complaints }) => {
    complaints.expect(/ERR_INTERNET_DISCONNECTED/);
    const report = new ReportPage(await open("manager-krn"));
    const { page } = report;
    const release = await ask(report, server);
    try {
      await page.context().setOffline(true);
      await expect(shelf(page).locator("[data-note]")).toContainText("There is no connection");
    } finally {
      await release();
    }
    const download = page.waitForEvent("download");
    await page.context().setOffline(false);
    expect((await download).suggestedFilename()).toBe("radionica-session-log-KRN-2021-05-01--2021-05-31.csv");
    await expect(shelf(page).locator("[data-note]")).toBeEmpty();
    await rows(page).getByRole("button", { name: "Remove Session log" }).click();
    await expect(rows(page)).toHaveCount(0);
  });
});

test("a donor makes a package of several reports, and anybody has it checked", async ({ open, complaints }) => {
  complaints.expect(/status of 4(03|22)/);
  const page = await open("donor");
  await page.goto("/reports");
  const form = page.locator("form", { has: page.getByRole("group", { name: "Reports in the package" }) });
  await expect(form.getByRole("checkbox")).toHaveCount(6);
  await expectAccessible(page);
  // Indicators are of the whole project: it is said, and what was chosen stays.
  await form.getByLabel("Centre", { exact: true }).selectOption("KRN");
  await form.getByRole("checkbox", { name: "Who does what, where" }).uncheck();
  await form.getByRole("button", { name: "Make the package" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Indicators are told of a whole project" })).toBeVisible();
  await expect(form.getByLabel("Centre", { exact: true })).toHaveValue("KRN");
  await expect(form.getByRole("checkbox", { name: "Who does what, where" })).not.toBeChecked();
  await expectAccessible(page);
  await form.getByLabel("Centre", { exact: true }).selectOption("");
  const download = page.waitForEvent("download");
  await form.getByRole("button", { name: "Make the package" }).click();
  const file = await (await download).path();

  const anybody = await open();
  await anybody.goto("/verify");
  await anybody.getByLabel("The file", { exact: true }).setInputFiles(file);
  await anybody.getByRole("button", { name: "Check" }).click();
  await expect(anybody.locator("#result")).toContainText("Genuine");
  await expect(anybody.locator("#result")).toContainText("Several reports");

  // What was found stays in sight without the network.
  await anybody.context().setOffline(true);
  await anybody.getByRole("button", { name: "Check" }).click();
  await anybody.getByRole("link", { name: "Radionica" }).click();
  await expect(anybody.getByText("No connection to the server.")).toBeVisible();
  await expect(anybody.locator("#result")).toContainText("Genuine");
});

test("without scripts the links fetch the files", async ({ open }) => {
  const report = new ReportPage(await open("manager-krn", { javaScriptEnabled: false }));
  await report.open("session-log");
  const file = await report.save("CSV for machines");
  expect(file.name).toBe("radionica-session-log-2021-05-01--2021-05-31.csv");
  await expect(shelf(report.page)).toBeHidden();
  // The form leads to the page, where the file can be fetched.
  await report.page.goto("/reports");
  await report.page.getByRole("button", { name: "Make the package" }).click();
  await expect(rows(report.page)).toContainText(/\d+ reports in one package/);
});
