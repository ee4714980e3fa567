// A shift with three hundred people. No number here passes or fails: a machine that does other
// things beside would decide. What may not grow with the people is what a tap changes.

import { randomUUID } from "node:crypto";
import { TabletPage } from "../pages/TabletPage.ts";
import { Api } from "../support/api.ts";
import { expect, test } from "../support/server.ts";

const people = 300;
/** A tablet is about four times as slow as a desk. */
const slower = 4;

declare global {
  interface Window {
    changed: Element[];
    painted: Promise<number>;
  }
}

test("a tap changes one tile, however many there are", async ({ open, server, hasTouch }) => {
  const manager = await Api.as(server, "manager-krn");
  const { workshops, centre } = await manager.snapshot();
  const workshop = workshops.find(({ code }) => code === "KRN-SEW")?.id;
  await manager.tell(Array.from({ length: people }, (_, n) => {
    const person = randomUUID();
    return [
      { register_person: { person, centre, sex: n % 2 ? "male" : "female", age: { born: 1960 + (n % 50) } } },
      { enrol: { enrolment: randomUUID(), person, workshop, from: "2021-05-31" } },
    ];
  }).flat());

  const page = await open("dragojla");
  const tablet = new TabletPage(page, "en", hasTouch);
  await tablet.open();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
  /** From the event to the end of the frame that shows what came of it. */
  const measure = () => page.evaluate(() => {
    window.painted = new Promise((resolve) => {
      addEventListener("click", ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - timeStamp);
          port2.postMessage(0);
        });
      }, { capture: true, once: true });
    });
  });

  await measure();
  await tablet.press(tablet.card("10:00–12:00"));
  const opened = await page.evaluate(() => window.painted);
  const total = people + 2;
  await tablet.expectMarked(0, total);
  const tiles = tablet.shift.getByRole("button", { name: /, Not marked$/ });
  await expect(tiles).toHaveCount(total);

  await page.evaluate(() => {
    window.changed = [];
    new MutationObserver((records) => {
      for (const { target, addedNodes, removedNodes } of records) {
        for (const node of [target, ...addedNodes, ...removedNodes]) {
          const element = node instanceof Element ? node : node.parentElement;
          if (element) window.changed.push(element);
        }
      }
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await measure();
  await tablet.tap("Fatima");
  const tapped = await page.evaluate(() => window.painted);
  await tablet.expectMark("Fatima", "present");
  await tablet.expectMarked(1, total);
  await tablet.expectAllSent();

  const changed = await page.evaluate(() => {
    const part = (element: Element) => {
      const list = element.closest("ul");
      const tile = list && element.closest("li")?.querySelector("button");
      if (tile) return `tile ${tile.getAttribute("aria-label")}`;
      if (element.closest("header")) return "bar";
      if (element.closest("footer")) return "undo";
      return element.closest("main section")?.querySelector("progress")?.parentElement?.contains(element) ? "sums" : element.outerHTML.slice(0, 100);
    };
    return [...new Set(window.changed.filter((element) => element.isConnected).map(part))].sort();
  });
  const tile = await tablet.tile("Fatima").getAttribute("aria-label");
  expect(changed).toEqual(["bar", "sums", `tile ${tile}`, "undo"]);

  await measure();
  await tablet.press(tablet.allPresent);
  const all = await page.evaluate(() => window.painted);
  await tablet.expectMarked(total, total);
  await tablet.expectAllSent();
  await expect(tablet.shift.getByRole("button", { name: /, Present$/ })).toHaveCount(total);
  const ms = (time: number) => `${Math.round(time)} ms`;
  console.log(`${total} people, processor ${slower} times slower: shown in ${ms(opened)}, a tap in ${ms(tapped)}, all present in ${ms(all)}`);
});
