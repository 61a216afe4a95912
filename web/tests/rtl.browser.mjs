// The pages read from the right: nothing hangs over the edge, what points forward points to the left, and so do the keys.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { NOW, TOKEN } from './fixtures.mjs';
import { startMockServer } from './mock-server.mjs';

const PAGES = [
  ['the landing page', '/'],
  ['the host’s page', '/ada'],
  ['the booking page', '/ada/design-review?date=2027-03-09'],
  ['the form', '/ada/design-review?slot=2027-03-09T08%3A00%3A00Z'],
  ['the manage page', `/manage/${TOKEN}`],
  ['the overview', '/app'],
  ['a booking', '/app/bookings/01950000-0000-7000-8000-000000000106'],
  ['the week', '/app/slots'],
  ['the weekly hours', '/app/availability'],
  ['an event type', '/app/event-types/01950000-0000-7000-8000-000000000031'],
  ['insights', '/app/insights'],
];

let browser;
let server;

before(async () => {
  server = await startMockServer();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});

after(async () => {
  await browser.close();
  server.stop();
});

/** Opens a page that is written from the right from its first element on. */
async function open(path, width) {
  const page = await browser.newPage({
    viewport: { width, height: 844 },
    locale: 'en-GB',
    timezoneId: 'Asia/Kolkata',
    reducedMotion: 'reduce',
  });
  await page.clock.setFixedTime(NOW);
  await page.route(
    (url) => url.pathname === path.split('?')[0],
    async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      return route.fulfill({ response, body: text.replace(/<html[^>]*>/, '<html lang="en" dir="rtl">') });
    },
  );
  await page.goto(server.base + path);
  await page.locator('main h1, main h2').first().waitFor();
  return page;
}

for (const width of [390, 1280]) {
  describe(`from right to left, at ${width} px`, () => {
    for (const [name, path] of PAGES) {
      it(`${name} hangs over no edge`, async () => {
        const page = await open(path, width);
        const { overhang, isRtl } = await page.evaluate(() => ({
          overhang: document.documentElement.scrollWidth - innerWidth,
          isRtl: getComputedStyle(document.body).direction === 'rtl',
        }));
        await page.close();
        assert.ok(isRtl, 'the page reads from the right');
        assert.ok(overhang <= 0, `${overhang} px wider than the screen`);
      });
    }
  });
}

describe('from right to left', () => {
  it('the month begins at the right, and the left arrow goes to the next day', async () => {
    const page = await open('/ada/design-review?date=2027-03-09', 1280);
    const day = (date) => page.locator(`[data-date="${date}"]`);
    const [monday, tuesday] = [await day('2027-03-08').boundingBox(), await day('2027-03-09').boundingBox()];
    assert.ok(monday.x > tuesday.x);
    await day('2027-03-09').focus();
    await page.keyboard.press('ArrowLeft');
    await page.locator('[data-date="2027-03-10"]:focus').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.locator('[data-date="2027-03-09"]:focus').waitFor();
    const later = page.getByRole('button', { name: 'Later month' }).locator('svg');
    assert.equal(
      await later.evaluate((icon) => getComputedStyle(icon).transform),
      'matrix(-1, 0, 0, 1, 0, 0)',
    );
    await page.close();
  });

  it('the week begins at the right, for the keys and for the pointer', async () => {
    const page = await open('/app/slots', 1280);
    const cell = (name) => page.getByRole('gridcell', { name });
    const [wednesday, thursday] = [
      await cell('Wednesday 3 March, 16:00').boundingBox(),
      await cell('Thursday 4 March, 16:00').boundingBox(),
    ];
    assert.ok(wednesday.x > thursday.x);
    await cell('Wednesday 3 March, 16:00').focus();
    await page.keyboard.press('ArrowLeft');
    await page.locator('[role=gridcell]:focus[data-date="2027-03-04"][data-minute="960"]').waitFor();
    const until = await cell('Thursday 4 March, 16:45').boundingBox();
    await page.mouse.move(thursday.x + 20, thursday.y + 5);
    await page.mouse.down();
    await page.mouse.move(until.x + 20, until.y + 5, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('dialog').getByText('16:00 – 17:00').waitFor();
    await page.close();
  });
});
