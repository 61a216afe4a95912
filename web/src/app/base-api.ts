import { createApi } from '@reduxjs/toolkit/query/react';
import { type Problem, request } from '../lib/http';

type Args = { url: string; method?: string; body?: unknown; params?: Record<string, unknown> };

/** The empty API that the generated endpoints are put into; its answers and refusals are those of `lib/http`. */
export const baseApi = createApi({
  reducerPath: 'api',
  baseQuery: async (args: Args, { signal }): Promise<{ data: unknown } | { error: Problem }> => {
    const { url, method, body, params } = args;
    const answer = await request(url, { method, body, query: params, signal });
    return answer.ok ? { data: answer.data ?? null } : { error: answer.problem };
  },
  refetchOnReconnect: true,
  endpoints: () => ({}),
});
