import * as z from 'zod/mini';
import { t } from '../text';

/** Fields that several forms around accounts have in common, with what is said when they are wrong. */
export const email = z.string().check(
  z.trim(),
  z.minLength(1, { error: () => t('field.email_missing') }),
  z.regex(/^[^@\s]+@[^@\s]+\.[^@\s.]+$/, {
    error: ({ input }) => t('field.email_wrong', { email: String(input) }),
  }),
);

export const password = z.string().check(z.minLength(1, { error: () => t('field.password_missing') }));

export const newPassword = z.string().check(z.minLength(8, { error: () => t('field.password_short') }));

export const name = z.string().check(z.trim(), z.minLength(1, { error: () => t('field.name_missing') }));

/** The address that was typed on the page before; it goes along in the history, not in the address of the page. */
export function emailIn(state: unknown): string {
  return state !== null && typeof state === 'object' && 'email' in state && typeof state.email === 'string'
    ? state.email
    : '';
}
