type Work = (isTakeover: boolean) => () => void;

/** What one holds of the work that a single tab does for all: a way to leave it, and one to take it from a tab that sleeps. */
export type Share = { leave: () => void; seize: () => void; isShared: boolean };

/**
 * Does `work` in one tab of the browser at a time; when that tab is closed, another goes on. Browsers lend locks to https and to
 * their own machine only: elsewhere every tab works for itself.
 */
export function inOneTab(name: string, work: Work): Share {
  if (!navigator.locks) return { leave: work(false), seize: () => undefined, isShared: false };
  const left = new AbortController();
  let end: (() => void) | null = null;

  const hold = (isTakeover: boolean) =>
    new Promise<void>((resolve) => {
      const stop = work(isTakeover);
      end = () => {
        end = null;
        stop();
        resolve();
      };
    });
  // A lock that was seized ends here, and this tab waits in line again.
  const queue = () => {
    end?.();
    if (left.signal.aborted) return;
    navigator.locks.request(name, { signal: left.signal }, () => hold(true)).catch(queue);
  };
  const begin = navigator.locks.request(name, { ifAvailable: true }, (lock) =>
    lock ? hold(false).then(() => true) : false,
  );
  begin.then((wasHeld) => !wasHeld && queue(), queue);

  return {
    isShared: true,
    leave: () => {
      left.abort();
      end?.();
    },
    seize: () => {
      if (end || left.signal.aborted) return;
      navigator.locks.request(name, { steal: true }, () => hold(true)).catch(queue);
    },
  };
}
