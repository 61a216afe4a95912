import { createApi } from '@reduxjs/toolkit/query/react';
import { type Problem, request } from '../lib/http';
import { loggedInAgain } from './session/again';
import { hasHost, sessionEnded } from './session/slice';

type Args = { url: string; method?: string; body?: unknown; params?: Record<string, unknown> };

/** Where a 401 speaks of something else than a login that has ended. */
const OWN_MEANING = new Set(['logIn', 'verifyEmail', 'logOut']);

/**
 * The empty API that the generated endpoints are put into; its answers and refusals are those of `lib/http`. A request that
 * meets a login that has ended waits until the host has logged in again, then goes once more: nothing typed is lost.
 */
export const baseApi = createApi({
  reducerPath: 'api',
  baseQuery: async (args: Args, api): Promise<{ data: unknown } | { error: Problem }> => {
    const { url, method, body, params } = args;
    const ask = () => request(url, { method, body, query: params, signal: api.signal });
    let answer = await ask();
    const isOut = !answer.ok && answer.problem.status === 401 && !OWN_MEANING.has(api.endpoint);
    if (isOut && hasHost(api.getState())) {
      api.dispatch(sessionEnded());
      if (await loggedInAgain(api.signal)) answer = await ask();
    }
    return answer.ok ? { data: answer.data ?? null } : { error: answer.problem };
  },
  refetchOnReconnect: true,
  endpoints: () => ({}),
});
