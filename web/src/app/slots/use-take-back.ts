import type { Problem } from '../../lib/http';
import { api, type Block, type NewBlock, type NewOpening } from '../api';
import { useAppDispatch } from '../store';
import { showRefusal } from '../ui/toast-store';

type Outcome = { error?: unknown };

/** The opposite of each change to openings and blocks, for "Undo"; what can't be taken back any more says why. */
export function useTakeBack() {
  const dispatch = useAppDispatch();
  const run = async (outcomes: Promise<Outcome>[]) => {
    const refused = (await Promise.all(outcomes)).find(({ error }) => error);
    if (refused) showRefusal((refused.error as Problem).detail);
  };
  const { deleteOpening, createOpening, deleteBlock, createBlock } = api.endpoints;
  return {
    openings: (ids: string[]) => run(ids.map((id) => dispatch(deleteOpening.initiate({ id })))),
    withdrawal: (body: NewOpening) => run([dispatch(createOpening.initiate({ body }))]),
    block: (id: string) => run([dispatch(deleteBlock.initiate({ id }))]),
    removal: ({ start, end, reason }: Block) => {
      const body: NewBlock = { start, end, ...(reason ? { reason } : {}) };
      return run([dispatch(createBlock.initiate({ body }))]);
    },
  };
}
