// What the host's endpoints answer for Ada on 3 March 2027.
import { host, NOW } from './fixtures.mjs';

const id = (number) => `01950000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const list = (items) => ({ items, next_cursor: null });

export const user = {
  id: id(1),
  email: 'ada@example.com',
  email_verified: true,
  name: 'Ada',
  handle: 'ada',
  time_zone: 'Asia/Kolkata',
  is_operator: true,
  pending_email: null,
  created_at: '2027-01-04T05:00:00Z',
};

export const profile = {
  id: id(1),
  ...host,
  max_per_day: null,
  public_url: 'https://book.example/ada',
  is_public: true,
};

const long = [
  { start: '12:00', end: '16:00' },
  { start: '17:00', end: '20:00' },
];

export const schedule = {
  id: id(20),
  name: 'Working hours',
  time_zone: 'Asia/Kolkata',
  weekly: { mon: long, tue: long, wed: long, thu: long, fri: long.slice(0, 1) },
  overrides: [
    { date: '2027-03-13', windows: [{ start: '13:00', end: '17:00' }] },
    { date: '2027-03-22', windows: [] },
  ],
  is_default: true,
  archived: false,
};

const eventType = (number, slug, title, duration_minutes, more = {}) => ({
  id: id(number),
  slug,
  title,
  description: 'We go through your screens together.',
  duration_minutes,
  slot_interval_minutes: null,
  buffer_before_minutes: 10,
  buffer_after_minutes: 15,
  minimum_notice_minutes: 240,
  horizon_days: 30,
  max_per_day: 4,
  max_per_week: null,
  seats: 1,
  price: null,
  requires_approval: false,
  approval_expires_hours: 24,
  cancel_cutoff_minutes: 1440,
  reschedule_cutoff_minutes: 1440,
  date_range: null,
  max_guests: 3,
  location: { kind: 'google_meet', value: '' },
  schedule_id: schedule.id,
  questions: [{ id: 'q1', kind: 'long_text', label: 'What should we look at?', required: true }],
  reminders_minutes: [1440, 60],
  refund_ladder: [],
  visibility: 'listed',
  active: true,
  archived: false,
  url: `https://book.example/ada/${slug}`,
  ...more,
});

export const eventTypes = [
  eventType(30, 'intro', 'Intro call', 15),
  eventType(31, 'design-review', 'Design review', 45, { price: { amount_minor: 250000, currency: 'INR' } }),
  eventType(32, 'portfolio', 'Portfolio session', 60),
  eventType(33, 'morning', 'A morning at your place', 120, {
    requires_approval: true,
    visibility: 'unlisted',
    active: false,
  }),
];

const booking = (number, name, type, start, end, more = {}) => ({
  id: id(number),
  state: 'confirmed',
  start,
  end,
  event_type: { id: type.id, title: type.title, duration_minutes: type.duration_minutes },
  customer: {
    id: id(number + 500),
    name,
    email: `${name.split(/[ -]/)[0].toLowerCase()}@example.com`,
    time_zone: 'Europe/Berlin',
  },
  guests: [],
  answers: [
    {
      question_id: 'q1',
      label: 'What should we look at?',
      value: 'The sign-up of our bakery app. People stop at the second screen and we don’t know why.',
    },
  ],
  notes: null,
  location: { kind: 'google_meet', value: 'https://meet.example/abc-defg-hij' },
  price: null,
  no_show: false,
  cancel_reason: null,
  cancelled_by: null,
  expires_at: null,
  proposed_start: null,
  time_zone: 'Asia/Kolkata',
  booked_by: 'customer',
  version: 1,
  created_at: '2027-03-02T08:28:00Z',
  ...more,
});

const [intro, review, portfolio, morning] = eventTypes;
export const bookings = [
  booking(101, 'Alan', review, '2027-03-03T09:30:00Z', '2027-03-03T10:15:00Z'),
  booking(102, 'Noor', portfolio, '2027-03-03T11:30:00Z', '2027-03-03T12:30:00Z'),
  booking(103, 'Omar', review, '2027-03-04T07:15:00Z', '2027-03-04T08:00:00Z'),
  booking(
    104,
    'Wilhelmina-Alexandrina of the Very Long Orchard Road Bakery',
    intro,
    '2027-03-04T08:30:00Z',
    '2027-03-04T08:45:00Z',
  ),
  booking(105, 'Rosa', morning, '2027-03-08T06:30:00Z', '2027-03-08T08:30:00Z', {
    state: 'awaiting_approval',
    expires_at: '2027-03-04T05:35:00Z',
  }),
  booking(106, 'Grace', review, '2027-03-09T08:00:00Z', '2027-03-09T08:45:00Z'),
];
const past = booking(100, 'Maya', review, '2027-03-03T07:30:00Z', '2027-03-03T08:15:00Z');

const line = (number, what, state, more = {}) => ({
  id: id(number),
  at: `2027-03-02T08:28:0${number % 10}Z`,
  what,
  kind: 'effect',
  by: null,
  recipient: 'customer',
  to: null,
  state,
  tries: state === 'waiting' ? 0 : 1,
  last_error: null,
  next_try_at: null,
  can_retry: false,
  ...more,
});

