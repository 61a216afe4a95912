import { useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

/**
 * Keeps a form beside the server's copy, which another tab may change: a form that is untouched follows it, one with something
 * typed learns that there is another (`isBehind`) and may load it. `saved` is told of each copy that this form itself has made.
 */
export function useTheirs<T extends FieldValues>(form: UseFormReturn<T>, theirs: T | null) {
  const { isDirty } = form.formState;
  const known = useRef(JSON.stringify(theirs));
  const [isBehind, setBehind] = useState(false);
  const saved = (values: T) => {
    known.current = JSON.stringify(values);
    form.reset(values);
    setBehind(false);
  };
  const load = () => theirs && saved(theirs);

  const follow = useRef({ isDirty, load });
  useEffect(() => {
    follow.current = { isDirty, load };
  });
  const text = JSON.stringify(theirs);
  useEffect(() => {
    if (text === known.current) setBehind(false);
    else if (follow.current.isDirty) setBehind(true);
    else follow.current.load();
  }, [text]);
  return { isBehind, load, saved };
}

/** What differs between two bodies of a request: only that is sent, so that nobody else's change is undone. */
export function changesIn<T extends object>(before: T, after: T): Partial<T> {
  const entries = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof T]),
  );
  return Object.fromEntries(entries) as Partial<T>;
}
