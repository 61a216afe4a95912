import { useEffect, useRef } from 'react';

/**
 * What one presses may go with what it did: an answered request takes its buttons along. The focus, which would fall out of the
 * page, goes to `heading` then. Only what stood inside `box` counts.
 */
export function useFocusKept<Box extends HTMLElement>() {
  const box = useRef<Box>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const held = useRef<Element | null>(null);
  useEffect(() => {
    const hold = ({ target }: FocusEvent) => {
      if (target instanceof Element && box.current?.contains(target)) held.current = target;
    };
    document.addEventListener('focusin', hold);
    return () => document.removeEventListener('focusin', hold);
  }, []);
  useEffect(() => {
    const isGone = held.current?.isConnected === false && document.activeElement === document.body;
    if (!isGone) return;
    held.current = null;
    heading.current?.focus();
  });
  return { box, heading };
}
