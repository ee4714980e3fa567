import type { Locator, Page } from "@playwright/test";
import { fill, type Language, type Words, wordsOf } from "../support/words.ts";

/** A figure as it stands on the page, and the address that it leads to. */
export interface Figure {
  label: string;
  value: string;
  href: string;
}

/** The page at /centres/CODE: a centre on a day. */
export class DashboardPage {
  readonly words: Words;
  /** The shifts that nobody logged. */
  readonly notLogged: Locator;
  readonly shifts: Locator;
  readonly day: Locator;
  readonly month: Locator;
  readonly review: Locator;

  constructor(readonly page: Page, language: Language = "en") {
    const words = this.words = wordsOf(language);
    const table = (name: string | RegExp) => page.getByRole("table", { name });
    this.notLogged = table(words.notLoggedTitle);
    this.shifts = table(language === "en" ? /^Shifts on / : new RegExp(wordsOf(language).shifts));
    this.day = page.getByRole("region", { name: fill(words.theDay, { date: words.storyDay }), exact: true });
    this.month = page.getByRole("region", { name: fill(words.theMonth, { month: words.storyMonth }), exact: true });
    this.review = page.getByRole("region", { name: words.review, exact: true });
  }

  async open(centre: string, day?: string): Promise<void> {
    await this.page.goto(`/centres/${centre}${day ? `?day=${day}` : ""}`);
  }

  /** A figure of the day or the month, by its label. */
  figure(section: Locator, label: string): Locator {
    return section.getByRole("link").filter({ has: this.page.getByText(label, { exact: true }) });
  }

  /** All figures of a section. */
  async figures(section: Locator): Promise<Figure[]> {
    const links = section.getByRole("link").filter({ has: this.page.locator(".stat-value") });
    return links.evaluateAll((found) => found.map((link) => ({
      label: link.querySelector(".stat-label")?.textContent ?? "",
      value: link.querySelector(".stat-value")?.firstChild?.textContent ?? "",
      href: link.getAttribute("href") ?? "",
    })));
  }

  /** The row of a shift of the day, by its time. */
  shift(time: string): Locator {
    return this.shifts.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name: time, exact: true }) });
  }
}
