#!/bin/sh
# Builds and serves again whenever a source changes, until Ctrl-C. For the contributor.
#
# With cargo-leptos (`cargo install cargo-leptos`, ten minutes) the browser also reloads by itself;
# without it make's own knowledge of what depends on what does the rest.
set -eu

if command -v cargo-leptos >/dev/null 2>&1; then
    if [ -z "${DATABASE_URL:-}" ]; then
        mkdir -p data
        export DATABASE_URL=sqlite://data/radionica.db
    fi
    export RADIONICA_CLOCK_START="${RADIONICA_CLOCK_START:-2021-05-31T16:10:00+02:00}"
    export RADIONICA_SITE="${RADIONICA_SITE:-target/site}"
    # The site is then cargo-leptos': neither of make's two.
    rm -f target/.site-small target/.site-quick
    exec cargo leptos watch -- serve
fi

targets='target/.site-quick target/debug/radionica'
server=
stop() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    [ -z "$server" ] || wait "$server" 2>/dev/null || true
    server=
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

tried=
while :; do
    # shellcheck disable=SC2086 # a list
    if ! make -q $targets 2>/dev/null; then
        # A source that does not compile is tried once, then again when something changes.
        now=$(find Cargo.toml Cargo.lock domain app store server migrations style public -type f -newer target/.tried 2>/dev/null | head -n 1)
        if [ -z "$tried" ] || [ -n "$now" ]; then
            tried=yes
            mkdir -p target
            touch target/.tried
            # shellcheck disable=SC2086
            if make $targets; then
                stop
                sh tools/run.sh target/debug/radionica &
                server=$!
            fi
        fi
    elif [ -z "$server" ]; then
        sh tools/run.sh target/debug/radionica &
        server=$!
    fi
    sleep 1
done
