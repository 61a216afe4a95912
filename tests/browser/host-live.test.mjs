// A host with the dashboard open: what customers do is told in every tab over one stream, a login that ends costs nothing that was
// typed, and time is published without a pointer.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { letterTo, linkIn } from './mailbox.mjs';
import { HOST, openBrowser, person } from './person.mjs';
import { startProduct } from './product.mjs';

const EMAIL = 'ada@example.com';
const PASSWORD = 'correct horse battery staple';
const ZONE = 'Asia/Kathmandu';
const HOURS = [{ start: '09:00', end: '17:00' }];
const WEEK = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, HOURS]));

let product;
let browser;
let ada;
let handle;

before(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  ada = await person(browser, product.base, HOST);
  await post('auth/register', { email: EMAIL, password: PASSWORD, name: 'Ada', time_zone: ZONE });
  const link = linkIn(await letterTo(product.base, EMAIL, /Is this your address/), 'verify-email');
  await post('auth/email/verify', { token: link.split('/').at(-1) });
  const schedule = await post('user/schedules', { name: 'Hours', time_zone: ZONE, weekly: WEEK });
  const type = {
    title: 'Design review',
    slug: 'design-review',
    duration_minutes: 60,
    schedule_id: schedule.id,
  };
  await post('user/event-types', type);
  ({ handle } = await get('user/profile'));
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

const api = (path) => `${product.base}/api/v1/${path}`;

/** What Ada's scripts would ask, with her login. */
async function answered(response) {
  assert.ok(response.ok(), `${response.url()}: ${await response.text()}`);
  return response.status() === 204 ? null : response.json();
}
const post = async (path, data) => answered(await ada.page.context().request.post(api(path), { data }));
const get = async (path) => answered(await ada.page.context().request.get(api(path)));

/** Grace books the first slot of the last day that Ada's overview counts. */
async function graceBooks() {
  const { counts } = await get('user/overview');
  const day = counts.available_until;
  const page = `client/pages/${handle}/design-review`;
  const { slots } = await get(`${page}/slots?from=${day}&to=${day}&time_zone=${ZONE}`);
  const body = {
    handle,
    slug: 'design-review',
    start: slots[0].start,
    name: 'Grace',
    email: 'grace@example.com',
    time_zone: ZONE,
  };
  const response = await fetch(api('client/bookings'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  assert.equal(response.status, 201);
}

describe('a host at the dashboard', () => {
  it('is told of a booking in every tab, over one stream', async () => {
    const second = await ada.page.context().newPage();
    let streams = 0;
    for (const tab of [ada.page, second])
      tab.on('request', (request) => {
        if (request.url().endsWith('/user/stream')) streams += 1;
      });
    await ada.opens('/app/bookings', 'Bookings');
    await ada.page.getByText('Live').waitFor();
    await second.goto('/app/bookings');
    await second.getByText('Live').waitFor();
    await graceBooks();
    for (const tab of [ada.page, second]) {
      await tab
        .getByRole('status')
        .filter({ hasText: /^Grace booked Design review/ })
        .waitFor();
      await tab.getByRole('link', { name: /Grace.*Design review/ }).waitFor();
    }
    assert.equal(streams, 1);
    await second.close();
  });

  it('publishes openings by keyboard alone', async () => {
    await ada.opens('/app/slots', /^\d/);
    await ada.page.locator('[role=gridcell][tabindex="0"]').focus();
    // To the next week, outside of the hours that are offered already.
    const before = await ada.page.locator('[role=gridcell]').first().getAttribute('data-date');
    await ada.page.keyboard.press('PageDown');
    await ada.page.locator(`[role=gridcell]:focus:not([data-date="${before}"])`).waitFor();
    await ada.page.waitForFunction((date) => !document.querySelector(`[data-date="${date}"]`), before, { polling: 50 });
    for (const key of ['End', 'Shift+ArrowUp', 'Shift+ArrowUp', 'Shift+ArrowUp']) {
      await ada.page.keyboard.press(key);
      await ada.page.locator('[role=gridcell]:focus').waitFor();
    }
    await ada.page.waitForFunction(
      () => document.querySelectorAll('[role=gridcell][aria-selected=true]').length === 4,
    );
    await ada.page.keyboard.press('Enter');
    // A sheet takes the focus as it comes and gives it back as it goes: one waits for both.
    await ada.page.locator('[role=dialog]:focus, [role=dialog] :focus').waitFor();
    const publish = ada.page.getByRole('button', { name: 'Publish 1 slot' });
    await publish.press('Enter');
    await ada.page.getByRole('status').filter({ hasText: '1 slot is published.' }).waitFor();
    const { items } = await get('user/openings');
    assert.equal(items.length, 1);
    await ada.page.getByRole('dialog').waitFor({ state: 'detached' });
    await ada.page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
    const gone = ada.page.waitForResponse((response) => response.request().method() === 'DELETE');
    await ada.page.getByRole('button', { name: 'Undo' }).press('Enter');
    await gone;
    assert.equal((await get('user/openings')).items.length, 0);
  });

  it('logs in again in the middle of a form, and what was typed is saved', async () => {
    await ada.opens('/app/settings', 'Settings');
    await ada.types('About you', 'Forms, and what people do with them.');
    await post('auth/logout', {});
    await ada.presses('Save');
    const dialog = ada.page.getByRole('dialog', { name: 'Log in again' });
    await dialog.getByLabel('Password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Log in and go on' }).click();
    await dialog.waitFor({ state: 'detached' });
    await ada.page.getByText('Saved').first().waitFor();
    assert.equal((await get('user/profile')).bio, 'Forms, and what people do with them.');
    await ada.leaves(/status of 401|\/user\/stream/);
  });
});
