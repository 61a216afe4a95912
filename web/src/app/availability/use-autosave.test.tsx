import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { adasServer, openDashboard } from '../../../tests/dashboard';

type Saved = { weekly: Record<string, { start: string; end: string }[]> };

const server = adasServer();
/** What was saved, in order. */
const saved = () =>
  server.asked.filter(({ method }) => method === 'PATCH').map(({ body }) => body as unknown as Saved);

afterEach(() => {
  vi.useRealTimers();
});

/** The first time of Monday; from here on the clock stands until it is moved. */
async function mondayFrom(): Promise<HTMLInputElement> {
  openDashboard('/app/availability');
  const [first] = await screen.findAllByLabelText('Monday, from');
  vi.useFakeTimers();
  return first as HTMLInputElement;
}

const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const aMinute = () => act(() => vi.advanceTimersByTimeAsync(60_000));

describe('an hour that is being typed', () => {
  it('is saved when the field is left, not on the way', async () => {
    const field = await mondayFrom();
    act(() => field.focus());
    type(field, '1');
    await aMinute();
    expect(saved()).toEqual([]);
    type(field, '11');
    act(() => field.blur());
    await aMinute();
    expect(saved().map(({ weekly }) => weekly.mon?.[0]?.start)).toEqual(['11:00']);
    expect(screen.getByText('Saved')).toBeTruthy();
  });

  it('is saved by Enter, in the form of all others', async () => {
    const field = await mondayFrom();
    act(() => field.focus());
    type(field, '10 am');
    fireEvent.keyDown(field, { key: 'Enter' });
    await aMinute();
    expect(field.value).toBe('10:00');
    expect(saved().map(({ weekly }) => weekly.mon?.[0]?.start)).toEqual(['10:00']);
  });

  it('says so when it can’t be saved', async () => {
    const field = await mondayFrom();
    act(() => field.focus());
    type(field, 'x');
    act(() => field.blur());
    await aMinute();
    expect(saved()).toEqual([]);
    expect(screen.getByText('Not saved: mend what is red.')).toBeTruthy();
  });
});
