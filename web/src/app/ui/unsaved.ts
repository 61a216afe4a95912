import { useEffect } from 'react';

const unsaved = new Set<object>();

/** Counts a form among those that hold something unsaved, while they do. */
export function useUnsaved(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const mark = {};
    unsaved.add(mark);
    return () => {
      unsaved.delete(mark);
    };
  }, [isDirty]);
}

/** Whether something typed in this tab would be lost by leaving the page. */
export function hasUnsaved(): boolean {
  return unsaved.size > 0;
}
