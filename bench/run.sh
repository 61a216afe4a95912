#!/usr/bin/env bash
# Measures everything that is promised of speed, in release mode, with a PostgreSQL of its own that flushes to disk.
#   bench/run.sh [all|slots|bookings|rush|start|core] [OPTIONS]
set -euo pipefail
cd "$(dirname "$0")/.."

what=${1:-all}
shift || true

if [ "$what" = core ] || [ "$what" = all ]; then
  cargo bench --locked --quiet -p timeslot-bench
fi
[ "$what" = core ] && exit

cargo build --release --locked -p timeslot-server -p timeslot-bench

postgres=$(mktemp -d)
chmod 755 "$postgres"
finish() {
  scripts/postgres.sh stop "$postgres" || true
  rm -rf "$postgres"
}
trap finish EXIT
address=$(scripts/postgres.sh start "$postgres" durable)
target/release/timeslot-bench --postgres "$address" "$@" "$what"
