import type { IconName } from '../../look/icons';
import { word } from '../text';

type Kind = 'google_meet' | 'link' | 'phone' | 'in_person';

const ICON: Record<Kind, IconName> = { google_meet: 'video', link: 'link', phone: 'phone', in_person: 'pin' };

export function placeIcon(kind: string): IconName {
  return ICON[kind as Kind] ?? 'pin';
}

/** Where the meeting will be, before there is more to say than its kind. */
export function placeText(kind: string): string {
  return word('place', kind);
}
