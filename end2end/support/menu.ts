// The menus of a centre's page.

import type { Page } from "@playwright/test";

/** Opens the menu that a page of the centre stands in, and follows the link to it. */
export async function follow(page: Page, name: string): Promise<void> {
  const link = page.locator("ul a", { hasText: new RegExp(`^${name}$`) });
  const menu = page.locator("details.menu", { has: link });
  await menu.locator("summary").click();
  await menu.locator(link).click();
}
