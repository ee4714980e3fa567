// Lists that were kept elsewhere: read, checked, taken in, all or nothing, and not twice.

import type { Page } from "@playwright/test";
import { journalEntries } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { file, people, rowOf } from "../support/messy.ts";
import { expect, test } from "../support/server.ts";

/** Brings a file, and waits until its page is there. */
const bring = async (page: Page, kind: string, name: string, buffer: Buffer) => {
  await page.goto("/centres/KRN/import");
  await page.getByRole("radio", { name: kind }).check();
  await page.getByLabel("File", { exact: true }).setInputFiles({ name, mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Read the file" }).click();
  await expect(page.getByRole("heading", { name: "What the columns hold" })).toBeVisible();
};

const check = (page: Page) => page.getByRole("button", { name: "Check the file" }).click();

/** Long work on many rows, on a machine that does other things too. */
const long = { timeout: 120_000 };

test("a messy list of 5,000 people: every mistake is found, then all are taken in, once", async ({ open, server }) => {
  test.setTimeout(400_000);
  const page = await open("manager-krn", { viewport: { width: 1024, height: 768 } });
  const lines = people(5_000);
  const planted: [number, string, string][] = [
    [10, "Datum dolaska", "31.2.2021."],
    [111, "Datum dolaska", "3.5.21."],
    [222, "Pol", "femle"],
    [333, "Zemlja porekla", "Syrria"],
    [444, "Jezici", "Klingon"],
    [556, "Starost", "345"],
    [667, "Redni broj", "1005"],
    [778, "Datum dolaska", "2021-06-01"],
    [889, "Datum odlaska", "1.1.2020."],
    [1_001, "Starost", "80"],
    [4_998, "Starost", "about 30"],
  ];
  const wrong = lines.map((line) => ({ ...line }));
  for (const [place, heading, value] of planted) (wrong[place] as Record<string, string>)[heading] = value;
  (wrong[889] as Record<string, string>)["Datum dolaska"] = "2.1.2020.";

  const before = await journalEntries(server);
  await bring(page, "A person", "spisak.csv", file(wrong, { 3_000: "a cell too many" }));
  await expect(page.getByText("A person · 5,000 rows")).toBeVisible();
  await expect(page.getByLabel("Encoding")).toHaveValue("UTF-16");
  await expect(page.getByLabel("Between the cells")).toHaveValue("semicolon");
  await expect(page.getByLabel("Row of the headings")).toHaveValue("3");
  const held = (heading: string) => page.getByLabel(`${heading} holds`);
  await expect(held("Pol")).toHaveValue("sex");
  await expect(held("Godište")).toHaveValue("birth-year");
  await expect(held("Redni broj")).toHaveValue("reference");
  await expect(held("Zemlja porekla")).toHaveValue("nationality");
  await expect(held("Napomena")).toHaveValue("");
  await expectAccessible(page);

  await check(page);
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByText("12 problems were found")).toBeVisible(long);
  const rows = page.getByRole("table", { name: "Problems" }).locator("tbody tr");
  const found = await rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  expect(found).toEqual([
    [String(rowOf(10)), "Datum dolaska", "31.2.2021.", "This is no date"],
    [String(rowOf(111)), "Datum dolaska", "3.5.21.", "Write the year with four digits"],
    [String(rowOf(222)), "Pol", "femle", "This word is not known here"],
    [String(rowOf(333)), "Zemlja porekla", "Syrria", "This is no country"],
    [String(rowOf(444)), "Jezici", "Klingon", "This language is not known"],
    [String(rowOf(556)), "Starost", "345", "Age in years: enter a value from 0 to 120."],
    [String(rowOf(667)), "Redni broj", "–", `The same as row ${rowOf(5)}`],
    [String(rowOf(778)), "Datum dolaska", "2021-06-01", "This day is to come"],
    [String(rowOf(889)), "Datum odlaska", "1.1.2020.", "The last day is before the first"],
    [String(rowOf(1_001)), "Starost", "80", "Age, year and date of birth do not fit together"],
    [String(rowOf(3_000)), "–", "–", "The row has more cells than there are headings"],
    [String(rowOf(4_998)), "Starost", "about 30", "This is no whole number"],
  ]);
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the problems" }).click();
  expect((await download).suggestedFilename()).toBe("problems-people.csv");
  await expect(page.getByRole("button", { name: /Take in/ })).toHaveCount(0);
  expect(await journalEntries(server)).toBe(before);

  // The mended file is taken in.
  await bring(page, "A person", "spisak.csv", file(lines));
  await check(page);
  await expect(page.getByText("5,000 new, 0 changed, 0 as they are")).toBeVisible(long);
  expect(await journalEntries(server)).toBe(before);
  await page.getByRole("button", { name: "Take in these 5,000 rows" }).click();
  await expect(page.getByText("The file was taken in")).toBeVisible(long);
  const after = await journalEntries(server);
  expect(after).toBeGreaterThan(before + 5_000);
  await page.getByRole("link", { name: "See what is here now" }).click();
  await page.getByRole("searchbox").fill("Šemsa 416");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("row", { name: /Šemsa 416/ })).toContainText("Syria");

  // A second time it changes nothing; a corrected line changes that person.
  await bring(page, "A person", "spisak.csv", file(lines));
  await check(page);
  await expect(page.getByText("This file changes nothing")).toBeVisible(long);
  await expect(page.getByText("0 new, 0 changed, 5,000 as they are")).toBeVisible();
  (lines[1] as Record<string, string>)["Zemlja porekla"] = "Iran";
  await bring(page, "A person", "spisak.csv", file(lines));
  await check(page);
  await expect(page.getByText("0 new, 1 changed, 4,999 as they are")).toBeVisible(long);
  expect(await journalEntries(server)).toBe(after);
});
