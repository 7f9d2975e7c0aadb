import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DescribedRate, rateDetails } from '../../../../shared/domain/books/rate-details.ts';

const rate = (id: string, over: Partial<DescribedRate> = {}): DescribedRate => ({
  id,
  name: 'VAT',
  percentage: '19',
  country: 'DE',
  inclusive: false,
  ...over,
});

describe('tax rates are told apart', () => {
  test.each<[string, readonly DescribedRate[], readonly string[]]>([
    ['by nothing more where names differ', [rate('a'), rate('b', { name: 'USt' })], ['', '']],
    ['by nothing more where percentages differ', [rate('a'), rate('b', { percentage: '7' })], ['', '']],
    ['by their country', [rate('a'), rate('b', { country: 'AT' })], ['DE', 'AT']],
    ['by having a country', [rate('a'), rate('b', { country: null })], ['DE', '']],
    ['by whether prices include them', [rate('a'), rate('b', { inclusive: true })], ['added', 'included']],
    [
      'by both, each as far as it must be said',
      [rate('a'), rate('b', { inclusive: true }), rate('c', { country: 'AT' })],
      ['DE, added', 'DE, included', 'AT'],
    ],
    [
      'by the end of the id, where all else is the same',
      [rate('txr_1QabcdEFGHIJ'), rate('txr_1QabcdKLMNOP'), rate('txr_1QabcdQRSTUV', { country: 'AT' })],
      ['DE, …EFGHIJ', 'DE, …KLMNOP', 'AT'],
    ],
    [
      'by the whole id, where ends are the same',
      [rate('txr_1_same00'), rate('txr_2_same00')],
      ['txr_1_same00', 'txr_2_same00'],
    ],
    ['however a name is written', [rate('a', { name: 'vat ' }), rate('b', { country: 'AT' })], ['DE', 'AT']],
  ])('%s', (_, rates, expected) => {
    const details = rateDetails(rates);
    expect(rates.map(({ id }) => details.get(id))).toEqual(expected);
  });
});

test('no two of any rates are alike', () => {
  const anyRates = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 8 }),
      name: fc.constantFrom('VAT', 'vat', 'USt'),
      percentage: fc.constantFrom('19', '7'),
      country: fc.constantFrom('DE', 'AT', null),
      inclusive: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  );
  fc.assert(
    fc.property(anyRates, (rates) => {
      const details = rateDetails(rates);
      const words = rates.map(
        ({ id, name, percentage }) => `${name.toLowerCase()} ${percentage} ${details.get(id)}`,
      );
      expect(new Set(words).size).toBe(rates.length);
    }),
  );
});
