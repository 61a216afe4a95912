import { describe, expect, it } from 'vitest';
import { bookings, timeline } from '../../../tests/host-fixtures.mjs';
import type { BookingDetail, PageDelivery } from '../api';
import { newsOfBooking, newsOfDelivery } from './news';

const grace = bookings.find(({ customer }) => customer.name === 'Grace');

function after(step: object, more: object = {}): BookingDetail {
  const last = { ...timeline[0], at: '2027-03-03T08:26:00Z', ...step };
  return { ...grace, timeline: [timeline[0], last], ...more } as unknown as BookingDetail;
}

const said = (step: object, more?: object) => newsOfBooking(after(step, more))?.text;

describe('what happened without the host', () => {
  it('is said in words, with the time on the host’s clock', () => {
    expect(said({ what: 'confirmed', by: 'customer' })).toBe(
      'Grace booked Design review, Tue 9 March, 13:30.',
    );
    expect(said({ what: 'cancelled', by: 'customer' })).toBe(
      'Grace cancelled Design review, Tue 9 March, 13:30.',
    );
    expect(said({ what: 'move_requested', by: 'customer' }, { proposed_start: '2027-03-10T08:00:00Z' })).toBe(
      'Grace asks to move Design review to Wed 10 March, 13:30.',
    );
    expect(said({ what: 'expired', by: 'clock' })).toBe(
      'The request of Grace for Tue 9 March, 13:30 has expired.',
    );
  });

  it('leaves out what the host did, and what is long past', () => {
    expect(said({ what: 'cancelled', by: 'host' })).toBeUndefined();
    expect(said({ what: 'confirmed', by: 'customer', at: '2027-03-03T08:10:00Z' })).toBeUndefined();
  });

  it('tells which letter did not go out, and why', () => {
    const delivery = {
      id: 'd1',
      job_id: 'j1',
      letter: 'confirmed',
      recipient: 'customer',
      to: 'omar@exmaple.com',
      state: 'refused',
      booking_id: 'b1',
      tries: 1,
      last_error: 'No such domain',
      created_at: '2027-03-03T08:26:00Z',
    } satisfies PageDelivery['items'][number];
    expect(newsOfDelivery(delivery)).toMatchObject({
      text: 'Confirmation to omar@exmaple.com was refused. No such domain',
      isBad: true,
      to: '/app/bookings/b1',
    });
    expect(newsOfDelivery({ ...delivery, state: 'accepted' })).toBeNull();
  });
});
