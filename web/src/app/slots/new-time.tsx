import { addDays, isDate, msOf, nowMs, parseTime, toInstant } from '../../lib/time';
import { useListEventTypesQuery } from '../api';
import { t } from '../text';
import { Dialog } from '../ui/dialog';
import { Answered } from '../ui/faces';
import { useQuery } from '../ui/query';
import { BlockForm } from './block-form';
import { OpeningForm } from './opening-form';

export const KINDS = ['opening', 'block'] as const;
export type Kind = (typeof KINDS)[number];

/** What the form begins with: a date and two readings of the host's clock. */
export type Stretch = { date: string; from: string; until: string };

type Props = { kind: Kind; date: string; zone: string; onDone: () => void; onClose: () => void };

/** One sheet for the two things a host does with a stretch of time by hand: offer it, or keep it free. */
export function NewTime({ kind, date, zone, onDone, onClose }: Props) {
  const [params, change] = useQuery();
  const eventTypes = useListEventTypesQuery();
  const stretch = chosenStretch(params, date, zone);
  return (
    <Dialog title={t(`slots.new_${kind}`)} isOpen onClose={onClose}>
      <fieldset className="pick justify-self-start">
        <legend className="sr">{t('time.what')}</legend>
        {KINDS.map((each) => (
          <button key={each} type="button" aria-pressed={each === kind} onClick={() => change({ new: each })}>
            {t(`time.${each}`)}
          </button>
        ))}
      </fieldset>
      {kind === 'block' ? (
        <BlockForm stretch={stretch} zone={zone} onDone={onDone} onClose={onClose} />
      ) : (
        <Answered query={eventTypes}>
          {({ items }) => (
            <OpeningForm
              stretch={stretch}
              zone={zone}
              eventTypes={items.filter(({ archived }) => !archived)}
              onDone={onDone}
              onClose={onClose}
            />
          )}
        </Answered>
      )}
    </Dialog>
  );
}

/** What the address says was chosen in the week; where it says nothing, the next morning from `date` on. */
function chosenStretch(params: URLSearchParams, date: string, zone: string): Stretch {
  const [day, from, until] = ['date', 'at', 'until'].map((name) => params.get(name) ?? '');
  const isOver = msOf(toInstant(date, '09:00', zone)) <= nowMs();
  return {
    date: day && isDate(day) ? day : addDays(date, isOver ? 1 : 0),
    from: parseTime(from ?? '') ?? '09:00',
    until: parseTime(until ?? '') ?? '10:00',
  };
}
