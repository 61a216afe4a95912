import { ICONS, type IconName } from './icons';

const TURNS: ReadonlySet<IconName> = new Set(['next', 'prev', 'arrow'] as const);
const DOTS: ReadonlySet<IconName> = new Set(['more', 'grip'] as const);

/** A picture beside words; it is hidden from readers, so it never stands alone without a name. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  const classes = ['i', small && 'sm', TURNS.has(name) && 'turns', DOTS.has(name) && 'dots'].filter(Boolean);
  return (
    <svg className={classes.join(' ')} viewBox="0 0 20 20" aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  );
}
