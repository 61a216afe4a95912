#!/usr/bin/env bash
# Lets schemathesis make requests from the description of a running server, as a host with an API key.
#   scripts/hostile.sh PYTHON BASE
set -euo pipefail
python=${1:?whose python?}
base=${2:?which server?}

for _ in $(seq 100); do
  curl -fsS "$base/healthz" >/dev/null 2>&1 && break
  sleep 0.1
done
json=(-fsS -H "content-type: application/json")
cookies=$(mktemp)
trap 'rm -f "$cookies"' EXIT
curl "${json[@]}" -c "$cookies" "$base/api/v1/auth/register" -o /dev/null \
  -d '{"email":"ada@example.com","password":"correct horse battery","name":"Ada","time_zone":"UTC"}'
key=$(curl "${json[@]}" -b "$cookies" "$base/api/v1/auth/api-keys" -d '{"name":"hostile","password":"correct horse battery"}' |
  "$python" -c 'import json,sys; print(json.load(sys.stdin)["token"])')
"$(dirname "$python")/schemathesis" run "$base/openapi.json" --url "$base" --header "Authorization: Bearer $key" \
  --checks not_a_server_error --max-examples "${EXAMPLES:-60}" --exclude-path-regex '/stream$|/auth/(account|api-keys)' \
  --seed 7153 --workers 2 --generation-database none
