import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { dateText, type PlainDate } from '../lib/time';
import { MonthGrid } from './month-grid';

const OPEN = new Set(['2027-03-04', '2027-03-09', '2027-04-06']);
const labels = { earlier: 'Earlier month', later: 'Later month', legend: 'Green is open' };

type Props = { onSelect?: (date: PlainDate) => void; latest?: string };

function Grid({ onSelect = () => {}, latest }: Props) {
  const [month, setMonth] = useState('2027-03');
  return (
    <MonthGrid
      month={month}
      weekStart="mon"
      today="2027-03-03"
      earliest="2027-03"
      latest={latest}
      hours={{ from: 7, to: 17 }}
      labels={labels}
      day={(date) => ({ parts: [], isOpen: OPEN.has(date), label: dateText(date, 'long') })}
      onSelect={onSelect}
      onMonth={setMonth}
    />
  );
}

const cell = (name: string) => screen.getByRole('gridcell', { name });
const press = (key: string, shiftKey = false) =>
  fireEvent.keyDown(document.activeElement as Element, { key, shiftKey });

describe('the month grid', () => {
  it('has one tab stop, today', () => {
    render(<Grid />);
    const stops = screen.getAllByRole('gridcell').filter((each) => each.tabIndex === 0);
    expect(stops).toEqual([cell('Wednesday 3 March')]);
  });

  it.each([
    ['ArrowRight', 'Thursday 4 March'],
    ['ArrowLeft', 'Tuesday 2 March'],
    ['ArrowDown', 'Wednesday 10 March'],
    ['Home', 'Monday 1 March'],
    ['End', 'Sunday 7 March'],
    ['PageDown', 'Saturday 3 April'],
  ])('moves the focus by %s', (key, name) => {
    render(<Grid />);
    cell('Wednesday 3 March').focus();
    press(key);
    expect(document.activeElement).toBe(cell(name));
  });

  it('goes by years with Shift, and never before the earliest month', () => {
    render(<Grid />);
    cell('Wednesday 3 March').focus();
    press('PageDown', true);
    expect(screen.getByRole('heading').textContent).toBe('March 2028');
    press('PageUp', true);
    press('PageUp');
    expect(screen.getByRole('heading').textContent).toBe('March 2027');
  });

  it('ends where nothing lies beyond', () => {
    render(<Grid latest="2027-04" />);
    const later = screen.getByRole('button', { name: 'Later month' });
    for (const _ of [1, 2]) fireEvent.click(later);
    expect(screen.getByRole('heading').textContent).toBe('April 2027');
    expect(later.getAttribute('aria-disabled')).toBe('true');
    cell('Thursday 1 April').focus();
    press('PageDown');
    expect(screen.getByRole('heading').textContent).toBe('April 2027');
  });

  it('opens a day with slots by Enter, and not one without', () => {
    const onSelect = vi.fn();
    render(<Grid onSelect={onSelect} />);
    cell('Wednesday 3 March').focus();
    press('Enter');
    expect(onSelect).not.toHaveBeenCalled();
    press('ArrowRight');
    press('Enter');
    expect(onSelect).toHaveBeenCalledWith('2027-03-04');
  });

  it('turns the arrows where one reads from the right', () => {
    render(<Grid />);
    document.body.style.direction = 'rtl';
    cell('Wednesday 3 March').focus();
    press('ArrowLeft');
    expect(document.activeElement).toBe(cell('Thursday 4 March'));
    document.body.style.direction = '';
  });

  it('keeps six rows in every month', () => {
    render(<Grid />);
    expect(screen.getAllByRole('row')).toHaveLength(7);
  });
});
