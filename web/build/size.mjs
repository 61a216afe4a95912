// Guards what a first visit downloads, compressed: a customer's page with its markup, styles and picture in the tab (the
// reader's own fonts are used), in at most five requests; and the dashboard's first script.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
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

/**
 * The markup of a full month, as the server compresses it: 4.1 kB on the sample host's page, with a margin for longer words. The
 * journey `takeover` of tests/browser measures the page as it really comes.
 */
const MARKUP = 6_000;
const MOST_REQUESTS = 5;

const scripts = (names) => [...new Set(names)].filter((name) => name.endsWith('.js'));
const budgets = [
  {
    what: 'booking page: markup, script, styles, picture',
    limit: 60_000,
    names: [...new Set(files('src/public/main.tsx')), 'favicon.svg'],
    markup: MARKUP,
  },
  { what: 'dashboard, first script', limit: 180_000, names: scripts(files('app.html')) },
];

for (const { what, limit, names, markup = 0 } of budgets) {
  const bytes = size(names) + markup;
  console.log(`${what}: ${(bytes / 1000).toFixed(1)} kB of ${limit / 1000} kB (gzip)`);
  if (bytes > limit) process.exitCode = 1;
  // The page itself is a request too.
  if (markup && names.length + 1 > MOST_REQUESTS) {
    console.error(`${what}: ${names.length + 1} requests, of ${MOST_REQUESTS} at most`);
    process.exitCode = 1;
  }
}

const fonts = readdirSync(join(dist, 'assets')).filter((name) => /\.(woff2?|ttf|otf)$/.test(name));
if (fonts.length > 0) {
  console.error(`fonts are not in the budget: ${fonts.join(', ')}`);
  process.exitCode = 1;
}
