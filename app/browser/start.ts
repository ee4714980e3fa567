// Where the tablet's page begins: loads the app and lets it draw.

import init, { hydrate } from "radionica";

/** Filled in by the build: the address of the app. */
declare const WASM: string;

// The page that is kept has the language of whoever opened it first; the choice of this tablet stands.
const chosen = localStorage.getItem("radionica-locale");
if (chosen) document.documentElement.lang = chosen;

// A hand scanner types wherever it stands: what is typed outside of a field or a number pad is the code
// of a card.
document.addEventListener("keydown", (event) => {
  const types = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.altKey && !event.metaKey;
  const elsewhere = (event.target as Element).closest("input, textarea, select, dialog, [role=group]");
  if (types && !elsewhere) document.getElementById("scan")?.focus();
});

// On a slow line the app, which is large, comes after what is needed to say that it comes. A page that
// nobody sees paints nothing, and goes on all the same.
await new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, 500);
});
await init({ module_or_path: WASM });
// What was touched meanwhile comes first: coming to life takes a moment on a slow tablet.
await new Promise((resolve) => setTimeout(resolve));
hydrate();
