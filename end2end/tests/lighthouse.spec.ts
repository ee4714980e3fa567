// Lighthouse, as a phone would open the page: accessible to all, and by the book.

import { execFile } from "node:child_process";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { password } from "../support/people.ts";
import { expect, test } from "../support/server.ts";

const tool = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../tools/lighthouse.mjs");

for (const [login, page] of [["dragojla", "/tablet"], ["manager-krn", "/centres/KRN"]] as const) {
  test(`${page} has a hundred for accessibility and for best practices`, async ({ server }) => {
    test.setTimeout(180_000);
    const answer = await fetch(`${server.url}/session`, {
      method: "POST", body: new URLSearchParams({ login, password }), redirect: "manual",
    });
    const cookie = answer.headers.getSetCookie().map((text) => text.split(";")[0]).join("; ");
    const { stdout } = await promisify(execFile)(
      process.execPath, [tool, server.url + page, cookie, "1", "accessibility", "best-practices"], { timeout: 150_000 },
    );
    expect(JSON.parse(stdout)).toEqual({
      url: page, scores: { accessibility: [100], "best-practices": [100] }, failed: [],
    });
  });
}
