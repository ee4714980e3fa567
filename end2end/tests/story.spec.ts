// The story of 31 May 2021, as the three people who live it and the coordinator above them.

import type { Page } from "@playwright/test";
import { CentresPage } from "../pages/CentresPage.ts";
import { DashboardPage, type Figure } from "../pages/DashboardPage.ts";
import { ReportPage } from "../pages/ReportPage.ts";
import { SignInPage } from "../pages/SignInPage.ts";
import { TabletPage } from "../pages/TabletPage.ts";
import { readCsv, type Table } from "../support/csv.ts";
import { checkExport, outputProductionTags, sessionLogHidden, sessionLogTags } from "../support/hxl.ts";
import { type Login, namesIn, password } from "../support/people.ts";
import { expect, test } from "../support/server.ts";
import { type Language, wordsOf } from "../support/words.ts";

const shiftsOfTheDay = ["08:00–10:00", "10:00–12:00", "12:00–14:00", "14:00–16:00"];
const women = ["Fatima", "Hanan"];

for (const [name, language] of [["English", "en"], ["Serbian", "sr-Latn"]] as const) {
  test.describe(name, () => {
    test.use({ demo: name });

    test("the facilitator logs the shift, the manager sees the day, the donor gets the month", { tag: "@portrait" }, async ({ open, hasTouch }, testInfo) => {
      test.slow();
      const words = wordsOf(language);
      const signedIn = async (login: Login, at: RegExp): Promise<Page> => {
        const page = await open(undefined, { language });
        await new SignInPage(page).signIn(login, password);
        await expect(page).toHaveURL(at);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        return page;
      };

      await test.step("facilitator: four shifts, one of them open", async () => {
        const tablet = new TabletPage(await signedIn("dragojla", /\/tablet$/), language, hasTouch);
        await expect(tablet.list).toBeVisible();
        await expect(tablet.bar).toContainText(words.krnjaca);
        for (const time of shiftsOfTheDay) await expect(tablet.card(time)).toContainText(words.sewing);
        await expect(tablet.cards).toHaveCount(4);
        await expect(tablet.card("10:00–12:00")).toContainText(words.notLoggedState);
        await expect(tablet.card("08:00–10:00")).toContainText(words.closedState);
        await expect(tablet.list.getByRole("heading", { name: words.earlier })).toBeVisible();
        await expect(tablet.card(words.forgottenOnTablet)).toContainText(words.notLoggedState);

        await tablet.openCard("10:00–12:00");
        await expect(tablet.shift.getByRole("heading", { level: 1, name: words.sewing })).toBeVisible();
        await tablet.expectMarked(0, 2);
        for (const woman of women) {
          await tablet.expectMark(woman, "unmarked");
          await tablet.tap(woman);
          await tablet.expectMark(woman, "present");
        }
        await tablet.expectMarked(2, 2);
        for (const [n, total] of [[10, 10], [10, 20], [5, 25]] as const) {
          await tablet.press(tablet.plus(n));
          await tablet.expectMade(total);
        }

        await tablet.press(tablet.closeButton);
        for (const [label, value] of [
          [words.summaryPresent, "2"], [words.summaryAbsent, "0"], [words.summaryUnmarked, "0"],
          [words.summaryContacts, "2"], [words.mask, words.pieces25],
        ]) await expect(tablet.summaryLine(label)).toHaveText(value);
        await tablet.press(tablet.summary.getByRole("button", { name: words.closeNow, exact: true }));
        await tablet.expectClosed();
        await tablet.expectAllSent();

        await tablet.page.reload();
        await tablet.expectClosed();
        for (const woman of women) await tablet.expectMark(woman, "present");
        await tablet.expectMade(25);
        await tablet.expectAllSent();
        await tablet.open();
        await expect(tablet.card("10:00–12:00")).toContainText(words.closedState);
      });

      // Upright is how a tablet is held; the others sit at a desk.
      if (testInfo.project.name === "tablet-portrait") return;

      await test.step("manager: a hundred masks, and the shift that nobody logged", async () => {
        const page = await signedIn("manager-krn", /\/centres\/KRN$/);
        const centre = new DashboardPage(page, language);
        await expect(page.getByRole("heading", { level: 1, name: words.krnjaca })).toBeVisible();
        await expect(page.getByText(words.asylumCentre)).toBeVisible();

        const forgotten = centre.notLogged.getByRole("row").filter({ hasText: words.forgottenOnDesk });
        await expect(forgotten).toBeInViewport({ ratio: 1 });
        await expect(forgotten).toContainText("F-KRN-1");
        // One head, one shift: the one of today is logged now.
        await expect(centre.notLogged.getByRole("row")).toHaveCount(2);

        for (const [label, value] of [
          [words.planned, "4"], [words.held, "4"], [words.notLogged, "0"], [words.notHeld, "0"],
          [words.contacts, "8"], [words.attendance, words.all8of8], [words.piecesMade, "100"],
        ]) await expect(centre.figure(centre.day, label)).toContainText(new RegExp(`${value}$`));
        await expect(centre.figure(centre.month, words.notLogged)).toContainText(/1$/);
        await expect(centre.shift("10:00–12:00")).toContainText(words.closedState);
        await expect(centre.shifts.getByRole("cell", { name: "25", exact: true })).toHaveCount(4);

        const [day, month] = [await centre.figures(centre.day), await centre.figures(centre.month)];
        expect([day.length, month.length]).toEqual([8, 8]);
        const followed = testInfo.project.name === "desktop" ? [...day, ...month] : day;
        for (const figure of followed) await leadsToItsRows(page, figure, language);
      });

      await test.step("donor: the month as a file", async () => {
        const page = await signedIn("donor", /\/reports$/);
        await expect(page.getByRole("heading", { level: 2 })).toHaveText([words.sessionLog, /./, /./, words.outputProduction, /./, /./, /./, /./]);
        await page.getByRole("link", { name: words.sessionLog, exact: true }).click();
        const report = new ReportPage(page, language);
        await expect(report.field(words.firstMonth)).toHaveValue("2021-05");
        await expect(report.field(words.lastMonth)).toHaveValue("2021-05");
        await expect(page.getByText(words.suppressedSessions)).toBeVisible();

        const log = await report.save(words.csv);
        expect(log.name).toBe("radionica-session-log-2021-05-01--2021-05-31.csv");
        await checkExport(log.path, "csv", sessionLogTags);
        const rows = readCsv(log.data, "csv");
        expect(rows.tags.filter((tag) => !tag.startsWith("#")), "columns without a tag").toEqual([]);
        await expectSessionLog(rows, language);

        const forExcel = await report.save(words.csvExcel);
        expect(forExcel.name).toBe(log.name);
        await checkExport(forExcel.path, "csv-excel");
        const sheet = readCsv(forExcel.data, "csv-excel");
        expect(sheet.rows).toHaveLength(rows.rows.length);
        const day = rowsWhere(sheet, { [words.colDate]: "2021-05-31", [words.colSiteCode]: "KRN" });
        expect(day).toHaveLength(4);
        expect(sum(sheet, words.piecesMade, day)).toBe(100);
        expect(sum(sheet, words.contacts, day)).toBe(8);
        expect(new Set(pick(sheet, words.colStatus, day))).toEqual(new Set([words.closedState]));
        expect(new Set(pick(sheet, words.colMale, day))).toEqual(new Set([""]));

        await report.open("output-production");
        const made = await report.save(words.csv);
        expect(made.name).toBe("radionica-output-production-2021-05-01--2021-05-31.csv");
        await checkExport(made.path, "csv", outputProductionTags);
        const products = readCsv(made.data, "csv");
        expect(products.tags.filter((tag) => !tag.startsWith("#")), "columns without a tag").toEqual([]);
        const masks = rowsWhere(products, { "#output+code": "MASK" });
        // 1687 before the story, and 25 in it.
        expect(pick(products, "#output+num", masks)).toEqual(["1712"]);
        expect(pick(products, "#output+name", masks)).toEqual([words.mask]);
        const madeForExcel = await report.save(words.csvExcel);
        await checkExport(madeForExcel.path, "csv-excel");
        const productSheet = readCsv(madeForExcel.data, "csv-excel");
        // A number as Excel adds it up: without dots between the thousands.
        expect(pick(productSheet, words.colQuantity, rowsWhere(productSheet, { [words.colProductCode]: "MASK" }))).toEqual(["1712"]);

        for (const file of [log, forExcel, made, madeForExcel]) {
          const text = file.data.toString("utf8");
          expect(namesIn(text), `names in ${file.name}`).toEqual([]);
          expect(text).toContain(words.krnjaca);
          expect(Buffer.from(text, "utf8").equals(file.data), "UTF-8 to the last byte").toBe(true);
        }
      });

      await test.step("coordinator: three centres as they were in May 2021", async () => {
        const page = await signedIn("coordinator", /\/$/);
        const centres = new CentresPage(page, language);
        await expect(page.getByRole("heading", { level: 1, name: words.allCentres })).toBeVisible();
        await expect(centres.cards).toHaveCount(3);
        await expect(centres.card(words.krnjaca)).toContainText(words.asylumCentre);
        await expect(centres.card(words.krnjaca)).toContainText(language === "en" ? "73 of 84" : "73 od 84");
        await expect(centres.card(words.obrenovac)).toContainText(words.receptionCentre);
        await expect(centres.card(words.obrenovac)).not.toContainText(words.asylumCentre);
        await expect(centres.card(words.sid)).toContainText("148");
      });
    });
  });
}

