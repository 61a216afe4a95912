import { dateIn, momentText, timeText } from '../../lib/time';
import { Icon } from '../../look/icon';
import { type Block, useDeleteBlockMutation } from '../api';
import { t } from '../text';
import { Refused } from '../ui/faces';
import { showUndo } from '../ui/toast-store';
import { useAct } from '../ui/use-act';
import { useTakeBack } from './use-take-back';

/** The blocks that touch the week shown. */
export function Blocks({ blocks, zone }: { blocks: Block[]; zone: string }) {
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
  const takeBack = useTakeBack();
  const { start, end, reason } = block;
  const free = async () => {
    const done = await act(remove({ id: block.id }));
    if (done !== undefined) showUndo(t('block.freed'), () => void takeBack.removal(block));
  };
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
      <button type="button" className="btn bare icon" disabled={isActing} onClick={free}>
        <Icon name="x" />
        <span className="sr">{t('block.remove', { when: momentText(start, zone) })}</span>
      </button>
    </>
  );
}
