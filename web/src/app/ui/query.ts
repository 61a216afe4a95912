import { useSearchParams } from 'react-router';

type Changes = Record<string, string | null>;
/** What is opened adds a step, so that the back button closes it; what is chosen doesn't. */
type Step = 'replace' | 'push';

/** The page's query in its address, and a way to change some of it. */
export function useQuery(): [URLSearchParams, (changes: Changes, step?: Step) => void] {
  const [params, setParams] = useSearchParams();
  const change = (changes: Changes, step: Step = 'replace') =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: step === 'replace' },
    );
  return [params, change];
}
