// Every page and dialog, looked at by axe: by day and by night, in English, in Serbian and in Arabic from
// right to left, on a tablet and on a desk. Not all in all ways: Arabic by day across, which is the only
// thing that differs there.

import type { Page } from "@playwright/test";
import { SignInPage } from "../pages/SignInPage.ts";
import { TabletPage } from "../pages/TabletPage.ts";
import { planShift } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { type Login, password } from "../support/people.ts";
import { expect, test } from "../support/server.ts";
import { wordsOf } from "../support/words.ts";

const desk = { width: 1440, height: 900 };
const across = { width: 1024, height: 768 };
const upright = { width: 768, height: 1024 };

const ways = [
  { language: "en", looks: [{ colorScheme: "light", size: across }, { colorScheme: "dark", size: desk }] },
  { language: "sr-Cyrl", looks: [{ colorScheme: "dark", size: upright }, { colorScheme: "light", size: desk }] },
  { language: "ar", looks: [{ colorScheme: "light", size: across }] },
] as const;

const pages: [Login | undefined, string][] = [
  [undefined, "/sign-in"],
  [undefined, "/sign-in?fault=wrong_credentials"],
  [undefined, "/no-such-page"],
  ["coordinator", "/"],
  ["coordinator", "/journal?kind=create_centre"],
  ["coordinator", "/access"],
  ["donor", "/tokens"],
  ["coordinator", "/organisation"],
  ["coordinator", "/projects/EU-RSPMM2?period=2021-05"],
  ["donor", "/projects/EU-RSPMM2?period=2021"],
  ["donor", "/projects"],
  [undefined, "/verify"],
  // With shifts that nobody logged; without a shift; of another centre.
  ["manager-krn", "/centres/KRN"],
  ["manager-krn", "/centres/KRN?day=2021-06-06"],
  ["manager-krn", "/centres/OBR"],
  ["manager-krn", "/centres/KRN/tablets"],
  ["manager-krn", "/reports"],
  // A few rows: axe takes its time for each cell.
  ["manager-krn", "/reports/session-log?centre=KRN&from=2021-05-12&to=2021-05-12"],
  ["manager-krn", "/reports/session-log?from=2020-01-01&to=2020-01-31"],
  ["manager-krn", "/reports/session-log?from=2021-05-31&to=2021-05-01"],
  ["manager-krn", "/reports/people-reached?from=2021-05-31&to=2021-05-31"],
  ["donor", "/reports/session-log?centre=OBR&from=2021-05&to=2021-05"],
  ["donor", "/reports/output-production"],
];

/** Of a centre's people and its plan. */
const peoplesPages = [
  "/trends?centre=KRN&step=week&beside=before",
  "/trends?centre=KRN&step=month&by=age&figure=people",
  "/centres/KRN/participation",
  "/centres/KRN/participation?from=2020-01-01&to=2020-01-31",
  "/centres/KRN/dropping-out",
  "/centres/KRN/doubtful",
  "/centres/KRN/cards?workshop=KRN-SEW",
  "/centres/KRN/import",
  "/centres/KRN/people",
  "/centres/KRN/people/RFMR-SD89",
  "/centres/KRN/enrolments",
  "/centres/KRN/duplicates",
  "/centres/KRN/retention",
  "/centres/KRN/sheet?workshop=KRN-SEW&week=2021-W22",
  "/centres/KRN/plan?week=2021-W22",
  "/centres/KRN/log?workshop=KRN-SEW&week=2021-W22",
  "/centres/KRN/periods",
  "/centres/KRN/journal?kind=record_output",
];

/** Of a button that lies half behind a bar, axe measures the other half: for this one the page is long. */
const sizeOfTargets = ["target-size"];

async function expectFine(page: Page, looks: typeof ways[number]["looks"]): Promise<void> {
  for (const { colorScheme, size } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    await test.step(`${colorScheme}, ${size.width} × ${size.height}`, () => expectAccessible(page, { but: sizeOfTargets }));
    await expectNoSidewaysScroll(page);
  }
  await page.setViewportSize({ width: upright.width, height: 3000 });
  await expectAccessible(page, { only: sizeOfTargets });
  // WCAG 1.4.10: at 400 % on a desk.
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(looks[0].size);
  await drawsAgain(page, looks[0].size);
}

