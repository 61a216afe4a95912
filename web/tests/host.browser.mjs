// The host's dashboard in a real browser, on fixtures: what happens live, when the line or the login is lost, by keyboard.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { NOW } from './fixtures.mjs';
import { bookings, timeline } from './host-fixtures.mjs';
import { startMockServer } from './mock-server.mjs';

let browser;
let server;
let context;
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

beforeEach(async () => {
  complaints = [];
  context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Asia/Kolkata',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  page = await tab();
});

afterEach(() => context.close());

/** One more tab of the same browser. */
async function tab() {
  const opened = await context.newPage();
  await opened.clock.setFixedTime(NOW);
  opened.on('pageerror', (error) => complaints.push(error.message));
  return opened;
}

const api = (path) => `**/api/v1/${path}`;
const problem = (status, detail, headers = {}) => ({
  status,
  headers,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: '/problems/test', title: 'Refused', status, detail }),
});
const json = (body, status = 200) => ({
  status,
  contentType: 'application/json',
  body: JSON.stringify(body),
});
const opens = async (path, name, where = page) => {
  await where.goto(server.base + path);
  await where.getByRole('heading', { name, level: 1 }).first().waitFor();
};

/** Looks again and again, for at most ten seconds. */
async function until(what, isSo) {
  for (let turn = 0; turn < 200; turn += 1) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`Waited in vain until ${what}`);
}

/** A booking whose last step was taken by the customer just now. */
function justNow(booking, what) {
  const step = { ...timeline[0], what, at: NOW };
  return { ...booking, timeline: [step] };
}

/**
 * Says that a booking changed until every one of these tabs has told it. What is said while the stream goes over to another tab
 * is not heard as news: the lists are read anew then.
 */
async function heard(id, news, tabs) {
  const say = () => server.say('booking', { id });
  const again = setInterval(say, 400);
  try {
    say();
    await Promise.all(tabs.map((each) => each.getByRole('status').filter({ hasText: news }).waitFor()));
  } finally {
    clearInterval(again);
  }
}

describe('two tabs', () => {
  it('share one stream, hear the same, and the second goes on when the first is closed', async () => {
    const second = await tab();
    await opens('/app/bookings', 'Bookings');
    await page.getByText('Live').waitFor();
    await opens('/app/bookings', 'Bookings', second);
    await second.getByText('Live').waitFor();
    assert.equal(server.streams(), 1);

    const [alan, , , , , grace] = bookings;
    for (const booking of [alan, grace])
      await context.route(api(`user/bookings/${booking.id}`), (route) =>
        route.fulfill(json(justNow(booking, 'confirmed'))),
      );
    const asked = [page, second].map((each) =>
      each.waitForRequest((request) => request.url().includes('/user/bookings?view=upcoming')),
    );
    await heard(grace.id, 'Grace booked Design review, Tue 9 March, 13:30.', [page, second]);
    await Promise.all(asked);

    await page.close();
    await heard(alan.id, 'Alan booked Design review', [second]);
    await second.getByText('Live').waitFor();
    await until('one stream is left', () => server.streams() === 1);
    assert.deepEqual(complaints, []);
  });

  it('go on when the one that holds the stream was put to sleep', async () => {
    await opens('/app/bookings', 'Bookings');
    await page.getByText('Live').waitFor();
    const sleeper = await context.newCDPSession(page);
    await sleeper.send('Page.setWebLifecycleState', { state: 'frozen' });
    const second = await tab();
    await opens('/app/bookings', 'Bookings', second);
    await second.getByText('Live').waitFor();
    await sleeper.send('Page.setWebLifecycleState', { state: 'active' });
    await until('one stream is left', () => server.streams() === 1);
  });

  it('read anew what the other one changed', async () => {
    const second = await tab();
    await opens('/app/event-types', 'Event types');
    await opens('/app/event-types', 'Event types', second);
    const asked = second.waitForRequest(
      (request) => request.method() === 'GET' && request.url().endsWith('/user/event-types'),
    );
    await page.getByRole('switch', { name: 'Intro call can be booked' }).click();
    await asked;
  });
});

describe('the stream', () => {
  it('tells at once which letter did not arrive', async () => {
    await opens('/app', /Wednesday/);
    await page.getByText('13:57 in Kolkata').waitFor();
    server.say('delivery');
    await page
      .getByRole('alert')
      .filter({ hasText: 'Confirmation to omar@exmaple.com has not gone out yet. No such domain' })
      .waitFor();
    await page.getByRole('link', { name: 'Look' }).click();
    await page.waitForURL(/\/app\/bookings\/.*103$/);
  });

  it('catches up after it was cut', async () => {
    await opens('/app/bookings', 'Bookings');
    await page.getByText('Live').waitFor();
    const asked = page.waitForRequest((request) => request.url().includes('/user/bookings?view=upcoming'));
    server.cut();
    await asked;
    await page.getByText('Live').waitFor();
  });

  it('offers the new client when the server has been updated', async () => {
    await opens('/app', /Wednesday/);
    await page.route('**/app', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<script type="module" src="/assets/app-new.js"></script>',
      }),
    );
    server.say('catch_up');
    await page.getByRole('button', { name: 'Load it anew' }).waitFor();
  });
});

