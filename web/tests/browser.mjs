// The built client in a real browser, on fixtures: `npm run build && npm run browser`. The public pages run on another
// library there than in the component tests, so their whole path is walked here, by keyboard.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { NOW, TOKEN } from './fixtures.mjs';
import { tabTo } from './keyboard.mjs';
import { startMockServer } from './mock-server.mjs';

let browser;
let server;
let page;
let complaints;

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

beforeEach(() => open());

afterEach(() => page.close());

/** The page of this test, on a screen of its own. */
async function open(screen = {}) {
  await page?.close();
  page = await browser.newPage({
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    ...screen,
  });
  await page.clock.setFixedTime(NOW);
  complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
}

const focusOn = (selector) => page.locator(`${selector}:focus`).first().waitFor();
const heading = (name) => page.getByRole('heading', { name }).waitFor();

describe('a customer', () => {
  it('changes the zone and the clock, and a reload keeps both', async () => {
    await page.goto(`${server.base}/ada/design-review?date=2027-03-09`);
    await page.getByRole('button', { name: /Change time zone/ }).click();
    await page.locator('input[type=search]:focus').waitFor();
    await page.keyboard.type('kathm');
    await page.getByRole('option', { name: /^Kathmandu/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /^13:45/ }).waitFor();
    await page.getByRole('button', { name: '12 h' }).click();
    await page.getByRole('link', { name: /^1:45/ }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: /^1:45/ }).waitFor();
    assert.equal(new URL(page.url()).searchParams.get('zone'), 'Asia/Kathmandu');
  });

  it('goes back from the form to the times', async () => {
    await page.goto(`${server.base}/ada/design-review?date=2027-03-09`);
    await page.getByRole('link', { name: /^09:00/ }).click();
    await heading('Who is coming?');
    await page.goBack();
    await heading('Tuesday 9 March');
  });

  it('moves and cancels a booking', async () => {
    await page.goto(`${server.base}/manage/${TOKEN}`);
    await page.getByRole('button', { name: 'Tue 9 Mar, 09:45' }).click();
    await page.getByRole('button', { name: 'Move to Tue 9 Mar, 09:45' }).click();
    await page.getByText('Moved to Tue 9 March, 09:45.').waitFor();
    await focusOn('#when');
    await page.getByLabel('A word to Ada').fill('Our launch moved.');
    await page.reload();
    await page.waitForFunction(() => document.querySelector('textarea')?.value === 'Our launch moved.');
    await page.getByRole('button', { name: /^Cancel/ }).click();
    await heading('This booking is cancelled');
    await focusOn('#when');
    await page.waitForFunction(() => document.title.startsWith('Cancelled – Design review'));
    assert.deepEqual(complaints, []);
  });

  it('keeps the focus where things change', async () => {
    await page.goto(`${server.base}/manage/${TOKEN}`);
    await page.getByRole('button', { name: 'See all times' }).press('Enter');
    await focusOn('#month-name');
    await heading('March 2027');
    await page.getByRole('button', { name: 'Tue 9 Mar, 09:45' }).press('Enter');
    // The question takes the focus as it comes.
    await focusOn('#move ~ .stack');
    await page.getByRole('button', { name: 'Keep the old time' }).press('Enter');
    await focusOn('#move');
    await page.goto(`${server.base}/ada/design-review?slot=2027-03-09T08:00:00Z`);
    await page.getByRole('button', { name: 'Bring someone along' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.type === 'email');
    await page.getByRole('button', { name: 'Leave out guest 1' }).press('Enter');
    await page.locator('button:focus', { hasText: 'Bring someone along' }).waitFor();
  });

  it('searches for a zone on the narrowest phone, within its panel', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${server.base}/ada/design-review?zone=%2B05:30`);
    await page.getByRole('button', { name: /^Berlin/ }).click();
    await page.locator('input[type=search]:focus').waitFor();
    await page.keyboard.type('Pokhara');
    await page.getByRole('option', { name: /^Kathmandu/ }).waitFor();
    const overhang = await page
      .locator('.zonepop')
      .evaluate((panel) => panel.scrollWidth - panel.clientWidth);
    assert.ok(overhang <= 0, `${overhang} px over its edge`);
  });

  it('is told the zone of the times on the host’s page, and no price where there is none', async () => {
    await page.goto(`${server.base}/ada`);
    await page.getByText('Times are those of Berlin.').waitFor();
    assert.equal(await page.getByText('Free').count(), 0);
  });

  it('says that it was someone else', async () => {
    await page.goto(`${server.base}/not-me/${TOKEN}`);
    await page.getByRole('button', { name: 'I didn’t book this' }).click();
    await page.getByText(/^Cancelled\. Ada can no longer write/).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Cancelled.'));
  });
});

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };

for (const [where, size, isPhone] of [
  ['on a phone', PHONE, true],
  ['at a desk', DESK, false],
]) {
  describe(`by keyboard alone, ${where}`, () => {
    beforeEach(() => open({ viewport: size, hasTouch: isPhone, isMobile: isPhone }));

    it('a customer books, from the month to the confirmation', async () => {
      await page.goto(`${server.base}/ada/design-review`);
      await tabTo(page.getByRole('gridcell', { name: 'Wednesday 3 March, 2 times open' }));
      for (const [key, date] of [
        ['End', '2027-03-07'],
        ['Home', '2027-03-01'],
        ['ArrowDown', '2027-03-08'],
        ['ArrowRight', '2027-03-09'],
        ['PageDown', '2027-04-09'],
        ['PageUp', '2027-03-09'],
        ['ArrowUp', '2027-03-02'],
        ['ArrowLeft', '2027-03-01'],
        ['ArrowDown', '2027-03-08'],
        ['ArrowRight', '2027-03-09'],
      ]) {
        await page.keyboard.press(key);
        await focusOn(`[data-date="${date}"]`);
      }
      await page.getByRole('gridcell', { name: 'Tuesday 9 March, 7 times open' }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Tuesday 9 March' }).waitFor();
      await focusOn('#day-name');
      await tabTo(page.getByRole('link', { name: /^09:00/ }));
      await page.keyboard.press('Enter');
      await heading('Who is coming?');
      // The page gives the focus to the time that was chosen; who takes it before that loses it again.
      await focusOn('#chosen');
      for (const [label, text] of [
        ['Your name', 'Grace'],
        ['Your e-mail', 'grace@example.com'],
        ['What should we look at?', 'The sign-up.'],
      ]) {
        await tabTo(page.getByLabel(label));
        await page.keyboard.type(text);
      }
      await tabTo(page.getByRole('button', { name: 'Book 09:00' }));
      await page.keyboard.press('Enter');
      await heading('Tue 9 March, 09:00 – 09:45');
      await focusOn('h1');
      assert.equal(new URL(page.url()).pathname, `/manage/${TOKEN}`);
      await tabTo(page.getByRole('link', { name: 'Move or cancel' }));
      await page.keyboard.press('Enter');
      await heading('Another time suits you better?');
      assert.deepEqual(complaints, []);
    });
  });
}

/** Waits until the focus is within what a locator finds, and that is within the screen. */
async function standsAt(locator) {
  await page.waitForFunction(
    (part) => {
      const { top, bottom } = part.getBoundingClientRect();
      return part.contains(document.activeElement) && top >= 0 && bottom <= innerHeight;
    },
    await locator.elementHandle(),
  );
}

async function fillIn(email, query = '?slot=2027-03-09T08:00:00Z') {
  await page.goto(`${server.base}/ada/design-review${query}`);
  await page.getByLabel('Your name').fill('Grace');
  await page.getByLabel('Your e-mail').fill(email);
  await page.getByLabel('What should we look at?').fill('The sign-up.');
}

const BOOK = { name: /^Book/ };
/** The note with the refusal, and the box that takes the focus. */
const refusal = (text) => page.locator('.refusal', { hasText: text });

describe('a refusal, on a phone', () => {
  beforeEach(() => page.setViewportSize({ width: 390, height: 664 }));

  it('stands where one pressed and offers the nearest times; what was typed stays', async () => {
    await fillIn('late@example.com');
    await page.getByRole('button', BOOK).press('Enter');
    await refusal('09:00 was taken a moment ago.').waitFor();
    await standsAt(refusal('09:00 was taken'));
    assert.equal(
      await page.getByRole('button', { name: '09:00 is gone' }).getAttribute('aria-disabled'),
      'true',
    );
    await page.getByRole('link', { name: 'Tue 9 March, 09:45' }).press('Enter');
    await standsAt(page.getByRole('button', { name: 'Book 09:45' }));
    assert.equal(await page.getByLabel('Your name').inputValue(), 'Grace');
  });

  it('says when to try again, and the button is ready for it', async () => {
    await fillIn('often@example.com');
    await page.getByRole('button', BOOK).press('Enter');
    await refusal('Please try again in 30 seconds.').waitFor();
    await standsAt(refusal('Please try again'));
    assert.equal(await page.getByRole('button', BOOK).getAttribute('aria-disabled'), null);
  });

  it('asks what the host has begun to ask meanwhile', async () => {
    await fillIn('asked@example.com');
    await page.getByRole('button', BOOK).press('Enter');
    await refusal('Ada has changed the questions.').waitFor();
    await standsAt(page.getByLabel('How many of you?'));
    await page.getByText('This is needed.').waitFor();
    await page.keyboard.type('Three');
    await page.getByRole('button', BOOK).click();
    await heading(/^Tue 9 March, 09:00/);
  });

  it('tells who opens a time that is past or never was, and shows no form for it', async () => {
    await page.goto(`${server.base}/ada/design-review?slot=2026-03-09T08:00:00Z`);
    await page.getByText('09:00 is past.').waitFor();
    assert.equal(await page.getByRole('textbox').count(), 0);
    await page.goto(`${server.base}/ada/design-review?slot=2027-03-09T08:10:00Z`);
    await page.getByText('09:10 is not offered.').waitFor();
    await page.getByRole('link', { name: 'Tue 9 March, 09:00' }).click();
    await heading('Who is coming?');
    await focusOn('#chosen');
  });
});

describe('an answer that got lost', () => {
  it('is asked for again under the same key, after a reload too, and the time is not called taken', async () => {
    const keys = [];
    await page.route('**/api/v1/client/bookings', (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      return keys.length === 1 ? route.abort('connectionreset') : route.continue();
    });
    // The booking had arrived: its time is open no more.
    await page.route('**/slots?**', async (route) => {
      const response = await route.fetch();
      const slots = await response.json();
      if (keys.length > 0) slots.slots = slots.slots.filter(({ start }) => start !== '2027-03-09T08:00:00Z');
      await route.fulfill({ response, json: slots });
    });
    await fillIn('grace@example.com');
    await page.getByRole('button', BOOK).click();
    await refusal('No answer came').waitFor();
    await page.reload();
    await refusal('No answer came').waitFor();
    // Other words don't make it another booking.
    await page.getByLabel('Your name').fill('Grace Hopper');
    await page.getByRole('button', BOOK).click();
    await heading(/^Tue 9 March, 09:00/);
    assert.equal(keys.length, 2);
    assert.equal(keys[0], keys[1]);
    await page.goto(`${server.base}/ada/design-review?slot=2027-03-09T08:00:00Z`);
    await page.getByText('You have booked this time already.').waitFor();
    await page.getByRole('link', { name: 'See your booking' }).click();
    await page.waitForURL(`**/manage/${TOKEN}`);
  });
});

describe('a browser that keeps nothing', () => {
  it('shows the times, changes the clock and books', async () => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(globalThis, name, {
          get() {
            throw new DOMException('Access is denied', 'SecurityError');
          },
        });
      }
    });
    await page.goto(`${server.base}/ada/design-review?date=2027-03-09`);
    await page.getByRole('button', { name: '12 h' }).click();
    await page.getByRole('link', { name: /^9:00/ }).click();
    await page.getByLabel('Your name').fill('Grace');
    await page.getByLabel('Your e-mail').fill('grace@example.com');
    await page.getByLabel('What should we look at?').fill('The sign-up.');
    await page.getByRole('button', { name: /^Book 9:00/ }).click();
    await heading(/^Tue 9 March, 9:00/);
    assert.deepEqual(complaints, []);
  });
});

describe('the landing page', () => {
  it('lets one take a slot', async () => {
    await page.goto(server.base);
    await page.getByText('11:30').click();
    await page.getByText('11:30 is yours.').waitFor();
    assert.deepEqual(complaints, []);
  });
});

describe('a host', () => {
  it('opens every page of the dashboard without a complaint', async () => {
    await page.goto(`${server.base}/app`);
    for (const name of [
      'Bookings',
      'Slots',
      'Availability',
      'Event types',
      'Customers',
      'Insights',
      'Settings',
      'Operator',
    ]) {
      await page
        .getByRole('navigation', { name: 'Dashboard' })
        .getByRole('link', { name: new RegExp(`^${name}`) })
        .first()
        .click();
      await page.locator('main h1').waitFor();
    }
    assert.deepEqual(complaints, []);
  });

  it('opens and closes a sheet, and the focus returns', async () => {
    await page.goto(`${server.base}/app/bookings/01950000-0000-7000-8000-000000000106`);
    const cancel = page.getByRole('button', { name: 'Cancel', exact: true });
    await cancel.press('Enter');
    await heading(/^Cancel Tue 9 March/);
    // The sheet is drawn a moment before it takes the focus, and a key goes to whatever has it.
    await page.locator('[role=dialog]:focus, [role=dialog] :focus').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('button:focus', { hasText: /^Cancel$/ }).waitFor();
    assert.deepEqual(complaints, []);
  });
});
