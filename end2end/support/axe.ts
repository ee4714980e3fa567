import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * Fails with a list to read if axe finds a breach of WCAG 2.2, level AA, in the page as it is now:
 * of all rules but some, or of some only.
 */
export async function expectAccessible(page: Page, { only, but = [] }: { only?: string[]; but?: string[] } = {}): Promise<void> {
  // Legacy: without a second page for putting frames together. Our pages have none.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  const { violations } = await (only ? axe.withRules(only) : axe.withTags(tags).disableRules(but)).analyze();
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
