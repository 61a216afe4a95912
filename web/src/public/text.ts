import { type TextKey, translator } from '../lib/text';
import en from './en.json';

export type PublicKey = TextKey<typeof en>;
export const t = translator(en);

/** The text for a word of the server's, such as a state; what this client doesn't know yet is shown as it is. */
export function word(group: string, value: string): string {
  const key = `${group}.${value}`;
  return key in en ? t(key as PublicKey) : value.replaceAll('_', ' ');
}
