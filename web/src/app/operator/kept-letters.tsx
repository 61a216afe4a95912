import { useState } from 'react';
import { momentText } from '../../lib/time';
import { type PageMailboxLetter, useListKeptLettersQuery } from '../api';
import { useHost } from '../frame/host-context';
import { Sheet } from '../settings/sheet';
import { t } from '../text';
import { Dialog } from '../ui/dialog';
import { Answered } from '../ui/faces';

/** The letters that nobody was sent, for want of a mail server: here they can be read and passed on. */
export function KeptLetters() {
  const letters = useListKeptLettersQuery({});
  const { profile } = useHost();
  const [open, setOpen] = useState<PageMailboxLetter['items'][number] | null>(null);
  return (
    <Sheet title={t('operator.kept')} about={t('operator.kept_about')}>
      <Answered query={letters}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="q s">{t('operator.none_kept')}</p>}
            <ul className="diff">
              {items.map((letter) => (
                <li key={letter.id}>
                  <span>
                    <b>{letter.subject}</b>
                    <br />
                    <span className="s q">
                      {letter.to}, {momentText(letter.created_at, profile.time_zone)}
                    </span>
                  </span>
                  <button type="button" className="btn" onClick={() => setOpen(letter)}>
                    {t('operator.read')}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
      <Dialog title={open?.subject ?? ''} isOpen={open !== null} onClose={() => setOpen(null)}>
        <p className="s q">{open?.to}</p>
        <p className="whitespace-pre-line break-words">{open?.text}</p>
      </Dialog>
    </Sheet>
  );
}
