// What the links in a customer's letters lead to where not all is as usual: a request that waits, a cut-off that has passed, an
// address that someone else used, a link that is no longer good. On a phone and at a desk.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { letterTo, linkIn } from './mailbox.mjs';
import { HOST, openBrowser, person, VISITOR } from './person.mjs';
import { startProduct } from './product.mjs';
import { nextMonth, publish } from './stage.mjs';

const LOCATION = { kind: 'phone', value: '+91 (80) 5550-1234' };
const CALL = 'a[href="tel:+918055501234"]';
const START = /^http:\/\/127\.0\.0\.1:\d+\/$/;

let product;
let browser;
let host;

before(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  // It can be cancelled until it begins, and moved until ninety days before.
  host = await publish(browser, product.base, {
    location: LOCATION,
    horizon_days: 80,
    cancel_cutoff_minutes: 0,
    reschedule_cutoff_minutes: 90 * 24 * 60,
  });
  const { items } = await host.ask('GET', 'user/schedules');
  await host.ask('POST', 'user/event-types', {
    title: 'Long walk',
    slug: 'long-walk',
    duration_minutes: 60,
    schedule_id: items[0].id,
    location: LOCATION,
    requires_approval: true,
  });
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

for (const [where, device, day] of [
  ['on a phone', VISITOR, nextMonth('Asia/Kolkata', 2)],
  ['at a desk', HOST, nextMonth('Asia/Kolkata', 3)],
]) {
  /** Somebody who has booked one of Ada's event types at an hour of that day, in UTC. */
  const booked = async (slug, hour, name) => {
    const visitor = await person(browser, product.base, device);
    await visitor.opens(`/ada/${slug}?slot=${day}T${hour}:30:00Z`, 'Who is coming?');
    await visitor.types('Your name', name);
    await visitor.types('Your e-mail', `${name.toLowerCase()}-${device.viewport.width}@example.com`);
    await visitor.presses(/^(Book|Ask for)/);
    return visitor;
  };
  const letter = (name, subject) =>
    letterTo(product.base, `${name.toLowerCase()}-${device.viewport.width}@example.com`, subject);
  const title = (visitor, text) => visitor.page.waitForFunction((name) => document.title === name, text);

  describe(`a customer with a letter, ${where}`, () => {
    it('dials the number, and cancels where it is too late to move', async () => {
      const grace = await booked('design-review', '04', 'Grace');
      await grace.page.getByText('It’s yours, Grace.').waitFor();
      assert.equal(await grace.page.locator(CALL).textContent(), LOCATION.value);
      await grace.page.getByRole('link', { name: 'Cancel it' }).waitFor();
      await grace.opens(linkIn(await letter('Grace', /^Booked/), 'manage'), 'Cancel it');
      await grace.page.getByText(/^Ada gets a letter at once/).waitFor();
      assert.equal(await grace.page.locator(CALL).textContent(), LOCATION.value);
      for (const text of ['Another time suits you better?', 'Too late to change it here'])
        assert.equal(await grace.page.getByText(text).count(), 0);
      await grace.presses(/^Cancel/);
      await grace.sees('This booking is cancelled');
      await grace.leaves();
    });

    it('sees in the window’s title that a request waits', async () => {
      const requested = 'Requested – Long walk with Ada – Timeslot';
      const rosa = await booked('long-walk', '05', 'Rosa');
      await rosa.page.getByText('Ada has your request.').waitFor();
      await title(rosa, requested);
      await rosa.opens(linkIn(await letter('Rosa', /Long walk/), 'manage'), 'Cancel the request');
      await title(rosa, requested);
      await rosa.presses('Cancel the request');
      await title(rosa, 'Cancelled – Long walk with Ada – Timeslot');
      await rosa.leaves();
    });

    it('who didn’t book is told so after a reload, too', async () => {
      const omar = await booked('design-review', '06', 'Omar');
      await omar.page.getByText('It’s yours, Omar.').waitFor();
      await omar.opens(linkIn(await letter('Omar', /^Booked/), 'not-me'), 'Not you?');
      await omar.presses('I didn’t book this');
      const told = omar.page.getByText(/^Cancelled\. Ada can no longer write to omar/);
      await told.waitFor();
      await omar.page.reload();
      await told.waitFor();
      await omar.sees('Not you?');
      assert.equal(await omar.page.getByRole('button').count(), 0);
      await omar.leaves();
    });

    it('whose link is no longer good is led to whom it was with, else to the start', async () => {
      const alan = await booked('design-review', '07', 'Alan');
      await alan.page.getByText('It’s yours, Alan.').waitFor();
      await alan.opens('/manage/of-another-day', 'There is nothing here');
      await alan.follows('What Ada offers');
      await alan.sees('What would you like to book?');
      await alan.leaves(/status of 404/);

      const stranger = await person(browser, product.base, device);
      await stranger.opens('/manage/of-another-day', 'There is nothing here');
      await stranger.follows('To the start page');
      await stranger.page.waitForURL(START);
      await stranger.leaves(/status of 404/);
    });
  });
}
