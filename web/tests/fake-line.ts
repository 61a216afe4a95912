// The line to the server in component tests: whatever is asked is answered here, and a stream says what a test has it say.
import { afterEach, beforeEach, vi } from 'vitest';

export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  headers: Headers;
};
/** Status and data; without data the answer has no body. */
export type Answer = [status: number, data?: unknown];

export class FakeStream {
  static last: FakeStream | undefined;
  listeners = new Map<string, () => void>();
  constructor(readonly url: string) {
    FakeStream.last = this;
  }
  addEventListener(name: string, listener: () => void) {
    this.listeners.set(name, listener);
  }
  close() {}
}

/** From here on each test of the file has its questions answered so; 404 is what has no answer. */
export function answerWith(answer: (asked: Asked) => Answer | null) {
  const fetch = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const { pathname: path, searchParams: query } = new URL(address, 'http://localhost');
    const body = init.body ? JSON.parse(String(init.body)) : {};
    const asked = { method: init.method ?? 'GET', path, query, body, headers: new Headers(init.headers) };
    const [status, data] = answer(asked) ?? [404];
    return data === undefined ? new Response(null, { status }) : Response.json(data, { status });
  };
  beforeEach(() => {
    vi.stubGlobal('fetch', fetch);
    vi.stubGlobal('EventSource', FakeStream);
  });
  afterEach(() => vi.unstubAllGlobals());
}