export const timeline = [
  line(301, 'confirmed', 'done', { id: null, kind: 'step', by: 'customer', recipient: null, tries: 0 }),
  line(302, 'confirmed', 'done', { to: 'grace@example.com' }),
  line(303, 'confirmed', 'retrying', {
    recipient: 'host',
    tries: 3,
    last_error: 'The mail server answered 451',
    next_try_at: '2027-03-03T08:54:00Z',
    can_retry: true,
  }),
  line(304, 'reminder', 'waiting', { to: 'grace@example.com', at: '2027-03-08T08:00:00Z' }),
];

const slot = (start, end, state, more = {}) => ({
  start,
  end,
  event_type_id: review.id,
  title: review.title,
  state,
  booking_id: null,
  customer_name: null,
  seats_left: 1,
  opening_id: null,
  ...more,
});

export const hostSlots = [
  slot('2027-03-01T06:30:00Z', '2027-03-01T07:15:00Z', 'past', { booking_id: id(99), customer_name: 'Ines' }),
  slot('2027-03-01T08:45:00Z', '2027-03-01T09:30:00Z', 'past'),
  slot('2027-03-03T09:30:00Z', '2027-03-03T10:15:00Z', 'booked', {
    booking_id: id(101),
    customer_name: 'Alan',
  }),
  slot('2027-03-03T13:00:00Z', '2027-03-03T13:45:00Z', 'available'),
  slot('2027-03-04T06:30:00Z', '2027-03-04T07:15:00Z', 'available'),
  slot('2027-03-04T07:15:00Z', '2027-03-04T08:00:00Z', 'booked', {
    booking_id: id(103),
    customer_name: 'Omar',
  }),
  slot('2027-03-05T04:30:00Z', '2027-03-05T05:15:00Z', 'booked', {
    booking_id: bookings[4].id,
    customer_name: bookings[4].customer.name,
  }),
  slot('2027-03-06T07:30:00Z', '2027-03-06T08:15:00Z', 'available', { opening_id: id(60) }),
];

const customers = bookings.map(({ customer }, index) => ({
  id: customer.id,
  name: customer.name,
  email: customer.email,
  bookings: index + 1,
  missed: index % 3,
  first_at: '2026-11-09T08:00:00Z',
  last_at: '2027-02-09T08:00:00Z',
  next_at: index < 4 ? '2027-03-09T08:00:00Z' : null,
  letters_stopped: false,
}));

const days = Array.from({ length: 30 }, (_, index) => {
  const isWeekend = index % 7 > 4;
  return {
    date: new Date(Date.UTC(2027, 1, 2 + index)).toISOString().slice(0, 10),
    offered_slots: isWeekend ? 0 : 6 + (index % 3),
    booked_slots: isWeekend ? 0 : (index * 5) % 6,
    bookings: isWeekend ? 0 : (index * 5) % 6,
    cancelled: index % 11 === 0 ? 1 : 0,
    no_shows: index % 17 === 0 ? 1 : 0,
  };
});
const totals = {
  offered_slots: 118,
  offered_minutes: 5310,
  booked_slots: 38,
  booked_minutes: 1710,
  bookings: 38,
  cancelled: 3,
  no_shows: 1,
};

const overview = {
  now: NOW,
  next: bookings[0],
  today: [past, bookings[0], bookings[1]],
  counts: { upcoming: 14, pending: 1, past_30_days: 38, available_until: '2027-04-02', available: 46 },
  steps: { verified: true, hours: true, event_type: true, link_shared: false, booked: true },
};

const job = (number, kind) => ({
  id: id(number),
  kind,
  state: 'dead',
  tries: 12,
  last_error: 'The mail server answered 550',
  created_at: '2027-03-01T08:00:00Z',
});