describe('a login that ends in the middle of a form', () => {
  it('is renewed in place; what was typed stays and goes again', async () => {
    await opens('/app/settings', 'Settings');
    await page.getByLabel('About you').fill('Forms, and what people do with them.');
    let isOut = true;
    await context.route(api('**'), (route) => {
      const isLogin = route.request().url().endsWith('/auth/login');
      if (isLogin && route.request().postDataJSON().password !== 'wrong') isOut = false;
      if (isOut && !isLogin) return route.fulfill(problem(401, 'Log in first.'));
      return isLogin && !isOut ? route.fulfill(json({ user: {} })) : route.fallback();
    });
    const patches = [];
    page.on('request', (request) => request.method() === 'PATCH' && patches.push(request.postDataJSON()));
    await page.getByRole('button', { name: 'Save' }).click();

    const dialog = page.getByRole('dialog', { name: 'Log in again' });
    await page.locator('input[type=password]:focus').waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await dialog.isVisible(), true);
    await page.locator('input[type=password]:focus').waitFor();
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    await dialog.getByText('Address and password don’t belong together.').waitFor();
    await dialog.getByLabel('Password').fill('correct horse battery staple');
    await dialog.getByRole('button', { name: 'Log in and go on' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.waitForFunction(() => !document.querySelector('[role=dialog]'));
    assert.equal(patches.length, 2);
    assert.equal(patches[1].bio, 'Forms, and what people do with them.');
    assert.equal(await page.getByLabel('About you').inputValue(), 'Forms, and what people do with them.');
    assert.deepEqual(complaints, []);
  });

  it('can be left for the login page, whatever was typed', async () => {
    await opens('/app/settings', 'Settings');
    await page.getByLabel('About you').fill('Half a sentence');
    await context.route(api('**'), (route) => route.fulfill(problem(401, 'Log in first.')));
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Leave it and log out' }).click();
    await page.waitForURL(/\/login/);
  });
});

describe('a line that is lost', () => {
  it('is told, keeps what was typed, and is told when it is back', async () => {
    await opens('/app/settings', 'Settings');
    await page.getByLabel('About you').fill('Written on a train.');
    await context.setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await page.getByText('What you see is from 13:57. Nothing you typed is lost.').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').filter({ hasText: 'can’t be reached' }).waitFor();
    await context.setOffline(false);
    await page.getByRole('status').filter({ hasText: 'Connected again.' }).waitFor();
    await page.getByText('You are offline.').waitFor({ state: 'detached' });
    assert.equal(await page.getByLabel('About you').inputValue(), 'Written on a train.');
  });
});

describe('a server that is away', () => {
  it('is told on the overview, too, and no longer once it answers', async () => {
    await opens('/app', /Wednesday/);
    await page.getByText('13:57 in Kolkata').waitFor();
    await until('the stream is open', () => server.streams() === 1);
    let isAway = true;
    const away = (route) => (isAway ? route.abort('connectionrefused') : route.fallback());
    await context.route('**/api/**', away);
    await context.route('**/healthz', (route) => (isAway ? away(route) : route.fulfill({ body: 'ok' })));
    server.cut();
    await page.getByText('The server can’t be reached.').waitFor();
    assert.equal(await page.getByText('You are offline').count(), 0);
    isAway = false;
    await page.getByRole('status').filter({ hasText: 'Connected again.' }).waitFor();
    await page.getByText('The server can’t be reached').waitFor({ state: 'detached' });
  });
});

describe('refusals', () => {
  it('say when it is worth another try', async () => {
    await page.route(api('user/customers*'), (route) =>
      route.fulfill(problem(429, 'Too many requests from your network.', { 'retry-after': '30' })),
    );
    await opens('/app/customers', 'Customers');
    await page.getByRole('alert').filter({ hasText: 'Try again in 30 seconds.' }).waitFor();
    await page.unroute(api('user/customers*'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: /Alan/ }).waitFor();
  });

  it('of a broken server have a face, too', async () => {
    await page.route(api('user/customers*'), (route) => route.fulfill({ status: 502, body: 'bad gateway' }));
    await opens('/app/customers', 'Customers');
    await page.getByRole('alert').filter({ hasText: 'The server answered with 502.' }).waitFor();
  });
});

/** What the page sent with one method to one address, in order. */
function sent(method, path) {
  const bodies = [];
  page.on('request', (request) => {
    if (request.method() === method && request.url().includes(path)) bodies.push(request.postDataJSON());
  });
  return bodies;
}

/** Draws the pointer from one quarter of an hour to another. */
async function drags(first, last) {
  const [from, until] = [await cell(first).boundingBox(), await cell(last).boundingBox()];
  await page.mouse.move(from.x + 20, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(until.x + 20, until.y + 5, { steps: 8 });
  await page.mouse.up();
}

const cell = (name) => page.getByRole('gridcell', { name });

describe('the week', () => {
  it('publishes an opening by keyboard alone, and takes it back', async () => {
    const [series, dropped] = [sent('POST', '/user/openings/series'), sent('DELETE', '/user/openings/')];
    await opens('/app/slots', '1 – 7 March 2027');
    await cell('Wednesday 3 March, 14:00').focus();
    for (const [key, date, minute] of [
      ['ArrowRight', '2027-03-04', 840],
      ['ArrowRight', '2027-03-05', 840],
      ['ArrowRight', '2027-03-06', 840],
      ['ArrowUp', '2027-03-06', 825],
      ['ArrowUp', '2027-03-06', 810],
    ]) {
      await page.keyboard.press(key);
      await page.locator(`[role=gridcell]:focus[data-date="${date}"][data-minute="${minute}"]`).waitFor();
    }
    for (let quarter = 1; quarter < 6; quarter += 1) {
      await page.keyboard.press('Shift+ArrowDown');
      await page.waitForFunction(
        (count) => document.querySelectorAll('[role=gridcell][aria-selected=true]').length === count,
        quarter + 1,
      );
    }
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'New opening' });
    await dialog.getByText('13:30 – 15:00, one after the other.').waitFor();
    await page.locator('[role=dialog]:focus, [role=dialog] :focus').waitFor();
    await dialog.getByRole('button', { name: 'Publish 6 slots' }).press('Enter');
    await page.getByRole('status').filter({ hasText: '6 slots are published.' }).waitFor();
    assert.deepEqual(series, [
      {
        event_type_id: '01950000-0000-7000-8000-000000000030',
        date: '2027-03-06',
        start: '13:30',
        count_per_day: 6,
        weeks: 1,
        time_zone: 'Asia/Kolkata',
      },
    ]);
    // The sheet gives the focus back as it goes; whoever takes it before that loses it again.
    await dialog.waitFor({ state: 'detached' });
    await page.evaluate(
      () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))),
    );
    const last = page.waitForResponse((response) => response.url().endsWith('000000000905'));
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await last;
    assert.equal(dropped.length, 6);
    assert.deepEqual(complaints, []);
  });

  it('gives the focus back to its cell when the form is gone, whatever was drawn anew beneath it', async () => {
    await opens('/app/slots', '1 – 7 March 2027');
    const left = page.locator('[role=gridcell]:focus[data-date="2027-03-06"][data-minute="840"]');
    await cell('Saturday 6 March, 14:00').focus();
    await left.waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[role=dialog]:focus, [role=dialog] :focus').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await left.waitFor();
    // An early slot appears meanwhile, so that more hours are drawn.
    await page.route(api('user/slots*'), async (route) => {
      const response = await route.fetch();
      const { items } = await response.json();
      const early = { start: '2027-03-06T00:30:00Z', end: '2027-03-06T01:15:00Z', state: 'available' };
      return route.fulfill({ response, json: { items: [...items, { ...items[0], ...early }] } });
    });
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'New opening' });
    await page.locator('[role=dialog]:focus, [role=dialog] :focus').waitFor();
    await dialog.getByRole('button', { name: /^Publish/ }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await cell('Saturday 6 March, 06:00').waitFor();
    await left.waitFor();
    assert.deepEqual(complaints, []);
  });

  it('blocks a stretch that the pointer drags over', async () => {
    const blocks = sent('POST', '/user/blocks');
    await page.setViewportSize({ width: 1280, height: 1200 });
    await opens('/app/slots', '1 – 7 March 2027');
    await drags('Sunday 7 March, 10:00', 'Sunday 7 March, 11:45');
    await page.getByRole('button', { name: 'Block it' }).click();
    await page.getByRole('button', { name: 'Block this time' }).click();
    await page.getByRole('status').filter({ hasText: 'The time is blocked.' }).waitFor();
    assert.deepEqual(blocks, [{ start: '2027-03-07T04:30:00Z', end: '2027-03-07T06:30:00Z' }]);
    assert.deepEqual(complaints, []);
  });

  it('shows what was published where it was chosen, and the choice is gone', async () => {
    await page.setViewportSize({ width: 1280, height: 1200 });
    await opens('/app/slots', '1 – 7 March 2027');
    await drags('Sunday 7 March, 10:00', 'Sunday 7 March, 11:45');
    const chosen = page.locator('[role=gridcell][aria-selected=true]');
    await page.getByRole('dialog', { name: 'New opening' }).waitFor();
    assert.equal(await chosen.count(), 8);
    await page.getByRole('button', { name: /^Publish/ }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction(
      () => document.querySelectorAll('[role=gridcell][aria-selected=true]').length === 1,
    );
    assert.equal(await page.locator('.wgrid.long').count(), 0);
    assert.deepEqual(complaints, []);
  });

  it('tells what of a series was not published and why, where the form stood', async () => {
    await page.route(api('user/openings/series'), async (route) => {
      const response = await route.fetch();
      const { items } = await response.json();
      const skipped = [{ start: '2027-03-06T09:00:00Z', reason: 'it overlaps a booking' }];
      return route.fulfill({ response, json: { items: items.slice(1), skipped } });
    });
    await opens('/app/slots', '1 – 7 March 2027');
    await cell('Saturday 6 March, 13:30').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'New opening' });
    await page.locator('[role=dialog]:focus, [role=dialog] :focus').waitFor();
    await dialog.getByRole('spinbutton').first().fill('3');
    await dialog.getByRole('button', { name: 'Publish 3 slots' }).press('Enter');
    await dialog.getByText('2 slots are published.').waitFor();
    await dialog.getByText('Sat 6 March, 14:30: it overlaps a booking').waitFor();
    await page.waitForFunction(() =>
      document.activeElement?.textContent?.startsWith('2 slots are published.'),
    );
    await page.keyboard.press('Tab');
    await page.locator('button:focus', { hasText: 'Understood' }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual(complaints, []);
  });

  it('names the bookings that stay in a stretch that is blocked', async () => {
    await page.setViewportSize({ width: 1280, height: 1200 });
    await opens('/app/slots', '1 – 7 March 2027');
    await cell('Wednesday 3 March, 14:15').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Block it' }).click();
    await page.getByLabel('Until').fill('16:00');
    await page.getByRole('dialog').getByText('1 booking stays in that time: Alan.').waitFor();
    await page.getByRole('button', { name: 'Block this time' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: 'The time is blocked. 1 booking stays in that time: Alan.' })
      .waitFor();
  });

  it('has room for a name in the shortest booking', async () => {
    await page.route(api('user/slots*'), async (route) => {
      const response = await route.fetch();
      const { items } = await response.json();
      const short = items.map((slot) =>
        slot.customer_name === 'Omar' ? { ...slot, end: '2027-03-04T07:20:00Z' } : slot,
      );
      return route.fulfill({ response, json: { items: short } });
    });
    await opens('/app/slots', '1 – 7 March 2027');
    const link = page.getByRole('link', { name: /Omar/ });
    const { height } = await link.boundingBox();
    assert.ok(height >= 18, `${height} px`);
    await link.click();
    await page.waitForURL(/103$/);
  });

  it('turns with Page down, and the back button closes the form', async () => {
    await opens('/app/slots', '1 – 7 March 2027');
    await cell('Wednesday 3 March, 14:00').focus();
    await page.keyboard.press('PageDown');
    await page.getByRole('heading', { name: '8 – 14 March 2027' }).waitFor();
    await page.locator('[role=gridcell]:focus[data-date="2027-03-10"]').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'New opening' }).waitFor();
    await page.goBack();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: '8 – 14 March 2027' }).waitFor();
  });
});

