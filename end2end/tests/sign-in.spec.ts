import { SignInPage } from "../pages/SignInPage.ts";
import { type Login, password } from "../support/people.ts";
import { expect, test } from "../support/server.ts";
import { fill, wordsOf } from "../support/words.ts";

for (const [name, language, locked] of [["English", "en", "manager-obr"], ["Serbian", "sr-Latn", "manager-sid"]] as const) {
  const words = wordsOf(language);

  test(`${name}: why a sign-in is refused`, async ({ open, server }) => {
    const page = await open(undefined, { language });
    const signIn = new SignInPage(page);
    await signIn.open();
    await expect(signIn.heading).toHaveText(words.signIn);
    await expect(signIn.fault).toBeHidden();
    await expect(signIn.login).toBeFocused();

    await test.step("a wrong password, and a name that nobody has: the same answer", async () => {
      for (const [login, secret] of [["dragojla", "not her password"], [`nobody-${language.toLowerCase()}`, password]]) {
        await signIn.fill(login, secret);
        await expect(signIn.fault).toHaveText(words.wrong);
        await expect(signIn.login).toHaveAttribute("aria-invalid", "true");
        await expect(signIn.password).toHaveAccessibleDescription(words.wrong);
        await expect(signIn.password).toHaveValue("");
        // What was typed is nobody's business.
        expect(page.url()).not.toContain(login);
      }
    });

    await test.step("too many tries: the sixth is not even looked at", async () => {
      for (let tries = 1; tries <= 5; tries += 1) {
        await signIn.fill(locked, `guess ${tries}`);
        await expect(signIn.fault).toHaveText(words.wrong);
        await page.goto("/sign-in");
      }
      for (const secret of ["guess 6", password]) {
        await signIn.fill(locked, secret);
        await expect(signIn.fault).toHaveText(fill(words.tooMany, { n: 15 }));
      }
    });

    await test.step("an account that was switched off, also in the middle of its work", async () => {
      const working = await open("f-obr", { language });
      await server.command("user", "disable", "f-obr");
      try {
        await working.goto("/reports");
        await expect(working).toHaveURL(/\/sign-in\?/);
        await signIn.fill("f-obr", password);
        await expect(signIn.fault).toHaveText(words.disabled);
        await signIn.fill("f-obr", "a wrong password");
        await expect(signIn.fault).toHaveText(words.wrong);
      } finally {
        await server.command("user", "enable", "f-obr");
      }
      await signIn.signIn("f-obr", password);
      await expect(page).toHaveURL(/\/tablet$/);
    });
  });

  test(`${name}: a session that ran out leads back to where one was`, async ({ open }) => {
    const page = await open("manager-krn", { language });
    const { hostname } = new URL((await page.goto("/reports"))?.url() ?? "");
    // Neither a secret that nobody has, nor one that can be none.
    for (const value of ["0".repeat(64), "'; drop table session"]) {
      await page.context().addCookies([{ name: "radionica_session", value: encodeURIComponent(value), domain: hostname, path: "/" }]);
      await page.goto("/centres/KRN?day=2021-05-28");
      await expect(page).toHaveURL(/\/sign-in\?/);
      await expect(page.getByText(words.sessionEnded)).toBeVisible();
    }
    await page.goto("/centres/KRN?day=2021-05-28");
    await new SignInPage(page).fill("manager-krn", password);
    await expect(page).toHaveURL(/\/centres\/KRN\?day=2021-05-28$/);

    await page.context().clearCookies({ name: "radionica_session" });
    await page.goto("/reports/session-log?from=2021-05-01&to=2021-05-31");
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await expect(page.getByText(words.sessionEnded)).toBeHidden();
    await new SignInPage(page).fill("manager-krn", password);
    await expect(page).toHaveURL(/\/reports\/session-log\?from=2021-05-01&to=2021-05-31$/);
  });

  test(`${name}: signing out ends the session, here and for whoever has its cookie`, async ({ open, server }) => {
    const page = await open("coordinator", { language });
    await page.goto("/");
    const [session] = (await page.context().cookies()).filter(({ name }) => name === "radionica_session");
    expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
    await page.getByRole("banner").getByRole("button", { name: words.signOut }).click();
    await expect(page.getByText(words.signedOut)).toBeVisible();
    await page.goto("/");
    await expect(page).toHaveURL(/\/sign-in$/);
    await page.goBack();
    await expect(page.getByRole("button", { name: words.signOut })).toBeHidden();
    const old = await fetch(server.url, { headers: { cookie: `radionica_session=${session.value}` }, redirect: "manual" });
    expect([old.status, old.headers.get("location")]).toEqual([303, "/sign-in?fault=session_expired"]);
  });
}

test("each role begins at its own page, and does not get into others'", async ({ open, complaints }) => {
  complaints.expect(/status of 40[34]/);
  const begins: [Login, RegExp][] = [
    ["dragojla", /\/tablet$/], ["manager-krn", /\/centres\/KRN$/], ["donor", /\/reports$/], ["coordinator", /\/$/],
  ];
  const words = wordsOf("en");
  for (const [login, first] of begins) {
    const page = await open();
    // Tablets begin a field with a capital letter.
    await new SignInPage(page).signIn(login[0].toUpperCase() + login.slice(1), password);
    await expect(page, login).toHaveURL(first);
    await page.goto("/sign-in");
    await expect(page, `${login} is signed in already`).toHaveURL(first);
  }

  const closed: [Login, string][] = [
    ["donor", "/centres/KRN"], ["donor", "/reports/people-reached"],
    ["manager-krn", "/centres/OBR"], ["dragojla", "/reports"], ["dragojla", "/centres/OBR"],
  ];
  for (const [login, path] of closed) {
    const page = await open(login);
    const answer = await page.goto(path);
    expect(answer?.status(), `${login} at ${path}`).toBe(403);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.noAccess);
    await expect(page.getByRole("table")).toHaveCount(0);
    await page.getByRole("link", { name: words.toStart }).click();
    await expect(page).toHaveURL(begins.find(([known]) => known === login)?.[1] ?? /never/);
  }
});

test("the chosen language stays, whatever the browser asks for", async ({ open }) => {
  const page = await open(undefined, { language: "en" });
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "English" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Српски" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Пријава");
  await expect(page.locator("html")).toHaveAttribute("lang", "sr-Cyrl");

  await new SignInPage(page).signIn("manager-krn", password);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Крњача");
  await page.goto("/reports/session-log?centre=KRN&from=2021-05-31&to=2021-05-31");
  await page.getByRole("button", { name: "Srpski" }).click();
  // Back where it was, filters and all.
  await expect(page).toHaveURL(/\/reports\/session-log\?centre=KRN&from=2021-05-31&to=2021-05-31$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dnevnik smena");

  await page.goto("/tablet");
  await page.getByRole("button", { name: "Meni" }).click();
  await page.getByRole("dialog", { name: "Meni" }).getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("button", { name: "Menu" })).toBeVisible();
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("dialog", { name: "Menu" }).getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("the form leads nowhere but to pages of this server", async ({ open }) => {
  const page = await open();
  for (const next of ["//elsewhere.example/tablet", "https://elsewhere.example/", "/\\elsewhere.example"]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await new SignInPage(page).fill("donor", password);
    await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/reports$/);
  }
});