const ANSWERS = {
  'auth/session': { user },
  'auth/registration': { mode: 'open', operator_needed: false, dev_mailbox: '/dev/mailbox' },
  'auth/sessions': list([
    {
      id: id(70),
      user_agent: 'Firefox on Linux',
      created_at: '2027-03-01T08:00:00Z',
      last_seen_at: NOW,
      is_current: true,
    },
    {
      id: id(71),
      user_agent: 'Safari on iPhone',
      created_at: '2027-02-01T08:00:00Z',
      last_seen_at: '2027-03-02T18:00:00Z',
      is_current: false,
    },
  ]),
  'auth/api-keys': list([
    {
      id: id(72),
      name: 'Calendar export',
      prefix: 'ts_8f2a',
      created_at: '2027-02-01T08:00:00Z',
      last_used_at: null,
    },
  ]),
  'auth/operator/accounts': list([
    { ...user, suspended_at: null },
    {
      ...user,
      id: id(2),
      name: 'Bo',
      email: 'bo@example.com',
      handle: 'bo',
      is_operator: false,
      suspended_at: null,
    },
  ]),
  'auth/operator/invitations': list([
    { id: id(73), email: null, created_at: NOW, expires_at: '2027-03-10T08:00:00Z', used_at: null },
  ]),
  'user/profile': profile,
  'user/schedules': list([schedule]),
  'user/event-types': list(eventTypes),
  'user/openings': list([]),
  'user/blocks': list([
    { id: id(61), start: '2027-03-05T06:30:00Z', end: '2027-03-05T10:30:00Z', reason: 'Dentist' },
  ]),
  'user/bookings': list(bookings),
  'user/customers': list(customers),
  'user/insights': {
    from: '2027-02-02',
    to: '2027-03-03',
    time_zone: 'Asia/Kolkata',
    totals,
    days,
    event_types: eventTypes.map(({ id: type, title }) => ({ event_type_id: type, title, ...totals })),
  },
  'user/overview': overview,
  'email/preferences': { notify_booked: true, notify_cancelled: true, notify_rescheduled: false },
  'email/deliveries': list([
    {
      id: id(80),
      letter: 'confirmed',
      to: 'grace@example.com',
      state: 'accepted',
      booking_id: id(106),
      tries: 1,
      last_error: null,
      created_at: NOW,
      accepted_at: NOW,
    },
    {
      id: id(81),
      letter: 'confirmed',
      to: 'omar@exmaple.com',
      state: 'failed',
      booking_id: id(103),
      tries: 3,
      last_error: 'No such domain',
      created_at: NOW,
      accepted_at: null,
    },
  ]),
  'email/operator/letters': list([
    {
      id: id(84),
      to: 'omar@example.com',
      from: 'Timeslot <timeslot@localhost>',
      subject: 'Booked: Design review with Ada, Tue 9 March, 09:45',
      text: 'It’s yours, Omar.\n\nMove or cancel:\nhttps://book.example.com/manage/abc',
      html: '<p>It’s yours, Omar.</p>',
      calendar: null,
      created_at: NOW,
    },
  ]),
  'email/operator/undelivered': list([
    {
      id: id(82),
      job_id: id(83),
      host_id: id(1),
      letter: 'confirmed',
      to: 'omar@exmaple.com',
      state: 'failed',
      tries: 3,
      last_error: 'No such domain',
      created_at: NOW,
    },
  ]),
  'email/operator/jobs': list([job(83, 'confirmed')]),
  'email/operator/mail': { transport: 'mailbox', from: 'timeslot@localhost', ok: null, last_error: null },
};

/** The answer to one of the host's requests as [status, data]; `null` if there is none. */
export function hostAnswers(method, path, query, body) {
  const name = path.replace('/api/v1/', '');
  if (method === 'GET' && name === 'user/slots') {
    const view = query.get('view');
    return [200, list(hostSlots.filter(({ state }) => !view || state === view))];
  }
  if (method === 'GET' && name === 'user/bookings' && query.get('view') === 'pending')
    return [200, list([bookings[4]])];
  if (method === 'GET' && name in ANSWERS) return [200, ANSWERS[name]];
  if (method === 'GET' && name.startsWith('user/bookings/')) {
    const found = bookings.find((each) => name.endsWith(each.id)) ?? bookings[5];
    return [200, { ...found, timeline }];
  }
  if (method === 'GET' && name.startsWith('user/event-types/'))
    return [200, eventTypes.find((each) => name.endsWith(each.id)) ?? eventTypes[1]];
  if (method === 'GET' && name.startsWith('user/customers/'))
    return [200, { customer: customers[0], bookings }];
  if (method === 'POST' && /^user\/bookings\/[^/]+\/(approve|decline|cancel)$/.test(name)) {
    const state = name.endsWith('approve')
      ? 'confirmed'
      : name.endsWith('decline')
        ? 'declined'
        : 'cancelled';
    const found = bookings.find((each) => name.includes(each.id)) ?? bookings[4];
    return [200, { ...found, state, timeline, warnings: [] }];
  }
  if (method === 'POST' && name === 'user/openings')
    return [201, { id: id(90), end: body.start, price: null, booked: false, ...body }];
  if (method === 'POST' && name === 'user/openings/series') {
    const made = Array.from({ length: body.count_per_day * body.weeks }, (_, index) => ({
      id: id(900 + index),
      event_type_id: body.event_type_id,
      start: '2027-03-06T07:30:00Z',
      end: '2027-03-06T08:15:00Z',
      price: null,
      booked: false,
    }));
    return [201, { items: made, skipped: [] }];
  }
  if (method === 'POST' && name === 'user/blocks') return [201, { id: id(91), reason: null, ...body }];
  if (method === 'PATCH' && name === 'user/profile') return [200, { ...profile, ...body }];
  if (method === 'PATCH' && name.startsWith('user/schedules/')) return [200, { ...schedule, ...body }];
  if (method === 'PATCH' && name.startsWith('user/event-types/'))
    return [200, { ...(eventTypes.find((each) => name.endsWith(each.id)) ?? eventTypes[1]), ...body }];
  if (method === 'POST' && name === 'auth/login' && body.password === 'wrong') {
    return [
      401,
      {
        type: '/problems/wrong-credentials',
        title: 'Wrong credentials',
        status: 401,
        detail: 'Address and password don’t belong together. Check both, or ask for a new password.',
      },
    ];
  }
  return method === 'GET' ? null : [204];
}
