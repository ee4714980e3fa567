// Where the tablet's page begins: loads the app and lets it draw.

import init, { hydrate } from "radionica";

/** Filled in by the build: the address of the app. */
declare const WASM: string;

// The page that is kept has the language of whoever opened it first; the choice of this tablet stands.
const chosen = localStorage.getItem("radionica-locale");
if (chosen) document.documentElement.lang = chosen;

await init({ module_or_path: WASM });
hydrate();
