// Letters as the product's own mailbox shows them, and their calendar parts as a strict reader sees them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { eventually } from './product.mjs';

/** The newest letter to someone whose subject fits, as soon as it is there. */
export function letterTo(base, to, subject) {
  return eventually(`a letter to ${to} about ${subject}`, async () => {
    const answer = await fetch(`${base}/dev/mailbox`, { headers: { accept: 'application/json' } });
    const { items } = await answer.json();
    return items.find((letter) => letter.to.includes(to) && subject.test(letter.subject));
  });
}

/** The address in a letter's text whose path begins so. */
export function linkIn(letter, path) {
  const link = letter.text.match(new RegExp(`https?://\\S+/${path}/\\S+`))?.[0];
  assert.ok(link, `“${letter.subject}” has no link to /${path}/:\n${letter.text}`);
  return link;
}

/** What a calendar part says; fails where it isn't what RFC 5545 and 5546 ask for. */
export function readCalendar({ calendar, subject }) {
  assert.ok(calendar, `“${subject}” has no calendar part`);
  checkForm(calendar);
  const python = process.env.TIMESLOT_TEST_PYTHON;
  const script = new URL('read_meeting.py', import.meta.url).pathname;
  if (python) execFileSync(python, [script], { input: calendar, stdio: ['pipe', 'ignore', 'inherit'] });
  const lines = calendar.replaceAll('\r\n ', '').split('\r\n');
  const event = lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT'));
  const value = (from, name) =>
    from.find((line) => new RegExp(`^${name}[:;]`).test(line))?.replace(/^[^:]*:/, '');
  const found = {
    method: value(lines, 'METHOD'),
    uid: value(event, 'UID'),
    sequence: Number(value(event, 'SEQUENCE') ?? Number.NaN),
    start: value(event, 'DTSTART'),
    status: value(event, 'STATUS'),
  };
  for (const name of ['DTSTAMP', 'DTEND', 'SUMMARY', 'ORGANIZER', 'ATTENDEE'])
    assert.ok(value(event, name), `the calendar part lacks ${name}:\n${calendar}`);
  for (const [name, given] of Object.entries(found))
    assert.ok(given || given === 0, `it lacks ${name}:\n${calendar}`);
  return found;
}

function checkForm(calendar) {
  assert.match(calendar, /^BEGIN:VCALENDAR\r\n/);
  assert.match(calendar, /\r\nEND:VCALENDAR\r\n$/);
  for (const name of ['VERSION:2.0', 'PRODID:'])
    assert.ok(calendar.includes(`\r\n${name}`), `it lacks ${name}`);
  for (const line of calendar.split('\r\n')) {
    assert.ok(Buffer.byteLength(line) <= 75, `longer than 75 octets: ${line}`);
    assert.ok(!/[\r\n]/.test(line), `a line that ends without CRLF: ${JSON.stringify(line)}`);
  }
}
