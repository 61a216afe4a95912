// From Kathmandu to St. John's, across the next change of St. John's clock: by keyboard alone, every time is right on both.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { tabTo } from '../../web/tests/keyboard.mjs';
import { openBrowser, person, VISITOR } from './person.mjs';
import { startProduct } from './product.mjs';
import { dateIn, nextChange, publish } from './stage.mjs';

const HERE = 'America/St_Johns';
const THERE = 'Asia/Kathmandu';
const DAY = 86_400_000;
const change = nextChange(HERE);

let product;
let browser;
let path;

before(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const windows = [{ start: '00:00', end: '24:00' }];
  ({ path } = await publish(browser, product.base, { zone: THERE, windows, horizon_days: null }));
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

const reading = (instant, zone) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(Date.parse(instant));

const visitors = [
  ['on a phone', { ...VISITOR, locale: 'en-GB' }],
  ['at a desk', { ...VISITOR, locale: 'en-GB', isMobile: false, viewport: { width: 1280, height: 800 } }],
];

for (const [where, device] of visitors) {
  describe(where, () => {
    it('shows each time on both clocks, before the change and after it', async () => {
      const visitor = await person(browser, product.base, device);
      const shifts = new Set();
      for (const days of [-2, 0, 2]) {
        await visitor.opens(`${path}?date=${dateIn(change + days * DAY, HERE)}`, 'Design review');
        await visitor.page.locator('.slot time').first().waitFor();
        const rows = await visitor.page
          .locator('.slot')
          .evaluateAll((slots) =>
            slots.map((slot) => [
              slot.querySelector('time').dateTime,
              slot.querySelector('time').textContent,
              slot.querySelector('small').textContent,
            ]),
          );
        assert.ok(rows.length > 20, `${rows.length} times`);
        for (const [instant, ours, theirs] of rows) {
          assert.equal(ours.split(' ')[0], reading(instant, HERE));
          assert.ok(theirs.includes(reading(instant, THERE)), `${theirs} at ${instant}`);
        }
        const readings = rows.map(([, ours]) => ours);
        assert.equal(new Set(readings).size, readings.length, 'no two times of a day read alike');
        shifts.add(`${reading(rows[0][0], HERE)} ${reading(rows[0][0], THERE)}`);
      }
      assert.ok(shifts.size > 1, 'the change moves the times');
      await visitor.leaves();
    });

    it('goes to the day after the change and books, by keyboard alone', async () => {
      const visitor = await person(browser, product.base, device);
      const { page } = visitor;
      const day = dateIn(change + DAY, HERE);
      await visitor.opens(path, 'Design review');
      await tabTo(page.locator('[data-date][tabindex="0"]'));
      for (let month = 0; month < 13 && (await focused(page)).slice(0, 7) < day.slice(0, 7); month += 1) {
        const before = await focused(page);
        await page.keyboard.press('PageDown');
        await focusMoves(page, before);
      }
      for (let step = 0; step < 31 && (await focused(page)) !== day; step += 1) {
        const before = await focused(page);
        await page.keyboard.press(before < day ? 'ArrowRight' : 'ArrowLeft');
        await focusMoves(page, before);
      }
      assert.equal(await focused(page), day);
      await page.locator(`[data-date="${day}"][aria-disabled="false"]`).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.id === 'day-name');
      await page.keyboard.press('Tab');
      await page.locator('.slot:focus').waitFor();
      const instant = await page.evaluate(() => document.activeElement.querySelector('time').dateTime);
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.id === 'chosen');
      await tabTo(page.locator('[name=name]'));
      await page.keyboard.type('Grace');
      await page.keyboard.press('Tab');
      await page.locator('[name=email]:focus').waitFor();
      await page.keyboard.type('grace@example.com');
      await page.keyboard.press('Enter');
      await page.getByText('It’s yours, Grace.').waitFor();
      const heading = await page.getByRole('heading', { level: 1 }).textContent();
      assert.ok(heading.includes(reading(instant, HERE)), heading);
      await page.getByText(`It will be ${reading(instant, THERE)}`).waitFor();
      await visitor.leaves();
    });
  });
}

function focused(page) {
  return page.evaluate(() => document.activeElement?.getAttribute('data-date') ?? '');
}

/** Waits until another day has the focus: while a month is on its way none may have it. */
function focusMoves(page, from) {
  return page.waitForFunction((old) => {
    const date = document.activeElement?.getAttribute('data-date');
    return date && date !== old;
  }, from);
}
