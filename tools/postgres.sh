#!/bin/sh
# A throw-away PostgreSQL of one's own, in a fresh folder and on a free port of 127.0.0.1.
#
#   tools/postgres.sh start [OPTIONS]              starts one, prints its address
#   tools/postgres.sh stop ADDRESS                 ends it and removes its folder
#   tools/postgres.sh with [OPTIONS] -- COMMAND…   runs a command with TEST_POSTGRES_URL set, then stops
#
#   --no-fsync     for tests: forgets everything at a power cut, and is faster. Never for a
#                  measurement: writes that need not reach the disk say nothing.
#   --icu LOCALE   sorts as that language does (`sr`), as many an organisation's server will; without
#                  it text sorts by code point, as it does in SQLite.
#
# Nothing is shared with a PostgreSQL that runs on this machine already. Anybody on this machine may
# connect without a password: keep nothing in it.
set -eu

bin=${POSTGRES_BIN:-/usr/lib/postgresql/15/bin}
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
running=$root/target/postgres # one file for each running server: named by its port, holding its folder

usage() {
    sed -n '2,/^$/s/^# \{0,1\}//p' "$0" | sed '/^set -eu/d' >&2
    exit 2
}
fail() {
    echo "tools/postgres.sh: $1" >&2
    exit 1
}

# PostgreSQL refuses to run as root: there it runs as Debian's user `postgres`.
if [ "$(id -u)" = 0 ]; then
    getent passwd postgres >/dev/null || useradd --system --no-create-home --shell /bin/sh postgres
    as() { runuser -u postgres -- "$@"; }
else
    as() { "$@"; }
fi

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

start() { # sets dir, port, url
    fsync=on
    locale='--locale=C'
    while [ $# -gt 0 ]; do
        case $1 in
        --no-fsync) fsync=off ;;
        --icu)
            [ $# -ge 2 ] || usage
            locale="--locale=C.UTF-8 --locale-provider=icu --icu-locale=$2"
            shift
            ;;
        *) usage ;;
        esac
        shift
    done
    [ -x "$bin/initdb" ] || fail "no PostgreSQL in $bin (Debian: apt-get install postgresql-15; elsewhere set POSTGRES_BIN)"

    # Below /tmp even if TMPDIR says otherwise: the path of a socket may have 107 characters at
    # most, and the user postgres must be able to reach it.
    dir=$(mktemp -d /tmp/radionica-postgres.XXXXXX)
    if [ "$(id -u)" = 0 ]; then chown postgres "$dir"; fi
    # From / : the user postgres may not be allowed into the folder that we were called from.
    cd /
    # shellcheck disable=SC2086 # $locale is a list
    as "$bin/initdb" -D "$dir/data" -U postgres --auth=trust --encoding=UTF8 $locale --no-sync \
        >"$dir/initdb.log" 2>&1 || { cat "$dir/initdb.log" >&2; rm -rf "$dir"; fail "initdb failed"; }

    # Somebody may take the port between our asking and our using it: then try another.
    tries=5
    while :; do
        port=$(free_port)
        options="-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$dir -c fsync=$fsync"
        # Of a client that was killed, connections stay open for a while.
        options="$options -c max_connections=200"
        # Half-written pages and late commits matter only where something is to survive.
        [ $fsync = on ] || options="$options -c full_page_writes=off -c synchronous_commit=off"
        as "$bin/pg_ctl" start -w -t 60 -D "$dir/data" -l "$dir/server.log" -o "$options" \
            >"$dir/start.log" 2>&1 && break
        tries=$((tries - 1))
        if [ $tries = 0 ]; then
            tail -n 20 "$dir/start.log" "$dir/server.log" >&2
            rm -rf "$dir"
            fail "the server did not start"
        fi
    done
    url=postgres://postgres@127.0.0.1:$port/postgres
    mkdir -p "$running"
    echo "$dir" >"$running/$port"
}

stop() { # stop PORT
    file=$running/$1
    [ -f "$file" ] || fail "no server of ours on port $1"
    dir=$(cat "$file")
    # By the process id in the cluster's own folder, so never another server. Nothing needs saving.
    (cd / && as "$bin/pg_ctl" stop -w -t 60 -m immediate -D "$dir/data" >/dev/null 2>&1) || true
    rm -rf "$dir" "$file"
}

verb=${1:-}
[ $# = 0 ] || shift
case $verb in
start)
    start "$@"
    echo "$url"
    ;;
stop)
    [ $# = 1 ] || usage
    port=${1##*:}
    stop "${port%%/*}"
    ;;
with)
    options=
    while [ $# -gt 0 ] && [ "$1" != -- ]; do
        options="$options $1"
        shift
    done
    [ $# -ge 2 ] || usage
    shift
    here=$(pwd)
    # shellcheck disable=SC2086 # $options is a list
    start $options
    cd "$here"
    # EXIT also stops it after a Ctrl-C or a kill; the command has got the signal by then, too.
    trap 'stop "$port"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    code=0
    TEST_POSTGRES_URL=$url "$@" || code=$?
    # Whoever reads of the failure should see whether it was the server's.
    if [ $code != 0 ] && ! "$bin/pg_isready" -q -h 127.0.0.1 -p "$port"; then
        echo "tools/postgres.sh: the server does not answer any more; the end of its log:" >&2
        tail -n 20 "$dir/server.log" >&2
        df -h "$dir" >&2
    fi
    exit $code
    ;;
*) usage ;;
esac
