#!/bin/sh
# Makes a Python environment for tests and prints its python. Running it again costs nothing.
#   scripts/test-tools.sh                what tests of letters need: a real SMTP server, strict parsers
#   scripts/test-tools.sh schemathesis   what makes requests from the description of the API
# Use: export TIMESLOT_TEST_PYTHON="$(scripts/test-tools.sh)"
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
case "${1:-letters}" in
letters)
    venv="$root/target/test-tools/venv"
    options=--no-deps
    wanted="aiosmtpd==1.4.6 atpublic==9.0.0 attrs==26.1.0 icalendar==7.3.0 python-dateutil==4.0.0 typing_extensions==4.16.0 tzdata==2026.6"
    ;;
schemathesis)
    venv="$root/target/test-tools/schemathesis"
    options=--only-binary=:all:
    wanted="schemathesis==4.32.0"
    ;;
*)
    echo "usage: scripts/test-tools.sh [letters|schemathesis]" >&2
    exit 2
    ;;
esac

if [ "$(cat "$venv/wanted" 2>/dev/null || true)" != "$wanted" ]; then
    rm -rf "$venv"
    python3 -m venv "$venv" >&2
    # shellcheck disable=SC2086 # one word per package
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check $options $wanted >&2
    printf '%s' "$wanted" >"$venv/wanted"
fi
printf '%s\n' "$venv/bin/python"
