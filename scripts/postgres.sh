#!/usr/bin/env bash
# A PostgreSQL of our own for the tests: in a temporary folder, on a free port of this machine, as an unprivileged user.
#   scripts/postgres.sh start FOLDER [durable]   prints its address; a durable one flushes to disk, as benches need it
#   scripts/postgres.sh stop FOLDER
set -euo pipefail

folder=${2:?which folder?}
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
bin=${bin:-$(dirname "$(command -v initdb || echo /nowhere/initdb)")}
[ -x "$bin/initdb" ] || { echo "PostgreSQL is missing; install it with: apt-get install postgresql" >&2; exit 1; }

# The server refuses to run as root.
as_other() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi
}

# Below the ports that the system gives to whoever connects somewhere, so that none of them takes it before the server.
free_port() {
  python3 - <<'PYTHON'
import random, socket
while True:
    with socket.socket() as candidate:
        try:
            candidate.bind(("127.0.0.1", random.randint(30_001, 32_767)))
        except OSError:
            continue
        print(candidate.getsockname()[1])
        break
PYTHON
}

case "${1:-}" in
  start)
    mkdir -p "$folder"
    [ "$(id -u)" = 0 ] && chown postgres "$folder"
    as_other "$bin/initdb" -D "$folder/data" -U timeslot -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
    port=$(free_port)
    # Nothing here outlives the tests, so it needn't outlive a power cut either.
    flush=off
    [ "${3:-}" = durable ] && flush=on
    as_other "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" start -o "-p $port -k $folder \
      -c listen_addresses=127.0.0.1 -c fsync=$flush -c synchronous_commit=$flush -c full_page_writes=$flush \
      -c max_connections=300 -c shared_buffers=256MB" >/dev/null
    echo "postgres://timeslot@127.0.0.1:$port/postgres"
    ;;
  stop)
    as_other "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null
    ;;
  *)
    echo "usage: scripts/postgres.sh start|stop FOLDER" >&2
    exit 2
    ;;
esac
