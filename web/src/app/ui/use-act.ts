import { useState } from 'react';
import type { Problem } from '../../lib/http';

type Outcome<T> = { data?: T; error?: unknown };

/** Runs a mutation from a button: knows whether it runs, and what was refused. `undefined` if it was. */
export function useAct() {
  const [isActing, setActing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const act = async <T>(mutation: PromiseLike<Outcome<T>>): Promise<T | undefined> => {
    const pressed = document.activeElement;
    setActing(true);
    setProblem(null);
    const { data, error } = await mutation;
    setActing(false);
    requestAnimationFrame(() => giveBack(pressed));
    if (error) setProblem(error as Problem);
    return error ? undefined : data;
  };
  return { act, isActing, problem };
}

/** A button that can't be pressed while it acts loses the focus by that; if it still stands there, it has it again. */
function giveBack(pressed: Element | null): void {
  const isLost = document.activeElement === document.body || document.activeElement === null;
  if (isLost && pressed instanceof HTMLElement && pressed.isConnected) pressed.focus();
}
