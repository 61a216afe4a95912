import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Provider } from 'react-redux';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Answer, type Asked, answerWith, FakeStream } from '../../../tests/fake-line';
import { clientBooking, eventType, host, march, slotTaken, TOKEN } from '../../../tests/fixtures.mjs';
import type { EventType, Host } from '../data';
import { makeStore } from '../store';
import { BookingPage } from './page';

let calls: Asked[] = [];
let answers: Answer[] = [];
let open = march;

// Slots are answered always, bookings by the list of answers.
answerWith((asked) => {
  if (asked.path.endsWith('/slots'))
    return [200, { time_zone: 'Europe/Berlin', slots: open, next_open: march[0]?.start }];
  calls.push(asked);
  return answers.shift() ?? [500, {}];
});

beforeEach(() => {
  calls = [];
  answers = [];
  open = march;
  vi.stubGlobal('scrollTo', () => {});
});

function show(query: string) {
  history.replaceState(null, '', `/ada/design-review?zone=Europe/Berlin${query}`);
  render(
    <Provider store={makeStore()}>
      <BookingPage host={host as Host} eventType={eventType as EventType} />
    </Provider>,
  );
}

function type(label: string | RegExp, value: string) {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

function fill(email = 'grace@example.com') {
  type('Your name', 'Grace');
  type('Your e-mail', email);
  type('What should we look at?', 'The sign-up.');
}

const press = () => fireEvent.click(screen.getByRole('button', { name: /^(Book|One moment)/ }));
const SLOT = '&slot=2027-03-09T08:00:00Z';

describe('finding a time', () => {
  it('shows the days of the month and the times of the chosen one', async () => {
    show('&date=2027-03-09');
    expect(await screen.findByRole('gridcell', { name: 'Tuesday 9 March, 7 times open' })).toBeTruthy();
    expect(screen.getByRole('link', { name: /^09:00/ }).textContent).toContain('13:30 for Ada');
  });

  it('strikes a time that someone else took, and tells so', async () => {
    show('&date=2027-03-09');
    await screen.findByRole('link', { name: /^12:30/ });
    open = march.filter(({ start }) => start !== '2027-03-09T11:30:00Z');
    FakeStream.last?.listeners.get('slots')?.();
    expect((await screen.findByText('just taken')).parentElement?.textContent).toContain('12:30');
    expect(screen.queryByRole('link', { name: /^12:30/ })).toBeNull();
  });

  it('leads from a time to the form, which the address tells', async () => {
    show('&date=2027-03-09');
    fireEvent.click(await screen.findByRole('link', { name: /^09:00/ }));
    expect(await screen.findByRole('heading', { name: 'Who is coming?' })).toBeTruthy();
    expect(new URLSearchParams(location.search).get('slot')).toBe('2027-03-09T08:00:00Z');
  });
});

describe('the form', () => {
  it('says at each field what is wrong, and asks the server nothing', async () => {
    show(SLOT);
    type('Your e-mail', 'grace@example');
    press();
    expect(await screen.findByText('“grace@example” lacks an ending, such as .com')).toBeTruthy();
    expect(screen.getByText('Your name is missing.')).toBeTruthy();
    expect(screen.getByLabelText('Your e-mail').getAttribute('aria-invalid')).toBe('true');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Your name')));
    expect(calls).toHaveLength(0);
  });

  it('puts the server’s refusals at their fields and keeps what was typed', async () => {
    const errors = [{ field: 'answers[0].value', message: 'Too short' }];
    answers = [
      [
        422,
        {
          type: '/problems/invalid',
          title: 'Invalid',
          status: 422,
          detail: 'Some fields are wrong.',
          errors,
        },
      ],
    ];
    show(SLOT);
    fill();
    press();
    const field = (await screen.findByText('Too short.')).closest('.field') as HTMLElement;
    expect(within(field).getByDisplayValue('The sign-up.')).toBeTruthy();
  });

  it('offers the nearest times when the slot was taken, with the form filled as it was', async () => {
    answers = [[409, slotTaken]];
    show(SLOT);
    fill();
    press();
    expect((await screen.findByRole('alert')).textContent).toContain('09:00 was taken a moment ago.');
    fireEvent.click(screen.getByRole('link', { name: 'Tue 9 March, 09:45' }));
    expect(await screen.findByRole('button', { name: 'Book 09:45' })).toBeTruthy();
    expect((screen.getByLabelText('Your e-mail') as HTMLInputElement).value).toBe('grace@example.com');
  });

  it('books once, however often it is pressed, and repeats an attempt under the same key', async () => {
    answers = [
      [503, { type: '/problems/busy', title: 'Busy', status: 503, detail: 'Try again in a moment.' }],
      [201, { booking: clientBooking, manage_token: TOKEN }],
    ];
    show(SLOT);
    fill();
    press();
    press();
    await screen.findByText('Try again in a moment.');
    expect(calls).toHaveLength(1);
    press();
    expect(await screen.findByText('It’s yours, Grace.')).toBeTruthy();
    const [first, second] = calls.map(({ headers }) => headers.get('idempotency-key'));
    expect(first).toMatch(/./);
    expect(second).toBe(first);
    expect(calls[1]?.body).toMatchObject({
      handle: 'ada',
      start: '2027-03-09T08:00:00Z',
      time_zone: 'Europe/Berlin',
    });
    expect(location.pathname).toBe(`/manage/${TOKEN}`);
  });
});
