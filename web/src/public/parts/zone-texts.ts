import type { ZoneTexts } from '../../look/zone-picker';
import { t } from '../text';

export const zoneTexts: ZoneTexts = {
  change: t('zone.change'),
  title: t('zone.title'),
  search: t('zone.search'),
  close: t('close'),
  none: t('zone.none'),
  now: (time) => t('zone.now', { time }),
  device: (city) => t('zone.device', { city }),
  change_forward: (date) => t('zone.forward', { date }),
  change_back: (date) => t('zone.back', { date }),
};
