// Lighthouse on one page, as a phone would open it: scores of each time, and what failed, as JSON.
//
//   node tools/lighthouse.mjs URL COOKIE TIMES CATEGORY…
//
// Debian's Chromium, nothing reported to anybody, nothing asked but the page's own server.

import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";

const [url, cookie, times, ...categories] = process.argv.slice(2);
if (!url || !cookie || !(Number(times) > 0) || categories.length === 0) {
  console.error("usage: node tools/lighthouse.mjs URL COOKIE TIMES CATEGORY…");
  process.exit(2);
}

const chrome = await chromeLauncher.launch({
  chromePath: process.env.CHROMIUM || "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
});
try {
  const scores = Object.fromEntries(categories.map((category) => [category, []]));
  const failed = new Set();
  const look = () =>
    lighthouse(url, {
      port: chrome.port, logLevel: "error", output: "json", onlyCategories: categories, extraHeaders: { Cookie: cookie },
    });
  for (let n = 0; n < Number(times); n++) {
    let result = await look();
    // On a busy machine the browser sometimes records nothing: that is no score of the page's.
    if (result?.lhr.runtimeError?.code === "NO_NAVSTART") result = await look();
    if (!result || result.lhr.runtimeError) throw new Error(JSON.stringify(result?.lhr.runtimeError ?? "no result"));
    for (const category of categories) {
      const { score, auditRefs } = result.lhr.categories[category];
      scores[category].push(Math.round(score * 100));
      for (const { id, weight } of auditRefs) {
        const audit = result.lhr.audits[id];
        if (weight > 0 && category !== "performance" && audit.score !== null && audit.score < 1) {
          const items = (audit.details?.items ?? []).slice(0, 3).map((item) => item.node?.snippet ?? item.description ?? JSON.stringify(item));
          failed.add(`${id}: ${audit.title}: ${items.join(" | ").slice(0, 400)}`);
        }
      }
    }
  }
  console.log(JSON.stringify({ url: new URL(url).pathname, scores, failed: [...failed] }));
} finally {
  await chrome.kill();
}
