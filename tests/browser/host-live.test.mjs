// A host with the dashboard open: what customers do is told in every tab over one stream, a login that ends costs nothing that was
// typed, and time is published without a pointer.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { HOST, openBrowser, VISITOR } from './person.mjs';
import { startProduct } from './product.mjs';
import { PASSWORD, publish } from './stage.mjs';

const ZONE = 'Asia/Kathmandu';

let product;
let browser;
let host;

before(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  host = await publish(browser, product.base, { zone: ZONE });
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

/** Grace books the first slot of the last day that Ada's overview counts. */
async function graceBooks() {
  const { counts } = await host.ask('GET', 'user/overview');
  const day = counts.available_until;
  const [, handle, slug] = host.path.split('/');
  const times = `client/pages/${handle}/${slug}/slots?from=${day}&to=${day}&time_zone=${ZONE}`;
  const { slots } = await host.ask('GET', times);
  await host.ask('POST', 'client/bookings', {
    handle,
    slug,
    start: slots[0].start,
    name: 'Grace',
    email: 'grace@example.com',
    time_zone: ZONE,
  });
}

describe('a host at the dashboard', () => {
  it('is told of a booking in every tab, over one stream', async () => {
    const ada = await host.comes(HOST);
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
    await ada.leaves();
  });

  it('publishes openings by keyboard alone', async () => {
    const ada = await host.comes(HOST);
    await ada.opens('/app/slots', /^\d/);
    await ada.page.locator('[role=gridcell][tabindex="0"]').focus();
    // To the next week, outside of the hours that are offered already.
    const before = await ada.page.locator('[role=gridcell]').first().getAttribute('data-date');
    await ada.page.keyboard.press('PageDown');
    await ada.page.locator(`[role=gridcell]:focus:not([data-date="${before}"])`).waitFor();
    await ada.page.waitForFunction((date) => !document.querySelector(`[data-date="${date}"]`), before, {
      polling: 50,
    });
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
    const { items } = await host.ask('GET', 'user/openings');
    assert.equal(items.length, 1);
    await ada.page.getByRole('dialog').waitFor({ state: 'detached' });
    await ada.page.evaluate(
      () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))),
    );
    const gone = ada.page.waitForResponse((response) => response.request().method() === 'DELETE');
    await ada.page.getByRole('button', { name: 'Undo' }).press('Enter');
    await gone;
    assert.equal((await host.ask('GET', 'user/openings')).items.length, 0);
    await ada.leaves();
  });
});

for (const [where, device] of [
  ['on a phone', { ...VISITOR, timezoneId: ZONE }],
  ['at a desk', HOST],
]) {
  describe(`a host whose login ends in the middle of a form, ${where}`, () => {
    it('logs in again in place, and what was typed is saved', async () => {
      const bio = `Forms, and what people do with them, ${where}.`;
      const ada = await host.comes(device);
      await ada.opens('/app/settings', 'Settings');
      await ada.types('About you', bio);
      const out = await ada.page.request.post('/api/v1/auth/logout');
      assert.equal(out.status(), 204);
      await ada.presses('Save');
      const dialog = ada.page.getByRole('dialog', { name: 'Log in again' });
      await dialog.getByLabel('Password').fill(PASSWORD);
      await dialog.getByRole('button', { name: 'Log in and go on' }).click();
      await dialog.waitFor({ state: 'detached' });
      await ada.page.getByText('Saved', { exact: true }).waitFor();
      await ada.holds('About you', bio);
      assert.equal((await host.ask('GET', 'user/profile')).bio, bio);
      await ada.leaves(/status of 401|\/user\/stream/);
    });
  });
}
