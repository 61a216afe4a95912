import { useRef, useState } from 'react';
import { type Answer, type Problem, request } from '../../lib/http';
import { randomKey } from '../../lib/key';
import { keepValue, recallValue } from '../../lib/storage';

/**
 * Sends something that must happen once. The same content keeps its key, so that a repeated press or a lost answer
 * can't act twice; while an attempt is under way another press does nothing.
 */
export function useAttempt<T>(
  url: string,
  headers: Record<string, string> = {},
  before: Problem | null = null,
) {
  const last = useRef(recall(url));
  const isRunning = useRef(false);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(before);

  const send = async (body: unknown): Promise<Answer<T> | null> => {
    if (isRunning.current) return null;
    isRunning.current = true;
    setSending(true);
    setProblem(null);
    const text = JSON.stringify(body);
    if (last.current.text !== text) last.current = { text, key: randomKey() };
    keep(url, last.current);
    const answer = await request<T>(url, {
      method: 'POST',
      body,
      headers: { ...headers, 'idempotency-key': last.current.key },
    });
    isRunning.current = false;
    setSending(false);
    if (!answer.ok) setProblem(answer.problem);
    return answer;
  };

  return { send, isSending, problem, clear: () => setProblem(null) };
}

type Attempt = { text: string; key: string };

/** The last attempt of this tab: after a reload the same content is still the same attempt. */
function recall(url: string): Attempt {
  return recallValue<Attempt>('session', `attempt ${url}`) ?? { text: '', key: '' };
}

function keep(url: string, attempt: Attempt): void {
  keepValue('session', `attempt ${url}`, attempt);
}
