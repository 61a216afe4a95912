import { addDays, dateIn, momentText, timeText, toInstant } from '../../lib/time';
import { Icon } from '../../look/icon';
import { type Block, useDeleteBlockMutation, useListBlocksQuery } from '../api';
import { t } from '../text';
import { Refused } from '../ui/faces';
import { useAct } from '../ui/use-act';

/** The blocks that touch the week shown. */
export function Blocks({ from, to, zone }: { from: string; to: string; zone: string }) {
  const { data } = useListBlocksQuery({
    from: toInstant(from, '00:00', zone),
    to: toInstant(addDays(to, 1), '00:00', zone),
  });
  const blocks = data?.items ?? [];
  if (blocks.length === 0) return null;
  return (
    <section className="sheet pad" aria-labelledby="blocks">
      <h2 id="blocks" className="text-m mb-2">
        {t('block.title')}
      </h2>
      <ul className="diff">
        {blocks.map((block) => (
          <li key={block.id}>
            <Row block={block} zone={zone} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ block, zone }: { block: Block; zone: string }) {
  const [remove] = useDeleteBlockMutation();
  const { act, isActing, problem } = useAct();
  const { start, end, reason } = block;
  const isOneDay = dateIn(start, zone) === dateIn(end, zone);
  const last = isOneDay ? timeText(end, zone) : momentText(end, zone);
  return (
    <>
      <span>
        <b className="num">
          {momentText(start, zone)} – {last}
        </b>
        {reason && <span className="s q block">{reason}</span>}
        {problem && <Refused problem={problem} />}
      </span>
      <button
        type="button"
        className="btn bare icon"
        disabled={isActing}
        onClick={() => act(remove({ id: block.id }))}
      >
        <Icon name="x" />
        <span className="sr">{t('block.remove', { when: momentText(start, zone) })}</span>
      </button>
    </>
  );
}
