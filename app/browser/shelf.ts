// Has files made by the server instead of waiting for each: follows them at the lower edge of the page,
// and fetches what was asked for on this page as soon as it is there. Without it the links do as links do.

/** A file as the server tells of it. */
interface Told {
  id: string;
  state: "waiting" | "working" | "there" | "failed";
  done: number;
  of: number;
  said: string;
}

/** The page with nothing but the list: what a row looks like, the server says. */
const page = "/reports";
const api = "/api/v1/files";
/** What this tab was told of, so that it is missed when the server no longer has it. */
const memory = "radionica-files";
const soonest = 400;
const latest = 2_000;
/** Nobody watches a page for longer; coming back to it looks again. */
const looksMost = 3_000;

function follow(shelf: HTMLElement): void {
  const part = <T extends HTMLElement>(name: string): T => {
    const found = shelf.querySelector<T>(name);
    if (!found) throw new Error(`The shelf has no ${name}`);
    return found;
  };
  const folded = part<HTMLDetailsElement>("details");
  const summary = part("summary");
  const list = part("ul");
  /** What is refused is read out at once; everything else politely, beside the shelf, which may be hidden. */
  const [alert, note] = [part("[data-alert]"), part("[data-note]")];
  const polite = document.querySelector<HTMLElement>("[data-files-said]");
  const rows = (): HTMLElement[] => Array.from(list.querySelectorAll<HTMLElement>("[data-file]"));
  const row = (id: string): HTMLElement | undefined => rows().find((one) => one.dataset.file === id);

  /** Asked for on this page: fetched by themselves. */
  const awaited = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = soonest;
  let tries = 0;
  /** Which look is the newest: what an older one was answered is of before something was done. */
  let round = 0;

  const known = (): string[] => {
    try {
      return JSON.parse(sessionStorage.getItem(memory) ?? "[]") as string[];
    } catch {
      return [];
    }
  };
  const know = (ids: string[]): void => sessionStorage.setItem(memory, JSON.stringify(ids));

  function read(words: string): void {
    if (polite && words) polite.textContent = words;
  }

  /** Shows a sentence, if there is one, also on a shelf without a file. */
  function say(where: HTMLElement, words: string): void {
    if (where.textContent === words) return;
    where.textContent = words;
    if (!words) return;
    [shelf.hidden, folded.open] = [false, true];
    if (where === note) read(words);
  }

  function follows(one: Told, item: HTMLElement): void {
    const bar = item.querySelector("progress");
    if (bar) {
      bar.max = one.of;
      bar.value = one.done;
    }
    const said = item.querySelector("[data-said]");
    if (said && said.textContent !== one.said) said.textContent = one.said;
  }

  /** Fetches the rows, and puts those that look otherwise in the place of what was there. */
  async function redraw(): Promise<void> {
    const answer = await fetch(page, { cache: "no-store", redirect: "manual" });
    if (!answer.ok) {
      // Signed out, or no longer allowed: the next look says why.
      if (answer.type === "opaqueredirect") location.reload();
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector<HTMLElement>("[data-files]");
    if (!fresh) return;
    summary.textContent = fresh.querySelector("summary")?.textContent ?? "";
    const next = Array.from(fresh.querySelectorAll<HTMLElement>("[data-file]"));
    for (const gone of rows().filter((one) => !next.some((other) => other.dataset.file === one.dataset.file))) {
      const focused = gone.contains(document.activeElement);
      gone.remove();
      // Whoever moves by keyboard must not begin anew.
      if (focused) (fresh.hidden ? document.getElementById("main") : summary)?.focus();
    }
    next.forEach((other, place) => {
      const old = row(other.dataset.file ?? "");
      if (old?.dataset.state === other.dataset.state && old) return;
      const item = document.importNode(other, true);
      if (!old) {
        list.insertBefore(item, list.children[place] ?? null);
        return;
      }
      const focused = old.contains(document.activeElement);
      old.replaceWith(item);
      if (focused) item.querySelector<HTMLElement>("a, button")?.focus();
    });
    shelf.hidden = fresh.hidden && !alert.textContent && !note.textContent;
  }

  function take(id: string): void {
    awaited.delete(id);
    const link = document.createElement("a");
    link.href = `${api}/${id}`;
    link.download = "";
    link.click();
  }

  /** Asks how far all are, until none is in work. */
  async function look(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    tries += 1;
    round += 1;
    const mine = round;
    let working = true;
    try {
      const answer = await fetch(api, { cache: "no-store" });
      if (answer.status === 401) {
        location.reload();
        return;
      }
      if (answer.ok) {
        const files = (await answer.json()) as Told[];
        if (mine !== round) return;
        await show(files);
        working = files.some((one) => one.state === "waiting" || one.state === "working");
      }
      wait = Math.min(wait * 1.3, latest);
    } catch {
      if (mine !== round) return;
      say(note, shelf.dataset.lost ?? "");
      wait = Math.min(wait * 1.5, 5_000);
    }
    if (mine === round && working && tries < looksMost) timer ??= setTimeout(() => void look(), wait);
  }

  async function show(files: Told[]): Promise<void> {
    const missed = known().filter((id) => !files.some((one) => one.id === id));
    missed.forEach((id) => awaited.delete(id));
    if (missed.length > 0) say(note, shelf.dataset.gone ?? "");
    else if (note.textContent === shelf.dataset.lost) say(note, "");
    know(files.map((one) => one.id));
    const changed = files.filter((one) => row(one.id)?.dataset.state !== one.state);
    if (changed.length > 0 || rows().length !== files.length) await redraw();
    for (const one of files) {
      const item = row(one.id);
      if (item?.dataset.state === one.state) follows(one, item);
    }
    // What changes every second is not read out: that it is there, or cannot be, is.
    const news = changed.map((one) => `${row(one.id)?.querySelector("strong")?.textContent ?? ""}: ${one.said}`);
    read(news.join(". "));
    for (const one of files) if (one.state === "there" && awaited.has(one.id)) take(one.id);
  }

  function soon(): void {
    [wait, tries] = [soonest, 0];
    void look();
  }

  /** Has the file of an address made. */
  async function ask(link: HTMLAnchorElement): Promise<void> {
    if (link.ariaBusy === "true") return;
    link.ariaBusy = "true";
    say(alert, "");
    try {
      const address = new URL(link.href);
      const form = new URLSearchParams(address.search);
      form.set("file", address.pathname.split("/").pop() ?? "");
      const answer = await fetch(api, { method: "POST", body: form });
      if (answer.status === 401) {
        location.reload();
        return;
      }
      const told = (await answer.json()) as Told;
      if (answer.ok) {
        awaited.add(told.id);
        know([...known(), told.id]);
        shelf.hidden = false;
        folded.open = true;
        soon();
      } else {
        say(alert, told.said);
      }
    } catch {
      say(note, shelf.dataset.lost ?? "");
    } finally {
      link.ariaBusy = null;
    }
  }

  async function end(form: HTMLFormElement): Promise<void> {
    const body = new URLSearchParams();
    new FormData(form).forEach((value, name) => body.set(name, String(value)));
    const id = body.get("file") ?? "";
    try {
      await fetch(form.action, { method: "POST", body, redirect: "manual" });
      awaited.delete(id);
      know(known().filter((one) => one !== id));
      read(shelf.dataset.ended ?? "");
      soon();
    } catch {
      say(note, shelf.dataset.lost ?? "");
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-export]") : null;
    // Another button or a key asks the browser for something else; without a network the page says so.
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented || !navigator.onLine) return;
    event.preventDefault();
    void ask(link);
  });
  shelf.addEventListener("submit", (event) => {
    event.preventDefault();
    void end(event.target as HTMLFormElement);
  });
  addEventListener("online", soon);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) soon();
  });

  // A form asked for a file and led here.
  const here = new URL(location.href);
  const asked = here.searchParams.get("asked");
  if (asked) {
    awaited.add(asked);
    know([...known(), asked]);
    here.searchParams.delete("asked");
    history.replaceState(history.state, "", here);
  }
  if (rows().length > 0 || known().length > 0) void look();
}

const shelf = document.querySelector<HTMLElement>("[data-files]");
if (shelf) follow(shelf);
