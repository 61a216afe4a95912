import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { adasServer, openDashboard } from '../../../tests/dashboard';
import { profile } from '../../../tests/host-fixtures.mjs';

const server = adasServer();
const language = () => screen.findByLabelText<HTMLSelectElement>('Language and money');

describe('the language of the profile', () => {
  it('is the present one at first, and another once it is chosen and saved', async () => {
    openDashboard('/app/settings');
    const field = await language();
    expect(field.selectedOptions[0]?.textContent).toBe('English (India)');
    fireEvent.change(field, { target: { value: 'ne-NP' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.getByText('Saved')).toBeTruthy());
    const saved = server.asked.filter(({ method }) => method === 'PATCH');
    expect(saved.map(({ path, body }) => [path, body])).toEqual([
      ['/api/v1/user/profile', { locale: 'ne-NP' }],
    ]);
  });

  it('stays what it is where it is none of the common ones', async () => {
    server.instead['GET /api/v1/user/profile'] = [200, { ...profile, locale: 'cy-GB' }];
    openDashboard('/app/settings');
    expect((await language()).selectedOptions[0]?.textContent).toBe('Welsh (United Kingdom)');
  });
});
