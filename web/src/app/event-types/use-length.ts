import { useState } from 'react';

const USUAL = 30;

/** The length that is typed, or while none is that can be had (“0”, “-5”), the last one that can: no picture is drawn of nonsense. */
export function useLength(typed: unknown): number {
  const length = Number(typed);
  const [last, setLast] = useState(USUAL);
  const isGood = Number.isInteger(length) && length >= 5 && length <= 24 * 60;
  if (isGood && length !== last) setLast(length);
  return isGood ? length : last;
}