/**
 * After its size was changed many times, Chromium without a screen once stopped drawing: a click waits for
 * two frames, and none came. Another change of the size wakes it.
 */
async function drawsAgain(page: Page, size: { width: number; height: number }): Promise<void> {
  const twoFrames = () => page.evaluate(() => new Promise<boolean>((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)));
    setTimeout(() => resolve(false), 2_000);
  }));
  for (let tries = 0; !(await twoFrames()); tries++) {
    if (tries === 5) throw new Error(`${page.url()} is not drawn any more`);
    await page.setViewportSize({ ...size, height: size.height + 1 });
    await page.setViewportSize(size);
  }
}

/** Tables may scroll in their own frame; the page may not. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { width, wider } = await page.evaluate(() => {
    const root = document.documentElement;
    const wider = root.scrollWidth <= root.clientWidth ? [] : [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 0.5)
      .map((element) => element.outerHTML.slice(0, 120)).slice(0, 5);
    return { width: root.clientWidth, wider };
  });
  expect(wider, `wider than ${width} pixels at ${page.url()}`).toEqual([]);
}

for (const { language, looks } of ways) {
  test.describe(language, () => {
    test.use({ demo: language });

    test("pages", async ({ open, complaints }) => {
      test.setTimeout(240_000);
      complaints.expect(/status of 4(03|04|22|00)/);
      let page: Page | undefined;
      let who: Login | "" | undefined = "";
      for (const [login, path] of pages) {
        await test.step(`${login ?? "nobody"} at ${path}`, async () => {
          if (!page || who !== login) {
            await page?.context().close();
            page = await open(login, { language });
            who = login;
          }
          await page.goto(path);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expect(page.locator("html")).toHaveAttribute("lang", language);
          await expectFine(page, looks);
        });
      }
    });

    test("people and plan", async ({ open }) => {
      test.setTimeout(240_000);
      const page = await open("manager-krn", { language });
      for (const path of peoplesPages) {
        await test.step(path, async () => {
          await page.goto(path);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expectFine(page, looks);
        });
      }
    });

    test("trainings", async ({ open }) => {
      test.setTimeout(120_000);
      const page = await open("coordinator", { language });
      for (const path of ["/trainings", "/trainings/BG-TRAIN"]) {
        await test.step(path, async () => {
          await page.goto(path);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expectFine(page, looks);
        });
      }
    });

    test("the tablets of a centre", async ({ open, complaints }) => {
      test.setTimeout(240_000);
      complaints.expect(/status of 422/);
      const page = await open("manager-krn", { language, viewport: looks[0].size });
      const fine = (what: string) => test.step(what, () => expectFine(page, looks));
      // Without a mouse: the label is proposed, Enter adds.
      await page.goto("/centres/KRN/tablets");
      await page.locator("#tablet-code").press("Enter");
      await expect(page.locator(".once")).toHaveText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
      expect(page.url(), "a code is no address").not.toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}/);
      await fine("a code");
      const used = await page.locator(".once").innerText();
      await page.locator("#tablet-code").press("Enter");
      await expect(page.locator(".once")).not.toHaveText(used);
      const second = await page.locator(".once").innerText();
      const first = page.getByRole("article", { name: "T-KRN-1" });
      await first.locator("summary").focus();
      await page.keyboard.press("Enter");
      await fine("what revoking does");
      await first.locator("button.danger").press("Enter");
      await expect(page).toHaveURL(/done=revoked/);
      await expect(page.getByRole("article")).toHaveCount(2);
      await fine("one in use and one revoked");
      await page.locator("#rescue-file").setInputFiles({ name: "r.json", mimeType: "application/json", buffer: Buffer.from("{}") });
      await page.locator("#rescue-passphrase").press("Enter");
      await expect(page.getByRole("alert")).toBeVisible();
      await fine("a file that cannot be opened");

      const shared = await open("dragojla", { language, viewport: looks[0].size });
      const fineThere = (what: string) => test.step(what, () => expectFine(shared, looks));
      const tablet = new TabletPage(shared, language);
      const press = (name: string) => shared.getByRole("button", { name, exact: true }).click();
      await tablet.open();
      await press(tablet.words.menu);
      await shared.getByRole("dialog").locator("summary").click();
      await shared.locator("#enrol-code").fill(second);
      await fineThere("the menu, enrolling");
      await shared.locator("#enrol-code").press("Enter");
      await expect(shared.locator("#login")).toBeVisible();
      await fineThere("the first time on a shared tablet");
      await shared.locator("#login").fill("dragojla");
      await shared.locator("#password").fill(password);
      await shared.locator("#password").press("Enter");
      await shared.locator("#pin").fill("4711");
      await shared.locator("#pin-again").fill("4712");
      await shared.locator("#pin-again").press("Enter");
      await expect(shared.getByRole("alert")).not.toBeEmpty();
      await fineThere("choosing a PIN, with a fault");
      await shared.locator("#pin-again").fill("4711");
      await shared.locator("#pin-again").press("Enter");
      await expect(tablet.list).toBeVisible();
      await press(tablet.words.menu);
      await press(tablet.words.lock);
      await expect(tablet.list).toBeHidden();
      await fineThere("a locked tablet");
      await press("F-KRN-1");
      await expect(shared.locator("#pin")).toBeVisible();
      await fineThere("a PIN is asked for");
    });

    test("the tablet and its dialogs", async ({ open, server, complaints }) => {
      test.setTimeout(240_000);
      complaints.expect(/net::ERR_|status of 503/);
      const { id, women } = await planShift(server, "16:15");
      const page = await open("dragojla", { language, viewport: looks[0].size });
      const tablet = new TabletPage(page, language);
      const { words } = tablet;
      const fine = (what: string) => test.step(what, () => expectFine(page, looks));
      const back = (name = words.back) => page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

      await tablet.open();
      await fine("the list");
      await tablet.open(id);
      await tablet.tap(women[0].alias ?? "");
      await tablet.made.click();
      await tablet.shift.getByRole("region", { name: words.headcount }).getByRole("button", { name: words.show, exact: true }).click();
      await fine("a shift with marks, number pad and headcount");

      await tablet.addWalkIn.click();
      await expect(tablet.walkIn.getByLabel(words.find)).toBeVisible();
      await fine("adding a walk-in");
      await tablet.walkIn.getByLabel(words.born).fill("20");
      await tablet.walkIn.getByRole("button", { name: words.addPerson }).click();
      await expect(tablet.walkIn.getByRole("alert")).toBeVisible();
      await fine("adding a walk-in, with faults");
      await tablet.walkIn.getByLabel(words.born).fill("");
      await tablet.walkIn.getByRole("radio", { name: words.female }).check();
      await tablet.walkIn.getByRole("button", { name: words.addPerson }).click();
      await expect(tablet.walkIn.getByRole("status")).toBeVisible();
      await fine("the code of a walk-in");
      await back(words.backToRegister);

      await tablet.closeButton.click();
      await expect(tablet.summary.getByRole("button", { name: words.closeAnyway })).toBeVisible();
      await fine("closing, with somebody unmarked");
      await back();
      await tablet.notHeldButton.click();
      await expect(tablet.notHeld.getByRole("status")).toBeVisible();
      await fine("did not happen, with somebody entered");
      await back();
      await tablet.bar.getByRole("button", { name: words.menu }).click();
      await expect(tablet.dialog(words.menu)).toBeVisible();
      await fine("the menu");
      await back(words.close);
      await tablet.expectAllSent();
      await tablet.sending(words.allSent).click();
      await expect(tablet.dialog(words.sendingTitle)).toBeVisible();
      await fine("how sending goes");
      await back(words.close);

      await tablet.close("closeAnyway");
      await fine("a closed shift");
      await page.goto("/tablet?shift=00000000-0000-4000-8000-000000000000");
      await expect(tablet.shift.getByRole("heading", { level: 1 })).toBeVisible();
      await fine("a shift that is not known");

      await tablet.open(id);
      await page.context().setOffline(true);
      await tablet.shift.getByRole("button", { name: words.reopen }).click();
      const failed = tablet.bar.locator('[data-state="failed"]');
      await failed.click();
      await expect(tablet.dialog(words.sendingTitle)).toContainText(words.waitsHere);
      await fine("not sent");
      await page.context().setOffline(false);
      await tablet.expectAllSent();

      await page.route("**/api/v1/snapshot**", (route) => route.abort());
      await page.goto("/tablet");
      await expect(tablet.list.getByRole("note").first()).toBeVisible();
      await fine("the shifts as they were kept");
      // A tablet that was never connected has nothing to show.
      const fresh = await open("dragojla", { language, viewport: looks[0].size });
      await fresh.route("**/api/v1/snapshot**", (route) => route.abort());
      await fresh.goto("/tablet");
      await expect(fresh.getByRole("alert")).toBeVisible();
      await test.step("shifts that could not be loaded", () => expectFine(fresh, looks));
    });
  });
}

