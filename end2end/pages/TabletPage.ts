import { expect, type Locator, type Page } from "@playwright/test";
import { fill, type Language, literally, type Words, wordsOf } from "../support/words.ts";

export type Mark = "present" | "absent" | "unmarked";

/** The page at /tablet: the list of shifts, and the shift that is open. */
export class TabletPage {
  readonly words: Words;
  readonly bar: Locator;
  readonly list: Locator;
  /** The shift that is open. */
  readonly shift: Locator;
  readonly undo: Locator;
  /** What was done last, in words. */
  readonly said: Locator;
  /** How many of how many are marked. */
  readonly marked: Locator;
  readonly allPresent: Locator;
  readonly addWalkIn: Locator;
  /** How much was made of masks; opens the number pad. */
  readonly made: Locator;
  readonly closeButton: Locator;

  constructor(readonly page: Page, language: Language = "en", private readonly touch = false) {
    const words = this.words = wordsOf(language);
    this.bar = page.getByRole("banner");
    this.list = page.getByRole("navigation", { name: words.shifts });
    this.shift = page.getByRole("main");
    // Its name tells what it takes back: "Undo: Zahra present".
    this.undo = this.shift.getByRole("button", { name: new RegExp(`^${words.undo}`) });
    this.said = this.shift.locator("footer").getByRole("status");
    this.marked = this.shift.getByRole("progressbar");
    this.allPresent = this.shift.getByRole("button", { name: words.allPresent, exact: true });
    this.addWalkIn = this.shift.getByRole("button", { name: words.walkIn });
    this.made = this.shift.getByRole("button", { name: new RegExp(`^${literally(words.mask)} · ${words.total}`) });
    this.closeButton = this.shift.getByRole("button", { name: words.closeShift, exact: true });
  }

  /** Opens the page, with a shift if one is named, and waits until it is there. */
  async open(shift?: string): Promise<void> {
    await this.page.goto(shift ? `/tablet?shift=${shift}` : "/tablet");
    await expect(shift ? this.marked : this.list).toBeVisible();
  }

  /** With a finger where there is one. */
  async press(target: Locator): Promise<void> {
    await (this.touch ? target.tap() : target.click());
  }

  /** A card of the list, by the beginning of its name: its time, or its day and time. */
  card(begins: string): Locator {
    return this.list.getByRole("button", { name: new RegExp(`^${literally(begins)}`) });
  }

  /** The cards of today or yesterday; those of other days begin with the day. */
  get cards(): Locator {
    return this.list.getByRole("button", { name: /^\d\d:\d\d–\d\d:\d\d / });
  }

  async openCard(begins: string): Promise<void> {
    await this.press(this.card(begins));
    await expect(this.marked).toBeVisible();
  }

  /** The tile of a person, by alias or code. */
  tile(called: string): Locator {
    return this.shift.getByRole("button", { name: new RegExp(`^${literally(called)}[,،] `) });
  }

  async tap(called: string): Promise<void> {
    await this.press(this.tile(called));
  }

  /** The mark of a tile: for the ear in its name, for the eye as a word. */
  async expectMark(called: string, mark: Mark): Promise<void> {
    const word = this.words[mark];
    await expect(this.tile(called)).toHaveAccessibleName(new RegExp(`, ${word}$`));
    await expect(this.tile(called)).toContainText(word);
  }

  async expectMarked(n: number, total: number): Promise<void> {
    await expect(this.marked).toHaveAccessibleName(fill(this.words.marked, { n, total }));
  }

  /** The sums of the register in English: "1 present · 0 absent". */
  async expectSums(present: number, absent: number): Promise<void> {
    await expect(this.shift.getByText(`${present} present · ${absent} absent`, { exact: true })).toBeVisible();
  }

  plus(n: 1 | 5 | 10): Locator {
    return this.shift.getByRole("button", { name: `+${n} · ${this.words.mask}`, exact: true });
  }

  async expectMade(n: number): Promise<void> {
    await expect(this.made).toHaveText(String(n));
  }

  dialog(name: string): Locator {
    return this.page.getByRole("dialog", { name });
  }

  get walkIn(): Locator {
    return this.dialog(this.words.walkInTitle);
  }

  get summary(): Locator {
    return this.dialog(this.words.summaryTitle);
  }

  get notHeld(): Locator {
    return this.dialog(this.words.didNotHappenTitle);
  }

  get notHeldButton(): Locator {
    return this.shift.getByRole("button", { name: this.words.didNotHappen, exact: true });
  }

  /** A line of the summary before closing. */
  summaryLine(label: string): Locator {
    return this.summary.locator("dl > div").filter({ has: this.page.getByRole("term").getByText(label, { exact: true }) })
      .getByRole("definition");
  }

  /** Closes the shift through its summary. */
  async close(how: "closeNow" | "closeAnyway" = "closeNow"): Promise<void> {
    await this.press(this.closeButton);
    await this.press(this.summary.getByRole("button", { name: this.words[how], exact: true }));
    await this.expectClosed();
  }

  async expectClosed(): Promise<void> {
    await expect(this.shift.getByText(this.words.closedAt)).toBeVisible();
    await expect(this.closeButton).toBeHidden();
  }

  /** The word in the bar for how sending goes. */
  sending(text: string): Locator {
    return this.bar.getByRole("button", { name: text, exact: true });
  }

  async expectAllSent(): Promise<void> {
    // The bar follows a tap by a frame.
    await this.page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    await expect(this.sending(this.words.allSent)).toBeVisible();
  }

  /** The counts of people who are not named, in English. */
  stepper(cell: string): Locator {
    return this.shift.getByRole("group", { name: cell, exact: true });
  }
}
