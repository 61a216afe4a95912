export type Money = { amount_minor: number; currency: string };

const WITHOUT_MINOR = new Set(
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
);
const WITH_THREE = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** How many digits the minor unit of a currency has (ISO 4217). */
export function minorDigits(currency: string): number {
  if (WITHOUT_MINOR.has(currency)) return 0;
  return WITH_THREE.has(currency) ? 3 : 2;
}

/** The sum as one writes it in `locale`; whole sums go without their zeros ("₹2,500"). */
export function formatMoney({ amount_minor, currency }: Money, locale = 'en'): string {
  const digits = minorDigits(currency);
  const isWhole = amount_minor % 10 ** digits === 0;
  return (amount_minor / 10 ** digits).toLocaleString(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: isWhole ? 0 : digits,
    maximumFractionDigits: digits,
  });
}

/** Reads "2500" or "2,500.50" as a sum; `null` if it is none. */
export function parseMoney(text: string, currency: string): Money | null {
  const digits = minorDigits(currency);
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text.replaceAll(/[\s,]/g, ''));
  if (!match || (match[2]?.length ?? 0) > digits) return null;
  return { amount_minor: Number(match[1] + (match[2] ?? '').padEnd(digits, '0')), currency };
}

/** The sum as one edits it: "2500", "12.50". */
export function editMoney({ amount_minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const text = (amount_minor / 10 ** digits).toFixed(digits);
  return text.replace(/\.0+$/, '');
}
