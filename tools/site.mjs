// Builds the site, everything that a browser is sent as a file, into target/site:
//
//   pkg/radionica-HASH.wasm    the tablet's app, from Rust
//   pkg/tablet-HASH.js         what loads it, with its database, keys and requests (app/browser)
//   pkg/radionica-HASH.css     style/main.css with its imports
//   pkg/desk-HASH.css          style/desk.css with its imports, for pages at the desk only
//   pkg/progress-HASH.js       what follows long work on the server, for the pages that wait for it
//   pkg/live-HASH.js           what keeps pages at the desk as they would come now
//   pkg/shelf-HASH.js          what has files made at the desk, and follows them
//   tablet-worker.js           the service worker: names the version and all of its files
//   site.json                  the names, for the server
//   …                          public/ as it is
//   *.br, *.gz                 beside each file, where that is smaller
//
//   node tools/site.mjs            small: for `make run`, `make test`, a release
//   node tools/site.mjs --quick    soon: for `make watch`; neither optimised nor compressed
//
// The steps for the WASM are cargo-leptos' own. They are called here one by one because installing
// cargo-leptos takes ten minutes, and these tools two; and because the tablet needs a worker that
// knows the hash of each file.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as zlib from "node:zlib";
import { build } from "esbuild";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);
const quick = process.argv.includes("--quick");
const name = "radionica";
const site = "target/site";
// Built beside its place and moved at the end: a failed build leaves the old site whole, and a
// file that is no longer made does not stay behind.
const next = "target/site.new";
const pkg = `${next}/pkg`;
// What is put together on the way.
const made = "target/site.made";

// What Rust's target and wasm-bindgen make use of. `--all-features` writes a file that Chromium
// refuses.
const wasmFeatures = [
  "--enable-bulk-memory",
  "--enable-multivalue",
  "--enable-mutable-globals",
  "--enable-nontrapping-float-to-int",
  "--enable-reference-types",
  "--enable-sign-ext",
];

const say = (line) => console.log(line);
const run = (command, args, env = {}) =>
  execFileSync(command, args, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } });

// The file and line of every place that could panic are 8 kB of the tablet's code with brotli, and
// nobody reads them there: `make watch` keeps them. Nor does anybody read there what only `{:?}` writes.
// The options are not stable yet, hence the variable; a compiler that does not know them any more says so.
const small = { RUSTC_BOOTSTRAP: "1", CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: "-Zlocation-detail=none -Zfmt-debug=none" };

function compileWasm() {
  say(quick ? "Compiling the app for the browser" : "Compiling the app for the browser, for size (1 to 2 minutes at first)");
  const profile = quick ? "dev" : "wasm-release";
  const locked = process.env.CI ? ["--locked"] : [];
  run("tools/wasm.sh", [
    "build", "-p", "app", "--lib", "--no-default-features", "--features", "hydrate",
    "--profile", profile, "--quiet", ...locked,
  ], quick ? {} : small);
  run(".tools/bin/wasm-bindgen", [
    "--target", "web", "--no-typescript", "--out-dir", made, "--out-name", name,
    `target/wasm32-unknown-unknown/${quick ? "debug" : profile}/app.wasm`,
  ]);
}

/** A name that changes with the contents: such a file can be kept for ever. */
function hashed(stem, ending, contents) {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 12);
  const path = `/pkg/${stem}-${hash}.${ending}`;
  fs.writeFileSync(next + path, contents);
  return path;
}

function finishWasm() {
  const bound = `${made}/${name}_bg.wasm`;
  if (quick) return hashed(name, "wasm", fs.readFileSync(bound));
  say("Shrinking the WASM file (half a minute)");
  // Started with this same Node: the package's own file relies on `env node`.
  run(process.execPath, [
    "node_modules/binaryen/bin/wasm-opt", "-Oz", "--converge", "--one-caller-inline-max-function-size=10", "--strip-debug", "--strip-producers", ...wasmFeatures,
    bound, "-o", `${made}/small.wasm`,
  ]);
  return hashed(name, "wasm", fs.readFileSync(`${made}/small.wasm`));
}

