#!/bin/sh
# Makes the Python environment that tests of letters need (a real SMTP server, strict parsers) and prints its python.
# Running it again costs nothing. Use: export TIMESLOT_TEST_PYTHON="$(scripts/test-tools.sh)"
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
venv="$root/target/test-tools/venv"
wanted="aiosmtpd==1.4.6 atpublic==9.0.0 attrs==26.1.0 icalendar==7.3.0 python-dateutil==4.0.0 typing_extensions==4.16.0 tzdata==2026.6"

if [ "$(cat "$venv/wanted" 2>/dev/null || true)" != "$wanted" ]; then
    rm -rf "$venv"
    python3 -m venv "$venv" >&2
    # shellcheck disable=SC2086 # one word per package
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps $wanted >&2
    printf '%s' "$wanted" >"$venv/wanted"
fi
printf '%s\n' "$venv/bin/python"
