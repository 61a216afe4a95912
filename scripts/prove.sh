#!/usr/bin/env bash
# The promises under fire, in their long form: races, crashes, full disks, stalls, hostile requests. Some minutes.
set -euo pipefail
cd "$(dirname "$0")/.."

postgres=$(mktemp -d)
data=$(mktemp -d)
server=""
finish() {
  status=$?
  [ -n "$server" ] && kill "$server" 2>/dev/null && wait "$server" || true
  scripts/postgres.sh stop "$postgres" || true
  rm -rf "$postgres" "$data"
  exit "$status"
}
trap finish EXIT
chmod 755 "$postgres"
TIMESLOT_TEST_POSTGRES_URL=$(scripts/postgres.sh start "$postgres")
TIMESLOT_TEST_PYTHON=$(scripts/test-tools.sh)
export TIMESLOT_TEST_POSTGRES_URL TIMESLOT_TEST_PYTHON

printf '\n== races, crashes, drills, stalls and hostile requests, in full\n'
cargo build --workspace --locked --quiet
names='races|crashes|endurance|hostile|drill|guard|queue|transactions|strangers|bad_input'
if cargo nextest --version >/dev/null 2>&1; then
  TIMESLOT_PROVE=long cargo nextest run --workspace --locked --no-fail-fast --run-ignored all -E "test(/^($names)::/) + binary(corpora)"
else
  TIMESLOT_PROVE=long cargo test --locked -p timeslot-tests --test product -- --include-ignored
fi

printf '\n== requests made from the description by schemathesis\n'
tester=$(scripts/test-tools.sh schemathesis)
export TIMESLOT_DATA_DIR="$data" TIMESLOT_LISTEN=127.0.0.1:18417 TIMESLOT_RATE_LIMITS=off TIMESLOT_LOG=error
target/debug/timeslot serve >/dev/null &
server=$!
scripts/hostile.sh "$tester" http://127.0.0.1:18417
printf '\nproven\n'
