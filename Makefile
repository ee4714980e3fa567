# Radionica: `make run` to try it, `make test` before a commit, `make help` for the rest.
#
# Each target does all of its own set-up on a Debian 12 that has git, make, Node.js (20 or newer),
# Python 3.11 and a Rust toolchain from rustup; what is there already is left alone. Set-up that
# takes more than a few lines of shell is in tools/.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# Cargo uses both cores by itself; steps that run beside each other only mix up their output.
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory --warn-undefined-variables
SHELL := /bin/sh
.SHELLFLAGS := -euc

# In CI a Cargo.lock that does not fit Cargo.toml is an error, not something to mend silently.
CI ?=
LOCKED := $(if $(CI),--locked)
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1

# --- What is built from what -----------------------------------------------------------------------

MANIFESTS := Cargo.toml Cargo.lock $(wildcard */Cargo.toml) $(wildcard .cargo/config.toml)
sources = $(shell find $(1) -type f -not -name '.*' -not -name '*~' 2>/dev/null)
BROWSER_SOURCES := $(MANIFESTS) $(call sources,domain/src app/src app/browser)
SERVER_SOURCES := $(MANIFESTS) $(call sources,domain app store server migrations)
SITE_SOURCES := $(BROWSER_SOURCES) $(call sources,style public) tools/site.mjs tools/wasm.sh

RELEASE_SERVER := target/release/radionica
DEBUG_SERVER := target/debug/radionica
# A stamp and not a file of the site, since the site can be built in two ways.
SITE := target/.site-small
QUICK_SITE := target/.site-quick

# wasm-bindgen's command must be of the very version that the app is compiled with.
BINDGEN_VERSION := $(shell sed -n '/^name = "wasm-bindgen"$$/{n;s/version = "\(.*\)"/\1/p;}' Cargo.lock)
DENY_VERSION := 0.20.2
# Tools that run for a second need no optimising: it would double the time until they are there.
INSTALL := CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off \
	CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 cargo install --root .tools --force --quiet

# --- For people ------------------------------------------------------------------------------------

