// The registry: somebody is registered, found again in another script, corrected, moved; consent and
// identity; who takes part and who waits; two records that are one person.

import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { journalEntries } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { follow } from "../support/menu.ts";
import { expect, test } from "../support/server.ts";

/** Registers somebody on the list; answers the code that the system made. */
const register = async (page: Page, fields: Record<string, string>) => {
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Register", exact: true }) });
  if (!(await form.isVisible())) await page.getByText("Register somebody").click();
  for (const [label, value] of Object.entries(fields)) {
    const field = form.getByLabel(label, { exact: true });
    const isSelect = (await field.evaluate((element) => element.tagName)) === "SELECT";
    if (isSelect) await field.selectOption({ label: value });
    else await field.fill(value);
  }
  await form.getByRole("button", { name: "Register", exact: true }).click();
};

const registered = async (page: Page) => {
  const said = await page.getByRole("status").filter({ hasText: "is registered" }).innerText();
  return said.slice(0, 9);
};

test("somebody is registered in seconds and found again, however it is spelled", async ({ open, server }) => {
  const page = await open("manager-krn", { viewport: { width: 1024, height: 768 } });
  await page.goto("/centres/KRN");
  await follow(page, "People");
  await expect(page.getByRole("row")).toHaveCount(14);
  await expectAccessible(page);
  const before = await journalEntries(server);
  await register(page, {
    "Alias (optional)": "Mohamed",
    Sex: "Male",
    "Age in years": "24",
    Nationality: "Somalia",
    Language: "Somali",
    Level: "interprets",
  });
  const code = await registered(page);
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  // The person and the language, both in one step.
  expect(await journalEntries(server)).toBe(before + 2);
  expect(page.url()).not.toContain("Mohamed");
  await expectAccessible(page);

  const search = page.getByRole("searchbox");
  for (const typed of ["Muhammad", "محمد", "Мохамед", code.toLowerCase().replace("-", "")]) {
    await search.fill(typed);
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("row", { name: new RegExp(code) })).toContainText("Somalia");
    await expect(page.getByRole("row")).toHaveCount(2);
    // What is searched for stands in no address.
    expect(decodeURIComponent(page.url())).toMatch(/\/centres\/KRN\/people\?$|\/centres\/KRN\/people$/);
  }
  await search.fill("nobody like that");
  await search.press("Enter");
  await expect(page.getByText("Nobody fits")).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).click();
  await page.getByRole("combobox", { name: "Language", exact: true }).last().selectOption({ label: "Somali" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/language=som/);
  await expect(page.getByRole("row")).toHaveCount(2);
});

