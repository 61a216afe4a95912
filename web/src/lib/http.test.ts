import { afterEach, describe, expect, it, vi } from 'vitest';
import { request, sentence } from './http';

describe('what stands at a field', () => {
  it.each([
    ['is needed', 'This is needed.'],
    ['has passed; choose a later time', 'This has passed; choose a later time.'],
    ["can't be empty", "This can't be empty."],
    ['“grace” has no @', '“grace” has no @.'],
    ['island life is no choice.', 'Island life is no choice.'],
  ])('“%s” is a whole sentence', (message, said) => expect(sentence(message)).toBe(said));
});

describe('a request', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('that is never answered ends after twenty seconds, and says why', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    });
    const answer = request('/api/v1/client/bookings', { method: 'POST' });
    await vi.advanceTimersByTimeAsync(20_000);
    const said = await answer;
    expect(said.ok).toBe(false);
    expect(!said.ok && said.problem.detail).toMatch(/^The connection is slow/);
  });
});
