import { beforeEach, describe, expect, test } from 'vitest';
import { Stripe } from 'stripe';
import { createSubject, refusal, type Subject } from './subject.ts';

let subject: Subject;
beforeEach(() => {
  subject = createSubject();
});

describe('the catalogue', () => {
  // Source: stripe.md 2.3 (percentage and inclusive are not in the update params).
  test('a tax rate is archived, its percentage never changes', async () => {
    const { stripe } = subject;
    const rate = await stripe.taxRates.create({
      display_name: 'VAT',
      percentage: 19,
      inclusive: false,
      country: 'DE',
    });
    expect((await stripe.taxRates.update(rate.id, { active: false })).active).toBe(false);
    expect((await stripe.taxRates.list({ active: true })).data).toEqual([]);
    expect(
      await refusal(stripe.rawRequest('POST', `/v1/tax_rates/${rate.id}`, { percentage: 7 })),
    ).toMatchObject({
      code: 'parameter_unknown',
    });
    expect(
      await refusal(stripe.taxRates.create({ display_name: 'x', percentage: 101, inclusive: false })),
    ).toMatchObject({ param: 'percentage' });
  });

  // Source: SDK Coupons.d.ts create (client-chosen id), Invoices.d.ts error code resource_already_exists.
  test('a coupon has the id that was chosen for it, once', async () => {
    const { stripe } = subject;
    const coupon = await stripe.coupons.create({ id: 'SPRING', percent_off: 12.5, duration: 'once' });
    expect([coupon.id, coupon.percent_off]).toEqual(['SPRING', 12.5]);
    expect(await refusal(stripe.coupons.create({ id: 'SPRING', percent_off: 5 }))).toMatchObject({
      statusCode: 400,
      code: 'resource_already_exists',
    });
    await stripe.coupons.del('SPRING');
    expect(await refusal(stripe.coupons.retrieve('SPRING'))).toMatchObject({ statusCode: 404 });
    expect(await refusal(stripe.coupons.create({ amount_off: 500 }))).toMatchObject({ param: 'currency' });
  });

  // Source: stripe.md 6 (unit_amount is null when not an integer; decimals are exact), 7 (amounts are immutable).
  test('a price below a cent is a decimal without an integer amount', async () => {
    const { stripe } = subject;
    const product = await stripe.products.create({ name: 'Flyer' });
    const price = await stripe.prices.create({
      product: product.id,
      currency: 'eur',
      unit_amount_decimal: Stripe.Decimal.from('6.75'),
    });
    expect(price.unit_amount).toBeNull();
    expect(price.unit_amount_decimal?.toString()).toBe('6.75');
    expect(
      await refusal(stripe.rawRequest('POST', `/v1/prices/${price.id}`, { unit_amount: 5 })),
    ).toMatchObject({
      code: 'parameter_unknown',
    });
    expect((await stripe.prices.update(price.id, { active: false })).active).toBe(false);
    expect((await stripe.prices.list({ product: product.id, active: true })).data).toEqual([]);
  });

  // Source: SDK Products.d.ts default_price_data; expand of default_price.
  test('a product can come with its price', async () => {
    const { stripe } = subject;
    const product = await stripe.products.create({
      name: 'Poster',
      default_price_data: { currency: 'eur', unit_amount: 290 },
      expand: ['default_price'],
    });
    expect(product.default_price).toMatchObject({ object: 'price', unit_amount: 290, product: product.id });
    expect(await refusal(stripe.products.del(product.id))).toMatchObject({ statusCode: 400 });
  });
});