test("a person is corrected, consents, is looked at on record, and leaves", async ({ complaints, open, server }) => {
  complaints.expect(/status of 422/);
  const page = await open("manager-krn");
  await page.goto("/centres/KRN/people");
  await register(page, { "Alias (optional)": "Salma", Sex: "Female", "Age in years": "15" });
  await page.getByRole("link", { name: "Open the page" }).click();
  await expect(page.getByText("Salma")).toBeVisible();
  await expectAccessible(page);

  await page.getByText("Correct", { exact: true }).click();
  const facts = page.getByRole("region", { name: "What counting needs" });
  await facts.getByLabel("Nationality").selectOption({ label: "Syria" });
  await facts.getByLabel("With whom a child is").selectOption({ label: "Unaccompanied" });
  await facts.getByRole("button", { name: "Save the correction" }).click();
  await expect(page.getByRole("status")).toHaveText("The correction is saved.");
  await expect(facts).toContainText("Unaccompanied");

  // A child cannot consent alone.
  await page.getByText("Record a consent").click();
  const consents = page.getByRole("region", { name: "Consents" });
  await consents.getByLabel("To what").selectOption({ label: "Pictures of them and of their work" });
  await consents.getByLabel("Version of the text").fill("2021-01");
  await consents.getByLabel("Given in").selectOption({ label: "Arabic" });
  await consents.getByRole("button", { name: "Save the consent" }).click();
  await expect(consents.getByText("For a child, say which guardian consents.").first()).toBeVisible();
  await expect(consents.getByLabel("Version of the text")).toHaveValue("2021-01");
  await expectAccessible(page);
  await consents.getByLabel("Who consents for a child").selectOption({ label: "An appointed guardian" });
  await consents.getByRole("button", { name: "Save the consent" }).click();
  await expect(consents.getByRole("row", { name: /Pictures/ })).toContainText("stands");
  await consents.getByRole("button", { name: /^Withdraw/ }).click();
  await expect(consents.getByRole("row", { name: /Pictures/ })).toContainText("withdrawn on 31 May 2021");

  await page.getByText("Ask the six questions").click();
  const functioning = page.getByRole("region", { name: /Functioning/ });
  await functioning.getByLabel("Seeing, even with glasses").selectOption({ label: "A lot of difficulty" });
  await functioning.getByLabel("Walking or climbing steps").selectOption({ label: "No difficulty" });
  await functioning.getByRole("button", { name: "Save the answers" }).click();
  await expect(functioning).toContainText("Counts as a person with a disability");

  // Nothing that identifies her is in the page until somebody asks for it, and that is on record.
  const before = await journalEntries(server);
  const identity = page.getByRole("region", { name: "Identity" });
  await identity.getByRole("button", { name: "Show the identity" }).click();
  expect(await journalEntries(server)).toBe(before + 1);
  await expect(identity.getByRole("listitem")).toContainText("M-KRN");
  await identity.getByLabel("Birth date").fill("2006-03-04");
  await identity.getByLabel("Contact").fill("+381 60 000 000");
  await expectAccessible(page);
  await identity.getByRole("button", { name: "Save the identity" }).click();
  await expect(page.getByRole("status")).toHaveText("The identity is saved.");
  expect(await page.content()).not.toContain("+381 60");
  await identity.getByRole("button", { name: "Show the identity" }).click();
  await expect(identity.getByLabel("Contact")).toHaveValue("+381 60 000 000");
  await expect(identity.getByRole("listitem")).toHaveCount(2);

  await page.getByText("Arrival, transfer, departure").click();
  const stays = page.getByRole("region", { name: "Where they live" });
  await stays.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Left on 31 May 2021")).toBeVisible();
  await page.goto("/centres/KRN/people");
  await expect(page.getByText("Salma")).toHaveCount(0);
  await page.getByLabel("Where they are").selectOption({ label: "Left" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("row", { name: /Salma/ })).toContainText("Left on 31 May 2021");
});

test("places are taken, waited for and offered", async ({ complaints, open }) => {
  complaints.expect(/status of 409/);
  const page = await open("manager-krn", { viewport: { width: 768, height: 1024 } });
  await page.goto("/centres/KRN/enrolments?workshop=KRN-SEW");
  await expect(page.getByText("Places: 2. Enrolled: 0. Offered: 0.")).toBeVisible();
  const enrol = page.getByRole("region", { name: "Enrol somebody" });
  const put = async (who: string, button = "Enrol") => {
    await enrol.getByLabel("Who: code or alias").fill(who);
    await enrol.getByRole("button", { name: button }).click();
  };
  await put("Zahra");
  await expect(page.getByText("Places: 2. Enrolled: 1. Offered: 0.")).toBeVisible();
  await put("fatima");
  await expect(page.getByText("No place is left.").first()).toBeVisible();
  await expectAccessible(page);

  // No place is left: a reason, or the list.
  await put("Maryam");
  await expect(enrol.getByRole("alert")).toContainText("No place is left.");
  await expect(enrol.getByLabel("Who: code or alias")).toHaveValue("Maryam");
  await expectAccessible(page);
  await enrol.getByRole("button", { name: "Put on the waiting list" }).click();
  await put("Laila");
  await enrol.getByRole("button", { name: "Put on the waiting list" }).click();
  const waiting = page.getByRole("region", { name: "Wait, in order" });
  await expect(waiting.getByRole("listitem")).toHaveCount(2);
  await expect(waiting.getByRole("listitem").first()).toContainText("Maryam");

  // More places from today on: the first in the list is asked.
  const workshops = await open("manager-krn");
  await workshops.goto("/centres/KRN/workshops");
  const places = workshops.getByRole("region", { name: "Places in a workshop" });
  await places.getByLabel("Workshop").selectOption({ index: 0 });
  await places.getByLabel("People at once").fill("3");
  await places.getByRole("button").click();
  await page.reload();
  await expect(waiting.getByRole("listitem").first()).toContainText("offered, kept until 3 June 2021");
  await expect(waiting.getByRole("listitem").last()).not.toContainText("offered");
  await waiting.getByRole("listitem").first().getByRole("button", { name: /Declined/ }).click();
  await expect(waiting.getByRole("listitem")).toHaveCount(1);
  await expect(waiting.getByRole("listitem").first()).toContainText("Laila");
  await expect(waiting.getByRole("listitem").first()).toContainText("offered");
  await expectAccessible(page);
  await waiting.getByRole("button", { name: /^Enrol/ }).click();
  await expect(page.getByText("Places: 3. Enrolled: 3. Offered: 0.")).toBeVisible();
  await expect(page.getByText("Nobody waits.")).toBeVisible();

  // A walk-in beyond the places is taken with a reason, which stays in sight.
  await put("Maryam");
  await enrol.getByLabel("Why all the same").selectOption({ label: "Agreed with those concerned" });
  await enrol.getByRole("button", { name: "Enrol", exact: true }).click();
  await expect(page.getByText("More are enrolled than there are places.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Maryam/ })).toContainText("Although no place was left: Agreed");
});

test("two records are found to be one person, and separated again", async ({ open }) => {
  const page = await open("manager-krn");
  await page.goto("/centres/KRN/people");
  await register(page, {
    "Alias (optional)": "زهرا",
    Sex: "Female",
    "Age in years": "27",
    Nationality: "Afghanistan",
  });
  const twin = await registered(page);
  await page.goto("/centres/KRN/duplicates");
  const pair = page.getByRole("listitem").filter({ hasText: twin });
  await expect(pair).toContainText("about the same age, the same nationality");
  await expectAccessible(page);
  // The one who was registered first is kept.
  await pair.getByRole("button", { name: /^Join, keep/ }).first().click();
  await expect(page.getByRole("status")).toHaveText("The records are joined.");
  await expect(page.getByText(twin)).toHaveCount(0);
  await page.goto(`/centres/KRN/people/${twin}`);
  await page.getByRole("link", { name: "Open the page" }).click();
  const joined = page.getByRole("region", { name: "Joined records" });
  await expect(joined).toContainText(twin);
  await expectAccessible(page);
  await joined.getByRole("button", { name: `Separate ${twin} again` }).click();
  await expect(page.getByRole("status")).toHaveText("The records are two people again.");
  await page.goto("/centres/KRN/duplicates");
  await pair.getByRole("button", { name: "They are two" }).click();
  await expect(page.getByText("Nothing looks like a duplicate")).toBeVisible();
});

test("a project's questions are asked of everybody who is registered", async ({ complaints, open }) => {
  complaints.expect(/status of 422/);
  const office = await open("coordinator");
  await office.goto("/centres/KRN/facts");
  await office.getByLabel("nationality", { exact: true }).check();
  await office.getByLabel("consent to keeping a record").check();
  await office.getByRole("button", { name: "Save for this project" }).first().click();
  await expectAccessible(office);
  const page = await open("manager-krn");
  await page.goto("/centres/KRN/people");
  await expect(page.getByText("Missing: consent to keeping a record").first()).toBeVisible();
  await register(page, { "Alias (optional)": "Rim", Sex: "Female" });
  await expect(page.getByText("Nationality: fill this in.").first()).toBeVisible();
  await expectAccessible(page);
  await register(page, { Nationality: "Iraq" });
  const code = await registered(page);
  await page.getByLabel("Data", { exact: true }).selectOption({ label: "Something is missing" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("row", { name: new RegExp(code) })).toContainText("Missing: consent");
  // Head office sees the list, but nobody's alias.
  await office.goto("/centres/KRN/people");
  await expect(office.getByRole("row", { name: new RegExp(code) })).not.toContainText("Rim");
});

test("somebody gets their own data, and is forgotten", async ({ complaints, open, server }) => {
  complaints.expect(/status of 422/);
  const page = await open("manager-krn");
  await page.goto("/centres/KRN/people");
  await page.getByRole("link", { name: /Zahra/ }).click();
  const code = await page.getByRole("heading", { level: 1 }).innerText();
  const rights = page.getByRole("region", { name: "Their rights" });
  const before = await journalEntries(server);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    rights.getByRole("button", { name: "Everything that is known, as a file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${code}.txt`);
  const text = readFileSync(await download.path(), "utf8");
  expect(text).toContain("Alias: Zahra");
  expect(text).toContain("Nationality: Afghanistan");
  expect(text).toMatch(/May 2021, \d\d:\d\d–\d\d:\d\d: Sewing and tailoring: Present/);
  expect(await journalEntries(server)).toBe(before + 1);

  await rights.getByText("Erase the identity").first().click();
  await expectAccessible(page);
  await rights.getByLabel("Code").fill("AAAA-AAAA");
  await rights.getByRole("button", { name: "Erase the identity" }).click();
  await expect(rights.getByText("Code: fill this in.")).toBeVisible();
  await rights.getByLabel("Code").fill(code.toLowerCase());
  await rights.getByRole("button", { name: "Erase the identity" }).click();
  await expect(page.getByText("What identified this person was erased.")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/centres/KRN/people");
  await expect(page.getByRole("row", { name: new RegExp(code) })).toBeVisible();
  await expect(page.getByText("Zahra")).toHaveCount(0);
  // On the dashboard she still counts, under her code.
  await page.goto("/reports/people-reached?from=2021-05&to=2021-05");
  await expect(page.getByText(code)).toBeVisible();
});

test("identities whose time is over are erased with a receipt", async ({ complaints, open }) => {
  complaints.expect(/status of 422/);
  const office = await open("coordinator");
  await office.goto("/centres/KRN/facts");
  await office.getByLabel("Last day on which identities are kept").fill("2021-05-30");
  await office.getByRole("button", { name: "Save the last day" }).click();
  await expect(office.getByText("Identities are kept until 30 May 2021.")).toBeVisible();
  await expectAccessible(office);
  const page = await open("manager-krn", { viewport: { width: 1024, height: 768 } });
  await page.goto("/centres/KRN/retention");
  await expect(page.getByText("Nobody’s time is over")).toBeVisible();
  for (const who of ["Shirin", "Hanan"]) {
    await page.goto("/centres/KRN/people");
    await page.getByRole("link", { name: new RegExp(who) }).click();
    await page.getByText("Arrival, transfer, departure").click();
    await page.getByRole("region", { name: "Where they live" }).getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Left on 31 May 2021")).toBeVisible();
  }
  await page.goto("/centres/KRN/retention");
  await expect(page.getByRole("row")).toHaveCount(3);
  await expectAccessible(page);
  await page.getByLabel("Number of people").fill("3");
  await page.getByRole("button", { name: "Erase these identities" }).click();
  await expect(page.getByText("Number of people: enter a value from 2 to 2.")).toBeVisible();
  await page.getByLabel("Number of people").fill("2");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Erase these identities" }).click(),
  ]);
  const receipt = readFileSync(await download.path(), "utf8");
  expect(receipt).toContain("Erased by M-KRN-1, 31 May 2021");
  expect(receipt.match(/left on 31 May 2021; Regional support.*: 30 May 2021/g)).toHaveLength(2);
  expect(receipt).not.toContain("Shirin");
  await page.goto("/centres/KRN/retention");
  await expect(page.getByText("Nobody’s time is over")).toBeVisible();
});
