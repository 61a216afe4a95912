// One slot and two who want it: the slower one is led to other times and loses nothing that was typed; whoever only looks
// sees it vanish.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { HOST, openBrowser, person, VISITOR } from './person.mjs';
import { startProduct } from './product.mjs';
import { publish } from './stage.mjs';

let product;
let browser;
let path;

before(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  ({ path } = await publish(browser, product.base));
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

/** Somebody who has opened the times of one day of the next month. */
async function looking(device, day) {
  const visitor = await person(browser, product.base, { ...device, timezoneId: 'Asia/Kolkata' });
  await visitor.opens(path, 'Design review');
  await visitor.presses('Later month');
  await visitor.page
    .getByRole('gridcell', { name: /times open$/ })
    .nth(day)
    .click();
  await visitor.page.getByRole('heading', { level: 2, name: /^\w+day,? / }).waitFor();
  return visitor;
}

const ROLES = [
  ['at a desk, taken from a phone', HOST, VISITOR],
  ['on a phone, taken from a desk', VISITOR, HOST],
];

describe('two visitors and one slot', () => {
  for (const [day, [where, slower, faster]] of ROLES.entries()) {
    it(`leads the slower one to other times, and what was typed stays: ${where}`, async () => {
      const [grace, alan] = await Promise.all([looking(faster, day), looking(slower, day)]);
      for (const [visitor, name] of [
        [grace, 'Grace'],
        [alan, 'Alan'],
      ]) {
        await visitor.follows(/^11:00/);
        await visitor.types('Your name', name);
        await visitor.types('Your e-mail', `${name.toLowerCase()}@example.com`);
        await visitor.types('A word to Ada', `It is ${name}.`);
      }
      await grace.presses(/^Book/);
      await grace.page.getByText('It’s yours, Grace.').waitFor();
      // His page hears of it: there is nothing to press any more.
      await alan.page.getByText(/^11:00.* was taken a moment ago\./).waitFor();
      await alan.page.getByRole('button', { name: /^11:00.* is gone$/ }).waitFor();
      await alan.sees('Who is coming?');
      await alan.follows(/, 10:00/);
      await alan.holds('Your name', 'Alan');
      await alan.holds('A word to Ada', 'It is Alan.');
      await alan.presses(/^Book 10:00/);
      await alan.page.getByText('It’s yours, Alan.').waitFor();
      await grace.leaves();
      await alan.leaves();
    });
  }

  it('disappears from every open page when one of them books it', async () => {
    const [grace, rosa] = await Promise.all([looking(HOST, 2), looking(VISITOR, 2)]);
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
