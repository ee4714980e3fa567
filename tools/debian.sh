#!/bin/sh
# Brings the Debian packages that a step needs, and only those that are missing.
#
#   tools/debian.sh build|test|bench
#
# A package is looked for by what it brings (a command, a file), not by its name: on another
# distribution the same things may be there already, and then nothing is installed.
set -eu

missing=
need() { # need PACKAGE TEST…: remembers the package unless the test succeeds
    package=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $package"
}

for step in "$@"; do
    case $step in
    build)
        need build-essential command -v cc # links Rust, compiles SQLite
        ;;
    test)
        # Ours or one named by the user; Playwright's own browsers are not used.
        need chromium test -x "${CHROMIUM:-/usr/bin/chromium}"
        need postgresql-15 test -x "${POSTGRES_BIN:-/usr/lib/postgresql/15/bin}/initdb"
        need sqlite3 command -v sqlite3
        need python3-venv python3 -c 'import ensurepip, venv'
        # The outside judge of workbooks (tools/check_package.py).
        need libreoffice-calc-nogui command -v soffice
        # Cyrillic, Arabic: without them a screenshot is full of boxes and its widths are wrong.
        need fonts-noto-core test -f /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf
        ;;
    bench)
        need sqlite3 command -v sqlite3
        need postgresql-15 test -x "${POSTGRES_BIN:-/usr/lib/postgresql/15/bin}/pgbench"
        ;;
    *)
        echo "tools/debian.sh: unknown step '$step'; one of build, test, bench" >&2
        exit 2
        ;;
    esac
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "This machine has no apt-get. Install what brings these Debian packages, then try again:$missing" >&2
    exit 1
fi
as_root=
if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "Neither root nor sudo. As root, run: apt-get install --no-install-recommends$missing" >&2
        exit 1
    fi
    as_root=sudo
fi

echo "Installing Debian packages (about a minute):$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
export DEBIAN_FRONTEND=noninteractive
# The lock's time-out: a fresh machine often still runs its own first update.
apt() { $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@" </dev/null; }
# $missing is a list: split it.
# shellcheck disable=SC2086
if ! { apt update && apt install -y --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    echo "The packages could not be installed:$missing (what apt-get said stands above)" >&2
    exit 1
fi
