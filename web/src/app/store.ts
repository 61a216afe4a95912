import { configureStore, isFulfilled, isRejectedWithValue, type Middleware } from '@reduxjs/toolkit';
import { setupListeners } from '@reduxjs/toolkit/query';
import { useDispatch } from 'react-redux';
import type { Problem } from '../lib/http';
import { type Instant, instantOf, nowMs } from '../lib/time';
import { api, CHANGES, type Change } from './api';
import { tellTabs } from './live/channel';
import { lineLost, lineReducer } from './live/line-slice';
import { sessionReducer } from './session/slice';

type Meta = { meta: { arg?: { endpointName?: string; type?: string } } };

/** Other tabs read anew what this one has changed. */
const tellChanges: Middleware = () => (next) => (action) => {
  const result = next(action);
  if (isFulfilled(action)) {
    const name = (action as unknown as Meta).meta.arg?.endpointName;
    if (name && name in CHANGES) tellTabs({ kind: 'changed', change: name as Change });
  }
  return result;
};

/** Knows when the server last answered, and says so when it no longer does. */
const watchLine: Middleware = ({ dispatch }) => {
  let answeredAt: Instant = instantOf(nowMs());
  return (next) => (action) => {
    const result = next(action);
    if (isFulfilled(action)) answeredAt = instantOf(nowMs());
    if (isRejectedWithValue(action) && (action.payload as Problem).status === 0)
      dispatch(lineLost(answeredAt));
    return result;
  };
};

export function makeStore() {
  const store = configureStore({
    reducer: { [api.reducerPath]: api.reducer, session: sessionReducer, line: lineReducer },
    middleware: (defaults) => defaults().concat(api.middleware, tellChanges, watchLine),
  });
  setupListeners(store.dispatch);
  return store;
}

export type Store = ReturnType<typeof makeStore>;
export type RootState = ReturnType<Store['getState']>;
export const useAppDispatch = useDispatch.withTypes<Store['dispatch']>();
