import type { Locator, Page } from "@playwright/test";

/**
 * The page at /sign-in. The fields are found by their names in the form, which are the same in every
 * language; what a person reads (headings, errors) is asked for by role.
 */
export class SignInPage {
  readonly login: Locator;
  readonly password: Locator;
  readonly submit: Locator;
  readonly heading: Locator;
  /** Why the sign-in was refused. */
  readonly fault: Locator;

  constructor(private readonly page: Page) {
    const form = page.locator("form").filter({ has: page.locator('input[name="password"]') });
    this.login = form.locator('input[name="login"]');
    this.password = form.locator('input[name="password"]');
    this.submit = form.locator('button[type="submit"]');
    this.heading = page.getByRole("heading", { level: 1 });
    this.fault = page.getByRole("alert");
  }

  async open(): Promise<void> {
    await this.page.goto("/sign-in");
  }

  /** Signs in from wherever the page is, and waits until the form is left. */
  async signIn(login: string, password: string): Promise<void> {
    await this.open();
    await this.fill(login, password);
    await this.page.waitForURL((url) => url.pathname !== "/sign-in");
  }

  /** Sends the form and waits for nothing: for the sign-in that must fail. */
  async fill(login: string, password: string): Promise<void> {
    await this.login.fill(login);
    await this.password.fill(password);
    await this.submit.click();
  }
}
