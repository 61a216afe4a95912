import { useSearchParams } from 'react-router';

type Changes = Record<string, string | null>;

/** The page's query in its address, and a way to change some of it without adding a step back. */
export function useQuery(): [URLSearchParams, (changes: Changes) => void] {
  const [params, setParams] = useSearchParams();
  const change = (changes: Changes) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  return [params, change];
}
