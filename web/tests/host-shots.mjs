// Every page of the dashboard in every state: full, empty, refused, on its way, in both themes.
const list = { items: [], next_cursor: null };
const GRACE = '/app/bookings/01950000-0000-7000-8000-000000000106';

/** Answers for the frame stay, so that a state is that of the page and not of everything. */
const FRAME =
  /\/(auth\/session|user\/profile|user\/overview|user\/stream|email\/preferences|operator\/mail)$/;

const pagesOnly = (answer) => (page) =>
  page.route('**/api/v1/**', (route) => {
    const { pathname } = new URL(route.request().url());
    return FRAME.test(pathname) ? route.fallback() : answer(route);
  });

const json = (body, status = 200) => ({
  status,
  contentType: status < 400 ? 'application/json' : 'application/problem+json',
  headers: status === 503 ? { 'retry-after': '20' } : {},
  body: JSON.stringify(body),
});
const NEW_HOST = {
  now: '2027-03-03T08:27:00Z',
  next: null,
  today: [],
  counts: { upcoming: 0, pending: 0, past_30_days: 0, available_until: '2027-03-17', available: 0 },
  steps: { verified: true, hours: false, event_type: false, link_shared: false, booked: false },
};

const ZERO = {
  offered_slots: 0,
  offered_minutes: 0,
  booked_slots: 0,
  booked_minutes: 0,
  bookings: 0,
  cancelled: 0,
  no_shows: 0,
};
const NO_FIGURES = {
  from: '2027-02-02',
  to: '2027-03-03',
  time_zone: 'Asia/Kolkata',
  totals: ZERO,
  days: Array.from({ length: 28 }, (_, index) => ({
    date: `2027-02-${String(index + 1).padStart(2, '0')}`,
    ...ZERO,
  })),
  event_types: [],
};

const STATES = {
  empty: async (page) => {
    await pagesOnly((route) => route.fulfill(json(list)))(page);
    await page.route('**/api/v1/user/insights*', (route) => route.fulfill(json(NO_FIGURES)));
    await page.route('**/api/v1/user/overview', (route) => route.fulfill(json(NEW_HOST)));
  },
  error: pagesOnly((route) =>
    route.fulfill(
      json(
        {
          type: '/problems/busy',
          title: 'Busy',
          status: 503,
          detail: 'The database is busy.',
          request_id: 'r-8f2a',
        },
        503,
      ),
    ),
  ),
  loading: pagesOnly(() => undefined),
};

const press = (name) => (page) => page.getByRole('button', { name, exact: true }).first().click();

const SHOTS = [
  { name: 'app-login', path: '/login' },
  {
    name: 'app-login-wrong',
    path: '/login',
    act: async (page) => {
      await page.getByLabel('E-mail').fill('ada@example.com');
      await page.getByLabel('Password').fill('wrong');
      await page.getByRole('button', { name: 'Log in' }).click();
    },
  },
  { name: 'app-register', path: '/register' },
  { name: 'app-verify', path: '/verify-email/token' },
  { name: 'app-overview', path: '/app' },
  { name: 'app-bookings', path: '/app/bookings' },
  { name: 'app-booking', path: '/app/bookings/01950000-0000-7000-8000-000000000106' },
  {
    name: 'app-booking-move',
    path: '/app/bookings/01950000-0000-7000-8000-000000000106',
    act: (page) => page.getByRole('button', { name: 'Move', exact: true }).click(),
  },
  { name: 'app-new-booking', path: '/app/bookings/new' },
  { name: 'app-slots', path: '/app/slots' },
  { name: 'app-slots-list', path: '/app/slots?layout=list' },
  { name: 'app-opening', path: '/app/slots?new=opening&date=2027-03-06&at=13:00&until=15:00' },
  {
    name: 'app-share',
    path: '/app',
    act: (page) => page.getByRole('button', { name: 'QR code' }).first().click(),
  },
  { name: 'app-block', path: '/app/slots?new=block' },
  {
    name: 'app-availability',
    path: '/app/availability',
    act: (page) => page.getByRole('gridcell', { name: /Saturday 13 March/ }).click(),
  },
  { name: 'app-types', path: '/app/event-types' },
  { name: 'app-type', path: '/app/event-types/01950000-0000-7000-8000-000000000031' },
  { name: 'app-customers', path: '/app/customers' },
  { name: 'app-customer', path: '/app/customers/1' },
  { name: 'app-insights', path: '/app/insights' },
  { name: 'app-settings', path: '/app/settings' },
  { name: 'app-settings-account', path: '/app/settings?section=account' },
  { name: 'app-settings-mail', path: '/app/settings?section=mail' },
  { name: 'app-settings-keys', path: '/app/settings?section=keys' },
  { name: 'app-operator', path: '/app/operator' },
  { name: 'app-operator-mail', path: '/app/operator?section=mail' },
  { name: 'app-more', path: '/app/more' },
];

