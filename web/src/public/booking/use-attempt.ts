import { useCallback, useRef, useState } from 'react';
import { type Answer, type Problem, request } from '../../lib/http';
import { randomKey } from '../../lib/key';
import { keepValue, recallValue } from '../../lib/storage';

/**
 * Sends something that must happen once. The same content keeps its key, so that a repeated press or a lost answer
 * can't act twice; while an attempt is under way another press does nothing.
 */
export function useAttempt<T, Body = unknown>(
  url: string,
  headers: Record<string, string> = {},
  before: Problem | null = null,
) {
  const kept = `attempt ${url}`;
  const last = useRef(recallValue<Attempt>('session', kept));
  const isRunning = useRef(false);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(before);
  const remember = (attempt: Attempt | null) => {
    last.current = attempt;
    keepValue('session', kept, attempt);
  };

  const send = async (body: Body): Promise<Answer<T> | null> => {
    if (isRunning.current) return null;
    isRunning.current = true;
    setSending(true);
    setProblem(null);
    const text = JSON.stringify(body);
    const key = last.current?.text === text ? last.current.key : randomKey();
    remember({ text, key, isUnheard: true });
    const answer = await request<T>(url, {
      method: 'POST',
      body,
      headers: { ...headers, 'idempotency-key': key },
    });
    isRunning.current = false;
    setSending(false);
    // What is done is done: the same content later is another attempt.
    remember(answer.ok ? null : { text, key, isUnheard: !isHeard(answer.problem) });
    if (!answer.ok) setProblem(answer.problem);
    return answer;
  };

  const unheard = last.current?.isUnheard ? (JSON.parse(last.current.text) as Body) : null;
  const clear = useCallback(() => setProblem(null), []);
  return { send, isSending, problem, unheard, clear };
}

/** `isUnheard`: it was sent, and whether it was done is not known. */
type Attempt = { text: string; key: string; isUnheard?: boolean };

/** Whether the server itself refused. What stands before it may say that no answer came, and then it may be done. */
function isHeard(problem: Problem): boolean {
  return problem.status > 0 && problem.type !== 'about:blank';
}
