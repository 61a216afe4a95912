import { isDate, weekdayOf, weekdayText } from '../../lib/time';
import { t } from '../text';

type Props = { date: string; weeks: number; onWeeks: (weeks: number) => void };

/** A month is what one thinks of first. */
const USUAL = 4;
const MOST = 52;

/** Once, or every week for some weeks. */
export function Repeat({ date, weeks, onWeeks }: Props) {
  const day = isDate(date) ? weekdayText(weekdayOf(date)) : '';
  return (
    <div className="row wrap gap-2">
      <fieldset className="pick">
        <legend className="sr">{t('opening.repeat')}</legend>
        <button type="button" aria-pressed={weeks === 1} onClick={() => onWeeks(1)}>
          {t('opening.once')}
        </button>
        <button type="button" aria-pressed={weeks > 1} onClick={() => onWeeks(Math.max(weeks, USUAL))}>
          {t('opening.every', { day })}
        </button>
      </fieldset>
      {weeks > 1 && (
        <label className="row gap-2">
          <span className="s">{t('opening.weeks')}</span>
          <input
            className="input short num weeks"
            type="number"
            min={2}
            max={MOST}
            value={weeks}
            onChange={(event) => onWeeks(whole(event.target.value, MOST))}
          />
        </label>
      )}
    </div>
  );
}

/** What was typed as a number from one to `most`. */
export function whole(text: string, most: number): number {
  return Math.min(Math.max(Math.floor(Number(text)) || 1, 1), most);
}
