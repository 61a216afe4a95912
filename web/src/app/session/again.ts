type Waiting = (isBack: boolean) => void;

const waiting = new Set<Waiting>();

/** Waits until the host is logged in again, or has chosen not to be; a request that is dropped stops waiting. */
export function loggedInAgain(signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const settle: Waiting = (isBack) => {
      waiting.delete(settle);
      resolve(isBack);
    };
    waiting.add(settle);
    signal.addEventListener('abort', () => settle(false), { once: true });
  });
}

/** Tells all that wait how it ended. */
export function settleLogin(isBack: boolean): void {
  for (const settle of [...waiting]) settle(isBack);
}
