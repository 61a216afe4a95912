// The pictures of the README, from a running `timeslot demo`: `node tests/browser/pictures.mjs http://127.0.0.1:8080 [name …]`
import { mkdirSync } from 'node:fs';
import { HOST, openBrowser, VISITOR } from './person.mjs';

const [base = 'http://127.0.0.1:8080', ...wanted] = process.argv.slice(2);
const folder = new URL('../../docs/pictures/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });

const browser = await openBrowser();
const { headers } = await fetch(base);
const now = headers.get('date');

/** A window whose clock is the server's. */
async function open(device, zone, scale) {
  const context = await browser.newContext({
    ...device,
    baseURL: base,
    locale: 'en-GB',
    timezoneId: zone,
    deviceScaleFactor: scale,
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(now);
  return page;
}

/** The whole page; a desktop's window is made as high as it is, so that what stands at the bottom does so in the picture too. */
async function take(page, name) {
  await page.evaluate(() => document.activeElement?.blur());
  const { width } = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (width > 1000) await page.setViewportSize({ width, height });
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.context().close();
}

/** A window in which Ada is logged in. */
async function ada() {
  const page = await open(HOST, 'Asia/Kolkata', 1.2);
  await page.request.post('/api/v1/auth/login', {
    data: { email: 'ada@example.com', password: 'show me around' },
  });
  return page;
}

const PICTURES = {
  booking: async () => {
    const page = await open(HOST, 'Europe/Berlin', 1.5);
    await page.goto('/ada/design-review');
    // The month that follows is whole, whatever day it is.
    await page.getByRole('button', { name: 'Later month' }).click();
    await page
      .getByRole('gridcell', { name: /[4-9] times open$/ })
      .nth(3)
      .click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    return page;
  },
  phone: async () => {
    const page = await open(VISITOR, 'America/St_Johns', 2);
    await page.goto('/ada/design-review');
    await page
      .getByRole('gridcell', { name: /times open$/ })
      .first()
      .waitFor();
    return page;
  },
  overview: async () => {
    const page = await ada();
    await page.goto('/app');
    await page.getByRole('heading', { name: 'Waits for you' }).waitFor();
    await page.getByRole('heading', { name: 'After that' }).waitFor();
    return page;
  },
  week: async () => {
    const page = await ada();
    await page.goto('/app/slots');
    await page.getByText(/^Open [1-9]/).waitFor();
    return page;
  },
  'event-type': async () => {
    const page = await ada();
    await page.goto('/app/event-types');
    await page.getByRole('link', { name: /Design review/ }).click();
    await page.getByRole('heading', { name: 'Questions' }).waitFor();
    return page;
  },
};

for (const [name, prepare] of Object.entries(PICTURES)) {
  if (wanted.length === 0 || wanted.includes(name)) await take(await prepare(), name);
}
await browser.close();
