import { describe, expect, test } from 'vitest';
import { formatDecimal } from '../../../shared/domain/decimal.ts';
import { evaluateEntry, isExpression } from '../../../shared/domain/expression.ts';
import { numberMarks } from '../../../shared/domain/number-entry.ts';

function evaluate(text: string, locale = 'en-US'): string | null {
  const value = evaluateEntry(text, numberMarks(locale));
  return value && formatDecimal(value);
}

describe('arithmetic in an entry', () => {
  test.each([
    ['3*45+10', '145'],
    ['10 + 3 * 45', '145'],
    ['(10+3)*45', '585'],
    ['-5', '-5'],
    ['5 - -5', '10'],
    ['0.1+0.2', '0.3'],
    ['100/3', '33.333333333333'],
    ['-1/-4', '0.25'],
    ['12 × 2,5', '30'],
    ['1,234.50 * 2', '2469'],
    ['.5', '0.5'],
  ])('%s is %s', (text, expected) => {
    expect(evaluate(text)).toBe(expected);
  });

  test.each(['', '+', '3*', '(3', '3)', '1/0', 'abc', '3 4', '1.2.3,4', '9'.repeat(121)])(
    'refuses %j',
    (text) => {
      expect(evaluate(text)).toBeNull();
    },
  );

  test('a minus before a number is no expression, one between two is', () => {
    expect(isExpression('-5')).toBe(false);
    expect(isExpression('7-5')).toBe(true);
    expect(isExpression('3*4')).toBe(true);
    expect(isExpression('1,234.50')).toBe(false);
  });
});

describe('separators of locales', () => {
  test.each([
    ['de-DE', '1.234,50', '1234.5'],
    ['de-DE', '1.234', '1234'],
    ['de-DE', '12.50', '12.5'],
    ['de-DE', '0.125', '0.125'],
    ['en-US', '1,234', '1234'],
    ['en-US', '12,50', '12.5'],
    ['en-US', '1.234', '1.234'],
    ['fr-FR', '1\u202f234,5', '1234.5'],
    ['de-CH', '1’234’567.05', '1234567.05'],
    ['en-IN', '12,34,567.5', '1234567.5'],
    ['en-US', '1.234.567', '1234567'],
    ['ar-EG', '١٢٫٥', '12.5'],
  ])('%s reads %s as %s', (locale, text, expected) => {
    expect(evaluate(text, locale)).toBe(expected);
  });

  test.each(['1,23,4', '12,3456,789', '1 23 4'])('refuses broken groups: %s', (text) => {
    expect(evaluate(text)).toBeNull();
  });
});
