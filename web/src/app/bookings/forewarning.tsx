import { dateIn, msOf, spanText } from '../../lib/time';
import { Refusal } from '../../look/field';
import { Note } from '../../look/note';
import { useGetEventTypeQuery, useListHostSlotsQuery } from '../api';
import { t } from '../text';
import { useNow } from '../ui/use-now';

type Time = { eventTypeId: string; zone: string; start: string | null };

/** What is to be known before a time is taken: a past one can't be; one that customers don't get can, by the host. */
export function useForewarning({ eventTypeId, zone, start }: Time) {
  const now = msOf(useNow());
  const date = start ? dateIn(start, zone) : '';
  const slots = useListHostSlotsQuery(
    { from: date, to: date, view: 'available', eventTypeId },
    { skip: !start },
  );
  const { data: eventType } = useGetEventTypeQuery({ id: eventTypeId }, { skip: !start });
  if (!start) return { isPast: false, text: null };
  const at = msOf(start);
  if (at <= now) return { isPast: true, text: t('choice.past') };
  const notice = eventType?.minimum_notice_minutes ?? 0;
  if (at < now + notice * 60_000)
    return { isPast: false, text: t('choice.soon', { span: spanText(notice) }) };
  const isOffered = slots.currentData?.items.some((slot) => slot.start === start) ?? true;
  return { isPast: false, text: isOffered ? null : t('choice.not_offered') };
}

/** The same beside the button. */
export function Forewarning({ isPast, text }: ReturnType<typeof useForewarning>) {
  return (
    <div role="status">{text && (isPast ? <Refusal text={text} /> : <Note kind="now">{text}</Note>)}</div>
  );
}
