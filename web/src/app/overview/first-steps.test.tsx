import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { adasServer, openDashboard } from '../../../tests/dashboard';
import { hostAnswers } from '../../../tests/host-fixtures.mjs';

const server = adasServer();
const NONE = { verified: true, hours: false, event_type: false, link_shared: false, booked: false };

/** The guide of a host who has done these steps. */
async function guide(steps: Partial<typeof NONE>) {
  const [, overview] = hostAnswers('GET', '/api/v1/user/overview', new URLSearchParams(), {}) ?? [];
  server.instead['GET /api/v1/user/overview'] = [200, { ...overview, steps: { ...NONE, ...steps } }];
  openDashboard('/app');
  return within(await screen.findByRole('region', { name: 'First steps' }));
}

/** What of the guide can be pressed. */
const pressed = (steps: Awaited<ReturnType<typeof guide>>) =>
  steps.getAllByRole('button').map((button) => button.textContent);

describe('the first steps', () => {
  it('lead to where hours and event types are made, done or not', async () => {
    const steps = await guide({ hours: true });
    const places = steps.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);
    expect(places).toEqual([
      ['Hours set', '/app/availability'],
      ['First event type', '/app/event-types/new'],
      ['New event type', '/app/event-types/new'],
    ]);
  });

  it('name the one that is next, and its button goes there', async () => {
    const steps = await guide({});
    expect(steps.getByText('4 steps left.')).toBeTruthy();
    const current = steps
      .getAllByRole('listitem')
      .find((item) => item.getAttribute('aria-current') === 'step');
    expect(current?.textContent).toBe('Hours set');
    fireEvent.click(steps.getByRole('link', { name: 'Set your hours' }));
    expect(await screen.findByRole('heading', { name: 'Availability', level: 1 })).toBeTruthy();
  });

  it('offer the link itself where it is to be shared', async () => {
    const steps = await guide({ hours: true, event_type: true });
    expect(pressed(steps)).toEqual(['Leave the guide', 'QR code', 'Copy link']);
  });

  it('leave a letter that is to be opened to its reader', async () => {
    const steps = await guide({ verified: false });
    expect(steps.getByText(/^Open the link in the letter/)).toBeTruthy();
    expect(pressed(steps)).toEqual(['Leave the guide']);
  });
});
