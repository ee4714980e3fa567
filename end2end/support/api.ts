// What a test needs of the server beside the pages: shifts of its own, so that tests do not get in
// each other's way, and answers without a browser.

import { randomUUID } from "node:crypto";
import type { Server } from "./server.ts";
import { type Login, password } from "./people.ts";

/** A participant as a tablet shows them. */
export interface Person {
  id: string;
  code: string;
  alias: string | null;
}

interface Snapshot {
  now: string;
  centre: string;
  workshops: { id: string; code: string }[];
  people: Person[];
}

/** Somebody signed in, without a browser. */
export class Api {
  private constructor(private readonly server: Server, private readonly cookie: string) {}

  static async as(server: Server, login: Login): Promise<Api> {
    const answer = await fetch(`${server.url}/session`, {
      method: "POST", body: new URLSearchParams({ login, password }), redirect: "manual",
    });
    const cookie = answer.headers.getSetCookie().find((text) => text.startsWith("radionica_session="));
    if (!cookie) throw new Error(`${login} could not sign in: ${answer.status} ${answer.headers.get("location")}`);
    return new Api(server, cookie.split(";")[0]);
  }

  async get(path: string): Promise<Response> {
    return fetch(this.server.url + path, { headers: { cookie: this.cookie }, redirect: "manual" });
  }

  async snapshot(): Promise<Snapshot> {
    return (await this.get("/api/v1/snapshot")).json() as Promise<Snapshot>;
  }

  /** Sends one command that was made at an instant of the server's clock; what became of it. */
  async offer(command: object, at: string, identity?: object): Promise<string> {
    const envelope = { v: 1, id: randomUUID(), at, offset: 0, device: randomUUID(), command };
    const answer = await fetch(`${this.server.url}/api/v1/sync`, {
      method: "POST",
      headers: { cookie: this.cookie, origin: this.server.url, "content-type": "application/json" },
      body: JSON.stringify({ envelopes: [identity ? { envelope, identity } : { envelope }] }),
    });
    const { outcomes } = await answer.json() as { outcomes: { outcome: string }[] };
    return outcomes[0].outcome;
  }

  /** Sends commands as a tablet does; fails if one of them is not applied. */
  async tell(commands: object[]): Promise<void> {
    const offset = Date.parse((await this.snapshot()).now) - Date.now();
    const items = commands.map((command) => ({
      envelope: { v: 1, id: randomUUID(), at: new Date().toISOString(), offset, device: randomUUID(), command },
    }));
    for (let at = 0; at < items.length; at += 400) {
      const answer = await fetch(`${this.server.url}/api/v1/sync`, {
        method: "POST",
        headers: { cookie: this.cookie, origin: this.server.url, "content-type": "application/json" },
        body: JSON.stringify({ envelopes: items.slice(at, at + 400) }),
      });
      const { outcomes } = await answer.json() as { outcomes: { outcome: string }[] };
      const other = outcomes.filter(({ outcome }) => outcome !== "applied");
      if (other.length > 0) throw new Error(`${other.length} not applied, the first: ${JSON.stringify(other[0])}`);
    }
  }
}

/** A sewing shift at Krnjača on the day of the story, for two women who have an alias. */
export async function planShift(server: Server, start: string): Promise<{ id: string; women: [Person, Person] }> {
  const manager = await Api.as(server, "manager-krn");
  const { workshops, people } = await manager.snapshot();
  const workshop = workshops.find(({ code }) => code === "KRN-SEW")?.id;
  const [one, other] = people.filter(({ alias }) => alias);
  const id = randomUUID();
  const day = "2021-05-31";
  const enrol = ({ id: person }: Person) => ({ enrol: { enrolment: randomUUID(), person, workshop, shift: id, from: day } });
  await manager.tell([
    { plan_shift: { shift: id, workshop, day, start, minutes: 120 } },
    enrol(one),
    enrol(other),
  ]);
  return { id, women: [one, other] };
}

/** How many entries the journal holds. Fails unless the journal and all tables agree. */
export async function journalEntries(server: Server): Promise<number> {
  const said = await server.command("journal", "check");
  const entries = /^Entries: (\d+)$/m.exec(said)?.[1];
  if (!entries || !/^All agree\.$/m.test(said)) throw new Error(`journal check says:\n${said}`);
  return Number(entries);
}
