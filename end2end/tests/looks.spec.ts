// Pages compared with pictures of them that were approved, in every language: a laptop, a tablet, a phone.
//
// The clock is fixed, the fonts are Debian's Noto. What changed on purpose is looked at and approved
// anew: npx playwright test --config end2end/playwright.config.ts looks --update-snapshots

import type { Page } from "@playwright/test";
import { TabletPage } from "../pages/TabletPage.ts";
import { expect, test } from "../support/server.ts";
import type { Language } from "../support/words.ts";

const languages: Language[] = ["en", "sr-Cyrl", "sr-Latn", "ar"];
const laptop = { width: 1366, height: 768 };
const tablet = { width: 1024, height: 768 };
const phone = { width: 390, height: 844 };

const same = (page: Page, name: string) =>
  expect(page).toHaveScreenshot(`${name}.png`, { maxDiffPixelRatio: 0.03, animations: "disabled" });

for (const language of languages) {
  test(`as it was approved: ${language}`, async ({ open }) => {
    const manager = await open("manager-krn", { language, viewport: laptop });
    await manager.goto("/centres/KRN");
    await same(manager, `morning-${language}`);
    await manager.setViewportSize(phone);
    await manager.goto("/trends?centre=KRN&step=week&from=2021-05-03&to=2021-05-30");
    await same(manager, `trends-${language}`);
    await manager.goto("/centres/KRN/log?workshop=KRN-SEW&week=2021-W22");
    await same(manager, `register-${language}`);

    const facilitator = await open("dragojla", { language, viewport: tablet });
    const shift = new TabletPage(facilitator, language);
    await shift.open();
    await shift.openCard("10:00");
    await same(facilitator, `tablet-${language}`);
  });
}
