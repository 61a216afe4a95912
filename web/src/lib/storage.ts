/**
 * What the browser keeps: `local` as long as it likes, `session` as long as the tab. Either may be blocked, and even naming
 * it then throws; or full. Nothing that is kept is needed: the page holds it all, and a reload begins anew.
 */
type Place = 'local' | 'session';

const PREFIX = 'timeslot-';

function storage(place: Place): Storage {
  return place === 'local' ? localStorage : sessionStorage;
}

/** What was kept under this name; `null` where nothing was, or nothing can be. */
export function recall(place: Place, name: string): string | null {
  try {
    return storage(place).getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** Keeps a text; `null` forgets it. */
export function keep(place: Place, name: string, text: string | null): void {
  try {
    if (text === null) storage(place).removeItem(PREFIX + name);
    else storage(place).setItem(PREFIX + name, text);
  } catch {
    // Blocked or full: see above.
  }
}

/** The same for what is written as JSON; what can't be read was never kept. */
export function recallValue<T>(place: Place, name: string): T | null {
  try {
    return JSON.parse(recall(place, name) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

export function keepValue(place: Place, name: string, value: unknown): void {
  keep(place, name, value === null ? null : JSON.stringify(value));
}
