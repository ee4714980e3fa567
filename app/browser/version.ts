// The service worker as the page sees it: whether everything is kept, and when a new version takes
// over. Never in the middle of a shift: a page with a shift open holds a lock, and the new version
// takes over only when nobody does.

const lock = "radionica-shift";

interface Syncing extends ServiceWorkerRegistration {
  sync?: { register(tag: string): Promise<void> };
}

let registration: Syncing | undefined;

/** Registers the worker and tells of a new version (`version`) and of readiness (`ready`). */
export function watch(tell: (what: string) => void): void {
  const worker = navigator.serviceWorker;
  if (!worker) return;
  let had = worker.controller !== null;
  worker.addEventListener("controllerchange", () => {
    // The first worker takes over the page that brought it; only a later one has newer code.
    if (had) location.reload();
    had = true;
  });
  worker.register("/tablet-worker.js", { scope: "/tablet", updateViaCache: "none" }).then((found: Syncing) => {
    registration = found;
    if (found.active) tell("ready");
    if (found.waiting && found.active) tell("version");
    found.addEventListener("updatefound", () => {
      const coming = found.installing;
      coming?.addEventListener("statechange", () => {
        if (coming.state === "installed" && found.active) tell("version");
        if (coming.state === "activated") tell("ready");
      });
    });
    const look = () => void found.update().catch(() => undefined);
    setInterval(look, 3_600_000);
    document.addEventListener("visibilitychange", () => document.hidden || look());
  }).catch(() => undefined);
}

let release: (() => void) | undefined;

/** Says that a shift is open in this page, or no longer. */
export function working(open: boolean): void {
  if (open === (release !== undefined)) return;
  if (!open) {
    release?.();
    release = undefined;
    return;
  }
  const held = new Promise<void>((resolve) => { release = resolve; });
  void navigator.locks.request(lock, { mode: "shared" }, () => held);
}

/** Lets a waiting version take over, unless a shift is open somewhere on this tablet. */
export async function take(): Promise<boolean> {
  const waiting = registration?.waiting;
  if (!waiting) return false;
  return navigator.locks.request(lock, { ifAvailable: true }, (got) => {
    if (got) waiting.postMessage("take-over");
    return got !== null;
  });
}

/** Asks the browser to send when it can, even when the page is closed by then. */
export async function sendLater(): Promise<void> {
  await registration?.sync?.register("send").catch(() => undefined);
}
