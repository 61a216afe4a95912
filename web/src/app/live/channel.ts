import type { Change } from '../api';
import type { News } from './news';

/** What the tabs of one browser tell each other. */
export type Message =
  | { kind: 'who_leads' }
  | { kind: 'line'; isLive: boolean }
  | { kind: 'event'; name: StreamEvent }
  | { kind: 'news'; news: News }
  | { kind: 'changed'; change: Change }
  | { kind: 'session'; email: string | null };

/** The server's events that make something stale, and `catch_up` where some may have been missed. */
export type StreamEvent = 'booking' | 'slots' | 'delivery' | 'catch_up';

const NAME = 'timeslot-dashboard';
let channel: BroadcastChannel | null = null;

function open(): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  channel ??= new BroadcastChannel(NAME);
  return channel;
}

/** Tells the other tabs; this one isn't told. */
export function tellTabs(message: Message): void {
  open()?.postMessage(message);
}

export function onTabs(hear: (message: Message) => void): () => void {
  const listener = (event: MessageEvent<Message>) => hear(event.data);
  const there = open();
  there?.addEventListener('message', listener);
  return () => there?.removeEventListener('message', listener);
}
