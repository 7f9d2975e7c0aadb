import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { Stripe } from 'stripe';
import { createCustomer, createOpen, refusal } from '../subject.ts';
import { rule } from './rule.ts';
import { createPaidByCard, eventsAbout } from './steps.ts';

describe('lists', () => {
  rule(
    'newest first, ten by default, forwards and backwards by cursor',
    'docs.stripe.com/api/pagination; SDK autoPagination.js',
    async ({ stripe }) => {
      const email = `${randomUUID()}@lind.example`;
      const made: string[] = [];
      for (let count = 0; count < 12; count += 1) made.unshift(await createCustomer(stripe, { email }));
      const listed = async (params: Stripe.CustomerListParams): Promise<readonly string[]> =>
        (await stripe.customers.list({ email, ...params })).data.map(({ id }) => id);
      const page = await stripe.customers.list({ email });
      expect([new Set(page.data.map(({ id }) => id)), page.has_more, page.url]).toEqual([
        new Set(made.slice(0, 10)),
        true,
        '/v1/customers',
      ]);
      const order = (await stripe.customers.list({ email, limit: 100 })).data.map(({ id }) => id);
      expect(await listed({ starting_after: order[9] ?? '' })).toEqual(order.slice(10));
      expect(await listed({ ending_before: order[3] ?? '', limit: 2 })).toEqual(order.slice(1, 3));
      const all = await stripe.customers.list({ email, limit: 5 }).autoPagingToArray({ limit: 100 });
      expect(all.map(({ id }) => id)).toEqual(order);
      expect(await refusal(stripe.customers.list({ limit: 101 }))).toMatchObject({ param: 'limit' });
      expect(await refusal(stripe.customers.list({ starting_after: 'cus_none' }))).toMatchObject({
        statusCode: 400,
        param: 'starting_after',
      });
    },
  );

  rule(
    'invoices are filtered by customer, status and due date',
    'SDK Invoices.d.ts InvoiceListParams',
    async ({ stripe }) => {
      const customer = await createCustomer(stripe);
      const sooner = await createOpen(stripe, 100, { customer });
      const later = await createOpen(stripe, 200, { customer, days_until_due: 30 });
      const listed = async (params: Stripe.InvoiceListParams): Promise<readonly string[]> =>
        (await stripe.invoices.list({ customer, ...params })).data.map(({ id }) => id);
      expect((await listed({})).toSorted()).toEqual([later.id, sooner.id].toSorted());
      expect(await listed({ status: 'draft' })).toEqual([]);
      expect(await listed({ status: 'open', due_date: { lte: sooner.due_date ?? 0 } })).toEqual([sooner.id]);
      expect(await listed({ due_date: { gt: sooner.due_date ?? 0 } })).toEqual([later.id]);
    },
  );

  rule(
    'ids are expanded along paths, at most four deep, where there is such a field',
    'docs.stripe.com/api/expanding_objects',
    async ({ stripe, eventually }) => {
      const { customer, invoice, intent } = await createPaidByCard(stripe);
      const { data } = await stripe.invoices.list({ customer, expand: ['data.customer'] });
      expect(data[0]?.customer).toMatchObject({ object: 'customer', email: 'anna@lind.example' });
      const read = async () => {
        const { latest_charge: charge } = await stripe.paymentIntents.retrieve(intent.id, {
          expand: ['latest_charge.balance_transaction'],
        });
        return typeof charge === 'string' || charge === null ? null : charge.balance_transaction;
      };
      expect(await eventually(read, (transaction) => transaction !== null)).toMatchObject({
        object: 'balance_transaction',
      });
      expect(
        await refusal(stripe.invoices.retrieve(invoice.id, { expand: ['payment_intent'] })),
      ).toMatchObject({ statusCode: 400 });
      expect(
        await refusal(stripe.invoices.list({ expand: ['data.payments.data.payment.payment_intent'] })),
      ).toMatchObject({ statusCode: 400 });
    },
  );
});

describe('events', () => {
  rule(
    'an event holds the object of that moment, what it was before, and names the request',
    'SDK Events.d.ts; stripe.md 4',
    async (subject) => {
      const { stripe } = subject;
      const customer = await createCustomer(stripe, { name: 'First' });
      const idempotencyKey = randomUUID();
      await stripe.customers.update(customer, { name: 'Second' }, { idempotencyKey });
      await eventsAbout(subject, customer, 'customer.created', 'customer.updated');
      const { data } = await stripe.events.list({ type: 'customer.*', limit: 100 });
      const [updated, created] = data.filter(
        (event) => (event.data.object as { id: string }).id === customer,
      );
      expect(created).toMatchObject({
        type: 'customer.created',
        data: { object: { name: 'First' } },
        livemode: false,
      });
      expect(updated).toMatchObject({
        type: 'customer.updated',
        data: { object: { name: 'Second' }, previous_attributes: { name: 'First' } },
        request: { idempotency_key: idempotencyKey },
      });
      expect(updated?.request?.id).toMatch(/^req_/);
    },
  );

  rule(
    'events are filtered by one type, a wildcard or up to twenty types',
    'SDK Events.d.ts EventListParams',
    async (subject) => {
      const { stripe } = subject;
      const customer = await createCustomer(stripe);
      await createOpen(stripe, 900, { customer });
      await eventsAbout(subject, customer, 'invoice.finalized', 'customer.created');
      const types = async (params: Stripe.EventListParams): Promise<ReadonlySet<string>> =>
        new Set((await stripe.events.list({ limit: 100, ...params })).data.map((event) => event.type));
      expect(
        [...(await types({ type: 'customer.*' }))].filter((type) => !type.startsWith('customer.')),
      ).toEqual([]);
      expect(await types({ type: 'invoice.finalized' })).toEqual(new Set(['invoice.finalized']));
      expect(await types({ types: ['customer.created', 'invoice.finalized'] })).toEqual(
        new Set(['customer.created', 'invoice.finalized']),
      );
      expect(
        await refusal(stripe.events.list({ types: Array.from({ length: 21 }, () => 'customer.created') })),
      ).toMatchObject({ statusCode: 400 });
    },
  );
});
