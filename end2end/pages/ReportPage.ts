import { expect, type Locator, type Page } from "@playwright/test";
import * as fs from "node:fs/promises";
import { type Language, type Words, wordsOf } from "../support/words.ts";

export type ReportName = "session-log" | "output-production" | "people-reached";

/** The page at /reports/NAME: filters, the first rows, the files. */
export class ReportPage {
  readonly words: Words;
  readonly table: Locator;
  /** The rows of data. */
  readonly rows: Locator;
  readonly fault: Locator;

  constructor(readonly page: Page, language: Language = "en") {
    this.words = wordsOf(language);
    this.table = page.getByRole("table");
    this.rows = this.table.locator("tbody").getByRole("row");
    this.fault = page.getByRole("alert");
  }

  async open(name: ReportName, query: Record<string, string> = {}): Promise<void> {
    await this.page.goto(`/reports/${name}?${new URLSearchParams(query)}`);
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  /** Sends the filters. */
  async show(): Promise<void> {
    await this.page.getByRole("button", { name: this.words.show, exact: true }).click();
  }

  /** How many rows the caption names; 0 where there is no table. */
  async rowsNamed(): Promise<number> {
    if (await this.table.count() === 0) return 0;
    const said = /([\d.,]+)\s+\p{L}+\s*$/u.exec(await this.table.locator("caption").innerText())?.[1];
    return Number(said?.replace(/[.,]/g, ""));
  }

  download(name: string): Locator {
    return this.page.getByRole("link", { name, exact: true });
  }

  /** Presses a download: the file's name, its bytes, and where it lies. */
  async save(name: string): Promise<{ name: string; data: Buffer; path: string }> {
    const [file] = await Promise.all([this.page.waitForEvent("download"), this.download(name).click()]);
    expect(await file.failure()).toBeNull();
    const path = await file.path();
    return { name: file.suggestedFilename(), data: await fs.readFile(path), path };
  }
}
