// A host who can be booked, made by the API, and what the journeys of the public pages need of the calendar.
import assert from 'node:assert/strict';
import { letterTo, linkIn } from './mailbox.mjs';
import { person } from './person.mjs';

export const PASSWORD = 'correct horse battery staple';
const DAY = [{ start: '09:00', end: '17:00' }];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * A verified host with one event type of an hour; gives its address, `ask` for what the host may do by the API, and `comes` for the
 * host in a window of a device, logged in there by a session of its own.
 */
export async function publish(browser, base, { zone = 'Asia/Kolkata', windows = DAY, ...type } = {}) {
  const context = await browser.newContext();
  const ask = async (method, path, data) => {
    const answer = await context.request.fetch(`${base}/api/v1/${path}`, { method, data });
    assert.ok(answer.ok(), `${path}: ${await answer.text()}`);
    return answer.status() === 204 ? null : answer.json();
  };
  const email = 'ada@example.com';
  await ask('POST', 'auth/register', { email, password: PASSWORD, name: 'Ada', time_zone: zone });
  const link = linkIn(await letterTo(base, email, /Is this your address/), 'verify-email');
  await ask('POST', 'auth/email/verify', { token: link.split('/').at(-1) });
  const weekly = Object.fromEntries(DAYS.map((day) => [day, windows]));
  const schedule = await ask('POST', 'user/schedules', { name: 'Hours', time_zone: zone, weekly });
  const made = await ask('POST', 'user/event-types', {
    title: 'Design review',
    slug: 'design-review',
    duration_minutes: 60,
    schedule_id: schedule.id,
    ...type,
  });
  const comes = async (device) => {
    const host = await person(browser, base, device);
    const answer = await host.page.request.post('/api/v1/auth/login', {
      data: { email, password: PASSWORD },
    });
    assert.ok(answer.ok(), await answer.text());
    return host;
  };
  return { path: new URL(made.url).pathname, ask, comes, id: made.id };
}

/** The second date of the next month in a zone, or another one: far enough from now that nothing of it is past. */
export function nextMonth(zone, day = 2) {
  const [year, month] = dateIn(Date.now(), zone).split('-').map(Number);
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}

/** `YYYY-MM-DD` of an instant in milliseconds. */
export function dateIn(ms, zone) {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(ms);
}

/** The first day of the zone's clock on which it changes, a fortnight from now or later. */
export function nextChange(zone) {
  const hour = 3_600_000;
  const offset = (ms) =>
    new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).format(ms).split('GMT')[1];
  let at = Date.now() + 14 * 24 * hour;
  while (offset(at) === offset(at + 24 * hour)) at += 24 * hour;
  while (offset(at) === offset(at + hour)) at += hour;
  return at + hour;
}
