import { configureStore, isRejectedWithValue, type Middleware } from '@reduxjs/toolkit';
import { setupListeners } from '@reduxjs/toolkit/query';
import { useDispatch } from 'react-redux';
import type { Problem } from '../lib/http';
import { api } from './api';

/** Where a 401 speaks of something else than a login that has ended. */
const OWN_MEANING = new Set(['getSession', 'logIn', 'verifyEmail']);

/** A login may end at any request; asking for the session again then leads to the login page. */
const watchSession: Middleware =
  ({ dispatch }) =>
  (next) =>
  (action) => {
    const result = next(action);
    if (isRejectedWithValue(action)) {
      const { endpointName } = (action.meta as unknown as { arg: { endpointName: string } }).arg;
      const isOut = (action.payload as Problem).status === 401 && !OWN_MEANING.has(endpointName);
      if (isOut) dispatch(api.util.invalidateTags(['Session']));
    }
    return result;
  };

export function makeStore() {
  const store = configureStore({
    reducer: { [api.reducerPath]: api.reducer },
    middleware: (defaults) => defaults().concat(api.middleware, watchSession),
  });
  setupListeners(store.dispatch);
  return store;
}

export type Store = ReturnType<typeof makeStore>;
export const useAppDispatch = useDispatch.withTypes<Store['dispatch']>();
