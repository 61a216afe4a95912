// Guards what a first visit downloads, compressed: a customer's page with its styles, and the dashboard's first script.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const dist = new URL('../dist/', import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

/** The chunk's files and those of all it imports at once, scripts and styles. */
function files(name, seen = new Set()) {
  if (seen.has(name)) return [];
  seen.add(name);
  const chunk = manifest[name];
  return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((part) => files(part, seen))];
}

function size(names) {
  return names.reduce((sum, name) => {
    const compressed = join(dist, `${name}.gz`);
    return sum + statSync(existsSync(compressed) ? compressed : join(dist, name)).size;
  }, 0);
}

const scripts = (names) => [...new Set(names)].filter((name) => name.endsWith('.js'));
const budgets = [
  {
    what: 'public pages, script and styles',
    limit: 60_000,
    names: [...new Set(files('src/public/main.tsx'))],
  },
  { what: 'dashboard, first script', limit: 180_000, names: scripts(files('app.html')) },
];

for (const { what, limit, names } of budgets) {
  const bytes = size(names);
  console.log(`${what}: ${(bytes / 1000).toFixed(1)} kB of ${limit / 1000} kB (gzip)`);
  if (bytes > limit) process.exitCode = 1;
}
