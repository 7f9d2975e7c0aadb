import fc from 'fast-check';
import { Stripe } from 'stripe';
import { describe, expect, it } from 'vitest';
import { plainObject, plainRecord } from '../../../main/stripe/normalise.ts';

describe('an answer of the SDK as plain JSON', () => {
  it('has decimals as they are written, whole numbers beyond a float as text, and no field that has no value', () => {
    const answer = {
      id: 'price_1',
      object: 'price',
      unit_amount_decimal: Stripe.Decimal.from('33333333333.333333333333'),
      beyond: 9_007_199_254_740_993n,
      list: [1, undefined, { half: 0.5 }],
      endless: JSON.parse('-1e999') as number,
      missing: undefined,
      later: () => 'not said',
    };
    expect(plainObject(answer)).toEqual({
      id: 'price_1',
      object: 'price',
      unit_amount_decimal: '33333333333.333333333333',
      beyond: '9007199254740993',
      list: [1, null, { half: 0.5 }],
      endless: null,
    });
    expect(Object.keys(plainObject(answer) ?? {})).not.toContain('missing');
  });

  it('is what it was, in its order, when it is JSON already', () => {
    const json = fc.object({
      key: fc.stringMatching(/^[a-z_]{1,8}$/),
      values: [fc.string(), fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null)],
    });
    fc.assert(
      fc.property(json, (answer) => {
        expect(JSON.stringify(plainRecord(answer))).toBe(JSON.stringify(answer));
      }),
    );
  });

  it('gives no object another nature by the name of a field', () => {
    const answer: unknown = JSON.parse(
      '{"id":"cus_1","object":"customer","metadata":{"__proto__":{"id":"x"}}}',
    );
    expect(Object.getPrototypeOf(plainObject(answer)?.['metadata'])).toBe(Object.prototype);
  });
});
