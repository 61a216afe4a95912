#!/usr/bin/env bash
# Feeds what faces the world with anything, each target for so many seconds; the input that something did not hold for stays.
#   scripts/fuzz.sh [TARGET|all] [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/.."

target=${1:-all}
seconds=${2:-60}

if ! cargo +nightly --version >/dev/null 2>&1; then
  echo "fuzzing needs a nightly compiler: rustup toolchain install nightly" >&2
  exit 1
fi
cargo fuzz --version >/dev/null 2>&1 || cargo install cargo-fuzz --locked

if [ "$target" = all ]; then
  mapfile -t targets < <(cargo +nightly fuzz list)
else
  targets=("$target")
fi

# The code has no memory that could be misused: without a sanitizer it is tried several times as often.
cargo +nightly fuzz build --sanitizer none
found=$(mktemp -d)
trap 'rm -rf "$found"' EXIT
for name in "${targets[@]}"; do
  printf '\n== %s, %s s\n' "$name" "$seconds"
  mkdir -p "$found/$name"
  ended=0
  cargo +nightly fuzz run --sanitizer none "$name" "$found/$name" "fuzz/corpus/$name" -- \
    -max_total_time="$seconds" -max_len=2048 -timeout=10 -print_final_stats=1 >"$found/$name.log" 2>&1 || ended=$?
  grep -E 'DONE|panicked|SUMMARY|Failing|artifact|stat::(number|average)|ERROR' "$found/$name.log" || true
  # A failing run leaves its input there; its name says what to do with it.
  if compgen -G "fuzz/artifacts/$name/*" >/dev/null; then
    echo "$name: an input in fuzz/artifacts/$name doesn't hold; mend it and move the input to fuzz/corpus/$name" >&2
    exit 1
  fi
  if [ "$ended" != 0 ]; then
    tail -n 20 "$found/$name.log" >&2
    echo "$name: the fuzzer ended with $ended, see above" >&2
    exit 1
  fi
done
