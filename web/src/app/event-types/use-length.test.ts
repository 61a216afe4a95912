import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useLength } from './use-length';

it('what is no length leaves the last one', () => {
  const { result, rerender } = renderHook(useLength, { initialProps: 45 as unknown });
  expect(result.current).toBe(45);
  for (const nonsense of [0, -5, 99_999, Number.NaN, null, 7.5]) {
    rerender(nonsense);
    expect(result.current).toBe(45);
  }
  rerender(90);
  expect(result.current).toBe(90);
});
