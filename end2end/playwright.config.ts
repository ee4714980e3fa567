import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "tests",
  outputDir: "results",
  // Two files at a time, each with a server of its own: a test mostly waits for its browser.
  workers: 2,
  // A test that passes at the second try has found something.
  retries: 0,
  forbidOnly: !!process.env.CI,
  reporter: [["list"], ["./support/summary.ts"]],
  timeout: 120_000,
  // A busy machine may write to its disk for many seconds; who waits for what comes loses nothing.
  expect: { timeout: 20_000 },
  use: {
    // Explicit, so that no result depends on the machine. A page's language is the test's to choose.
    locale: "en-GB",
    timezoneId: "Europe/Belgrade",
    // What cannot be pressed is said at the press, and not at the end of the test's time.
    actionTimeout: 30_000,
    // For whoever sits at the machine; nobody opens a file in CI.
    trace: process.env.CI ? "off" : "retain-on-failure",
    screenshot: process.env.CI ? "off" : "only-on-failure",
    launchOptions: {
      // Debian's Chromium: Playwright's own would have to be downloaded.
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: [
        // As root, in CI, Chromium has no sandbox; it opens our own pages only.
        "--no-sandbox",
        // It calls nobody but the server under test.
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-gpu",
      ],
    },
  },
  // Each file at the sizes at which it is used; upright, only what looks different there.
  projects: [
    {
      name: "tablet-landscape",
      testMatch: ["story.spec.ts", "tablet.spec.ts", "offline.spec.ts", "speed.spec.ts"],
      use: { viewport: { width: 1024, height: 768 }, hasTouch: true },
    },
    {
      name: "tablet-portrait",
      testMatch: ["story.spec.ts", "tablet.spec.ts"],
      grep: /@portrait/,
      use: { viewport: { width: 768, height: 1024 }, hasTouch: true },
    },
    {
      name: "desktop",
      testIgnore: ["tablet.spec.ts", "offline.spec.ts", "speed.spec.ts"],
      use: { viewport: { width: 1440, height: 900 } },
    },
  ],
});
