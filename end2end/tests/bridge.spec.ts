// The language bridge at Obrenovac: Bilal speaks Arabic only, and is reached through Mohamed.

import { expectAccessible } from "../support/axe.ts";
import { follow } from "../support/menu.ts";
import { expect, test } from "../support/server.ts";

test("Bilal is reached through Mohamed, and without him Arabic is covered by nobody", async ({ complaints, open }) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED/);
  const manager = await open("manager-obr", { viewport: { width: 1024, height: 768 } });
  await manager.goto("/centres/OBR/staff");
  await expect(manager.getByRole("row", { name: /F-OBR-1/ })).toContainText("English: speaks, Serbian: speaks");
  await expectAccessible(manager);
  await manager.goto("/centres/OBR/plan");
  const add = manager.getByRole("region", { name: "Add a single shift" });
  await add.getByLabel("Workshop").selectOption({ label: "Carpentry" });
  await add.getByLabel("Day").fill("2021-05-31");
  await add.getByLabel("Begins at").fill("15:00");
  await add.getByLabel("F-OBR-1").check();
  await add.getByRole("button", { name: "Add the shift" }).click();
  await expect(manager.getByText("Bilal: through Mohamed")).toBeVisible();
  await expect(manager.getByText("Arabic: nobody")).toBeHidden();
  await expectAccessible(manager);

  const context = await open("f-obr", { viewport: { width: 768, height: 1024 } });
  await context.goto((await manager.getByRole("link", { name: "Open on the tablet" }).getAttribute("href")) ?? "");
  await expect(context.getByText("Bilal: through Mohamed")).toBeVisible();
  await expectAccessible(context);
  // Without a connection all of it goes on.
  await context.context().setOffline(true);
  const interpreted = context.getByRole("button", { name: "Mohamed interpreted" });
  await interpreted.click();
  await expect(interpreted).toHaveAttribute("aria-pressed", "true");
  const mohamed = context.getByRole("button", { name: /^Mohamed, / });
  await mohamed.click();
  await mohamed.click();
  await expect(mohamed).toHaveAccessibleName(/Absent$/);
  await expect(context.getByText("Arabic: nobody")).toBeVisible();
  await expect(context.getByText("Bilal: through Mohamed")).toBeHidden();
  await mohamed.click();
  await expect(context.getByText("Bilal: through Mohamed")).toBeVisible();
  await context.context().setOffline(false);
  await expect(context.getByRole("button", { name: "Everything is sent" })).toBeVisible();

  // The journal knows that he helped; the manager may set it right.
  await manager.reload();
  await manager.getByRole("button", { name: "Mohamed: did not interpret after all" }).click();
  await expect(manager.getByRole("button", { name: "Mohamed interpreted" })).toBeVisible();
});

test("what the staff speaks changes the bridge of the shifts that they lead", async ({ complaints, open }) => {
  complaints.expect(/status of 403/);
  const manager = await open("manager-krn", { viewport: { width: 768, height: 1024 } });
  await manager.goto("/centres/KRN");
  await follow(manager, "Staff and languages");
  await manager.getByLabel("Facilitator").selectOption({ label: "M-KRN-1" });
  await manager.getByRole("combobox", { name: "Language" }).selectOption({ label: "Arabic" });
  await manager.getByLabel("How well").selectOption({ label: "speaks" });
  await manager.getByRole("button", { name: "Save the language" }).click();
  await expect(manager.getByRole("status")).toHaveText("The language is saved.");
  await expect(manager.getByRole("row", { name: /M-KRN-1/ })).toContainText("Arabic: speaks");
  await expectAccessible(manager);
  const other = await open("manager-obr");
  await other.goto("/centres/KRN/staff");
  await expect(other.getByText("Arabic: speaks")).toBeHidden();
});