/** Bundles TypeScript of app/browser; `define` fills in what only the build knows. */
async function bundleScript(entry, format, define) {
  const texts = Object.entries(define).map(([word, value]) => [word, JSON.stringify(value)]);
  const { outputFiles } = await build({
    entryPoints: [`app/browser/${entry}.ts`],
    bundle: true,
    write: false,
    format,
    minify: !quick,
    target: "es2022",
    logLevel: "warning",
    // wasm-bindgen names the bridge once for each block of imports.
    logOverride: { "duplicate-object-key": "silent" },
    define: Object.fromEntries(texts),
    plugins: [{
      name: "the app and its bridge",
      setup: (b) => {
        b.onResolve({ filter: /^radionica$/ }, () => ({ path: path.resolve(made, `${name}.js`) }));
        // What wasm-bindgen's script imports: see `raw_module` in app/src/tablet/bridge.rs.
        b.onResolve({ filter: /^\.\/bridge\.js$/ }, () => ({ path: path.resolve("app/browser/bridge.ts") }));
      },
    }],
  });
  return outputFiles[0].contents;
}

async function bundleCss(stem, entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    write: false,
    bundle: true,
    minify: !quick,
    // Layers, nesting and light-dark() go out as written: our browsers know them.
    target: "esnext",
    logLevel: "warning",
    plugins: [{
      // url(/fonts/…) names a file of public/, served as it is: not one to look for on this disk.
      name: "site addresses",
      setup: (b) => b.onResolve({ filter: /^\// }, (args) =>
        args.kind === "url-token" ? { path: args.path, external: true } : undefined),
    }],
  });
  return hashed(stem, "css", outputFiles[0].contents);
}

/** The worker names the version: a hash of everything that belongs to it. `desk` does not. */
async function finishVersion(names, desk) {
  const pictures = fs.readdirSync("public").filter((file) => /\.(svg|png|webmanifest)$/.test(file)).map((file) => `/${file}`);
  const list = [...Object.values(names), ...pictures].sort();
  const hash = createHash("sha256");
  for (const file of list) hash.update(`${file}\0`).update(fs.readFileSync(next + file));
  const version = hash.digest("hex").slice(0, 16);
  fs.writeFileSync(`${next}/tablet-worker.js`, await bundleScript("worker", "iife", { VERSION: version, FILES: list }));
  fs.writeFileSync(`${next}/site.json`, JSON.stringify({ version, ...names, ...desk, files: list }, null, 1));
}

const files = (folder) =>
  fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));

async function compress() {
  say("Compressing");
  const brotli = promisify(zlib.brotliCompress);
  const gzip = promisify(zlib.gzip);
  await Promise.all(files(next).map(async (file) => {
    const plain = fs.readFileSync(file);
    const small = {
      br: await brotli(plain, { params: {
        [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      } }),
      gz: await gzip(plain, { level: 9 }),
    };
    for (const [ending, data] of Object.entries(small)) {
      // Pictures and fonts are compressed already: the plain file is then the one to send.
      if (data.length < plain.length) fs.writeFileSync(`${file}.${ending}`, data);
    }
  }));
}

try {
  for (const folder of [next, made]) fs.rmSync(folder, { recursive: true, force: true });
  for (const folder of [pkg, made]) fs.mkdirSync(folder, { recursive: true });
  if (fs.existsSync("public")) fs.cpSync("public", next, { recursive: true });
  compileWasm();
  const wasm = finishWasm();
  const script = hashed("tablet", "js", await bundleScript("start", "esm", { WASM: wasm }));
  await finishVersion(
    { wasm, script, style: await bundleCss(name, "style/main.css") },
    {
      desk: await bundleCss("desk", "style/desk.css"),
      progress: hashed("progress", "js", await bundleScript("progress", "esm", {})),
      live: hashed("live", "js", await bundleScript("live", "esm", {})),
      shelf: hashed("shelf", "js", await bundleScript("shelf", "esm", {})),
    },
  );
  if (!quick) await compress();
  fs.rmSync(site, { recursive: true, force: true });
  fs.renameSync(next, site);
} catch (fault) {
  // What a command or esbuild had to say stands above already.
  console.error(`The site was not built: ${fault.message.split("\n")[0]}`);
  process.exit(1);
}
