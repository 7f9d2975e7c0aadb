// What a customer's text must not do in a plain-text journal, and how amounts are written there.
import { minorDigits } from '../../shared/domain/money.ts';

const LONGEST = 120;

/**
 * A payee in which nothing can be read as syntax: no line breaks and other controls, no comment, no separator, no quote, no mark
 * at its beginning, no two spaces in a row.
 */
export function safePayee(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}]/gu, ' ')
    .replace(/[;|"\\{}]/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[(*!=@+\-[\]~%#<>&\s]+/u, '')
    .slice(0, LONGEST)
    .trim();
  return plain === '' ? 'Unnamed' : plain;
}

/** Minor units as `-1234.50`, with all digits of the currency. */
export function plainAmount(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const sign = amount < 0 ? '-' : '';
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-digits)}`;
}
