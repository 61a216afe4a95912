import { type ReactNode, useEffect, useRef } from 'react';
import { Note } from '../../look/note';
import { t } from '../text';

type Props = { title?: ReactNode; done: string; but: string[]; onSeen: () => void };

/** What was done, and what is to be known of it, each thing once. It comes in the place of a form, so the focus goes on to it. */
export function DoneBut({ title, done, but, onSeen }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} className="stack" tabIndex={-1}>
      {title && <h2>{title}</h2>}
      <Note kind="now">
        <p>{done}</p>
        <ul>
          {but.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </Note>
      <button type="button" className="btn main justify-self-start" onClick={onSeen}>
        {t('seen')}
      </button>
    </div>
  );
}