test.describe("the keyboard", () => {
  test("a link skips to the content", async ({ open }) => {
    for (const [login, path] of [[undefined, "/sign-in?done=signed_out"], ["manager-krn", "/centres/KRN"], ["donor", "/reports"]] as const) {
      const page = await open(login);
      await page.goto(path);
      // The sign-in page begins in its first field.
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      const skip = page.getByRole("link", { name: wordsOf("en").skip });
      await expect(skip).not.toBeInViewport({ ratio: 0.9 });
      await page.locator("body").press("Tab");
      if (login) {
        await expect(skip).toBeFocused();
        await expect(skip).toBeInViewport({ ratio: 1 });
      } else {
        await skip.focus();
      }
      await page.keyboard.press("Enter");
      await expect(page.getByRole("main")).toBeFocused();
      await page.keyboard.press("Tab");
      await expect(page.getByRole("main").locator(":focus")).toBeVisible();
    }
  });

  test("whatever has the focus shows it, and is in sight", async ({ open, server }) => {
    const { id } = await planShift(server, "17:15");
    for (const [login, path] of [
      [undefined, "/sign-in"], ["coordinator", "/"], ["manager-krn", "/centres/KRN"],
      ["donor", "/reports/session-log?centre=OBR&from=2021-05&to=2021-05"], ["dragojla", `/tablet?shift=${id}`],
    ] as const) {
      for (const colorScheme of ["light", "dark"] as const) {
        const page = await open(login, { colorScheme });
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        const seen: string[] = [];
        for (let presses = 0; presses < 80; presses += 1) {
          await page.keyboard.press("Tab");
          const focused = await page.evaluate(() => {
            const element = document.activeElement;
            // Beyond the last one the browser itself has the focus.
            if (!element || element === document.body) return undefined;
            const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
            const { left, top, right, bottom } = element.getBoundingClientRect();
            const [x, y] = [(left + right) / 2, Math.max(top, 0) + (Math.min(bottom, innerHeight) - Math.max(top, 0)) / 2];
            const above = document.elementFromPoint(x, y);
            return {
              what: element.outerHTML.slice(0, 150),
              shown: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && outlineColor !== "rgba(0, 0, 0, 0)",
              inSight: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
              // WCAG 2.4.11: nothing that sticks lies over it.
              uncovered: !!above && (element.contains(above) || above.contains(element) || !!above.closest("label")?.contains(element)),
            };
          });
          if (!focused) continue;
          if (seen.includes(focused.what)) break;
          seen.push(focused.what);
          expect(focused, `${path}, ${colorScheme}`).toMatchObject({ shown: true, inSight: true, uncovered: true });
        }
        expect(seen.length, path).toBeGreaterThan(4);
        await page.context().close();
      }
    }
  });

  test("nothing depends on motion or on colour alone", async ({ open }) => {
    const page = await open("dragojla", { reducedMotion: "reduce", forcedColors: "active" });
    const tablet = new TabletPage(page);
    await tablet.open();
    await expect(tablet.card("10:00–12:00")).toContainText("Not logged");
    await tablet.openCard("08:00–10:00");
    await expect(tablet.shift.getByRole("button", { name: /, Present$/ })).toHaveCount(2);
    const longest = await page.evaluate(() => Math.max(...[...document.querySelectorAll("*")]
      .flatMap((element) => [getComputedStyle(element).animationDuration, getComputedStyle(element).transitionDuration])
      .flatMap((text) => text.split(",")).map((text) => parseFloat(text) || 0)));
    expect(longest).toBeLessThanOrEqual(0.001);
  });

  test("the form to sign in works without scripts", async ({ open }) => {
    const page = await open(undefined, { javaScriptEnabled: false });
    const signIn = new SignInPage(page);
    await signIn.signIn("manager-krn", "demo-radionica-2021");
    await expect(page).toHaveURL(/\/centres\/KRN$/);
    await page.goto("/tablet");
    const needed = page.locator("noscript");
    await expect(needed).toBeVisible();
    expect(await needed.innerText()).toContain("the tablet page needs it. Switch it on in the browser.");
  });
});
