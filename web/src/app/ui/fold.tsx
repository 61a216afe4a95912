import { type ReactNode, useState } from 'react';
import { Icon } from '../../look/icon';

type Props = {
  title: string;
  /** The present values in a line, so that one knows without opening. */
  summary: string;
  /** Something in it was refused: it opens, so that the reader gets there. */
  hasError: boolean;
  children: ReactNode;
};

/** What is rarely changed, folded away beneath a line that says how it stands. */
export function Fold({ title, summary, hasError, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [hadError, setHadError] = useState(false);
  if (hasError !== hadError) {
    setHadError(hasError);
    if (hasError) setOpen(true);
  }
  return (
    <details className="fold" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="grow">
          <b className="font-strong">{title}</b> <span className="s q">{summary}</span>
        </span>
        <Icon name="down" small />
      </summary>
      <div className="stack wide">{children}</div>
    </details>
  );
}
