import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails with a list to read if axe finds a breach of WCAG 2.2, level AA, in the page as it is now. */
export async function expectAccessible(page: Page, { within }: { within?: string } = {}): Promise<void> {
  let axe = new AxeBuilder({ page }).withTags(tags);
  if (within) axe = axe.include(within);
  const { violations } = await axe.analyze();
  const found = violations.map((rule) => [
    `${rule.id} (${rule.impact ?? "no impact given"}): ${rule.help}`,
    ...rule.nodes.map((node) => [
      `  at ${node.target.join(" ")}`,
      ...(node.failureSummary ?? "").split("\n").slice(1).map((line) => `    ${line.trim()}`),
    ].join("\n")),
  ].join("\n"));
  // Thrown rather than compared: a comparison would show the list as one quoted string.
  if (found.length > 0) throw new Error(`${page.url()} is not accessible to all:\n\n${found.join("\n\n")}`);
}
