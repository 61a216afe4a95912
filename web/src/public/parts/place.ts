import type { IconName } from '../../look/icons';
import { t } from '../text';

type Kind = 'google_meet' | 'link' | 'phone' | 'in_person';

const ICON: Record<Kind, IconName> = { google_meet: 'video', link: 'link', phone: 'bell', in_person: 'pin' };

export function placeIcon(kind: Kind): IconName {
  return ICON[kind];
}

/** Where the meeting will be, before there is more to say than its kind. */
export function placeText(kind: Kind): string {
  return t(`place.${kind}`);
}
