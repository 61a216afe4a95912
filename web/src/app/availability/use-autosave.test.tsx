import { act, fireEvent, render, screen } from '@testing-library/react';
import { Provider } from 'react-redux';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hostAnswers } from '../../../tests/host-fixtures.mjs';
import { AppRoutes } from '../routes';
import { makeStore } from '../store';

type Saved = { weekly: Record<string, { start: string; end: string }[]> };

/** What was saved, in order. */
let saved: Saved[] = [];

function fakeFetch(address: string, init: RequestInit = {}): Promise<Response> {
  const url = new URL(address, 'http://localhost');
  const body = init.body ? JSON.parse(String(init.body)) : {};
  if (init.method === 'PATCH') saved.push(body);
  const [status, data] = hostAnswers(init.method ?? 'GET', url.pathname, url.searchParams, body) ?? [404];
  return Promise.resolve(
    new Response(data === undefined ? null : JSON.stringify(data), {
      status,
      headers: { 'content-type': 'application/json' },
    }),
  );
}

class SilentStream {
  addEventListener() {}
  close() {}
}

beforeEach(() => {
  saved = [];
  vi.stubGlobal('fetch', fakeFetch);
  vi.stubGlobal('EventSource', SilentStream);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The first time of Monday; from here on the clock stands until it is moved. */
async function mondayFrom(): Promise<HTMLInputElement> {
  render(
    <Provider store={makeStore()}>
      <MemoryRouter initialEntries={['/app/availability']}>
        <AppRoutes />
      </MemoryRouter>
    </Provider>,
  );
  const [first] = await screen.findAllByLabelText('Monday, from', {}, { timeout: 5000 });
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
    expect(saved).toEqual([]);
    type(field, '11');
    act(() => field.blur());
    await aMinute();
    expect(saved.map(({ weekly }) => weekly.mon?.[0]?.start)).toEqual(['11:00']);
    expect(screen.getByText('Saved')).toBeTruthy();
  });

  it('is saved by Enter, in the form of all others', async () => {
    const field = await mondayFrom();
    act(() => field.focus());
    type(field, '10 am');
    fireEvent.keyDown(field, { key: 'Enter' });
    await aMinute();
    expect(field.value).toBe('10:00');
    expect(saved.map(({ weekly }) => weekly.mon?.[0]?.start)).toEqual(['10:00']);
  });

  it('says so when it can’t be saved', async () => {
    const field = await mondayFrom();
    act(() => field.focus());
    type(field, 'x');
    act(() => field.blur());
    await aMinute();
    expect(saved).toEqual([]);
    expect(screen.getByText('Not saved: mend what is red.')).toBeTruthy();
  });
});
