import { useEffect, useState } from 'react';

type Changes = Record<string, string | null>;

let steps = 0;

/** Whether the visitor has gone anywhere within this page since it was loaded. */
export function hasStepped(): boolean {
  return steps > 0;
}

addEventListener('popstate', () => {
  steps += 1;
});

/** The page's address, read anew after each change and each step back. */
export function useAddress() {
  const [, redraw] = useState(0);
  useEffect(() => {
    const onChange = () => redraw((count) => count + 1);
    addEventListener('popstate', onChange);
    return () => removeEventListener('popstate', onChange);
  }, []);
  const params = new URLSearchParams(location.search);
  const get = (name: string) => params.get(name);
  /** Changes the query; `replace` leaves no step to go back to. */
  const set = (changes: Changes, replace = false) => go(href(changes), replace);
  return { path: location.pathname, get, set };
}

/** The present address with other values in its query. */
export function href(changes: Changes): string {
  const params = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  return `${location.pathname}${params.size > 0 ? `?${params}` : ''}`;
}

/** Goes to an address of this page without loading it. */
export function go(address: string, replace = false): void {
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  redrawAll();
}

/** Has everything drawn anew that reads the address. */
export function redrawAll(): void {
  dispatchEvent(new PopStateEvent('popstate'));
}
