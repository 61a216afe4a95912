import type { Problem } from '../../lib/http';
import type { Money } from '../../lib/money';
import { toInstant } from '../../lib/time';
import { type Opening, type Series, useCreateOpeningMutation, useCreateOpeningSeriesMutation } from '../api';
import { t } from '../text';
import { showNote, showUndo } from '../ui/toast-store';
import { useTakeBack } from './use-take-back';

type Wish = {
  eventTypeId: string;
  date: string;
  /** `HH:MM` on the host's clock. */
  start: string;
  count: number;
  weeks: number;
  price: Money | null;
};

/** So many can be taken back one by one in a moment. */
const MOST_UNDONE = 50;

/** Publishes one opening or a series, says so with the way back, and tells what of a series was left out. */
export function usePublish(zone: string, onDone: () => void) {
  const [createOne, one] = useCreateOpeningMutation();
  const [createSeries, many] = useCreateOpeningSeriesMutation();
  const takeBack = useTakeBack();

  const published = (items: Opening[]) => {
    const text = t('opening.done', { count: items.length });
    if (items.length > MOST_UNDONE) showNote(text);
    else showUndo(text, () => void takeBack.openings(items.map(({ id }) => id)));
    onDone();
  };
  const publish = async ({ eventTypeId, date, start, count, weeks, price }: Wish) => {
    const common = { event_type_id: eventTypeId, ...(price ? { price } : {}) };
    if (count * weeks === 1) {
      const { data } = await createOne({ body: { ...common, start: toInstant(date, start, zone) } });
      if (data) published([data]);
      return;
    }
    const series = { date, start, count_per_day: count, weeks, time_zone: zone };
    const { data } = await createSeries({ body: { ...common, ...series } });
    if (data && data.skipped.length === 0) published(data.items);
  };
  const partly: Series | null = many.data && many.data.skipped.length > 0 ? many.data : null;
  return {
    publish,
    isPublishing: one.isLoading || many.isLoading,
    problem: (one.error ?? many.error) as Problem | undefined,
    partly,
  };
}
