import { useState } from 'react';
import type { Problem } from '../../lib/http';

type Outcome<T> = { data?: T; error?: unknown };

/** Runs a mutation from a button: knows whether it runs, and what was refused. `undefined` if it was. */
export function useAct() {
  const [isActing, setActing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const act = async <T>(mutation: PromiseLike<Outcome<T>>): Promise<T | undefined> => {
    setActing(true);
    setProblem(null);
    const { data, error } = await mutation;
    setActing(false);
    if (error) setProblem(error as Problem);
    return error ? undefined : data;
  };
  return { act, isActing, problem };
}