.PHONY: help
help: ## What can be made
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  DATABASE_URL=…      another database (default: sqlite://data/radionica.db)"
	@echo "  RADIONICA_LISTEN=…  another address (default: 127.0.0.1:3000)"
	@echo "  ARGS=…              passed on by test-rust, test-end2end and bench, e.g. ARGS='smoke --headed'"

.PHONY: run
run: build ## Build, load the demo story into an empty database, and serve it
	@exec tools/run.sh $(RELEASE_SERVER)

.PHONY: watch
watch: node_modules/.package-lock.json .tools/wasm-bindgen-$(BINDGEN_VERSION) | .tools/debian-build ## Build and serve again at every change
	@exec tools/watch.sh

.PHONY: build
build: $(SITE) $(RELEASE_SERVER) ## The release server (target/release/radionica) and its site (target/site)

.PHONY: test
test: lint test-rust test-end2end ## Everything that must pass: lint, tests of the crates, end-to-end tests

.PHONY: bench
bench: build .venv/.installed | .tools/debian-bench ## Speed, sizes and memory, as ratios to something measured in the same run
	@RADIONICA_BIN=$(RELEASE_SERVER) python3 tools/bench $(ARGS)

.PHONY: lint
lint: .tools/deny-$(DENY_VERSION) node_modules/.package-lock.json | .tools/debian-build ## Format, Clippy for both targets, types of the tablet's scripts, licences and sources of dependencies
	@echo "Lint: format"
	@cargo fmt --all --check
	@echo "Lint: Clippy, server (2 minutes at first)"
	@cargo clippy $(LOCKED) --quiet --workspace --all-targets -- -D warnings
	@echo "Lint: Clippy, browser (1 minute at first)"
	@tools/wasm.sh clippy $(LOCKED) --quiet -p app --lib --no-default-features --features hydrate -- -D warnings
	@echo "Lint: types of the tablet's scripts"
	@node_modules/.bin/tsc -p app/browser
	@echo "Lint: licences, sources and bans of dependencies"
	@.tools/bin/cargo-deny --log-level error check --hide-inclusion-graph bans licenses sources

# Not in `lint`: the list of known holes is fetched from the net, and a green commit must stay green.
.PHONY: advisories
advisories: .tools/deny-$(DENY_VERSION) ## Look the dependencies up in the list of known security holes (needs the net)
	@.tools/bin/cargo-deny check advisories

.PHONY: clean
clean: ## Remove what was built; keeps data/, installed tools and packages
	@cargo clean --quiet
	@rm -rf end2end/results

# --- Tests, one by one -----------------------------------------------------------------------------

ARGS ?=

# Every store test runs on SQLite and, with TEST_POSTGRES_URL, on PostgreSQL.
# Nextest, where installed, is faster and shows the slow ones; it leaves out the examples in comments.
.PHONY: test-rust
test-rust: .venv/.installed | .tools/debian-test ## Tests of the crates, on SQLite and on a throw-away PostgreSQL
	@echo "Tests of the crates (3 minutes at first)"
	@if cargo nextest --version >/dev/null 2>&1; then \
		cargo test $(LOCKED) --quiet --workspace --doc && \
		exec tools/postgres.sh with --no-fsync -- \
			cargo nextest run $(LOCKED) --workspace --no-fail-fast $(ARGS); \
	else \
		exec tools/postgres.sh with --no-fsync -- \
			cargo test $(LOCKED) --workspace --no-fail-fast $(ARGS); \
	fi

# A short form of it is among the tests of the crates. With the settings that an organisation's
# PostgreSQL has, fsync on.
.PHONY: crash-test
crash-test: | .tools/debian-test ## The server killed again and again while tablets sync: CRASH_SECONDS=90 on each engine
	@echo "Crash test (3 minutes); CRASH_SEED=… sends the same and kills at the same moments again"
	@CRASH_SECONDS=$${CRASH_SECONDS:-90} tools/postgres.sh with -- \
		cargo test $(LOCKED) --quiet --workspace --test crash -- --nocapture --test-threads 1

.PHONY: test-end2end
test-end2end: $(SITE) $(DEBUG_SERVER) .venv/.installed | .tools/debian-test ## The stories in a real browser, each file with a server of its own
	@echo "End-to-end tests"
	@RADIONICA_BIN=$(CURDIR)/$(DEBUG_SERVER) node_modules/.bin/playwright test --config end2end/playwright.config.ts $(ARGS)

# --- What they need --------------------------------------------------------------------------------

# Cargo leaves a file's time alone when nothing in it changed; touch tells make that it was asked.
$(RELEASE_SERVER): $(SERVER_SOURCES) | .tools/debian-build
	@echo "Compiling the server (3 minutes at first)"
	@cargo build $(LOCKED) --quiet --release -p server
	@touch $@

# --workspace as in the tests, so that they share every compiled crate.
$(DEBUG_SERVER): $(SERVER_SOURCES) | .tools/debian-build
	@echo "Compiling the server for the tests"
	@cargo build $(LOCKED) --quiet --workspace --bin radionica
	@touch $@

$(SITE): $(SITE_SOURCES) node_modules/.package-lock.json .tools/wasm-bindgen-$(BINDGEN_VERSION) | .tools/debian-build
	@node tools/site.mjs
	@rm -f $(QUICK_SITE) && touch $@

$(QUICK_SITE): $(SITE_SOURCES) node_modules/.package-lock.json .tools/wasm-bindgen-$(BINDGEN_VERSION) | .tools/debian-build
	@node tools/site.mjs --quick
	@rm -f $(SITE) && touch $@

.tools/debian-%: tools/debian.sh
	@tools/debian.sh $*
	@mkdir -p .tools && touch $@

# npm writes this file last, so it also tells a broken installation from a whole one.
node_modules/.package-lock.json: package.json package-lock.json .npmrc
	@node -e 'if (process.versions.node.split(".")[0] < 20) { console.error("Node.js 20 or newer is needed, this is " + process.version); process.exit(1) }'
	@echo "Installing npm packages"
	@npm ci --loglevel=error
	@touch $@

# Not --locked: the lock file that this version was published with no longer builds.
.tools/wasm-bindgen-$(BINDGEN_VERSION): | .tools/debian-build
	@mkdir -p .tools && rm -f .tools/wasm-bindgen-*
	@if [ "$$(.tools/bin/wasm-bindgen --version 2>/dev/null)" != "wasm-bindgen $(BINDGEN_VERSION)" ]; then \
		echo "Installing wasm-bindgen $(BINDGEN_VERSION) into .tools (1 minute)"; \
		$(INSTALL) wasm-bindgen-cli --version $(BINDGEN_VERSION); \
	fi
	@touch $@

.tools/deny-$(DENY_VERSION): | .tools/debian-build
	@mkdir -p .tools && rm -f .tools/deny-*
	@if [ "$$(.tools/bin/cargo-deny --version 2>/dev/null)" != "cargo-deny $(DENY_VERSION)" ]; then \
		echo "Installing cargo-deny $(DENY_VERSION) into .tools (1 minute)"; \
		$(INSTALL) cargo-deny --version $(DENY_VERSION) --locked; \
	fi
	@touch $@

.venv/.installed: tools/requirements.txt | .tools/debian-test
	@echo "Installing Python packages"
	@python3 -m venv --clear .venv
	@.venv/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@
