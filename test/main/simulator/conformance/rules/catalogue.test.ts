import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { Stripe } from 'stripe';
import { refusal } from '../subject.ts';
import { rule } from './rule.ts';

const ids = (list: Stripe.ApiList<{ readonly id: string }>) => list.data.map(({ id }) => id);

describe('the catalogue', () => {
  rule(
    'a tax rate is archived, its percentage never changes',
    'SDK TaxRates.d.ts: neither percentage nor inclusive in the update params',
    async ({ stripe }) => {
      const rate = await stripe.taxRates.create({
        display_name: 'VAT',
        percentage: 19,
        inclusive: false,
        country: 'DE',
      });
      expect((await stripe.taxRates.update(rate.id, { active: false })).active).toBe(false);
      expect(ids(await stripe.taxRates.list({ active: true, limit: 100 }))).not.toContain(rate.id);
      expect(
        await refusal(stripe.rawRequest('POST', `/v1/tax_rates/${rate.id}`, { percentage: 7 })),
      ).toMatchObject({ code: 'parameter_unknown' });
      expect(
        await refusal(stripe.taxRates.create({ display_name: 'x', percentage: 101, inclusive: false })),
      ).toMatchObject({ param: 'percentage' });
    },
  );

  rule(
    'a coupon has the id that was chosen for it, once',
    'SDK Coupons.d.ts create; error code resource_already_exists',
    async ({ stripe }) => {
      const id = `SPRING-${randomUUID()}`;
      const coupon = await stripe.coupons.create({ id, percent_off: 12.5, duration: 'once' });
      expect([coupon.id, coupon.percent_off]).toEqual([id, 12.5]);
      expect(await refusal(stripe.coupons.create({ id, percent_off: 5 }))).toMatchObject({
        statusCode: 400,
        code: 'resource_already_exists',
      });
      await stripe.coupons.del(id);
      expect(await refusal(stripe.coupons.retrieve(id))).toMatchObject({ statusCode: 404 });
      expect(await refusal(stripe.coupons.create({ amount_off: 500 }))).toMatchObject({ param: 'currency' });
    },
  );

  rule(
    'a price below a cent is a decimal without an integer amount, and its amount never changes',
    'docs.stripe.com/billing/subscriptions/decimal-amounts; SDK Prices.d.ts update params',
    async ({ stripe }) => {
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
      ).toMatchObject({ code: 'parameter_unknown' });
      expect((await stripe.prices.update(price.id, { active: false })).active).toBe(false);
      expect((await stripe.prices.list({ product: product.id, active: true })).data).toEqual([]);
    },
  );

  rule(
    'a product can come with its price, and then cannot be deleted',
    'SDK Products.d.ts default_price_data, del',
    async ({ stripe }) => {
      const product = await stripe.products.create({
        name: 'Poster',
        default_price_data: { currency: 'eur', unit_amount: 290 },
        expand: ['default_price'],
      });
      expect(product.default_price).toMatchObject({
        object: 'price',
        unit_amount: 290,
        product: product.id,
      });
      expect(await refusal(stripe.products.del(product.id))).toMatchObject({ statusCode: 400 });
    },
  );
});
