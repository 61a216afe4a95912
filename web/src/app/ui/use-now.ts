import { useEffect, useState } from 'react';
import { type Instant, instantOf, nowMs } from '../../lib/time';

/** This moment, told anew every half minute. */
export function useNow(): Instant {
  const [now, setNow] = useState(nowMs);
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return instantOf(now);
}
