// Ada's dashboard in component tests, on the fixtures.
import { render } from '@testing-library/react';
import { Provider } from 'react-redux';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeEach } from 'vitest';
import { AppRoutes } from '../src/app/routes';
import { makeStore } from '../src/app/store';
import { type Answer, type Asked, answerWith } from './fake-line';
import { hostAnswers } from './host-fixtures.mjs';

/** Answers the questions of each test of the file; gives what it is to say instead of the usual, by `METHOD /path`, and what was asked. */
export function adasServer() {
  const server = { instead: {} as Record<string, Answer>, asked: [] as Asked[] };
  beforeEach(() => {
    server.instead = {};
    server.asked = [];
  });
  answerWith((asked) => {
    server.asked.push(asked);
    const { method, path, query, body } = asked;
    return server.instead[`${method} ${path}`] ?? (hostAnswers(method, path, query, body) as Answer | null);
  });
  return server;
}

/** Opens an address of the dashboard. */
export function openDashboard(address: string) {
  const routes = [{ path: '*', element: <AppRoutes /> }];
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  render(
    <Provider store={makeStore()}>
      <RouterProvider router={router} />
    </Provider>,
  );
}
