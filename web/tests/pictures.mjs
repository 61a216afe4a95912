// Takes pictures of the pages on fixtures, on a phone and a desktop, into `pictures/`, and reports what the browser
// complained about. `npm run pictures -- booking` takes only those whose name holds the word. The public pages are taken in light
// and dark, and looked at on the narrowest phones and at twice the size too.
import { mkdirSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { NOW } from './fixtures.mjs';
import { startMockServer } from './mock-server.mjs';
import { shots } from './shots.mjs';

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
// Twice the size at a desk is half the width.
const TIGHT = { narrow: { width: 320, height: 640 }, zoomed: { width: 640, height: 400 } };
const wanted = process.argv[2] ?? '';
const folder = new URL('../pictures/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });

const server = await startMockServer();
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

const isPublic = ({ name }) => !name.startsWith('app-');
const both = shots.flatMap((shot) =>
  isPublic(shot) && !shot.dark && !shots.some(({ name }) => name === `${shot.name}-dark`)
    ? [shot, { ...shot, name: `${shot.name}-dark`, dark: true }]
    : [shot],
);

async function take({ name, path, before, act, dark }) {
  const sizes = isPublic({ name }) && !dark ? { ...SIZES, ...TIGHT } : SIZES;
  for (const [size, viewport] of Object.entries(sizes)) {
    const context = await browser.newContext({
      viewport,
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.clock.setFixedTime(NOW);
    page.on('console', (message) => message.type() === 'error' && console.log(`${name}: ${message.text()}`));
    page.on('pageerror', (error) => console.log(`${name}: ${error.message}`));
    await before?.(page);
    await page.goto(server.base + path, { waitUntil: 'load' });
    await page
      .waitForSelector('main h1, main h2', { timeout: 5000 })
      .catch(() => console.log(`${name}: no heading`));
    await act?.(page);
    await page.waitForTimeout(150);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    if (wide) console.log(`${name} ${size}: wider than the screen`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const { id, nodes } of violations)
      console.log(`${name} ${size}: ${id} at ${nodes.map(({ target }) => target).join('; ')}`);
    await page.screenshot({ path: `${folder}${name}-${size}.png`, fullPage: true });
    await context.close();
  }
}

const left = both.filter((shot) => shot.name.includes(wanted));
const AT_ONCE = 4;
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let shot = left.shift(); shot; shot = left.shift()) await take(shot);
  }),
);
await browser.close();
server.stop();
