// The public pages in a browser that runs no script, on a phone and at a desk: book, move, cancel, and a slot that someone
// else takes meanwhile.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { letterTo, linkIn } from './mailbox.mjs';
import { HOST, openBrowser, person, VISITOR } from './person.mjs';
import { startProduct } from './product.mjs';
import { nextMonth, publish } from './stage.mjs';

let product;
let browser;
let path;
const date = nextMonth('Asia/Kolkata');

before(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const questions = [
    { id: 'topic', kind: 'long_text', label: 'What is it about?', required: true, choices: [] },
    { id: 'size', kind: 'choice', label: 'How large?', required: false, choices: ['Small', 'Large'] },
  ];
  ({ path } = await publish(browser, product.base, { questions, max_guests: 2 }));
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

const plain = (device) => person(browser, product.base, { ...device, javaScriptEnabled: false });

/** From the host's page to the form for a time of that date. */
async function choose(visitor, time) {
  await visitor.opens('/ada', 'What would you like to book?');
  await visitor.follows(/Design review/);
  await visitor.sees('Design review');
  await visitor.follows('Later month');
  await visitor.page.locator(`a[href*="date=${date}"]`).click();
  await visitor.page.getByRole('heading', { level: 2, name: /^\w+day,? / }).waitFor();
  await visitor.follows(new RegExp(`^${time}`));
  await visitor.sees('Who is coming?');
}

async function fill(visitor, name) {
  await visitor.types('Your name', name);
  await visitor.types('Your e-mail', `${name.toLowerCase()}@example.com`);
  await visitor.types('What is it about?', 'Forms.\nAll of them.');
  await visitor.page.getByLabel('How large?').selectOption('Large');
}

for (const [where, device, hours, other] of [
  ['on a phone', VISITOR, ['9:00', '10:00', '11:00'], nextMonth('Asia/Kolkata', 3)],
  ['at a desk', HOST, ['12:00', '13:00', '14:00'], nextMonth('Asia/Kolkata', 4)],
]) {
  const [first, second, third] = hours;
  describe(`without script ${where}`, () => {
    it('books, moves and cancels', async () => {
      const grace = await plain(device);
      await choose(grace, first);
      await fill(grace, 'Grace');
      await grace.presses(new RegExp(`^Book ${first}`));
      await grace.sees(new RegExp(first));
      await grace.page.getByText('It’s yours, Grace.').waitFor();
      await grace.page.getByRole('link', { name: 'Google Calendar' }).waitFor();
      const letter = await letterTo(product.base, 'grace@example.com', /Design review/);
      await grace.opens(linkIn(letter, 'manage'), 'Another time suits you better?');
      await grace.follows('See all times');
      await grace.sees(/\d{4}$/);
      await grace.page.locator(`.day-side a.slot`).first().waitFor();
      await grace.page.locator('.near a').first().click();
      await grace.page.getByText('New:').waitFor();
      await grace.presses(/^Move to/);
      await grace.page.getByText(/^Moved to/).waitFor();
      await grace.types('A word to Ada', 'Our launch moved');
      await grace.presses(/^Cancel/);
      await grace.sees('This booking is cancelled');
      await grace.leaves();
    });

    it('finds the form as it was when something is wrong, and when the slot is taken', async () => {
      const [alan, rosa] = await Promise.all([plain(device), plain(device)]);
      await choose(alan, second);
      await choose(rosa, second);
      await fill(rosa, 'Rosa');
      await rosa.presses(/^Book/);
      await rosa.page.getByText('It’s yours, Rosa.').waitFor();
      await fill(alan, 'Alan');
      await alan.types('Your e-mail', 'alan@example');
      await alan.presses(/^Book/);
      await alan.page.getByRole('alert').first().waitFor();
      await alan.sees('Who is coming?');
      assert.equal(await alan.page.getByLabel('Your e-mail').getAttribute('aria-invalid'), 'true');
      await alan.types('Your e-mail', 'alan@example.com');
      await alan.page.getByText(/is not free any more/).waitFor();
      await alan.page.getByRole('button', { name: /is gone$/, disabled: true }).waitFor();
      await alan.page.getByRole('button', { name: new RegExp(`, ${third}`) }).click();
      await alan.page.getByRole('button', { name: new RegExp(`^Book ${third}`) }).waitFor();
      await alan.holds('What is it about?', 'Forms.\nAll of them.');
      await alan.holds('How large?', 'Large');
      await alan.presses(/^Book/);
      await alan.page.getByText('It’s yours, Alan.').waitFor();
      // Going back and sending it again is the same booking.
      await alan.page.goBack();
      await alan.presses(/^Book/);
      await alan.page.getByText('It’s yours, Alan.').waitFor();
      await rosa.leaves();
      await alan.leaves(/status of 4(09|22)/);
    });

    it('shows the times of another city', async () => {
      const maya = await plain(device);
      await maya.opens(`${path}?date=${date}`, 'Design review');
      await maya.page.locator('summary.zone').click();
      await maya.types('Your city', 'st johns');
      await maya.presses('Show its times');
      await maya.page.getByText('St Johns').first().waitFor();
      assert.equal(new URL(maya.page.url()).searchParams.get('zone'), 'America/St_Johns');
      await maya.page
        .getByText(/for Ada/)
        .first()
        .waitFor();
      await maya.leaves();
    });

    it('sends the link again', async () => {
      const grace = await plain(device);
      await grace.opens('/ada', 'Ada');
      await grace.page.getByText('Booked already and lost the letter?').click();
      await grace.types('Your e-mail', 'grace@example.com');
      await grace.presses('Send me the link again');
      await grace.page.getByText('If grace@example.com has a booking here').waitFor();
      await grace.sees('Ada');
      await grace.leaves();
    });

    it('is for everyone, in light and dark', async () => {
      for (const [colorScheme, time] of [
        ['light', '10:30'],
        ['dark', '09:30'],
      ]) {
        const reader = await person(browser, product.base, { ...device, colorScheme });
        // The client's script doesn't come, so the judge sees what the server wrote.
        await reader.page.route('**/*.js', (route) => route.abort());
        await reader.opens('/', 'Your open time, ready to be booked.');
        await reader.opens('/ada', 'Ada');
        await reader.opens(`${path}?date=${other}`, 'Design review');
        await reader.opens(`${path}?zone=Atlantis`, 'Design review');
        await reader.opens(`${path}?slot=${other}T${time}:00Z`, 'Who is coming?');
        await reader.types('Your name', 'Omar');
        await reader.types('Your e-mail', 'omar@example');
        await reader.types('What is it about?', 'Axe');
        await reader.presses(/^Book/);
        await reader.sees('Who is coming?');
        await reader.types('Your e-mail', `omar-${other}-${colorScheme}@example.com`);
        await reader.page.getByRole('button', { name: /^Book/ }).click();
        await reader.page
          .getByText(/It’s yours, Omar/)
          .first()
          .waitFor();
        await reader.sees(/./);
        await reader.leaves(/\.js|status of 4/);
      }
    });
  });
}

describe('without script', () => {
  it('tells what is not there', async () => {
    const grace = await plain(HOST);
    await grace.opens('/nobody', 'There is nothing here');
    await grace.opens('/', 'Your open time, ready to be booked.');
    await grace.leaves(/status of 404/);
  });
});
