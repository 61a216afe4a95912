import { momentText } from '../../lib/time';
import { Note } from '../../look/note';
import { go, href } from '../address';
import { t } from '../text';

/** What to do when the time is gone: the nearest open ones, one press away. */
export function Nearest({ title, starts, zone }: { title: string; starts: string[]; zone: string }) {
  return (
    <Note kind="refused" icon="clock">
      <div className="stack tight">
        <p className="b">{title}</p>
        {starts.length > 0 && <p>{t('taken.nearest')}</p>}
        <div className="row wrap gap-2">
          {starts.map((start) => (
            <a
              key={start}
              className="btn"
              href={href({ slot: start })}
              onClick={(event) => {
                event.preventDefault();
                go(href({ slot: start }), true);
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
