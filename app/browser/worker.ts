// The service worker: keeps the tablet's page with its code, texts and pictures, all of one version,
// and sends in the background where the browser can.

import { database, setting } from "./database.ts";
import { send } from "./sending.ts";

declare const self: ServiceWorkerGlobalScope;
/** Filled in by the build: the version, and the files that belong to it. */
declare const VERSION: string;
declare const FILES: string[];

const page = "/tablet";
const prefix = "radionica-";
const mine = prefix + VERSION;

interface SyncEvent extends ExtendableEvent {
  tag: string;
}

/** An answer of our own server, whole and unredirected; anything else fails the installation. */
async function fetched(path: string): Promise<Response> {
  const answer = await fetch(path, { cache: "no-cache", redirect: "error" });
  if (!answer.ok || answer.redirected) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(mine);
    try {
      const html = await fetched(page);
      const text = await html.clone().text();
      // The server may be a version ahead or behind by now: then the old one stays, whole.
      if (!text.includes(`name="radionica-version" content="${VERSION}"`)) throw new Error("another version");
      await cache.put(page, html);
      await Promise.all(FILES.map(async (file) => cache.put(file, await fetched(file))));
    } catch (fault) {
      await caches.delete(mine);
      throw fault;
    }
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== mine);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener("message", (event) => {
  if (event.data === "take-over") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  // Any query: the page reads it when it has come to life.
  const path = request.mode === "navigate" ? page : pathname;
  if (request.mode === "navigate" ? pathname !== page : !FILES.includes(pathname)) return;
  event.respondWith((async () => {
    const kept = await (await caches.open(mine)).match(path);
    return kept ?? fetch(request);
  })());
});

self.addEventListener("sync", ((event: SyncEvent) => {
  if (event.tag !== "send") return;
  event.waitUntil((async () => {
    await database();
    const device = await setting("device");
    const account = (await setting("last"))?.account;
    if (!device?.code && account === undefined) return;
    const { failed } = await send(device?.code ? {} : { account: account! });
    // Rejected, the browser tries again later.
    if (failed?.status === 0) throw new Error("no connection");
  })());
}) as EventListener);
