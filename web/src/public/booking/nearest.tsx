import { type Instant, momentText } from '../../lib/time';
import { Note } from '../../look/note';
import { go, href } from '../address';
import { t } from '../text';

type Props = {
  title: string;
  starts: Instant[];
  zone: string;
  isBegun: boolean;
  onTake: (start: Instant) => void;
};

/** What to do when the time is gone: the nearest open ones, one press away. */
export function Nearest({ title, starts, zone, isBegun, onTake }: Props) {
  return (
    <Note kind="refused" icon="clock">
      <div className="stack tight">
        <p className="b">{title}</p>
        {starts.length > 0 && (
          <p>
            {t('taken.nearest')} {isBegun && t('taken.stays')}
          </p>
        )}
        <div className="row wrap gap-2">
          {starts.map((start) => (
            <a
              key={start}
              className="btn"
              href={href({ slot: start })}
              onClick={(event) => {
                event.preventDefault();
                go(href({ slot: start }), true);
                onTake(start);
              }}
            >
              {momentText(start, zone)}
            </a>
          ))}
          <a className="btn bare" href={href({ slot: null })}>
            {t('booking.all_times')}
          </a>
        </div>
      </div>
    </Note>
  );
}
