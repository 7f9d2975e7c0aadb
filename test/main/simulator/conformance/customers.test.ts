import { beforeEach, describe, expect, test } from 'vitest';
import { createCustomer, createSubject, eventTypes, refusal, type Subject } from './subject.ts';

let subject: Subject;
beforeEach(() => {
  subject = createSubject();
});

describe('customers', () => {
  // Source: SDK Customers.d.ts (fields), utils.js (an empty string clears).
  test('only what is sent changes; an empty string clears; metadata merges by key', async () => {
    const { stripe } = subject;
    const id = await createCustomer(stripe, {
      phone: '+49 40 1234',
      metadata: { a: '1', b: '2' },
      address: { city: 'Hamburg', country: 'DE' },
    });
    const changed = await stripe.customers.update(id, { phone: '', metadata: { b: '', c: '3' } });
    expect(changed.phone).toBeNull();
    expect(changed.email).toBe('anna@lind.example');
    expect(changed.metadata).toEqual({ a: '1', c: '3' });
    expect(changed.address).toEqual({
      city: 'Hamburg',
      country: 'DE',
      line1: null,
      line2: null,
      postal_code: null,
      state: null,
    });
  });

  // Source: stripe.md 4.6 [OBS].
  test('a deleted customer leaves lists and still answers by id', async () => {
    const { stripe } = subject;
    const id = await createCustomer(stripe);
    await expect(stripe.customers.del(id)).resolves.toEqual({ id, object: 'customer', deleted: true });
    await expect(stripe.customers.retrieve(id)).resolves.toEqual({ id, object: 'customer', deleted: true });
    expect((await stripe.customers.list()).data).toEqual([]);
    expect(await refusal(stripe.customers.update(id, { name: 'Nobody' }))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
    expect(await eventTypes(stripe)).toEqual(['customer.created', 'customer.deleted']);
  });

  // Source: SDK Customers.d.ts tax_id_data, TaxIds.d.ts.
  test('tax ids are created with the customer, listed, expanded and deleted', async () => {
    const { stripe } = subject;
    const id = await createCustomer(stripe, { tax_id_data: [{ type: 'eu_vat', value: 'DE123456789' }] });
    const second = await stripe.customers.createTaxId(id, { type: 'gb_vat', value: 'GB123456789' });
    expect((await stripe.customers.listTaxIds(id)).data.map((taxId) => [taxId.type, taxId.country])).toEqual([
      ['gb_vat', 'GB'],
      ['eu_vat', 'DE'],
    ]);
    await stripe.customers.deleteTaxId(id, second.id);
    const expanded = await stripe.customers.retrieve(id, { expand: ['tax_ids'] });
    expect(expanded).toMatchObject({ tax_ids: { data: [{ value: 'DE123456789' }] } });
    expect(await refusal(stripe.customers.createTaxId(id, { type: 'eu_vat', value: '12' }))).toMatchObject({
      code: 'tax_id_invalid',
    });
  });

  // Source: SDK Customers.d.ts (limits), docs.stripe.com/api/metadata.
  test('unfit values are refused with the parameter that is wrong', async () => {
    const { stripe } = subject;
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
  });

  // Source: docs.stripe.com/api/customer_balance_transactions.
  test('the credit balance moves by transactions that explain it', async () => {
    const { stripe } = subject;
    const id = await createCustomer(stripe);
    await stripe.customers.createBalanceTransaction(id, { amount: -500, currency: 'eur' });
    expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: -500 });
    const { data } = await stripe.customers.listBalanceTransactions(id);
    expect(data.map((transaction) => [transaction.amount, transaction.ending_balance])).toEqual([
      [-500, -500],
    ]);
  });
});
