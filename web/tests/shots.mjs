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
  { name: 'not-me', path: `/not-me/${TOKEN}` },
  { name: 'missing', path: '/nobody' },
  ...hostShots,
];
