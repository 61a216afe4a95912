// One slot and two who want it: the slower one is led to other times and loses nothing that was typed; whoever only looks
// sees it vanish.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { letterTo, linkIn } from './mailbox.mjs';
import { HOST, openBrowser, person, VISITOR } from './person.mjs';
import { startProduct } from './product.mjs';

const HOURS = [{ start: '09:00', end: '17:00' }];
const WEEK = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, HOURS]));

let product;
let browser;
let page;

before(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  page = await publish();
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

/** A verified host with an event type, by the API; gives the booking page's address. */
async function publish() {
  const context = await browser.newContext();
  const post = async (path, data) => {
    const answer = await context.request.post(`${product.base}/api/v1/${path}`, { data });
    assert.ok(answer.ok(), `${path}: ${await answer.text()}`);
    return answer.status() === 204 ? null : answer.json();
  };
  const email = 'ada@example.com';
  await post('auth/register', {
    email,
    password: 'correct horse battery staple',
    name: 'Ada',
    time_zone: 'Asia/Kolkata',
  });
  const link = linkIn(await letterTo(product.base, email, /Is this your address/), 'verify-email');
  await post('auth/email/verify', { token: link.split('/').at(-1) });
  const schedule = await post('user/schedules', { name: 'Hours', time_zone: 'Asia/Kolkata', weekly: WEEK });
  const type = {
    title: 'Design review',
    slug: 'design-review',
    duration_minutes: 60,
    schedule_id: schedule.id,
  };
  const { url } = await post('user/event-types', type);
  await context.close();
  return url;
}

/** Somebody who has opened the times of the next month's second day. */
async function looking(device) {
  const visitor = await person(browser, product.base, { ...device, timezoneId: 'Asia/Kolkata' });
  await visitor.opens(page, 'Design review');
  await visitor.presses('Later month');
  await visitor.page
    .getByRole('gridcell', { name: /times open$/ })
    .nth(1)
    .click();
  await visitor.page.getByRole('heading', { level: 2, name: /^\w+day,? / }).waitFor();
  return visitor;
}

const NAME = { name: /^11:00/ };

describe('two visitors and one slot', () => {
  it('leads the slower one to other times, and what was typed stays', async () => {
    const [grace, alan] = await Promise.all([looking(HOST), looking(HOST)]);
    for (const [visitor, name] of [
      [grace, 'Grace'],
      [alan, 'Alan'],
    ]) {
      await visitor.page.getByRole('link', NAME).click();
      await visitor.types('Your name', name);
      await visitor.types('Your e-mail', `${name.toLowerCase()}@example.com`);
      await visitor.types('A word to Ada', `It is ${name}.`);
    }
    await grace.presses(/^Book/);
    await grace.page.getByText('It’s yours, Grace.').waitFor();
    // His page hears of it: there is nothing to press any more.
    await alan.page.getByText('11:00 was taken a moment ago.').waitFor();
    await alan.page.getByRole('button', { name: '11:00 is gone' }).waitFor();
    await alan.sees('Who is coming?');
    await alan.follows(/, 10:00$/);
    await alan.holds('Your name', 'Alan');
    await alan.holds('A word to Ada', 'It is Alan.');
    await alan.presses('Book 10:00');
    await alan.page.getByText('It’s yours, Alan.').waitFor();
    await grace.leaves();
    await alan.leaves();
  });

  it('disappears from every open page when one of them books it', async () => {
    const [grace, rosa] = await Promise.all([looking(HOST), looking(VISITOR)]);
    await rosa.page.getByRole('link', { name: /^2:00/ }).waitFor();
    await grace.page.getByRole('link', { name: /^14:00/ }).click();
    await grace.types('Your name', 'Grace');
    await grace.types('Your e-mail', 'grace@example.com');
    await grace.presses('Book 14:00');
    await rosa.page.getByRole('status').filter({ hasText: 'just taken' }).waitFor();
    assert.equal(await rosa.page.getByRole('link', { name: /^2:00/ }).count(), 0);
    await rosa.page.getByRole('link', { name: /^3:00/ }).waitFor();
    await grace.leaves();
    await rosa.leaves();
  });
});
