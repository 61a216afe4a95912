import { t } from '../text';
import { useQuery } from './query';

/** To the next part of a long list, and back to its start. */
export function MoreLink({ next }: { next: string | null | undefined }) {
  const [params, change] = useQuery();
  const isPart = params.has('cursor');
  if (!next && !isPart) return null;
  return (
    <div className="row wrap gap-2 p-3">
      {isPart && (
        <button type="button" className="btn bare" onClick={() => change({ cursor: null })}>
          {t('list.first')}
        </button>
      )}
      {next && (
        <button type="button" className="btn" onClick={() => change({ cursor: next })}>
          {t('list.next')}
        </button>
      )}
    </div>
  );
}
