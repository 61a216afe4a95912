import { type MouseEvent, type PointerEvent, useState } from 'react';
import { at, type Chosen, chosen, type Span } from './span';

/** The pointer's way to choose a stretch: a mouse or pen drags, a finger presses, since dragging is how it scrolls. */
export function useDrag(span: Span, onSpan: (span: Span) => void, onChoose: (chosen: Chosen) => void) {
  const [isDragging, setDragging] = useState(false);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const cell = cellOf(event.target);
    if (!cell || event.button !== 0 || event.pointerType === 'touch') return;
    onSpan(at(cell.date, cell.minute));
    setDragging(true);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const cell = isDragging ? cellOf(document.elementFromPoint(event.clientX, event.clientY)) : null;
    if (cell && cell.minute !== span.cursor) onSpan({ ...span, cursor: cell.minute });
  };
  const onPointerUp = () => {
    if (!isDragging) return;
    setDragging(false);
    onChoose(chosen(span));
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const cell = cellOf(event.target);
    const isTouch = (event.nativeEvent as globalThis.PointerEvent).pointerType === 'touch';
    if (!cell || !isTouch) return;
    onSpan(at(cell.date, cell.minute));
    onChoose(chosen(at(cell.date, cell.minute)));
  };
  return { onPointerDown, onPointerMove, onPointerUp, onClick };
}

/** The cell that an element is: its date and minute. */
export function cellOf(target: EventTarget | null): { date: string; minute: number } | null {
  const { date, minute } = (target as HTMLElement | null)?.dataset ?? {};
  return date && minute ? { date, minute: Number(minute) } : null;
}
