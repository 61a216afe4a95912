import type { StreamEvent } from './channel';

const ADDRESS = '/api/v1/user/stream';
const EVENTS = ['booking', 'slots', 'delivery', 'catch_up'] as const satisfies StreamEvent[];
const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 60_000;

type Listener = {
  onEvent: (name: StreamEvent, data: { id?: string }) => void;
  onState: (isLive: boolean) => void;
  /** The server refused the stream: the login may have ended. */
  onRefused: () => void;
};

/** Keeps one stream of the server's events open. After a cut, and where `isTakeover`, it says that some may be missing. */
export function openStream({ onEvent, onState, onRefused }: Listener, isTakeover: boolean): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT;
  let hasGap = isTakeover;

  const open = () => {
    source = new EventSource(ADDRESS);
    for (const name of EVENTS)
      source.addEventListener(name, ({ data }) => onEvent(name, JSON.parse(data) as { id?: string }));
    source.onopen = () => {
      wait = FIRST_WAIT;
      onState(true);
      if (hasGap) onEvent('catch_up', {});
      hasGap = false;
    };
    source.onerror = () => {
      hasGap = true;
      onState(false);
      // A cut line the browser mends by itself; a refusal is final for it.
      if (source.readyState !== EventSource.CLOSED) return;
      onRefused();
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
    onState(false);
  };
}
