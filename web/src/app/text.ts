import { type TextKey, translator } from '../lib/text';
import en from './en.json';

export type AppKey = TextKey<typeof en>;
export const t = translator(en);
