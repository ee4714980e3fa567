// Keeps a page at the desk as it would come now: when the server says that something changed, the page
// is fetched again and what differs is put in the place of what was there. Without the network it says
// so and stays as it is.

const live = document.querySelector<HTMLElement>("[data-live]");
const offline = document.querySelector<HTMLElement>("[data-offline]");
// As long as somebody types, has typed something that was not sent, or has a menu open, nothing is taken
// from under their hands.
const pause = 1_000;

function busy(part: Element): boolean {
  const typing = document.activeElement?.closest("input, select, textarea") ?? null;
  const fields = part.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
  const typed = Array.from(fields).some((field) => field.value !== field.defaultValue);
  return typed || (typing !== null && part.contains(typing)) || part.querySelector("details[open]") !== null;
}

/** What was reached proves little while the browser itself says that there is no network. */
function lost(gone: boolean): void {
  if (offline) offline.hidden = !gone && navigator.onLine;
}

/** Puts the parts of a fresh page in the place of those that differ. Answers whether all could be. */
function replace(fresh: Document): boolean {
  let whole = true;
  for (const part of document.querySelectorAll<HTMLElement>("[data-part]")) {
    const next = fresh.querySelector<HTMLElement>(`[data-part="${part.dataset.part ?? ""}"]`);
    if (!next || next.innerHTML === part.innerHTML) continue;
    if (busy(part)) {
      whole = false;
      continue;
    }
    // A link that has the focus keeps it: whoever moves by keyboard must not begin anew.
    const focused = part.contains(document.activeElement) ? document.activeElement?.getAttribute("href") : null;
    part.replaceChildren(...Array.from(document.importNode(next, true).childNodes));
    if (focused) part.querySelector<HTMLElement>(`a[href="${CSS.escape(focused)}"]`)?.focus();
  }
  return whole;
}

let asked: ReturnType<typeof setTimeout> | undefined;

async function refresh(): Promise<void> {
  asked = undefined;
  try {
    const answer = await fetch(location.href, { cache: "no-store", redirect: "manual" });
    if (!answer.ok) {
      // Signed out, or no longer allowed: the next look says why.
      if (answer.type === "opaqueredirect") location.reload();
      return;
    }
    const whole = replace(new DOMParser().parseFromString(await answer.text(), "text/html"));
    lost(false);
    if (!whole) later(pause);
  } catch {
    lost(true);
  }
}

function later(wait: number): void {
  asked ??= setTimeout(() => void refresh(), wait);
}

function listen(address: string): void {
  const source = new EventSource(address);
  let broken = false;
  source.addEventListener("open", () => {
    lost(false);
    // What happened meanwhile was not heard.
    if (broken) later(0);
    broken = false;
  });
  source.addEventListener("changed", () => later(0));
  source.addEventListener("error", () => {
    // The server ends a listening after a while, and the browser begins anew: that is no loss yet.
    broken = true;
    setTimeout(() => lost(broken), 4_000);
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(address), 10_000);
  });
}

if (live?.dataset.live) listen(live.dataset.live);

/** Whether a link leads to a page that has to come from the server; that of the tablet is kept. */
function leadsAway(link: HTMLAnchorElement | null): boolean {
  if (!link || link.origin !== location.origin || link.pathname === "/tablet") return false;
  return link.hash === "" || link.pathname !== location.pathname || link.search !== location.search;
}

// A filter or a link that cannot be followed now leaves the page, and what was chosen, as they are.
for (const kind of ["submit", "click"] as const) {
  document.addEventListener(kind, (event) => {
    const leads = kind === "submit" || leadsAway((event.target as Element).closest("a[href]"));
    if (!leads || navigator.onLine) return;
    event.preventDefault();
    lost(true);
    offline?.scrollIntoView({ block: "nearest" });
  });
}
addEventListener("online", () => {
  lost(false);
  if (live) later(0);
});
addEventListener("offline", () => lost(true));
lost(false);
