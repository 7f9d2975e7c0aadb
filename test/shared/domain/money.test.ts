// Money is an integer in minor units; reading and writing it loses nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decimalTextToMinor,
  formatMoney,
  minorToDecimalText,
  minorDigits,
} from '../../../shared/domain/money.ts';

const currency = fc.constantFrom('eur', 'usd', 'jpy', 'kwd', 'isk', 'gbp', 'huf');

describe('money', () => {
  it('comes back from its decimal text as it was, in every currency', () => {
    const step: Readonly<Record<string, number>> = { isk: 100, kwd: 10 };
    fc.assert(
      fc.property(currency, fc.integer({ min: -1e12, max: 1e12 }), (code, steps) => {
        const amount = steps * (step[code] ?? 1);
        expect(decimalTextToMinor(minorToDecimalText(amount, code), code)).toEqual({
          ok: true,
          amount: amount === 0 ? 0 : amount,
        });
      }),
    );
  });

  it.each([
    ['12.345', 'eur', 'too-many-digits'],
    ['12.5', 'jpy', 'too-many-digits'],
    ['12.5', 'isk', 'too-many-digits'],
    ['1.234', 'kwd', 'too-many-digits'],
    ['90071992547409.92', 'eur', 'too-large'],
    ['1e5', 'eur', 'not-a-number'],
    ['', 'eur', 'not-a-number'],
    ['1,5', 'eur', 'not-a-number'],
  ])('refuses %s %s as %s', (text, code, reason) => {
    expect(decimalTextToMinor(text, code)).toEqual({ ok: false, reason });
  });

  it('shows the digits that the currency has', () => {
    expect(formatMoney(123_456, 'eur', 'en-IE')).toBe('€1,234.56');
    expect(formatMoney(1234, 'jpy', 'en')).toBe('¥1,234');
    expect(formatMoney(50_000, 'isk', 'en', 'plain')).toBe('500');
    expect(formatMoney(5120, 'kwd', 'en', 'plain')).toBe('5.120');
  });

  it('shows the largest amounts exactly', () => {
    expect(formatMoney(Number.MAX_SAFE_INTEGER, 'eur', 'en', 'plain')).toBe('90,071,992,547,409.91');
  });

  it('refuses to show what is not an integer of minor units', () => {
    expect(() => formatMoney(0.5, 'eur', 'en')).toThrow('safe integer');
    expect(minorDigits('eur')).toBe(2);
  });
});
