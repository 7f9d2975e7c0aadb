import { describe, expect, test } from 'vitest';
import { decodeForm } from '../../../../main/simulator/api/form.ts';

describe('the form decoding', () => {
  test.each([
    ['a=1&b=x%20y', { a: '1', b: 'x y' }],
    [
      'lines[0][price_data][currency]=eur&lines[0][quantity]=2&lines[1][amount]=5',
      { lines: [{ price_data: { currency: 'eur' }, quantity: '2' }, { amount: '5' }] },
    ],
    ['expand[]=a&expand[]=b', { expand: ['a', 'b'] }],
    ['metadata[a.b]=1&metadata[c]=', { metadata: { 'a.b': '1', c: '' } }],
    ['created%5Bgte%5D=5', { created: { gte: '5' } }],
    ['__proto__[x]=1', { ['__proto__']: { x: '1' } }],
    ['', {}],
  ])('%s', (encoded, decoded) => {
    expect(decodeForm(encoded)).toEqual(decoded);
  });

  test('elements keep the order of their indexes', () => {
    const encoded = Array.from({ length: 12 }, (_, index) => `a[${11 - index}]=${11 - index}`).join('&');
    expect(decodeForm(encoded)).toEqual({ a: Array.from({ length: 12 }, (_, index) => String(index)) });
  });
});
