import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { adasServer, openDashboard } from '../../../tests/dashboard';
import { user } from '../../../tests/host-fixtures.mjs';

const server = adasServer();
const opened = () => screen.findByRole('heading', { name: 'Operator', level: 1 });
const title = (text: string) => waitFor(() => expect(document.title).toBe(text));

describe('the operator’s pages', () => {
  it.each([
    ['', 'Accounts – Operator – Timeslot'],
    ['?section=invitations', 'Invitations – Operator – Timeslot'],
    ['?section=mail', 'Mail – Operator – Timeslot'],
    ['?section=jobs', 'Jobs – Operator – Timeslot'],
    ['?section=nothing', 'Accounts – Operator – Timeslot'],
  ])('name the window after what is shown at %s', async (query, name) => {
    openDashboard(`/app/operator${query}`);
    await opened();
    await title(name);
  });

  it('name it anew when another one is chosen', async () => {
    openDashboard('/app/operator');
    await opened();
    fireEvent.click(screen.getByRole('button', { name: 'Jobs' }));
    await title('Jobs – Operator – Timeslot');
  });

  it('are not there for anybody else', async () => {
    server.instead['GET /api/v1/auth/session'] = [200, { user: { ...user, is_operator: false } }];
    openDashboard('/app/operator');
    await screen.findByRole('heading', { name: 'There is nothing here' });
    await title('There is nothing here – Timeslot');
  });
});