/** Follows a figure: the page has its rows, and the file of these rows adds up to the figure. */
async function leadsToItsRows(page: Page, figure: Figure, language: Language): Promise<void> {
  const words = wordsOf(language);
  const what = `${figure.label} at ${figure.href}`;
  const value = Number(figure.value.replace(/[.,\s\u00a0%]/g, ""));
  expect(value, what).not.toBeNaN();
  await page.goto(figure.href);
  const report = new ReportPage(page, language);
  const csv = await page.request.get(await report.download(words.csv).getAttribute("href") ?? "");
  const table = readCsv(await csv.body(), "csv");
  expect(await report.rowsNamed(), what).toBe(table.rows.length);
  await expect(report.rows, what).toHaveCount(table.rows.length);
  const total = (tag: string) => table.numbers(tag).reduce<number>((sum, n) => sum + (n ?? 0), 0);
  const registered = () => total("#output+registered+num");
  const came = () => registered() - total("#output+noshow+num");
  const found: Record<string, () => number> = {
    [words.planned]: () => table.rows.length,
    [words.held]: () => table.rows.length,
    [words.notLogged]: () => table.rows.length,
    [words.notHeld]: () => table.rows.length,
    [words.people]: () => table.rows.length,
    [words.contacts]: () => total("#output+contacts+num"),
    [words.piecesMade]: () => total("#output+num"),
    [words.attendance]: () => Math.round(100 * came() / registered()),
  };
  expect(found[figure.label]?.(), what).toBe(value);
}