describe('an event type', () => {
  const REVIEW = '/app/event-types/01950000-0000-7000-8000-000000000031';

  it('is drawn beside its form while it is typed', async () => {
    await opens(REVIEW, 'Design review');
    const preview = page.getByRole('complementary', { name: 'What visitors see' });
    await page.getByLabel('Title').fill('Portfolio talk');
    await preview.getByText('Portfolio talk').waitFor();
    await preview.getByText('12:45').waitFor();
    await page.getByLabel('Length').fill('90');
    await preview.getByText('90 min').waitFor();
    await preview.getByText('13:30').waitFor();
    assert.equal(await preview.getByText('12:45').count(), 0);
    await preview.getByRole('button', { name: 'Questions' }).click();
    await preview.getByText('What should we look at?').waitFor();
  });

  it('asks its questions in the order that the arrow keys give them', async () => {
    const patches = sent('PATCH', '/user/event-types/');
    await opens(REVIEW, 'Design review');
    await page.getByRole('button', { name: 'Question', exact: true }).click();
    await page.getByLabel('Question 2').fill('Where do you work?');
    await page.getByRole('button', { name: 'Question 2 of 2: arrow keys move it' }).press('ArrowUp');
    await page.getByRole('status').filter({ hasText: 'Now at place 1 of 2.' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Question 1 of 2'));
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText('Saved', { exact: true }).waitFor();
    assert.deepEqual(
      patches[0].questions.map(({ label }) => label),
      ['Where do you work?', 'What should we look at?'],
    );
    assert.deepEqual(complaints, []);
  });

  it('is not refused for what was mended since, nor for what was only just begun', async () => {
    await opens('/app/event-types/new', 'New event type');
    await page.getByRole('button', { name: 'Make it bookable' }).first().click();
    await page.getByText('This one is needed.').waitFor();
    await page.getByText('Small letters a to z').waitFor();
    await page.getByLabel('Title').fill('Portfolio talk');
    await page.getByText('Small letters a to z').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Question', exact: true }).click();
    await page.getByLabel('Question 1').fill('Why');
    await page.getByLabel('Question 1').fill('');
    assert.equal(await page.getByLabel('Question 1').getAttribute('aria-invalid'), null);
    await page.getByLabel('Question 1').blur();
    await page.getByText('This one is needed.').waitFor();
  });

  it('says at its field what is missing, and the focus goes to the first', async () => {
    await opens('/app/event-types/new', 'New event type');
    await page.getByText('How soon and how far ahead').click();
    await page.getByLabel('First day').fill('2027-04-01');
    await page.getByRole('button', { name: 'Make it bookable' }).last().click();
    await page.getByText('This one is needed.').waitFor();
    await page.getByText('A range takes a first and a last day.').waitFor();
    await page.locator('input[name=title]:focus').waitFor();
  });
});

describe('two tabs with one event type', () => {
  const REVIEW = '01950000-0000-7000-8000-000000000031';
  /** From now on the server has another copy, and says so. */
  const changeElsewhere = async (changes) => {
    await context.route(api(`user/event-types/${REVIEW}`), async (route) => {
      if (route.request().method() !== 'GET') return route.fallback();
      const response = await route.fetch();
      return route.fulfill({ response, json: { ...(await response.json()), ...changes } });
    });
    server.say('slots');
  };

  it('show the same while nothing is typed, the heading too', async () => {
    await opens(`/app/event-types/${REVIEW}`, 'Design review');
    await until('the stream is open', () => server.streams() === 1);
    await changeElsewhere({ title: 'Portfolio talk' });
    await page.getByRole('heading', { name: 'Portfolio talk', level: 1 }).waitFor();
    await page.waitForFunction(() => document.querySelector('[name=title]').value === 'Portfolio talk');
  });

  it('lose nothing of each other: only what was typed is sent, and the other copy can be loaded', async () => {
    const saved = sent('PATCH', '/user/event-types/');
    await opens(`/app/event-types/${REVIEW}`, 'Design review');
    await until('the stream is open', () => server.streams() === 1);
    await page.getByLabel('What people get').fill('An hour on your work.');
    await changeElsewhere({ title: 'Portfolio talk' });
    await page.getByText('Changed elsewhere meanwhile.').waitFor();
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText('Saved', { exact: true }).waitFor();
    assert.deepEqual(saved, [{ description: 'An hour on your work.' }]);

    await page.getByLabel('Title').fill('Something else');
    await changeElsewhere({ title: 'Clinic' });
    await page.getByRole('button', { name: 'Load theirs' }).click();
    assert.equal(await page.getByLabel('Title').inputValue(), 'Clinic');
    await page.getByText('Not saved yet').waitFor({ state: 'detached' });
    assert.deepEqual(complaints, []);
  });
});

describe('what is not saved', () => {
  const toBookings = () =>
    page.getByRole('navigation', { name: 'Dashboard' }).getByRole('link', { name: /^Bookings/ });

  it('is asked about before the page is left, and can be kept or let go', async () => {
    await opens('/app/event-types/01950000-0000-7000-8000-000000000031', 'Design review');
    const leave = toBookings();
    await page.getByLabel('Title').fill('Portfolio talk');
    await page.getByText('Not saved yet').waitFor();
    await leave.click();
    await page.getByRole('button', { name: 'Keep editing' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.equal(await page.getByLabel('Title').inputValue(), 'Portfolio talk');
    await leave.click();
    await page.getByRole('button', { name: 'Leave without saving' }).click();
    await page.getByRole('heading', { name: 'Bookings', level: 1 }).waitFor();
    assert.deepEqual(complaints, []);
  });

  it('is saved on the way out, and the way goes on', async () => {
    const saved = sent('PATCH', '/user/event-types/');
    await opens('/app/event-types/01950000-0000-7000-8000-000000000031', 'Design review');
    await page.getByLabel('Title').fill('Portfolio talk');
    await toBookings().click();
    await page.getByRole('button', { name: 'Save and leave' }).click();
    await page.getByRole('heading', { name: 'Bookings', level: 1 }).waitFor();
    assert.deepEqual(saved, [{ title: 'Portfolio talk' }]);
    assert.deepEqual(complaints, []);
  });

  it('stays where it can’t be saved, and the focus goes to what is refused', async () => {
    await opens('/app/event-types/01950000-0000-7000-8000-000000000031', 'Design review');
    await page.getByLabel('Title').fill('');
    await toBookings().click();
    await page.getByRole('button', { name: 'Save and leave' }).click();
    await page.getByText('This one is needed.').waitFor();
    await page.locator('input[name=title]:focus').waitFor();
    assert.equal(await page.getByRole('dialog').count(), 0);
  });

  it('of a booking for someone is asked about, too', async () => {
    await opens('/app/bookings/new', 'Book for someone');
    await page.getByLabel('Name', { exact: true }).fill('Grace');
    await toBookings().click();
    await page.getByRole('button', { name: 'Keep editing' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Grace');
    await toBookings().click();
    await page.getByRole('button', { name: 'Leave it' }).click();
    await page.getByRole('heading', { name: 'Bookings', level: 1 }).waitFor();
  });

  it('of the profile is asked about before another section of the settings takes its place', async () => {
    const saved = sent('PATCH', '/user/profile');
    const about = page.getByLabel('About you');
    const toAccount = () => page.getByRole('button', { name: 'Account', exact: true }).click();
    await opens('/app/settings', 'Settings');
    await about.fill('Half a sentence');
    await toAccount();
    await page.getByRole('button', { name: 'Keep editing' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.equal(await about.inputValue(), 'Half a sentence');
    await toAccount();
    await page.getByRole('button', { name: 'Save and leave' }).click();
    await page.waitForURL(/section=account$/);
    await page.getByRole('heading', { name: 'Where you are logged in' }).waitFor();
    assert.deepEqual(saved, [{ bio: 'Half a sentence' }]);

    await page.getByRole('button', { name: 'Profile', exact: true }).click();
    await about.fill('Another one');
    await toAccount();
    await page.getByRole('button', { name: 'Leave without saving' }).click();
    await page.waitForURL(/section=account$/);
    assert.equal(saved.length, 1);
    assert.deepEqual(complaints, []);
  });

  it('is let go by whoever logs out here on purpose', async () => {
    await opens('/app/settings', 'Settings');
    await page.getByLabel('About you').fill('Half a sentence');
    await page.getByRole('button', { name: 'Log out', exact: true }).click();
    await page.waitForURL(/\/login/);
    await page.getByRole('heading', { name: 'Log in', level: 1 }).waitFor();
    assert.equal(await page.getByRole('dialog').count(), 0);
  });

  it('stays when another tab logs out: the login is asked for over it', async () => {
    const second = await tab();
    await opens('/app/settings', 'Settings');
    await page.getByLabel('About you').fill('Half a sentence');
    await opens('/app/settings?section=account', 'Settings', second);
    await second.getByRole('button', { name: 'Log out', exact: true }).first().click();
    await second.waitForURL(/\/login/);
    await page.getByRole('dialog', { name: 'Log in again' }).waitFor();
    assert.equal(await page.getByLabel('About you').inputValue(), 'Half a sentence');
  });

  it('is saved, and the page is left without a question', async () => {
    await opens('/app/event-types/01950000-0000-7000-8000-000000000031', 'Design review');
    await page.getByText('How soon and how far ahead').click();
    await page.getByLabel('Notice', { exact: true }).fill('2');
    await page.getByLabel('Unit of “Notice”').selectOption('days');
    const saved = sent('PATCH', '/user/event-types/');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText('Saved', { exact: true }).waitFor();
    assert.equal(saved[0].minimum_notice_minutes, 2880);
    await page.getByRole('link', { name: 'All event types' }).click();
    await page.getByRole('heading', { name: 'Event types', level: 1 }).waitFor();
  });
});

describe('a time that customers don’t get', () => {
  /** Types a time of this day, as a host who is bound to nothing. */
  const chooses = async (date, time) => {
    await page.getByLabel('Date', { exact: true }).fill(date);
    await page.getByRole('textbox', { name: 'Another time' }).fill(time);
  };

  it('is told before the booking: past, too soon, or not offered', async () => {
    await opens('/app/bookings/new', 'Book for someone');
    await chooses('2027-03-03', '9 am');
    await page.getByText('That time is past.').waitFor();
    assert.equal(await page.getByRole('button', { name: /^Book Wed 3 March/ }).isDisabled(), true);
    await chooses('2027-03-03', '14:30');
    await page.getByText('That is shorter notice than customers get, which is 4 hours.').waitFor();
    await chooses('2027-03-20', '22:00');
    await page.getByText('You don’t offer that time to customers.').waitFor();
    assert.equal(await page.getByRole('button', { name: /^Book Sat 20 March/ }).isDisabled(), false);
  });

  it('is told after it, too, with the way to the booking and the focus there', async () => {
    const [alan] = bookings;
    const message = 'This is outside of the bookable hours.';
    await page.route(api('user/bookings'), (route) =>
      route.request().method() === 'POST'
        ? route.fulfill(json({ booking: alan, warnings: [{ code: 'not-a-slot', message }] }, 201))
        : route.fallback(),
    );
    await opens('/app/bookings/new', 'Book for someone');
    await chooses('2027-03-20', '22:00');
    await page.getByLabel('Name', { exact: true }).fill('Alan');
    await page.getByLabel('E-mail').fill('alan@example.com');
    await page.getByRole('button', { name: /^Book Sat 20 March/ }).click();
    await page.getByText(message).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Alan, '));
    await page.getByRole('link', { name: /^Alan, / }).click();
    await page.waitForURL(`**/app/bookings/${alan.id}`);
  });

  it('is refused at its field, in the words for it', async () => {
    const refused = {
      status: 422,
      type: '/problems/invalid',
      title: 'Invalid',
      detail: 'Please mend: start.',
    };
    await page.route(api('user/bookings/*/reschedule'), (route) =>
      route.fulfill(
        json({ ...refused, errors: [{ field: 'start', message: 'is too far ahead to be booked' }] }, 422),
      ),
    );
    await opens(`/app/bookings/${bookings[5].id}`, 'Bookings');
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await chooses('2027-03-20', '22:00');
    await page.getByRole('button', { name: /^Move to Sat 20 March/ }).click();
    await page.getByText('This is too far ahead to be booked.').waitFor();
    assert.equal(
      await page.getByRole('textbox', { name: 'Another time' }).getAttribute('aria-invalid'),
      'true',
    );
    assert.equal(await page.getByText('Please mend').count(), 0);
  });
});

describe('the focus stays in the page', () => {
  const [, , , , asking, agreed] = bookings;
  /** From the step on the server has the booking in another state. */
  const becomes = async (booking, step, state) => {
    let isDone = false;
    await page.route(api(`user/bookings/${booking.id}/${step}`), (route) => {
      isDone = true;
      return route.fallback();
    });
    await page.route(api(`user/bookings/${booking.id}`), (route) =>
      route.fulfill(json({ ...booking, state: isDone ? state : booking.state, timeline: [] })),
    );
  };
  const focusIn = (id) => page.waitForFunction((name) => document.activeElement?.id === name, id);

  it('when a request is approved', async () => {
    await becomes(asking, 'approve', 'confirmed');
    await opens(`/app/bookings/${asking.id}`, 'Bookings');
    assert.equal(await page.getByRole('button', { name: 'Cancel', exact: true }).count(), 0);
    await page.getByRole('button', { name: 'Approve' }).press('Enter');
    await page.getByRole('button', { name: 'Approve' }).waitFor({ state: 'detached' });
    await focusIn('booking');
    await page.getByRole('status').filter({ hasText: 'Approved.' }).waitFor();
  });

  it('when a meeting is cancelled', async () => {
    await becomes(agreed, 'cancel', 'cancelled');
    await opens(`/app/bookings/${agreed.id}`, 'Bookings');
    await page.getByRole('button', { name: 'Cancel', exact: true }).press('Enter');
    await page.locator('[role=dialog]:focus, [role=dialog] :focus').waitFor();
    const kept = 'The letter to Grace is kept in the mailbox';
    await page.getByRole('dialog').getByText(kept).waitFor();
    await page.getByRole('button', { name: /^Cancel and tell/ }).press('Enter');
    await page.getByRole('button', { name: 'Cancel', exact: true }).waitFor({ state: 'detached' });
    await focusIn('booking');
    await page
      .getByRole('status')
      .filter({ hasText: `is cancelled. ${kept}` })
      .waitFor();
  });

  it('when somebody is marked as missed', async () => {
    const over = { ...bookings[0], start: '2027-03-02T09:30:00Z', end: '2027-03-02T10:15:00Z', timeline: [] };
    let missed = false;
    await page.route(api(`user/bookings/${over.id}`), (route) =>
      route.fulfill(json({ ...over, no_show: missed })),
    );
    await page.route(api(`user/bookings/${over.id}/no-show`), (route) => {
      missed = true;
      return route.fulfill(json({ ...over, no_show: true }));
    });
    await opens(`/app/bookings/${over.id}`, 'Bookings');
    await page.getByRole('button', { name: 'Did not come' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Came after all');
  });

  it('when a request is answered on the overview', async () => {
    let isDone = false;
    await page.route(api(`user/bookings/${asking.id}/approve`), (route) => {
      isDone = true;
      return route.fallback();
    });
    await page.route(api('user/bookings?view=pending*'), (route) =>
      isDone ? route.fulfill(json({ items: [], next_cursor: null })) : route.fallback(),
    );
    await opens('/app', /Wednesday/);
    await page.getByRole('button', { name: 'Approve' }).press('Enter');
    await page.getByRole('button', { name: 'Approve' }).waitFor({ state: 'detached' });
    await focusIn('waiting');
  });

  it('when a day is closed', async () => {
    await opens('/app/availability', 'Availability');
    await page.getByRole('gridcell', { name: /^Tuesday 9 March/ }).click();
    await page.getByRole('button', { name: 'Close the day' }).press('Enter');
    await page.getByRole('button', { name: 'Close the day' }).waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.textContent === 'Tuesday 9 March');
  });
});

describe('a meeting that has begun', () => {
  it('is on now, until its end', async () => {
    await page.route(api('user/overview'), async (route) => {
      const response = await route.fetch();
      const data = await response.json();
      const next = { ...data.next, start: '2027-03-03T08:20:00Z', end: '2027-03-03T09:05:00Z' };
      return route.fulfill({ response, json: { ...data, next } });
    });
    await opens('/app', /Wednesday/);
    await page.getByText('Now, until 14:35', { exact: true }).waitFor();
    await page.getByText('one now, until 14:35').waitFor();
  });
});

describe('small things', () => {
  it('a test letter that nobody is sent is said to be kept', async () => {
    await opens('/app/operator?section=mail', 'Operator');
    await page.getByRole('button', { name: 'Send the test letter' }).click();
    await page.getByText(/^The test letter to .* is kept in the mailbox below/).waitFor();
  });

  it('on a phone the page behind “More” is marked there, and messages leave room beneath the last row', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await opens('/app/settings', 'Settings');
    assert.equal(await page.title(), 'Profile – Settings – Timeslot');
    await page.locator('.tabs a[aria-current=page]', { hasText: 'More' }).waitFor();
    const foot = () =>
      page.evaluate(() =>
        Number.parseFloat(getComputedStyle(document.querySelector('main')).paddingBlockEnd),
      );
    const before = await foot();
    await context.setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await context.setOffline(false);
    await page.getByRole('status').filter({ hasText: 'Connected again.' }).waitFor();
    assert.ok((await foot()) > before);
  });

  it('another view closes the booking beside the old one', async () => {
    await opens(`/app/bookings/${bookings[5].id}`, 'Bookings');
    await page.getByRole('article').waitFor();
    await page.getByRole('button', { name: /^Past/ }).click();
    await page.getByRole('article').waitFor({ state: 'detached' });
    await page.waitForURL(/\/app\/bookings\?view=past$/);
  });

  it('a request is declined from the overview, with a word', async () => {
    const bodies = sent('POST', '/decline');
    await opens('/app', /Wednesday/);
    await page.getByRole('button', { name: 'Decline' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('That day is full.');
    await dialog.getByRole('button', { name: /^Decline|^Keep it/ }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual(bodies, [{ reason: 'That day is full.' }]);
  });

  it('the address typed at the login page goes along to the forgotten password', async () => {
    await opens('/login', /./);
    await page.getByLabel('E-mail').fill('ada@example.com');
    await page.getByRole('link', { name: /forg/i }).click();
    await page.waitForURL(/forgot-password$/);
    await page.getByRole('button', { name: /link|Send/i }).waitFor();
    assert.equal(await page.getByLabel('E-mail').inputValue(), 'ada@example.com');
  });

  it('a letter that did not arrive is tried again', async () => {
    const tried = page.waitForRequest((request) => request.url().endsWith('/retry'));
    await opens('/app/operator?section=mail', 'Operator');
    await page.getByRole('button', { name: 'Retry now' }).click();
    await tried;
    await page.getByRole('status').filter({ hasText: 'It is tried again now.' }).waitFor();
  });

  it('the guide can be put away, stays away, and comes back', async () => {
    await opens('/app', /Wednesday/);
    await page.getByRole('button', { name: 'Leave the guide' }).click();
    await page.getByRole('region', { name: 'First steps' }).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText('13:57 in Kolkata').waitFor();
    await page.getByRole('heading', { name: 'Waits for you' }).waitFor();
    assert.equal(await page.getByRole('region', { name: 'First steps' }).count(), 0);
  });

  it('the link is shown as a QR code, and saved as a picture', async () => {
    await opens('/app', /Wednesday/);
    await page.getByRole('button', { name: 'QR code' }).first().click();
    await page.getByRole('img', { name: 'QR code that leads to https://book.example/ada' }).waitFor();
    for (const kind of ['SVG', 'PNG']) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: kind }).click(),
      ]);
      assert.equal(file.suggestedFilename(), `book-example-ada.${kind.toLowerCase()}`);
    }
    assert.deepEqual(complaints, []);
  });

  it('hours that overlap are explained at their place', async () => {
    await opens('/app/availability', 'Availability');
    const start = page.getByLabel('Monday, from').nth(1);
    await start.fill('15');
    await start.press('Tab');
    await page.getByText('15:00 – 20:00 overlaps 12:00 – 16:00.').waitFor();
  });

  it('a missed meeting is marked, and unmarked by "Undo"', async () => {
    const marks = sent('POST', '/no-show');
    const [alan] = bookings;
    const over = { ...alan, start: '2027-03-02T09:30:00Z', end: '2027-03-02T10:15:00Z', timeline: [] };
    await page.route(api(`user/bookings/${alan.id}`), (route) => route.fulfill(json(over)));
    await page.route(api(`user/bookings/${alan.id}/no-show`), (route) =>
      route.fulfill(json({ ...over, no_show: route.request().postDataJSON().no_show })),
    );
    await opens(`/app/bookings/${alan.id}`, 'Bookings');
    await page.getByRole('button', { name: 'Did not come' }).click();
    await page.getByRole('status').filter({ hasText: 'Alan is marked as missed.' }).waitFor();
    const undone = page.waitForRequest((request) => request.url().endsWith('/no-show'));
    await page.getByRole('button', { name: 'Undo' }).click();
    await undone;
    assert.deepEqual(marks, [{ no_show: true }, { no_show: false }]);
  });
});
