import type { Locator, Page } from "@playwright/test";

/** The page at /centres/CODE/occupancy. Fields are found by their names, which no language changes. */
export class OccupancyPage {
  readonly form: Locator;
  readonly asBefore: Locator;
  readonly save: Locator;
  /** Why the form was refused. */
  readonly fault: Locator;

  constructor(readonly page: Page) {
    this.form = page.locator("#entry form[method=post]");
    this.asBefore = page.locator("#entry a[href*='as=before']");
    this.save = this.form.locator("button[type=submit]");
    this.fault = this.form.getByRole("alert");
  }

  async open(centre: string, day: string): Promise<void> {
    await this.page.goto(`/centres/${centre}/occupancy?day=${day}`);
  }

  field(name: string): Locator {
    return this.form.locator(`[name="${name}"]`);
  }

  /** What is wrong with a field, as its reader is told. */
  wrong(name: string): Locator {
    return this.form.locator(`#occupancy-${name}-error`);
  }

  day(day: string): Locator {
    return this.page.locator(`tr[data-day="${day}"]`);
  }
}
