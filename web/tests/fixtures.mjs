// Ada's week in March 2027, as the API would tell it. Instants are literals; nothing depends on today.

export const NOW = '2027-03-03T08:27:00Z';

export const host = {
  handle: 'ada',
  name: 'Ada',
  bio: 'I help small teams see their product with fresh eyes. Fifteen years of making forms shorter.',
  time_zone: 'Asia/Kolkata',
  locale: 'en-IN',
  week_start: 'mon',
  privacy_url: 'https://ada.example/privacy',
  terms_url: null,
  contact_url: null,
};

const open = {
  intro: '2027-03-03T13:00:00Z',
  'design-review': '2027-03-03T13:00:00Z',
  workshop: '2027-03-09T06:30:00Z',
};

const row = (slug, title, description, duration_minutes, more = {}) => ({
  slug,
  title,
  description,
  duration_minutes,
  price: null,
  seats: 1,
  requires_approval: false,
  location: { kind: 'google_meet' },
  next_open: open[slug] ?? null,
  ...more,
});

export const eventTypes = [
  row('intro', 'Intro call', 'Tell me what you’re making. No preparation needed.', 15),
  row(
    'design-review',
    'Design review',
    'We go through your screens together. You leave with a written list of what to change first.',
    45,
  ),
  row(
    'portfolio',
    'Portfolio session for designers who are changing fields',
    'Three pieces of your work, read the way a hiring team reads them.',
    60,
  ),
  row('workshop', 'Forms workshop', 'A small group rebuilds one bad form.', 90, { seats: 8 }),
  row(
    'morning',
    'A morning at your place',
    'In Kolkata only. I read your request first and answer within a day.',
    120,
    {
      requires_approval: true,
      location: { kind: 'in_person' },
    },
  ),
];

export const eventType = {
  ...eventTypes[1],
  questions: [
    { id: 'q1', kind: 'long_text', label: 'What should we look at?', required: true },
    { id: 'q2', kind: 'text', label: 'A link to it', required: false },
  ],
  max_guests: 3,
  cancel_cutoff_minutes: 1440,
  reschedule_cutoff_minutes: 1440,
  minimum_notice_minutes: 240,
};

