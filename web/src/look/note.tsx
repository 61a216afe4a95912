import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icons';

type Props = { kind?: '' | 'open' | 'now' | 'refused'; icon?: IconName; children: ReactNode };

/** A remark beside the matter: news are read out politely, refusals at once. */
export function Note({ kind = '', icon = 'alert', children }: Props) {
  return (
    <div className={`note ${kind}`} role={kind === 'refused' ? 'alert' : 'status'}>
      <Icon name={icon} />
      <div className="grow">{children}</div>
    </div>
  );
}
