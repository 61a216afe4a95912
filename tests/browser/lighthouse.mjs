// What Lighthouse says of the public pages on a mid-range phone with a slow line (its own "mobile" settings). It needs a
// quiet machine, and is fetched when it is asked for. Ends with 1 if a page misses what is promised.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openBrowser } from './person.mjs';
import { startProduct } from './product.mjs';
import { nextMonth, publish } from './stage.mjs';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const LEAST_SCORE = 95;
/** Milliseconds until something is seen, and until the page answers to whatever is pressed. */
const PROMISED = { 'first-contentful-paint': 1200, interactive: 2000 };
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const DEADLINE = 180_000;

/** The public pages of a host with two event types and one booking. */
async function pages(base) {
  const browser = await openBrowser();
  const { path, ask } = await publish(browser, base, { location: { kind: 'phone', value: '+91 80 5550 1234' } });
  const { items } = await ask('GET', 'user/schedules');
  await ask('POST', 'user/event-types', {
    title: 'First call',
    slug: 'first-call',
    duration_minutes: 30,
    schedule_id: items[0].id,
  });
  const [, handle, slug] = path.split('/');
  const { manage_token: token } = await ask('POST', 'client/bookings', {
    handle,
    slug,
    start: `${nextMonth('Asia/Kolkata')}T05:30:00Z`,
    name: 'Grace Hopper',
    email: 'grace@example.com',
    time_zone: 'Asia/Kolkata',
  });
  await browser.close();
  return { landing: '/', host: `/${handle}`, 'event type': path, manage: `/manage/${token}` };
}

async function judge(url) {
  const report = join(tmpdir(), `timeslot-lighthouse-${process.pid}.json`);
  const flags = '--headless=new --no-sandbox --disable-gpu --disable-background-networking';
  const options = ['--quiet', '--output=json', `--output-path=${report}`, `--chrome-flags=${flags}`];
  await promisify(execFile)('npx', ['--yes', LIGHTHOUSE, url, ...options], {
    env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? '/usr/bin/chromium' },
    timeout: DEADLINE,
  });
  return JSON.parse(readFileSync(report, 'utf8'));
}

const product = await startProduct();
let missed = 0;
try {
  for (const [name, path] of Object.entries(await pages(product.base))) {
    const { categories, audits } = await judge(product.base + path);
    const scores = CATEGORIES.map((id) => [id, Math.round(categories[id].score * 100)]);
    const times = Object.keys(PROMISED).map((id) => [id, Math.round(audits[id].numericValue)]);
    console.log(
      `${name}: ${scores.map(([id, score]) => `${id} ${score}`).join(', ')}; ` +
        times.map(([id, ms]) => `${id} ${ms} ms`).join(', '),
    );
    // Manage pages are kept out of search engines on purpose.
    const low = scores.filter(([id, score]) => score < LEAST_SCORE && !(name === 'manage' && id === 'seo'));
    const late = times.filter(([id, ms]) => ms > PROMISED[id]);
    missed += low.length + late.length;
  }
} finally {
  await product.stop();
}
process.exitCode = missed > 0 ? 1 : 0;
