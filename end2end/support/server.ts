// A server of one's own for each test file, with the demo story in a fresh database.
//
// The tests of a file share it and see each other's changes, in the order in which they are written.
// After a failed test Playwright begins a new worker, and the rest of the file gets a fresh server:
// a story whose steps build on each other is one test with several test.step.

import { test as base, type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { type ChildProcess, execFile, spawn } from "node:child_process";
import * as fs from "node:fs";
import * as net from "node:net";
import * as os from "node:os";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Login, password } from "./people.ts";
import { browserLocale, type Language } from "./words.ts";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const binary = path.resolve(root, process.env.RADIONICA_BIN || "target/debug/radionica");
/** The files of the site, as the build left them. */
export const site = path.resolve(root, process.env.RADIONICA_SITE || "target/site");

/** The server's clock begins here, on the day of the story. */
export const storyTime = "2021-05-31T16:10:00+02:00";

export class Server {
  /** Holds the database, and whatever a test wants to put there. Goes away with the server. */
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "radionica-end2end-"));
  readonly url: string;
  private readonly env: NodeJS.ProcessEnv;
  private child?: ChildProcess;
  private output = "";
  /** Each panic, where and why, since it was last asked. */
  private panics: string[] = [];

  private constructor(port: number) {
    const listen = `127.0.0.1:${port}`;
    this.url = `http://${listen}`;
    this.env = {
      // Not the caller's RADIONICA_*: a developer's own settings would change the results.
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("RADIONICA_"))),
      DATABASE_URL: `sqlite://${this.folder}/r.db`,
      RADIONICA_CLOCK_START: storyTime,
      RADIONICA_LISTEN: listen,
      RADIONICA_SITE: site,
    };
  }

  static async withDemo(): Promise<Server> {
    if (!fs.existsSync(binary)) throw new Error(`There is no ${binary}: run make test-end2end, or set RADIONICA_BIN`);
    const server = new Server(await freePort());
    try {
      await server.command("demo");
      await server.start();
    } catch (fault) {
      await server.remove();
      throw fault;
    }
    return server;
  }

  /** Starts it, also again after `stop`: at the same address, with the same database. */
  async start(): Promise<void> {
    // A second one would find the address taken, and the first would be forgotten and never end.
    if (this.child && this.child.exitCode === null && this.child.signalCode === null) return;
    const child = spawn(binary, ["serve"], { cwd: this.folder, env: this.env, stdio: ["ignore", "pipe", "pipe"] });
    this.child = child;
    child.on("error", (fault) => { this.output += `${fault}\n`; });
    for (const stream of [child.stdout, child.stderr]) {
      // The end of it says what went wrong; a talkative server must not fill the memory.
      stream.on("data", (text) => {
        this.output = (this.output + text).slice(-50_000);
        const lines = String(text).split("\n");
        // Where, and on the line after it why.
        lines.forEach((line, at) => line.includes(" panicked at ") && this.panics.push(`${line} ${lines[at + 1] ?? ""}`));
      });
    }
    const deadline = Date.now() + 20_000;
    while (Date.now() < deadline) {
      if (child.exitCode !== null || child.signalCode !== null) break;
      const answer = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const why = child.exitCode === null && child.signalCode === null ? "was not ready within 20 seconds" : "ended by itself";
    await this.stop();
    throw new Error(`The server ${why}. It said:\n${this.output}`);
  }

  /** Ends it by its own process, as a restart of the machine would: first asked, then made to. */
  async stop(): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill("SIGTERM");
    const patience = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await ended;
    clearTimeout(patience);
  }

  /** Ends it in the middle of whatever it does, as a power cut would; `start` begins again. */
  async crash(): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill("SIGKILL");
    await ended;
  }

  /** Keeps everybody from writing to the database, for some seconds at most, until what it returns is called. */
  async holdWrites(): Promise<() => Promise<void>> {
    const hold = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); "
      + "c.execute('begin immediate'); print('held', flush=True); sys.stdin.read()";
    const child = spawn("python3", ["-c", hold, `${this.folder}/r.db`], { stdio: ["pipe", "pipe", "inherit"] });
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    await new Promise<void>((resolve, reject) => {
      child.stdout.once("data", () => resolve());
      child.once("error", reject);
      void ended.then(() => reject(new Error("The database could not be held")));
    });
    return async () => {
      child.stdin.end();
      await ended;
    };
  }

  /** From the next start on it serves the files of another folder: another version. */
  serveSite(folder: string): void {
    this.env.RADIONICA_SITE = folder;
  }

  async remove(): Promise<void> {
    await this.stop();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  /** For the moment when nobody can wait any more. */
  kill(): void {
    this.child?.kill("SIGKILL");
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs `radionica ARGS…` on this server's database; its standard output. Fails with what it said. */
  async command(...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(binary, args, {
      cwd: this.folder, env: this.env, timeout: 60_000, maxBuffer: 64 << 20,
    });
    return stdout;
  }

  /** Panics since the last call: a page can look well in spite of one. */
  takePanics(): string[] {
    return this.panics.splice(0);
  }

  /** The last of what it printed. */
  get log(): string {
    return this.output;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** A worker may run several files one after the other: keeps the server of the present one. */
class Servers {
  private purpose?: string;
  private server?: Server;

  async of(purpose: string): Promise<Server> {
    if (!this.server || this.purpose !== purpose) {
      await this.close();
      this.server = await Server.withDemo();
      this.purpose = purpose;
    }
    return this.server;
  }

  async close(): Promise<void> {
    await this.server?.remove();
    this.server = undefined;
  }

  kill = (): void => this.server?.kill();
}

/** What a page complained about: errors of scripts, breaches of the security policy, files that are missing. */
export class Complaints {
  private readonly heard: string[] = [];
  private readonly expected: RegExp[] = [];

  /** The test causes this one itself: a page that is refused, a network that is cut. */
  expect(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  hear(complaint: string): void {
    this.heard.push(complaint);
  }

  get unexpected(): string[] {
    return this.heard.filter((text) => !this.expected.some((pattern) => pattern.test(text)));
  }
}

export type Open = (login?: Login, options?: BrowserContextOptions & { language?: Language }) => Promise<Page>;

interface Fixtures {
  server: Server;
  /** Tests of a file with another word here get a server of their own, with the demo as it was. */
  demo: string;
  complaints: Complaints;
  /** A browser of one's own, signed in as somebody or as nobody, in a language that the browser asks for. */
  open: Open;
}

export const test = base.extend<Fixtures, { servers: Servers }>({
  demo: ["", { option: true }],

  servers: [
    async ({}, use) => {
      const servers = new Servers();
      process.once("exit", servers.kill);
      await use(servers);
      process.off("exit", servers.kill);
      await servers.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],

  // Its own time limit: the first test of a file is not charged for the start.
  server: [
    async ({ servers, demo }, use, testInfo) => {
      const server = await servers.of(`${testInfo.file} ${demo}`);
      await use(server);
      if (testInfo.status !== testInfo.expectedStatus) {
        // Printed, not attached: what CI leaves behind is its output.
        console.log(`The server's last lines:\n${server.log.trimEnd().split("\n").slice(-20).join("\n")}`);
      }
      expect(server.takePanics()).toEqual([]);
    },
    { auto: true, timeout: 90_000 },
  ],

  baseURL: async ({ server }, use) => use(server.url),

  complaints: async ({}, use) => {
    const complaints = new Complaints();
    await use(complaints);
    expect(complaints.unexpected, "what the pages complained about").toEqual([]);
  },

  open: async ({ browser, complaints }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (login, { language = "en", ...options } = {}) => {
      const context = await browser.newContext({ locale: browserLocale[language], ...options });
      contexts.push(context);
      context.on("weberror", (fault) => complaints.hear(fault.error().stack ?? String(fault.error())));
      context.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) {
          complaints.hear(`${message.text()} (${message.location().url})`);
        }
      });
      if (login) {
        const form = { login, password };
        const answer = await context.request.post("/session", { form, maxRedirects: 0 });
        expect(answer.headers().location, `${login} signs in`).not.toContain("/sign-in");
      }
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };
