#!/usr/bin/env bash
# Everything that can be checked, from formatting to browsers: on SQLite and on a PostgreSQL of our own.
set -euo pipefail
cd "$(dirname "$0")/.."

began=$SECONDS
log=$(mktemp)
postgres=""
finish() {
  status=$?
  [ -n "$postgres" ] && scripts/postgres.sh stop "$postgres" && rm -rf "$postgres"
  rm -f "$log"
  exit "$status"
}
trap finish EXIT

step() { printf '\n== %s (%s s)\n' "$1" "$((SECONDS - began))"; }

# Notes a Debian package that is lacking.
lacking=()
need() { # need COMMAND PACKAGE
  command -v "$1" >/dev/null || lacking+=("$2")
}

# Installs what is lacking where that is allowed, and otherwise names the command.
install_lacking() {
  [ "${#lacking[@]}" -eq 0 ] && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing ${lacking[*]}"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${lacking[@]}" >/dev/null 2>&1
  else
    echo "Something is missing; install it with: sudo apt-get install ${lacking[*]}" >&2
    exit 1
  fi
}

step "what is needed"
command -v cargo >/dev/null || { echo "Rust is missing; see https://rustup.rs" >&2; exit 1; }
need cc build-essential
need python3 python3
python3 -c "import ensurepip" 2>/dev/null || lacking+=(python3-venv)
need bc bc
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || need initdb postgresql
need chromium chromium
install_lacking

step "the client"
make --no-print-directory web
npm --prefix web run --silent check 2>&1 | tee "$log.web"
npm --prefix web run --silent size

step "formatting and lints"
cargo fmt --check
cargo clippy --workspace --all-targets --locked --quiet -- -D warnings

step "Rust, on SQLite and PostgreSQL"
postgres=$(mktemp -d)
chmod 755 "$postgres"
TIMESLOT_TEST_POSTGRES_URL=$(scripts/postgres.sh start "$postgres")
TIMESLOT_TEST_PYTHON=$(scripts/test-tools.sh)
export TIMESLOT_TEST_POSTGRES_URL TIMESLOT_TEST_PYTHON
if cargo nextest --version >/dev/null 2>&1; then
  cargo nextest run --workspace --locked --no-fail-fast --status-level fail --final-status-level slow 2>&1 | tee "$log"
  rust=$(grep -oE '[0-9]+ tests run: [0-9]+ passed' "$log" | grep -oE '^[0-9]+')
else
  cargo test --workspace --locked --no-fail-fast 2>&1 | tee "$log"
  rust=$(grep -oE '^test result: ok\. [0-9]+ passed' "$log" | grep -oE '[0-9]+' | paste -sd+ | bc)
fi

step "generated files"
npm --prefix web run --silent generate
git diff --exit-code --stat -- openapi.json 'web/src/*.gen.ts' 'web/src/**/*.gen.ts'

step "browsers"
cargo build --workspace --locked --quiet
npm --prefix web run --silent browser 2>&1 | tee "$log.browser"
node --test tests/browser/*.test.mjs 2>&1 | tee "$log.journeys"

passed() { grep -hoE '^(ℹ|#) pass [0-9]+' "$1" | grep -oE '[0-9]+' | paste -sd+ | bc; }
client=$(sed 's/\x1b\[[0-9;]*m//g' "$log.web" | grep -oE 'Tests +[0-9]+ passed' | grep -oE '[0-9]+')
browser=$(passed "$log.browser")
journeys=$(passed "$log.journeys")
rm -f "$log".*

step "done: Rust $rust, client $client, browser $browser, journeys $journeys"
printf '%s passed, 0 failed\n' "$((rust + client + browser + journeys))"
