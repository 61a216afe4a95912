import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { adasServer, openDashboard } from '../../../tests/dashboard';
import { safeNext } from './login';

const server = adasServer();

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('logging in', () => {
  it('is asked of whoever opens the dashboard without', async () => {
    server.instead['GET /api/v1/auth/session'] = [
      401,
      { type: '/problems/login-needed', title: 'Login needed', status: 401, detail: 'Log in.' },
    ];
    openDashboard('/app/bookings');
    expect(await screen.findByRole('heading', { name: 'Log in' })).toBeTruthy();
  });

  it('says at each field what is missing', async () => {
    openDashboard('/login');
    press('Log in');
    expect(await screen.findByText('The e-mail address is missing.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('E-mail')));
  });

  it('says why the server refused, and keeps what was typed', async () => {
    openDashboard('/login');
    type('E-mail', 'ada@example.com');
    type('Password', 'wrong');
    press('Log in');
    expect((await screen.findByRole('alert')).textContent).toContain('don’t belong together');
    expect((screen.getByLabelText('E-mail') as HTMLInputElement).value).toBe('ada@example.com');
  });

  it('leads to the overview', async () => {
    server.instead['POST /api/v1/auth/login'] = [200, { user: {} }];
    openDashboard('/login');
    type('E-mail', 'ada@example.com');
    type('Password', 'a good password');
    press('Log in');
    expect(await screen.findByRole('heading', { name: 'Wednesday 3 March' })).toBeTruthy();
    await waitFor(() => expect(document.title).toBe('Overview – Timeslot'));
  });

  it('never leads away from the dashboard', () => {
    expect(safeNext('/app/slots?view=past')).toBe('/app/slots?view=past');
    expect(safeNext('//evil.example')).toBe('/app');
    expect(safeNext('/application')).toBe('/app');
  });
});

describe('verifying an address', () => {
  it('changes nothing before the press, and asks for the password where there is no session', async () => {
    const problem = {
      type: '/problems/password-needed',
      title: 'Password needed',
      status: 401,
      detail: 'Give the password.',
    };
    server.instead['POST /api/v1/auth/email/verify'] = [401, problem];
    openDashboard('/verify-email/token');
    press('Yes, verify it');
    type('Password', await screen.findByLabelText('Password').then(() => 'a good password'));
    server.instead['POST /api/v1/auth/email/verify'] = [204];
    press('Yes, verify it');
    expect(await screen.findByRole('heading', { name: 'Your address is verified' })).toBeTruthy();
  });
});
