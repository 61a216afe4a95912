#!/usr/bin/env bash
# Installs the client's packages exactly as they are locked, without running any of their scripts.
set -euo pipefail
cd "$(dirname "$0")/../web"

command -v node >/dev/null || { echo "Node.js 20 or newer is missing; see https://nodejs.org" >&2; exit 1; }
major=$(node -p 'process.versions.node.split(".")[0]')
[ "$major" -ge 20 ] || { echo "Node.js $major is too old; 20 or newer is needed" >&2; exit 1; }

echo "Installing the client's packages, which takes a minute or two …"
# npm 10 leaves out the native parts of some packages; the npm of the lock file doesn't.
if [ "$(npm --version | cut -d. -f1)" -ge 11 ]; then npm=(npm); else npm=(npx --yes npm@11); fi
"${npm[@]}" ci --ignore-scripts --no-fund --no-audit --loglevel=error
