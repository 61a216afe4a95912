// The journey of the product, from an empty data folder to a cancelled booking, as two persons take it in a browser: the
// host in Kathmandu at a desk, the customer in St. John's on a phone. `node --test tests/browser/*.test.mjs`
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { letterTo, linkIn, readCalendar } from './mailbox.mjs';
import { HOST, openBrowser, person, VISITOR } from './person.mjs';
import { startProduct } from './product.mjs';

let product;
let browser;
let host;
let customer;
/** What one step leaves for the next. */
const left = {};

before(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  host = await person(browser, product.base, HOST);
  customer = await person(browser, product.base, VISITOR);
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

describe('a host', () => {
  it('registers', async () => {
    await host.opens('/register', 'Make your page');
    await host.types('Name', 'Maya Gurung');
    await host.types('E-mail', 'maya@example.com');
    await host.types('Password', 'correct horse battery staple');
    await host.page.getByText('Your hours will be in Kathmandu time.').waitFor();
    await host.presses('Make my page');
    await host.page.getByRole('region', { name: 'First steps' }).waitFor();
  });

  it('verifies the address by the letter', async () => {
    const letter = await letterTo(product.base, 'maya@example.com', /Is this your address/);
    await host.opens(linkIn(letter, 'verify-email'), 'Is this your address?');
    await host.presses('Yes, verify it');
    await host.sees('Your address is verified');
    await host.follows('To the dashboard');
  });

  it('sets the hours of the week', async () => {
    await host.page
      .getByRole('navigation', { name: 'Dashboard' })
      .getByRole('link', { name: 'Availability' })
      .click();
    await host.presses('Begin with these hours');
    await host.sees('Every week');
    await host.page.getByRole('switch', { name: 'Saturday' }).click();
    await host.page.getByText('48 hours a week.').waitFor();
    await host.page.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
  });

  it('publishes an event type with a question', async () => {
    await host.page
      .getByRole('navigation', { name: 'Dashboard' })
      .getByRole('link', { name: 'Event types' })
      .click();
    await host.follows('New event type');
    await host.sees('New event type');
    await host.types('Title', 'Trek planning');
    await host.page.getByRole('textbox', { name: 'Link' }).fill('https://meet.example.com/maya');
    await host.page.getByRole('textbox', { name: 'Length' }).fill('45');
    await host.page.getByRole('button', { name: 'Question', exact: true }).click();
    await host.types('Question 1', 'Which peak?');
    await host.page.getByLabel('It must be answered').check();
    await host.page.getByRole('button', { name: 'Make it bookable' }).last().click();
    await host.sees('Trek planning');
  });

  it('finds the own link', async () => {
    await host.page
      .getByRole('navigation', { name: 'Dashboard' })
      .getByRole('link', { name: 'Overview' })
      .click();
    const address = await host.page.getByRole('button', { name: /\/maya-gurung$/ }).textContent();
    left.link = `http://${address}`;
    await host.page
      .getByText('No bookings yet')
      .or(host.page.getByText('No meeting ahead'))
      .first()
      .waitFor();
  });
});

describe('a customer on a phone, far away', () => {
  it('opens the link and finds a time on their own clock', async () => {
    await customer.opens(left.link, 'Maya Gurung');
    await customer.page.getByRole('link', { name: /Trek planning/ }).tap();
    await customer.sees('Trek planning');
    await customer.page.getByRole('button', { name: /St\.? Johns.*Change time zone/s }).waitFor();
    // The next month is open as a whole, whatever today is.
    await customer.page.getByRole('button', { name: 'Later month' }).tap();
    await customer.page
      .getByRole('gridcell', { name: /times open$/ })
      .nth(1)
      .tap();
    const times = customer.page.getByRole('link', { name: /for Maya Gurung$/ });
    left.start = await times.nth(3).locator('time').getAttribute('datetime');
    await times.nth(3).tap();
    await customer.sees('Who is coming?');
  });

  it('is told what is missing, answers the question and books', async () => {
    await customer.types('Your name', 'Grace');
    await customer.types('Your e-mail', 'grace@example.com');
    await customer.page.getByRole('button', { name: /^Book/ }).tap();
    await customer.page.getByText('This one needs an answer.').waitFor();
    await customer.types('Which peak?', 'Ama Dablam');
    await customer.page.getByRole('button', { name: /^Book/ }).tap();
    await customer.page.getByText('It’s yours, Grace.').waitFor();
    await customer.sees(/ – /);
  });

  it('and the host get a letter each, with the meeting for their calendars', async () => {
    left.booked = await letterTo(product.base, 'grace@example.com', /^Booked: Trek planning/);
    const theirs = readCalendar(left.booked);
    const ours = readCalendar(
      await letterTo(product.base, 'maya@example.com', /^New booking: Trek planning/),
    );
    assert.equal(theirs.method, 'REQUEST');
    assert.equal(theirs.uid, ours.uid);
    assert.equal(instantOf(theirs.start), left.start);
    left.calendar = theirs;
  });

  it('moves it by the link in the letter', async () => {
    await customer.opens(linkIn(left.booked, 'manage'), / – /);
    const near = customer.page.getByRole('region', { name: /Another time/ }).locator('button time');
    left.moved = await near.first().getAttribute('datetime');
    await near.first().tap();
    await customer.page.getByRole('button', { name: /^Move to/ }).tap();
    await customer.page.getByText(/^Moved to .*A letter is on its way\.$/).waitFor();
    const letter = await letterTo(product.base, 'grace@example.com', /^Moved|^New time|^Changed/);
    const calendar = readCalendar(letter);
    assert.equal(calendar.uid, left.calendar.uid);
    assert.ok(
      calendar.sequence > left.calendar.sequence,
      `${calendar.sequence} after ${left.calendar.sequence}`,
    );
    assert.equal(instantOf(calendar.start), left.moved);
    left.calendar = calendar;
  });

  it('cancels it and says why', async () => {
    await customer.types('A word to Maya Gurung', 'The pass is closed.');
    await customer.page.getByRole('button', { name: /^Cancel/ }).tap();
    await customer.sees('This booking is cancelled');
    const calendar = readCalendar(
      await letterTo(product.base, 'grace@example.com', /^Cancelled: Trek planning/),
    );
    assert.equal(calendar.method, 'CANCEL');
    assert.equal(calendar.uid, left.calendar.uid);
    assert.ok(
      calendar.sequence > left.calendar.sequence,
      `${calendar.sequence} after ${left.calendar.sequence}`,
    );
    await customer.leaves();
  });
});

describe('the host, afterwards', () => {
  it('sees it cancelled, by whom and why', async () => {
    await host.page
      .getByRole('navigation', { name: 'Dashboard' })
      .getByRole('link', { name: 'Bookings' })
      .click();
    await host.presses('Cancelled');
    await host.follows(/Grace/);
    await host.sees(/ – /);
    const detail = host.page.getByRole('article');
    await detail.getByText('Cancelled by the customer').waitFor();
    await detail.getByText('The pass is closed.').waitFor();
    await detail.getByText('Ama Dablam').waitFor();
    await host.leaves();
  });
});

/** `20270309T080000Z` as the API writes it. */
function instantOf(stamp) {
  return stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
}
