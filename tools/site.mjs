// Builds the site, everything that a browser is sent as a file, into target/site:
//
//   pkg/radionica.wasm, .js    the app, from Rust
//   pkg/radionica.css          style/main.css with its imports
//   …                          public/ as it is
//   *.br, *.gz                 beside each file, where that is smaller
//
//   node tools/site.mjs            small: for `make run`, `make test`, a release
//   node tools/site.mjs --quick    soon: for `make watch`; neither optimised nor compressed
//
// The steps are cargo-leptos' own. They are called here one by one because installing cargo-leptos
// takes ten minutes, and these tools two.

import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as zlib from "node:zlib";
import { build, transform } from "esbuild";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);
const quick = process.argv.includes("--quick");
const name = "radionica";
const site = "target/site";
// Built beside its place and moved at the end: a failed build leaves the old site whole, and a
// file that is no longer made does not stay behind.
const next = "target/site.new";
const pkg = `${next}/pkg`;

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
const run = (command, args) => execFileSync(command, args, { stdio: ["ignore", "inherit", "inherit"] });

function compileWasm() {
  say(quick ? "Compiling the app for the browser" : "Compiling the app for the browser, for size (1 to 2 minutes at first)");
  const profile = quick ? "dev" : "wasm-release";
  const locked = process.env.CI ? ["--locked"] : [];
  run("tools/wasm.sh", [
    "build", "-p", "app", "--lib", "--no-default-features", "--features", "hydrate",
    "--profile", profile, "--quiet", ...locked,
  ]);
  run(".tools/bin/wasm-bindgen", [
    "--target", "web", "--no-typescript", "--out-dir", pkg, "--out-name", name,
    `target/wasm32-unknown-unknown/${quick ? "debug" : profile}/app.wasm`,
  ]);
}

/** Leptos asks for radionica.wasm; wasm-bindgen writes radionica_bg.wasm, and its JS names that. */
async function finishPackage() {
  const made = `${pkg}/${name}_bg.wasm`;
  const wanted = `${pkg}/${name}.wasm`;
  if (quick) {
    fs.renameSync(made, wanted);
  } else {
    say("Shrinking the WASM file (half a minute)");
    // Started with this same Node: the package's own file relies on `env node`.
    run(process.execPath, [
      "node_modules/binaryen/bin/wasm-opt", "-Oz", "--strip-debug", "--strip-producers", ...wasmFeatures,
      made, "-o", wanted,
    ]);
    fs.rmSync(made);
  }

  const script = `${pkg}/${name}.js`;
  let js = fs.readFileSync(script, "utf8");
  if (!js.includes(`${name}_bg.wasm`)) {
    throw new Error(`${script} no longer names ${name}_bg.wasm: wasm-bindgen has changed, look at tools/site.mjs`);
  }
  js = js.replaceAll(`${name}_bg.wasm`, `${name}.wasm`);
  if (!quick) js = (await transform(js, { minify: true, format: "esm", target: "es2022" })).code;
  fs.writeFileSync(script, js);
}

async function bundleCss() {
  await build({
    entryPoints: ["style/main.css"],
    outfile: `${pkg}/${name}.css`,
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
  fs.rmSync(next, { recursive: true, force: true });
  fs.mkdirSync(pkg, { recursive: true });
  if (fs.existsSync("public")) fs.cpSync("public", next, { recursive: true });
  compileWasm();
  await finishPackage();
  await bundleCss();
  if (!quick) await compress();
  fs.rmSync(site, { recursive: true, force: true });
  fs.renameSync(next, site);
} catch (fault) {
  // What a command or esbuild had to say stands above already.
  console.error(`The site was not built: ${fault.message.split("\n")[0]}`);
  process.exit(1);
}
