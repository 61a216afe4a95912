const key = (account: string) => `timeslot.first-steps.${account}`;

/** Whether this browser was told to leave the first steps away. A browser that keeps nothing shows them again. */
export function isDismissed(account: string): boolean {
  try {
    return localStorage.getItem(key(account)) !== null;
  } catch {
    return false;
  }
}

export function dismiss(account: string, isGone: boolean): void {
  try {
    if (isGone) localStorage.setItem(key(account), 'gone');
    else localStorage.removeItem(key(account));
  } catch {
    // Private windows may refuse; then it holds until the page is loaded anew.
  }
}
