import { TOKEN } from './fixtures.mjs';
import { hostShots } from './host-shots.mjs';

const fill = (email) => async (page) => {
  await page.getByLabel('Your name').fill('Grace');
  await page.getByLabel('Your e-mail').fill(email);
  await page.getByLabel('What should we look at?').fill('The sign-up of our bakery app.');
  await page.getByRole('button', { name: /^Book/ }).click();
  await page.waitForTimeout(200);
};

const DETAILS = '/ada/design-review?slot=2027-03-09T08%3A00%3A00Z';

const step = (name) => (page) => page.getByRole('button', { name }).click();
const soon = '2027-03-09T08:45:00Z';

/** The states of the public pages beside those that `shots` begins with. */
const publicStates = [
  { name: 'landing-taken', path: '/', act: (page) => page.getByText('11:30').click() },
  {
    name: 'host-lost',
    path: '/ada',
    act: async (page) => {
      await page.getByText('Booked already and lost the letter?').click();
      await page.getByLabel('Your e-mail').fill('grace@example');
      await step('Send me the link again')(page);
    },
  },
  { name: 'booking-workshop', path: '/ada/workshop?date=2027-03-09' },
  { name: 'booking-twelve', path: '/ada/design-review?date=2027-03-09', act: step('12 h') },
  { name: 'details-gone', path: DETAILS, act: fill('gone@example.com') },
  { name: 'details-limit', path: DETAILS, act: fill('often@example.com') },
  {
    name: 'details-offline',
    path: DETAILS,
    act: async (page) => {
      await page.context().setOffline(true);
      await page.getByText(/^You are offline/).waitFor();
    },
  },
  { name: 'details-vanished', path: '/ada/design-review?slot=2027-03-09T09%3A00%3A00Z' },
  { name: 'details-asks', path: '/ada/morning?slot=2027-03-09T08%3A00%3A00Z' },
  { name: 'done-waits', path: '/manage/waiting?done=booked' },
  { name: 'manage-move', path: `/manage/${TOKEN}?slot=${soon}` },
  { name: 'manage-waiting', path: '/manage/waiting' },
  { name: 'manage-cancelled', path: '/manage/cancelled?done=cancelled' },
  { name: 'manage-late', path: '/manage/late' },
  { name: 'not-me-done', path: `/not-me/${TOKEN}`, act: step('I didn’t book this') },
  { name: 'refused', path: '/refused' },
];

/** What to take a picture of: an address, and what to do there first. */
export const shots = [
  { name: 'landing', path: '/' },
  { name: 'host', path: '/ada' },
  { name: 'booking', path: '/ada/design-review?date=2027-03-09' },
  { name: 'booking-dark', path: '/ada/design-review?date=2027-03-09', dark: true },
  { name: 'booking-empty', path: '/ada/design-review?month=2027-04' },
  {
    name: 'booking-zone',
    path: '/ada/design-review?date=2027-03-09',
    act: async (page) => {
      await page.getByRole('button', { name: /Change time zone/ }).click();
      await page.getByRole('combobox').fill('kat');
    },
  },
  { name: 'details', path: DETAILS },
  { name: 'details-wrong', path: DETAILS, act: fill('grace@example') },
  { name: 'details-taken', path: DETAILS, act: fill('late@example.com') },
  { name: 'details-done', path: DETAILS, act: fill('grace@example.com') },
  { name: 'manage', path: `/manage/${TOKEN}` },
  {
    name: 'manage-all',
    path: `/manage/${TOKEN}`,
    act: (page) => page.getByRole('button', { name: 'See all times' }).click(),
  },
  ...publicStates,
  { name: 'not-me', path: `/not-me/${TOKEN}` },
  { name: 'missing', path: '/nobody' },
  ...hostShots,
];
