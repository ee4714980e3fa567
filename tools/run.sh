#!/bin/sh
# Loads the demo story if the database is empty, then serves it.
#
#   tools/run.sh BINARY
#
# Every setting can be given from outside; these are the ones for somebody who only looks.
set -eu
binary=${1:?usage: tools/run.sh BINARY}

if [ -z "${DATABASE_URL:-}" ]; then
    mkdir -p data
    export DATABASE_URL=sqlite://data/radionica.db
fi
# The demo's clock begins on the day of the story: "today" has shifts, and the figures move.
export RADIONICA_CLOCK_START="${RADIONICA_CLOCK_START:-2021-05-31T16:10:00+02:00}"
export RADIONICA_SITE="${RADIONICA_SITE:-target/site}"
export RADIONICA_LISTEN="${RADIONICA_LISTEN:-127.0.0.1:3000}"

"$binary" demo
exec "$binary" serve
