/** A refusal as the server words it (RFC 9457). `status` 0 means that no answer came at all. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: { field: string; message: string }[];
  alternatives?: string[];
  request_id?: string;
  /** With 429 and 503: how many seconds to wait (`Retry-After`). */
  retry_after?: number;
};

export type Answer<T> = { ok: true; data: T } | { ok: false; problem: Problem };

export type Request = {
  method?: string;
  query?: Record<string, unknown>;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

/** How long an answer may take before the line counts as slow, in milliseconds. */
const DEADLINE = 20_000;

/** Asks the server and gives its answer or its problem; never throws, but for a cancelled request. */
export async function request<T>(url: string, options: Request = {}): Promise<Answer<T>> {
  const { method = 'GET', query, body, headers, signal } = options;
  const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  const clock = new AbortController();
  const stop = () => clock.abort();
  const timer = setTimeout(stop, DEADLINE);
  signal?.addEventListener('abort', stop);
  try {
    signal?.throwIfAborted();
    const response = await fetch(url + search(query), {
      method,
      signal: clock.signal,
      headers: { accept: 'application/json', ...json, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return response.ok
      ? { ok: true, data: (await readJson(response)) as T }
      : { ok: false, problem: await readProblem(response) };
  } catch (error) {
    if (signal?.aborted) throw error;
    return { ok: false, problem: clock.signal.aborted ? slow() : unreachable() };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

function search(query: Record<string, unknown> = {}): string {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const params = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return params.size > 0 ? `?${params}` : '';
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

async function readProblem(response: Response): Promise<Problem> {
  const isJson = response.headers.get('content-type')?.includes('json');
  const problem = isJson ? ((await readJson(response)) as Partial<Problem>) : {};
  return {
    type: 'about:blank',
    title: 'Something went wrong',
    detail: `The server answered with ${response.status}. Try again in a moment.`,
    ...problem,
    ...retryAfter(response),
    status: response.status,
  };
}

function retryAfter({ headers }: Response): { retry_after?: number } {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? { retry_after: seconds } : {};
}

function unreachable(): Problem {
  return {
    type: '/problems/unreachable',
    title: 'No connection',
    status: 0,
    detail: 'The server can’t be reached. Nothing you typed is lost; try again when you are online.',
  };
}

function slow(): Problem {
  return {
    type: '/problems/slow',
    title: 'Slow connection',
    status: 0,
    detail: 'The connection is slow: no answer came within 20 seconds. Nothing you typed is lost; try again.',
  };
}

/** Whether the problem is of this kind, such as `slot-taken`. */
export function isProblem(problem: Problem | undefined, kind: string): boolean {
  return problem?.type.endsWith(`/problems/${kind}`) ?? false;
}

const GOES_ON = /^(?:is|has|lies|lacks|needs|can['’]t|must|may|doesn['’]t)\b/;

/** The server's messages go on from the field's name ("is needed"); at the field they stand alone: "This is needed." */
export function sentence(message: string): string {
  const whole = GOES_ON.test(message)
    ? `This ${message}`
    : message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?…]$/.test(whole) ? whole : `${whole}.`;
}

/** The messages by field; of several at one field the first. */
export function fieldErrors(problem: Problem | undefined): Record<string, string> {
  const errors = problem?.errors ?? [];
  return Object.fromEntries(errors.toReversed().map(({ field, message }) => [field, sentence(message)]));
}
