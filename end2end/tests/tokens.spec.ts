// Access for programs: a token is made, copied, used without a cookie, and ended.

import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/server.ts";

const report = "/api/v1/reports/people-by-sex-and-age.csv?from=2021-05-01&to=2021-05-31&project=EU-RSPMM2";

/** What a program gets that brings a token, and no cookie. */
async function ask(page: Page, secret: string, path: string, method = "GET"): Promise<{ status: number; text: string }> {
  return page.evaluate(async ({ secret, path, method }) => {
    const headers = { authorization: `Bearer ${secret}` };
    const answer = await fetch(path, { method, headers, credentials: "omit" });
    return { status: answer.status, text: await answer.text() };
  }, { secret, path, method });
}

async function make(page: Page, label: string): Promise<string> {
  await page.goto("/reports");
  await page.getByRole("link", { name: "Access for programs" }).click();
  await page.getByLabel("What it is for").fill(label);
  await expect(page.getByLabel("Last day")).toHaveValue("2021-08-29");
  await page.getByRole("button", { name: "Make the token" }).click();
  const secret = await page.getByLabel("Token", { exact: true }).inputValue();
  expect(secret).toMatch(/^radionica_[0-9a-f]{64}$/);
  expect(page.url(), "a secret is no address").not.toContain("radionica_");
  return secret;
}

test("a donor's program fetches what the donor sees, until the token is revoked", async ({ open, complaints }) => {
  complaints.expect(/status of 40[13]/);
  const page = await open("donor");
  const secret = await make(page, "Figures at night");
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);

  const got = await ask(page, secret, report);
  const seen = await page.request.get(report);
  expect(got).toEqual({ status: 200, text: await seen.text() });
  expect(got.text).toContain("#meta+suppressed");
  expect((await ask(page, secret, report, "POST")).text).toContain("token_not_taken");
  expect((await ask(page, secret, "/reports")).text).toContain("token_not_taken");
  expect((await ask(page, secret, "/api/v1/reports/people-reached.csv?from=2021-05-01&to=2021-05-31")).status).toBe(403);

  await page.goto("/tokens");
  await expect(page.locator("body")).not.toContainText(secret);
  const row = page.getByRole("row", { name: "Figures at night" });
  await expect(row).toContainText("Works");
  await expect(row.getByRole("cell", { name: "31 May 2021" }), "made and used today").toHaveCount(2);
  await row.getByRole("button", { name: "Revoke: Figures at night" }).click();
  await expect(page.getByRole("status")).toContainText("The token is revoked.");
  await expect(row).toContainText("Revoked 31 May 2021");
  const refused = await ask(page, secret, report);
  expect(refused.status).toBe(401);
  expect(refused.text).toContain("wrong_token");
});

test("head office ends somebody's token, and a form that does not fit says so", async ({ open, complaints }) => {
  complaints.expect(/status of (400|401|422)/);
  const page = await open("manager-krn");
  const secret = await make(page, "Spreadsheet of the centre");
  await page.getByRole("button", { name: "Make the token" }).click();
  await expect(page.getByLabel("What it is for")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("What it is for").fill("Too long");
  await page.getByLabel("Last day").fill("2023-01-01");
  await page.getByRole("button", { name: "Make the token" }).click();
  await expect(page.getByLabel("Last day")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("What it is for")).toHaveValue("Too long");
  await expectAccessible(page);

  const office = await open("coordinator");
  await office.goto("/access");
  const row = office.getByRole("row", { name: /M-KRN-1 Spreadsheet of the centre/ });
  await row.getByRole("button", { name: "Revoke: Spreadsheet of the centre" }).click();
  await expect(office.getByRole("status")).toBeVisible();
  await expect(row).toHaveCount(0);
  expect((await ask(page, secret, "/api/v1/seals/key.json")).status).toBe(401);
});
