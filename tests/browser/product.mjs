// The real binary, started for a test on a free port of this machine with a data folder of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = new URL('../../', import.meta.url).pathname;
const DEADLINE = 20_000;

function binary() {
  const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
  const path = resolve(process.env.TIMESLOT_BIN ?? join(target, 'debug/timeslot'));
  if (!existsSync(path))
    throw new Error(`${path} is missing: build it with cargo build --workspace, or set TIMESLOT_BIN`);
  return path;
}

// Below the ports that the system gives to whoever connects somewhere: none of them takes it before the product does.
let nextPort = 10_000 + ((process.pid * 37) % 20_000);

async function freePort() {
  const port = nextPort;
  nextPort += 1;
  const server = createServer().listen(port, '127.0.0.1');
  const isFree = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (!isFree) return freePort();
  server.close();
  await once(server, 'close');
  return port;
}

/** Asks until there is an answer that counts (neither `undefined` nor `null`), at most for `DEADLINE`. */
export async function eventually(what, ask) {
  const end = performance.now() + DEADLINE;
  while (performance.now() < end) {
    const answer = await ask();
    if (answer !== undefined && answer !== null) return answer;
    await pause(40);
  }
  throw new Error(`Waited ${DEADLINE / 1000} s in vain for ${what}`);
}

/** Starts the product and gives its address; `stop` ends it and takes its data away. */
export async function startProduct() {
  const folder = mkdtempSync(join(tmpdir(), 'timeslot-journey-'));
  const base = `http://127.0.0.1:${await freePort()}`;
  // Settings of whoever runs the tests must not reach the product.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('TIMESLOT_')),
  );
  const child = spawn(binary(), ['serve'], {
    cwd: folder,
    env: { ...env, TIMESLOT_LISTEN: base.replace('http://', ''), TIMESLOT_DATA_DIR: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A run that breaks off must leave nothing behind.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  await eventually('/healthz', async () => {
    if (child.exitCode !== null) throw new Error(`The product ended with ${child.exitCode}:\n${said}`);
    const answer = await fetch(`${base}/healthz`).catch(() => null);
    return answer?.ok ? answer : null;
  });
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await Promise.race([once(child, 'exit'), pause(5_000, null, { ref: false })]);
      end();
    }
    process.off('exit', end);
    rmSync(folder, { recursive: true, force: true });
  };
  return { base, stop };
}
