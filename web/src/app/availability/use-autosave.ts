import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../lib/http';
import { type Schedule, type ScheduleBody, useUpdateScheduleMutation } from '../api';
import { checkWindows, tidyWindows } from './windows';

const SAVE_AFTER = 700;

/**
 * A copy of the schedule that is saved when the changing pauses. An hour that is being typed is not yet what is meant (the “1” of
 * “13”), so nothing is saved while the focus is in a time field; Enter or the next field ends that.
 */
export function useAutosave(schedule: Schedule) {
  const [draft, setDraft] = useState(schedule);
  const [saved, setSaved] = useState(schedule);
  const [isTyping, setTyping] = useState(false);
  const [update, { isLoading, isSuccess, error }] = useUpdateScheduleMutation();
  const isRight = isSound(draft);

  useEffect(() => {
    if (isTyping || draft === saved || !isSound(draft)) return;
    const timer = setTimeout(() => {
      setSaved(draft);
      void update({ id: draft.id, body: toPatch(draft) });
    }, SAVE_AFTER);
    return () => clearTimeout(timer);
  }, [draft, saved, isTyping, update]);

  const latest = useRef({ draft, saved, isTyping });
  useEffect(() => {
    latest.current = { draft, saved, isTyping };
  }, [draft, saved, isTyping]);

  // What another tab changed is taken over while nothing here waits to be saved.
  useEffect(() => {
    if (latest.current.draft !== latest.current.saved) return;
    setSaved(schedule);
    setDraft(schedule);
  }, [schedule]);

  // Whoever leaves the page within the pause has still changed it.
  useEffect(
    () => () => {
      const last = latest.current;
      if (!last.isTyping && last.draft !== last.saved && isSound(last.draft))
        void update({ id: last.draft.id, body: toPatch(last.draft) });
    },
    [update],
  );

  const state = !isRight
    ? ('wrong' as const)
    : isLoading
      ? ('saving' as const)
      : draft === saved && isSuccess && !error
        ? ('saved' as const)
        : ('quiet' as const);
  return { draft, setDraft, state, problem: error as Problem | undefined, typing: whileTyping(setTyping) };
}

/** For the element around the time fields: knows whether one of them has the focus and is not finished by Enter. */
function whileTyping(tell: (isTyping: boolean) => void) {
  const inTime = ({ target }: { target: EventTarget }) => (target as Element).matches('[data-time]');
  return {
    onFocus: (event: FocusEvent) => inTime(event) && tell(true),
    onBlur: (event: FocusEvent) => inTime(event) && tell(false),
    onKeyDown: (event: KeyboardEvent) => inTime(event) && tell(event.key !== 'Enter'),
  };
}

function isSound({ weekly, overrides, name }: Schedule): boolean {
  const days = [...Object.values(weekly), ...overrides.map(({ windows }) => windows)];
  return (
    name.trim() !== '' && days.every((windows) => checkWindows(windows).every((problem) => problem === null))
  );
}

function toPatch({ name, time_zone, weekly, overrides, is_default }: Schedule): ScheduleBody {
  return {
    name: name.trim(),
    time_zone,
    weekly: Object.fromEntries(Object.entries(weekly).map(([day, windows]) => [day, tidyWindows(windows)])),
    overrides: overrides.map(({ date, windows }) => ({ date, windows: tidyWindows(windows) })),
    ...(is_default ? { is_default } : {}),
  };
}
