import { describe, expect, it } from 'vitest';
import { editMoney, formatMoney, parseMoney } from './money';

describe('money', () => {
  it('is written as its locale does, whole sums without zeros', () => {
    expect(formatMoney({ amount_minor: 11250000, currency: 'INR' }, 'en-IN')).toBe('₹1,12,500');
    expect(formatMoney({ amount_minor: 1250, currency: 'EUR' }, 'en')).toBe('€12.50');
    expect(formatMoney({ amount_minor: 500, currency: 'JPY' }, 'en')).toBe('¥500');
  });

  it.each([
    ['2,500', 'INR', 250000],
    ['12.5', 'EUR', 1250],
    ['500', 'JPY', 500],
    ['1.234', 'KWD', 1234],
  ])('reads %s %s', (text, currency, amount_minor) => {
    expect(parseMoney(text, currency)).toEqual({ amount_minor, currency });
  });

  it.each(['', 'much', '-1', '1.234'])('refuses “%s” as euros', (text) =>
    expect(parseMoney(text, 'EUR')).toBeNull(),
  );

  it('is edited as it was read', () => {
    expect(editMoney({ amount_minor: 250000, currency: 'INR' })).toBe('2500');
    expect(editMoney({ amount_minor: 1250, currency: 'EUR' })).toBe('12.50');
  });
});