/** What the donor's session log says of the day, and does not say of anybody. */
async function expectSessionLog(rows: Table, language: Language): Promise<void> {
  const words = wordsOf(language);
  const day = rowsWhere(rows, { "#date+occurred": "2021-05-31", "#loc+facility+code": "KRN" });
  expect(pick(rows, "#x_time+start", day)).toEqual(["08:00", "10:00", "12:00", "14:00"]);
  expect(pick(rows, "#output+made+num", day)).toEqual(["25", "25", "25", "25"]);
  expect(sum(rows, "#output+made+num", day)).toBe(100);
  expect(pick(rows, "#output+contacts+num", day)).toEqual(["2", "2", "2", "2"]);
  expect(pick(rows, "#status", day)).toEqual(["closed", "closed", "closed", "closed"]);
  expect(pick(rows, "#date+reported", day)).toEqual(Array(4).fill("2021-05-31"));

  // Whoever was there: no split, no count of people, and each empty cell accounted for.
  for (const tag of sessionLogHidden) expect(new Set(rows.column(tag)), tag).toEqual(new Set([""]));
  const held = rowsWhere(rows, { "#status": "closed" });
  expect(held.length).toBeGreaterThan(80);
  expect(new Set(pick(rows, "#meta+suppressed", held))).toEqual(new Set([String(sessionLogHidden.length)]));
  for (const row of held) expect(pick(rows, "#output+contacts+num", [row])[0]).not.toBe("");
  // Not held: empty, and never zero.
  const off = rowsWhere(rows, { "#status": "did_not_happen" });
  expect(off.length).toBeGreaterThan(0);
  expect(new Set(pick(rows, "#output+contacts+num", off))).toEqual(new Set([""]));
  expect(rowsWhere(rows, { "#status": "not_logged", "#loc+facility+code": "KRN" })).toHaveLength(1);

  // Letters that get lost easily.
  expect(new Set(rows.column("#loc+facility+name").filter(Boolean)))
    .toEqual(new Set([words.krnjaca, words.obrenovac, words.sid]));
  const text = [rows.header, ...rows.rows].flat().join("\n");
  const special = language === "en" ? ["č", "Š"] : ["č", "ć", "š", "đ", "ž", "Š"];
  for (const letter of special) expect(text).toContain(letter);
}

/** The numbers of the rows in which each column has its value. */
function rowsWhere(table: Table, wanted: Record<string, string>): number[] {
  const columns = Object.entries(wanted).map(([name, value]) => [table.column(name), value] as const);
  return table.rows.map((_, at) => at).filter((at) => columns.every(([cells, value]) => cells[at] === value));
}

function pick(table: Table, column: string, rows: number[]): string[] {
  const cells = table.column(column);
  return rows.map((at) => cells[at]);
}

function sum(table: Table, column: string, rows: number[]): number {
  const numbers = table.numbers(column);
  return rows.reduce((total, at) => total + (numbers[at] ?? 0), 0);
}