/** Whatever people are called: two hundred letters without a space. */
const longNames = (page) =>
  page.route(/\/api\/v1\/(user|auth|email)\//, async (route) => {
    if (route.request().url().endsWith('/stream')) return route.fallback();
    const response = await route.fetch();
    const text = (await response.text()).replaceAll(
      /"(name|title|label|customer_name)":"[^"]*"/g,
      (_, key) => {
        return `"${key}":"${'W'.repeat(200)}"`;
      },
    );
    return route.fulfill({ response, body: text });
  });

const LONG = [
  'overview',
  'bookings',
  'booking',
  'slots',
  'slots-list',
  'types',
  'type',
  'customers',
  'customer',
  'insights',
  'operator',
  'availability',
];

const more = [
  { name: 'app-booking-cancel', path: GRACE, act: press('Cancel') },
  { name: 'app-leave-guide', path: '/app', act: press('Leave the guide') },
  { name: 'app-type-new', path: '/app/event-types/new' },
  {
    name: 'app-type-wrong',
    path: '/app/event-types/new',
    act: async (page) => {
      await page.getByText('How soon and how far ahead').click();
      await page.getByLabel('First day').fill('2027-04-01');
      await press('Make it bookable')(page);
    },
  },
  {
    name: 'app-login-again',
    path: '/app/settings',
    act: async (page) => {
      const out = { type: '/problems/no-login', title: 'No login', status: 401, detail: 'Log in first.' };
      await page.route('**/api/v1/user/profile', (route) => route.fulfill(json(out, 401)));
      await press('Save')(page);
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'app-offline',
    path: '/app/bookings',
    act: async (page) => {
      await page.context().setOffline(true);
      await page.getByText('You are offline.').waitFor();
    },
  },
  { name: 'app-insights-weeks', path: '/app/insights?from=2026-12-01' },
];

const WITH_STATES = [
  'overview',
  'bookings',
  'booking',
  'slots',
  'slots-list',
  'availability',
  'types',
  'customers',
  'insights',
  'settings-mail',
  'operator',
];

/** A single booking is there or is not; it can't be empty. */
const NEVER = ['app-booking-empty'];

const long = SHOTS.filter(({ name }) => LONG.includes(name.replace('app-', ''))).map(({ name, path }) => ({
  name: `${name}-long`,
  path,
  before: longNames,
}));

const states = SHOTS.filter(({ name }) => WITH_STATES.includes(name.replace('app-', ''))).flatMap(
  ({ name, path }) =>
    Object.entries(STATES).map(([state, before]) => ({ name: `${name}-${state}`, path, before })),
);

/** Each page and state once, in the light theme. */
export const lightShots = [...SHOTS, ...more, ...long, ...states].filter(({ name }) => !NEVER.includes(name));

export const hostShots = [
  ...lightShots,
  ...lightShots.map((shot) => ({ ...shot, name: `${shot.name}-dark`, dark: true })),
];
