// Amounts as banks write them: either decimal mark, grouped or not, signs before, behind or in brackets.
import { parseDecimal, shiftPoint } from '../../shared/domain/decimal.ts';
import { minorDigits } from '../../shared/domain/money.ts';

export type DecimalMark = ',' | '.';

/** Minor units as Stripe counts them, though a bank may use digits that Stripe does not; null for what is no amount of the currency. */
export function parseBankAmount(text: string, mark: DecimalMark, currency: string): number | null {
  const plain = plainNumber(text, mark);
  if (plain === null) return null;
  const value = parseDecimal(plain);
  if (value === null) return null;
  const { units, places } = shiftPoint(value, minorDigits(currency));
  const divisor = 10n ** BigInt(places);
  const minor = Number(units / divisor);
  return units % divisor === 0n && Number.isSafeInteger(minor) ? minor : null;
}

/** `-1234.5` of `(1.234,50)`; null for anything that is not one number. */
function plainNumber(text: string, mark: DecimalMark): string | null {
  const signs = /^(?<open>\()?(?<before>[+-])?(?<digits>[^()+-]+)(?<after>[+-])?(?<close>\))?$/.exec(
    text.replaceAll(/[\s\u00a0\u202f]|^["']|["']$/g, '').replaceAll(/[\u2212\u2013]/g, '-'),
  )?.groups;
  if (!signs || (signs['open'] === undefined) !== (signs['close'] === undefined)) return null;
  const number = signs['digits']?.replace(/^(?:[A-Z]{3}|\p{Sc})|(?:[A-Z]{3}|\p{Sc})$/u, '') ?? '';
  const group = mark === ',' ? '.' : ',';
  const shape = new RegExp(`^(?:\\d+|\\d{1,3}(?:[${group}'’]\\d{3})+)?(?:[${mark}]\\d*)?$`);
  if (!shape.test(number) || !/\d/.test(number)) return null;
  const [whole = '', fraction = ''] = number.replaceAll(/['’]/g, '').split(mark);
  const digits = whole.replaceAll(group, '') || '0';
  const isNegative = signs['open'] !== undefined || signs['before'] === '-' || signs['after'] === '-';
  return `${isNegative ? '-' : ''}${digits}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The mark of a number that stands alone: the last of both kinds, as OFX allows either. */
export function markOf(text: string): DecimalMark {
  return text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
}