const slot = (date, time) => {
  const start = Date.parse(`${date}T${time}:00Z`);
  const text = (ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
  return { start: text(start), end: text(start + 45 * 60_000), seats_left: 1 };
};

const MARCH = {
  '03': '13:00 13:45',
  '04': '06:30 08:45 09:30 13:45',
  '05': '06:30 07:15 08:00 09:30',
  '08': '08:45 09:30 11:30 12:15',
  '09': '06:30 07:15 08:00 08:45 11:30 13:00 13:45',
  10: '08:00 08:45 09:30 12:15 13:00 13:45',
  11: '06:30 08:45 09:30 12:15 13:00 13:45',
  12: '08:45 09:30',
  13: '09:45 10:30',
  15: '06:30 07:15 08:00 08:45 09:30 11:30 12:15 13:00 13:45',
  16: '06:30 07:15 08:00 08:45 09:30 12:15 13:00',
  17: '06:30 07:15 11:30 12:15 13:00 13:45',
  18: '07:15 08:00 08:45 09:30 11:30 12:15 13:00 13:45',
  19: '06:30 07:15 08:00 08:45 09:30',
  23: '06:30 07:15 08:00 08:45 09:30 11:30 12:15 13:00 13:45',
  24: '08:45 09:30 11:30 12:15 13:00 13:45',
  25: '06:30 07:15 08:00 08:45 09:30 11:30 12:15 13:00 13:45',
  26: '06:30 07:15 08:00 08:45 09:30',
  29: '06:30 07:15 08:00 08:45 09:30 11:30 12:15 13:00 13:45',
  30: '06:30 07:15 08:00 08:45 09:30 11:30 12:15 13:00 13:45',
  31: '08:00 08:45 09:30 11:30 12:15 13:00 13:45',
};

export const march = Object.entries(MARCH)
  .sort(([a], [b]) => a.localeCompare(b))
  .flatMap(([day, times]) => times.split(' ').map((time) => slot(`2027-03-${day}`, time)));

export const slotsOf = (from, timeZone) => ({
  time_zone: timeZone,
  slots: from.startsWith('2027-03') ? march : [],
  next_open: march[0].start,
});

export const TOKEN = 'mt_0123456789abcdef0123456789abcdef';

export const clientBooking = {
  id: '01950000-0000-7000-8000-000000000001',
  state: 'confirmed',
  start: '2027-03-09T08:00:00Z',
  end: '2027-03-09T08:45:00Z',
  event_type: { slug: 'design-review', title: 'Design review', duration_minutes: 45 },
  host: { handle: 'ada', name: 'Ada', time_zone: 'Asia/Kolkata' },
  location: { kind: 'link', value: 'https://meet.example/abc-defg-hij' },
  price: null,
  expires_at: null,
  name: 'Grace',
  email: 'grace@example.com',
  time_zone: 'Europe/Berlin',
  guests: ['rosa@example.com'],
  notes: null,
  can_cancel: true,
  can_reschedule: true,
  cancel_until: '2027-03-08T08:00:00Z',
  reschedule_until: '2027-03-08T08:00:00Z',
  cancel_reason: null,
  proposed_start: null,
  version: 1,
};

export const slotTaken = {
  type: '/problems/slot-taken',
  title: 'This time was taken',
  status: 409,
  detail: 'Someone else took 2027-03-09T08:00:00Z a moment ago.',
  alternatives: ['2027-03-09T08:45:00Z', '2027-03-09T13:00:00Z', '2027-03-09T13:45:00Z'],
};

/** The data that the server puts into each public page. */
export const pages = {
  '/': { page: 'landing', now: NOW },
  '/ada': { page: 'host', host, event_types: eventTypes, now: NOW },
  '/ada/design-review': {
    page: 'event_type',
    host,
    event_type: eventType,
    month: '2027-03',
    slots: slotsOf('2027-03-01', host.time_zone),
    now: NOW,
  },
  [`/manage/${TOKEN}`]: { page: 'manage', booking: clientBooking, now: NOW },
  '/ada/workshop': {
    page: 'event_type',
    host,
    event_type: { ...eventType, ...eventTypes[3], questions: [] },
    month: '2027-03',
    slots: slotsOf('2027-03-01', host.time_zone),
    now: NOW,
  },
  '/ada/morning': {
    page: 'event_type',
    host,
    event_type: { ...eventType, ...eventTypes[4] },
    month: '2027-03',
    slots: slotsOf('2027-03-01', host.time_zone),
    now: NOW,
  },
  '/manage/waiting': {
    page: 'manage',
    booking: {
      ...clientBooking,
      state: 'awaiting_approval',
      expires_at: '2027-03-04T08:00:00Z',
      can_reschedule: false,
    },
    now: NOW,
  },
  '/manage/cancelled': {
    page: 'manage',
    booking: {
      ...clientBooking,
      state: 'cancelled',
      can_cancel: false,
      can_reschedule: false,
      cancel_reason: 'Our launch moved.',
      cancelled_by: 'customer',
    },
    now: NOW,
  },
  '/manage/late': {
    page: 'manage',
    booking: { ...clientBooking, can_cancel: false, can_reschedule: false, notes: 'We are three.' },
    now: NOW,
  },
  '/refused': {
    page: 'refused',
    problem: {
      type: '/problems/unavailable',
      title: 'Please try again',
      status: 503,
      detail: 'The service can’t answer just now. Nothing was changed; please try again.',
    },
    now: NOW,
  },
  [`/not-me/${TOKEN}`]: { page: 'not_me', booking: clientBooking, now: NOW },
};
