import type { Locator, Page } from "@playwright/test";
import { type Language, type Words, wordsOf } from "../support/words.ts";

/** The coordinator's page at /. */
export class CentresPage {
  readonly words: Words;
  readonly cards: Locator;

  constructor(readonly page: Page, language: Language = "en") {
    this.words = wordsOf(language);
    this.cards = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 2 }) });
  }

  card(name: string): Locator {
    return this.cards.filter({ has: this.page.getByRole("heading", { level: 2, name, exact: true }) });
  }
}
