// The script takes the server's page over without a jump: nothing shifts, every part stands where the server put it, and
// what was typed before the script arrived stays.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { letterTo, linkIn } from './mailbox.mjs';
import { openBrowser } from './person.mjs';
import { eventually, startProduct } from './product.mjs';
import { dateIn, nextMonth, publish } from './stage.mjs';

const PARTS = [
  'h1',
  '.who',
  '.sheet',
  '.bar',
  '.soon',
  '.month-head',
  '.month-grid',
  '.legend',
  '#day-name',
  '.slot',
  '.two .zones',
  '.form .input',
  '.form .btn.take',
  '.hosthead',
  '.et',
  '.say',
  '.tl1',
  '.four',
  '.chip',
  '.facts',
  '.acts',
  '.near',
  '.near .slot',
  '#cancel',
  'main textarea',
  '.btn.refuse',
  '.btn.take',
  '.hero',
  '.lines',
  'main p',
];
const date = nextMonth('Asia/Kolkata');
// A visitor for whom another month has begun, or hasn't yet, sees that one: what stands below it moves, and may.
const monthIn = (zone) => dateIn(Date.now(), zone).slice(0, 7);
const ABROAD = ['America/St_Johns', 'Asia/Tokyo'].find((zone) => monthIn(zone) === monthIn('Asia/Kolkata'));

let product;
let browser;
let path;
let manage;
let notMe;

before(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const host = await publish(browser, product.base);
  path = host.path;
  const [, handle, slug] = path.split('/');
  const { manage_token: token } = await host.ask('POST', 'client/bookings', {
    handle,
    slug,
    start: `${date}T05:30:00Z`,
    name: 'Grace',
    email: 'grace@example.com',
    time_zone: 'Asia/Kolkata',
  });
  manage = `/manage/${token}`;
  notMe = new URL(linkIn(await letterTo(product.base, 'grace@example.com', /^Booked/), 'not-me')).pathname;
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

/** Where the parts of a page stand, and how much has shifted on the way there. */
async function look(address, options) {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.shifted = 0;
    // What the server wrote goes when the script draws the page in its place.
    new MutationObserver((changes) => {
      globalThis.isTaken ||= changes.some(({ target, removedNodes }) => target.id === 'root' && removedNodes.length);
    }).observe(document, { childList: true, subtree: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.shifted += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(product.base + address, { waitUntil: 'networkidle' }).catch(() => {});
  if (options.javaScriptEnabled !== false)
    await page.waitForFunction(() => globalThis.isTaken);
  await page.waitForTimeout(300);
  const boxes = await page.evaluate((parts) => {
    const box = (part) => document.querySelector(part)?.getBoundingClientRect();
    return parts
      .map((part) => [part, box(part)])
      .map(([part, at]) => [part, at && [at.x, at.y, at.width, at.height].map(Math.round)]);
  }, PARTS);
  const shifted = await page.evaluate(() => globalThis.shifted ?? 0);
  await context.close();
  return { boxes: boxes.filter(([, at]) => at), shifted };
}

for (const width of [390, 1280]) {
  for (const [name, address] of [
    ['the booking page', () => path],
    ['the form', () => `${path}?slot=${date}T07:30:00Z`],
    ['the host’s page', () => '/ada'],
    ['the landing page', () => '/'],
    ['the manage page', () => manage],
    ['all times to move to', () => `${manage}?month=${date.slice(0, 7)}`],
    ['the question before a move', () => `${manage}?slot=${date}T07:30:00Z`],
    ['the booking that was just made', () => `${manage}?done=booked`],
    ['the way out of what one didn’t book', () => notMe],
    ['the page of nothing', () => '/nobody'],
  ]) {
    describe(`${name} at ${width} px`, () => {
      it('is taken over where it stands', async () => {
        const viewport = { width, height: 844 };
        const home = { viewport, timezoneId: 'Asia/Kolkata' };
        const before = await look(address(), { ...home, javaScriptEnabled: false });
        const after = await look(address(), home);
        const abroad = await look(address(), { viewport, timezoneId: ABROAD });
        assert.ok(before.boxes.length > 2, 'the page has parts to compare');
        assert.deepEqual(after.boxes, before.boxes);
        assert.ok(after.shifted < 0.02, `shifted by ${after.shifted}`);
        assert.ok(abroad.shifted < 0.02, `shifted abroad by ${abroad.shifted}`);
      });
    });
  }
}

describe('a first visit', () => {
  it('takes at most five requests and 60 kB, all told', async () => {
    const page = await browser.newPage({ timezoneId: 'Asia/Kolkata' });
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    const asked = new Set();
    const onTheWay = new Set();
    session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
      if (!request.url.startsWith(product.base)) return;
      asked.add(requestId);
      // The stream of what changes never ends.
      if (type !== 'EventSource') onTheWay.add(requestId);
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes += encodedDataLength;
      onTheWay.delete(requestId);
    });
    await page.goto(product.base + path);
    await page.locator('[data-date]').first().waitFor();
    await page.waitForTimeout(500);
    await eventually('everything that was asked for', () => (onTheWay.size === 0 ? true : null));
    assert.ok(asked.size >= 3 && asked.size <= 5, `${asked.size} requests`);
    assert.ok(bytes > 30_000 && bytes <= 60_000, `${bytes} bytes`);
    await page.close();
  });
});

describe('what was typed before the script came', () => {
  it('stands in the form, and the focus where it was', async () => {
    const page = await browser.newPage();
    let release;
    const held = new Promise((resolve) => {
      release = resolve;
    });
    await page.route('**/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${product.base}${path}?slot=${date}T07:30:00Z`, { waitUntil: 'commit' });
    await page.getByLabel('Your name').fill('Grace');
    await page.getByLabel('Your e-mail').focus();
    release();
    await page.waitForFunction(
      () =>
        document.title.startsWith('Your details') &&
        document.title.includes('–') &&
        !document.querySelector('input[name=seen]'),
    );
    assert.equal(await page.getByLabel('Your name').inputValue(), 'Grace');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'email');
    await page.close();
  });
});
