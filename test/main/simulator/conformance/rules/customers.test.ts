import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { createCustomer, refusal } from '../subject.ts';
import { rule } from './rule.ts';
import { eventsAbout } from './steps.ts';

describe('customers', () => {
  rule(
    'only what is sent changes; an empty string clears; metadata merges by key',
    'SDK Customers.d.ts, utils.js; docs.stripe.com/api/metadata',
    async ({ stripe }) => {
      const id = await createCustomer(stripe, {
        phone: '+49 40 1234',
        metadata: { a: '1', b: '2' },
        address: { city: 'Hamburg', country: 'DE' },
      });
      const changed = await stripe.customers.update(id, { phone: '', metadata: { b: '', c: '3' } });
      expect(changed.phone).toBeNull();
      expect(changed.email).toBe('anna@lind.example');
      expect(changed.metadata).toMatchObject({ a: '1', c: '3' });
      expect(changed.metadata).not.toHaveProperty('b');
      expect(changed.address).toEqual({
        city: 'Hamburg',
        country: 'DE',
        line1: null,
        line2: null,
        postal_code: null,
        state: null,
      });
    },
  );

  rule(
    'a deleted customer leaves lists and still answers by id',
    'observed in test mode; SDK Customers.d.ts DeletedCustomer',
    async (subject) => {
      const { stripe } = subject;
      const email = `${randomUUID()}@lind.example`;
      const id = await createCustomer(stripe, { email });
      await expect(stripe.customers.del(id)).resolves.toEqual({ id, object: 'customer', deleted: true });
      await expect(stripe.customers.retrieve(id)).resolves.toEqual({ id, object: 'customer', deleted: true });
      expect((await stripe.customers.list({ email })).data).toEqual([]);
      expect(await refusal(stripe.customers.update(id, { name: 'Nobody' }))).toMatchObject({
        statusCode: 404,
        code: 'resource_missing',
      });
      expect(await eventsAbout(subject, id, 'customer.deleted')).toEqual([
        'customer.created',
        'customer.deleted',
      ]);
    },
  );

  rule(
    'tax ids are created with the customer, listed, expanded and deleted',
    'SDK Customers.d.ts tax_id_data, TaxIds.d.ts; error code tax_id_invalid',
    async ({ stripe }) => {
      const id = await createCustomer(stripe, { tax_id_data: [{ type: 'eu_vat', value: 'DE123456789' }] });
      const second = await stripe.customers.createTaxId(id, { type: 'gb_vat', value: 'GB123456789' });
      expect(
        (await stripe.customers.listTaxIds(id)).data.map((taxId) => [taxId.type, taxId.country]),
      ).toEqual([
        ['gb_vat', 'GB'],
        ['eu_vat', 'DE'],
      ]);
      await stripe.customers.deleteTaxId(id, second.id);
      const expanded = await stripe.customers.retrieve(id, { expand: ['tax_ids'] });
      expect(expanded).toMatchObject({ tax_ids: { data: [{ value: 'DE123456789' }] } });
      expect(await refusal(stripe.customers.createTaxId(id, { type: 'eu_vat', value: '12' }))).toMatchObject({
        code: 'tax_id_invalid',
      });
    },
  );

  rule(
    'unfit values are refused with the parameter that is wrong',
    'SDK Customers.d.ts limits; docs.stripe.com/api/metadata; error codes email_invalid, parameter_unknown',
    async ({ stripe }) => {
      expect(await refusal(stripe.customers.create({ email: 'nobody' }))).toMatchObject({
        statusCode: 400,
        code: 'email_invalid',
        param: 'email',
      });
      expect(await refusal(stripe.customers.create({ metadata: { ['k'.repeat(41)]: 'v' } }))).toMatchObject({
        param: 'metadata',
      });
      expect(await refusal(stripe.rawRequest('POST', '/v1/customers', { colour: 'red' }))).toMatchObject({
        code: 'parameter_unknown',
        param: 'colour',
      });
    },
  );

  rule(
    'the credit balance moves by transactions that explain it',
    'docs.stripe.com/api/customer_balance_transactions',
    async ({ stripe }) => {
      const id = await createCustomer(stripe);
      await stripe.customers.createBalanceTransaction(id, { amount: -500, currency: 'eur' });
      expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: -500 });
      const { data } = await stripe.customers.listBalanceTransactions(id);
      expect(data.map((transaction) => [transaction.amount, transaction.ending_balance])).toEqual([
        [-500, -500],
      ]);
    },
  );
});
