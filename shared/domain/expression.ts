// Arithmetic typed into an amount field (`3*45+10`), worked out exactly.
import { type Decimal, divideRounded, MAX_PLACES, multiply } from './decimal.ts';
import { type NumberMarks, readUnsigned, toAsciiDigits } from './number-entry.ts';

const MAX_LENGTH = 120;
const NUMBER = /^\d[\d.,'’\s]*|^[.,]\d+/u;

interface Reader {
  readonly marks: NumberMarks;
  rest: string;
}

/** Works out a number or a sum of products with brackets. Quotients are rounded to 12 places. Null when it cannot be read. */
export function evaluateEntry(text: string, marks: NumberMarks): Decimal | null {
  if (text.length > MAX_LENGTH) return null;
  const reader: Reader = { marks, rest: toAsciiDigits(text, marks).trim() };
  const value = readSum(reader);
  return value !== null && reader.rest === '' ? value : null;
}

/** True when the text is more than one number, so that a field knows there is a result to show. */
export function isExpression(text: string): boolean {
  return /[*/()×÷·]|[\d\s)][+−-]/u.test(text.trim());
}

function take(reader: Reader, operators: string): string | null {
  const first = reader.rest[0];
  if (first === undefined || !operators.includes(first)) return null;
  reader.rest = reader.rest.slice(1).trimStart();
  return first;
}

function readSum(reader: Reader): Decimal | null {
  let total = readProduct(reader);
  for (let sign = take(reader, '+-'); total && sign; sign = take(reader, '+-')) {
    const next = readProduct(reader);
    total = next && add(total, sign === '-' ? negate(next) : next);
  }
  return total;
}

function readProduct(reader: Reader): Decimal | null {
  let product = readFactor(reader);
  for (let sign = take(reader, '*×x·/÷'); product && sign; sign = take(reader, '*×x·/÷')) {
    const next = readFactor(reader);
    if (!next) return null;
    product = sign === '/' || sign === '÷' ? divide(product, next) : multiply(product, next);
  }
  return product;
}

function readFactor(reader: Reader): Decimal | null {
  if (take(reader, '-')) {
    const value = readFactor(reader);
    return value && negate(value);
  }
  if (take(reader, '(')) {
    const value = readSum(reader);
    return take(reader, ')') ? value : null;
  }
  const digits = NUMBER.exec(reader.rest)?.[0];
  if (digits === undefined) return null;
  reader.rest = reader.rest.slice(digits.length).trimStart();
  return readUnsigned(digits, reader.marks);
}

function negate(value: Decimal): Decimal {
  return { units: -value.units, places: value.places };
}

function add(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  const scaled = (value: Decimal): bigint => value.units * 10n ** BigInt(places - value.places);
  return { units: scaled(a) + scaled(b), places };
}

function divide(a: Decimal, b: Decimal): Decimal | null {
  if (b.units === 0n) return null;
  const sign = b.units < 0n ? -1n : 1n;
  const numerator = sign * a.units * 10n ** BigInt(MAX_PLACES + b.places);
  return { units: divideRounded(numerator, sign * b.units * 10n ** BigInt(a.places)), places: MAX_PLACES };
}
