import type { News } from '../live/news';
import { t } from '../text';

export type Toast = {
  id: number;
  text: string;
  /** Read out at once, and kept until it is put away. */
  isBad: boolean;
  /** What can be done about it. */
  act?: { label: string; run: () => void } | { label: string; to: string };
};

const MOST = 3;
let toasts: Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export const toastStore = {
  get: () => toasts,
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  drop: (id: number) => set(toasts.filter((toast) => toast.id !== id)),
};

function show(toast: Omit<Toast, 'id'>): void {
  last += 1;
  // The same words again are the same message.
  const others = toasts.filter(({ text }) => text !== toast.text);
  set([...others, { ...toast, id: last }].slice(-MOST));
}

/** Something that was done, such as "Connected again". */
export function showNote(text: string): void {
  show({ text, isBad: false });
}

/** Something that was done and can be taken back. */
export function showUndo(text: string, run: () => void): void {
  show({ text, isBad: false, act: { label: t('undo'), run } });
}

/** Something that was refused after its place on the page was left or already showed it as done. */
export function showRefusal(text: string): void {
  show({ text, isBad: true });
}

/** Something that happened without the host. */
export function showNews({ text, isBad, to }: News): void {
  show({ text, isBad, act: { label: t('news.look'), to } });
}
