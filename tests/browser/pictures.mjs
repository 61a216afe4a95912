// The pictures of the README, from a running `timeslot demo`: `node tests/browser/pictures.mjs http://127.0.0.1:8080`
import { mkdirSync } from 'node:fs';
import { HOST, openBrowser, VISITOR } from './person.mjs';

const [base = 'http://127.0.0.1:8080'] = process.argv.slice(2);
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

/** A page of the dashboard, as Ada sees it. */
async function dashboard(path, heading, name) {
  const page = await open(HOST, 'Asia/Kolkata', 1.2);
  await page.request.post('/api/v1/auth/login', {
    data: { email: 'ada@example.com', password: 'show me around' },
  });
  await page.goto(path);
  await page.getByRole('heading', { name: heading }).first().waitFor();
  await page.waitForLoadState('networkidle').catch(() => null);
  await take(page, name);
}

async function firstEventType() {
  const page = await open(HOST, 'Asia/Kolkata', 1);
  await page.request.post('/api/v1/auth/login', {
    data: { email: 'ada@example.com', password: 'show me around' },
  });
  const { items } = await (await page.request.get('/api/v1/user/event-types')).json();
  await page.context().close();
  return items.find(({ slug }) => slug === 'design-review').id;
}

const booking = await open(HOST, 'Europe/Berlin', 1.5);
await booking.goto('/ada/design-review');
await booking
  .getByRole('gridcell', { name: /[5-9] times open$/ })
  .nth(3)
  .click();
await booking.getByRole('heading', { level: 2 }).first().waitFor();
await take(booking, 'booking');

const phone = await open(VISITOR, 'America/St_Johns', 2);
await phone.goto('/ada/design-review');
await phone
  .getByRole('gridcell', { name: /times open$/ })
  .first()
  .waitFor();
await take(phone, 'phone');

const overview = await open(HOST, 'Asia/Kolkata', 1.2);
await overview.request.post('/api/v1/auth/login', {
  data: { email: 'ada@example.com', password: 'show me around' },
});
await overview.goto('/app');
await overview.getByRole('heading', { name: 'Waits for you' }).waitFor();
await overview.getByRole('heading', { name: 'After that' }).waitFor();
await take(overview, 'overview');
await dashboard('/app/slots', /^\d/, 'week');
await dashboard('/app/event-types/' + (await firstEventType()), /\w/, 'event-type');
await browser.close();
