// What goes wrong on a slow line and in a hurry: nothing typed is lost and nothing is booked twice.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { HOST, openBrowser, person, VISITOR } from './person.mjs';
import { startProduct } from './product.mjs';
import { nextMonth, publish } from './stage.mjs';

const date = nextMonth('Asia/Kolkata');
// Eight hours of a day in Kolkata, by their instants.
const SLOTS = ['03:30', '04:30', '05:30', '06:30', '07:30', '08:30', '09:30', '10:30'].map(
  (time) => `${date}T${time}:00Z`,
);
const KOLKATA = { timezoneId: 'Asia/Kolkata' };

let product;
let browser;
let host;

before(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  host = await publish(browser, product.base, { seats: 3, max_guests: 1 });
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

async function atForm(device, slot, name) {
  const visitor = await person(browser, product.base, { ...device, ...KOLKATA });
  await visitor.opens(`${host.path}?slot=${slot}`, 'Who is coming?');
  await visitor.types('Your name', name);
  await visitor.types('Your e-mail', `${name.split(' ')[0].slice(0, 20).toLowerCase()}@example.com`);
  await visitor.types('A word to Ada', `It is ${name.slice(0, 4)}.`);
  return visitor;
}

async function bookingsOf(name) {
  const { items } = await host.ask('GET', 'user/bookings?view=upcoming');
  return items.filter(({ customer }) => customer.name === name).length;
}

for (const [where, device, slots] of [
  ['on a phone', VISITOR, SLOTS.slice(0, 4)],
  ['at a desk', HOST, SLOTS.slice(4)],
]) {
  describe(where, () => {
    it('a double press and the way back book once', async () => {
      const name = `Grace ${where}`;
      const grace = await atForm(device, slots[0], name);
      await grace.page.getByRole('button', { name: /^Book/ }).dblclick();
      await grace.page.getByText(`It’s yours, ${name}.`).waitFor();
      await grace.sees(/–/);
      await grace.page.reload();
      await grace.page.getByText(`It’s yours, ${name}.`).waitFor();
      await grace.page.goBack().catch(() => null);
      assert.equal(await bookingsOf(name), 1);
      await grace.leaves();
    });

    it('an answer that got lost is asked for again, after a reload too', async () => {
      const name = `Rosa ${where}`;
      const rosa = await atForm(device, slots[1], name);
      await rosa.page.route('**/api/v1/client/bookings', async (route) => {
        await route.fetch();
        await route.abort('connectionreset');
      });
      await rosa.presses(/^Book/);
      await rosa.page.getByText(/The server can’t be reached/).waitFor();
      await rosa.page.unroute('**/api/v1/client/bookings');
      await rosa.page.reload();
      await rosa.holds('Your name', name);
      await rosa.presses(/^Book/);
      await rosa.page.getByText(`It’s yours, ${name}.`).waitFor();
      assert.equal(await bookingsOf(name), 1);
      await rosa.leaves(/ERR_CONNECTION_RESET|net::/);
    });

    it('without a connection it says so, and goes on when it is back', async () => {
      const name = `Maya ${where}`;
      const maya = await atForm(device, slots[2], name);
      await maya.page.context().setOffline(true);
      await maya.page.getByText(/^You are offline/).waitFor();
      await maya.presses(/^Book/);
      await maya.page.getByText(/The server can’t be reached/).waitFor();
      await maya.sees('Who is coming?');
      await maya.page.context().setOffline(false);
      await maya.page.getByText(/^You are offline/).waitFor({ state: 'detached' });
      await maya.holds('A word to Ada', 'It is Maya.');
      await maya.presses(/^Book/);
      await maya.page.getByText(`It’s yours, ${name}.`).waitFor();
      await maya.leaves(/ERR_INTERNET_DISCONNECTED|net::/);
    });

    it('a name of two hundred letters and rubbish in the address are answered, not swallowed', async () => {
      const name = 'Wilhelmina'.repeat(20);
      const visitor = await atForm(device, slots[3], name);
      await visitor.presses(/^Book/);
      await visitor.page.getByText(/at most 100 fit/).waitFor();
      await visitor.sees('Who is coming?');
      await visitor.holds('Your name', name);
      await visitor.opens(`${host.path}?date=%F0%9F%98%80&month=99&zone=Mars&slot=x`, 'Design review');
      await visitor.leaves(/status of 422/);
    });

    it('when limits or the server refuse, it says when to come again', async () => {
      const visitor = await atForm(device, slots[3], 'Noor');
      const refuse = (status, detail, headers) =>
        visitor.page.route('**/api/v1/client/bookings', (route) =>
          route.fulfill({
            status,
            headers,
            contentType: 'application/problem+json',
            body: JSON.stringify({ type: '/problems/x', title: 'x', status, detail }),
          }),
        );
      await refuse(429, 'Too many requests of this kind. Please try again in 30 seconds.', {
        'retry-after': '30',
      });
      await visitor.presses(/^Book/);
      await visitor.page.getByText('Please try again in 30 seconds.').waitFor();
      await visitor.page.unroute('**/api/v1/client/bookings');
      await visitor.page.route('**/api/v1/client/bookings', (route) =>
        route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }),
      );
      await visitor.presses(/^Book/);
      await visitor.page.getByText(/The server answered with 502/).waitFor();
      await visitor.holds('Your name', 'Noor');
      await visitor.leaves(/status of (429|502)/);
    });
  });
}

describe('an event type that takes another time meanwhile', () => {
  it('shows the new end before anything is booked, and books that', async () => {
    const visitor = await atForm(HOST, SLOTS[3], 'Ines');
    await visitor.page.getByText('12:00 – 13:00').first().waitFor();
    await host.ask('PATCH', `user/event-types/${host.id}`, { duration_minutes: 45, slot_interval_minutes: 60 });
    await visitor.page.getByText('12:00 – 12:45').first().waitFor();
    await visitor.holds('Your name', 'Ines');
    await visitor.presses(/^Book/);
    await visitor.page.getByText('It’s yours, Ines.').waitFor();
    await visitor.page.getByText('12:00 – 12:45').first().waitFor();
    await visitor.leaves();
    await host.ask('PATCH', `user/event-types/${host.id}`, { duration_minutes: 60, slot_interval_minutes: null });
  });
});

describe('an event type that is withdrawn meanwhile', () => {
  it('says so in the form, and leads to what else there is', async () => {
    const visitor = await atForm(HOST, SLOTS[7], 'Alan');
    await host.ask('PATCH', `user/event-types/${host.id}`, { active: false });
    await visitor.page.getByText('Ada does not offer this any more.').waitFor();
    await visitor.page.getByRole('button', { name: /is gone$/ }).waitFor();
    await visitor.sees('Who is coming?');
    await visitor.holds('Your name', 'Alan');
    await visitor.follows('What else Ada offers');
    await visitor.page.getByText('Ada has nothing to book right now.').waitFor();
    await visitor.leaves(/status of 404/);
  });
});
