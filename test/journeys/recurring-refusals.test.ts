// Recurring invoices that cannot be: refused before anything is queued, with the reason.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RecurringFields } from '../../shared/contract/recurring.ts';
import { dashboard } from '../support/dashboard.ts';
import { type Program, startConnected } from '../support/program.ts';
import {
  act,
  addCustomer,
  begun,
  customerWithCard,
  detail,
  fieldsFor,
  freeLine,
  MONTHLY,
  pollNow,
  settled,
} from '../support/subscriptions.ts';

async function priceOf(
  program: Program,
  terms: { currency?: string; every?: RecurringFields['every'] | null } = {},
): Promise<RecurringFields['lines'][number]> {
  const { id: itemId } = await program.call('items.create', {
    commandId: randomUUID(),
    fields: { name: 'Support', description: '', unitLabel: '' },
    price: {
      currency: terms.currency ?? 'eur',
      unitAmount: 9_900,
      every: terms.every === undefined ? MONTHLY : terms.every,
    },
  });
  const { prices } = await program.call('items.get', { id: itemId });
  return { ...freeLine('Support', 9_900), itemId, priceId: prices[0]?.id ?? '' };
}

async function couponIn(program: Program, currency: string): Promise<string> {
  const { id } = await program.call('coupons.create', {
    commandId: randomUUID(),
    fields: {
      name: 'Loyalty',
      off: { kind: 'amount', money: { amount: 500, currency } },
      duration: 'forever',
      months: null,
      redeemBy: null,
      maxRedemptions: null,
    },
  });
  return id;
}

/** The review and the click say the same; the review's reasons. */
async function refused(program: Program, fields: RecurringFields): Promise<readonly unknown[]> {
  const { findings, totals } = await program.call('recurring.review', { fields });
  const error = await program.refusal('recurring.create', {
    commandId: randomUUID(),
    fields,
    total: { amount: totals.total, currency: fields.currency },
  });
  expect(error).toEqual({
    kind: 'invalid-input',
    issues: findings.map(({ path, message }) => ({ path: `fields.${path}`, message })),
  });
  expect(
    await program.call('recurring.list', {
      filter: {},
      sort: { by: 'created', direction: 'asc' },
      page: { offset: 0, limit: 10 },
    }),
  ).toEqual({ rows: [] });
  return findings.map(({ path, message }) => [path, message]);
}

describe('A new recurring invoice is refused', () => {
  const cases: readonly (readonly [
    string,
    (program: Program) => Promise<Partial<RecurringFields>>,
    readonly (readonly [string, string])[],
  ])[] = [
    [
      'without items',
      async () => ({ lines: [] }),
      [['lines', 'A recurring invoice needs at least one item.']],
    ],
    ['without a customer', async () => ({ customerId: null }), [['customerId', 'Choose a customer.']]],
    [
      'with more digits than the currency has',
      async () => ({ lines: [{ ...freeLine('Hosting', 0), unitAmountDecimal: '0.5' }] }),
      [['lines.0.unitAmountDecimal', 'The price has more digits than EUR has.']],
    ],
    [
      'with a price below zero',
      async () => ({ lines: [freeLine('Hosting', -100)] }),
      [['lines.0.unitAmountDecimal', 'A price is zero or more. A deduction is made by a coupon.']],
    ],
    [
      'with nothing said about what is billed',
      async () => ({ lines: [freeLine('  ', 100)] }),
      [['lines.0.description', 'Say what is billed.']],
    ],
    [
      'with a price in another currency',
      async (program) => ({ lines: [await priceOf(program, { currency: 'usd' })] }),
      [['lines.0.priceId', 'This price is in USD, the recurring invoice in EUR.']],
    ],
    [
      'with a price in another rhythm',
      async (program) => ({ lines: [await priceOf(program, { every: { interval: 'year', count: 1 } })] }),
      [
        [
          'lines.0.priceId',
          'All items of a recurring invoice are billed in the same rhythm, and this price has another.',
        ],
      ],
    ],
    [
      'with a price that is paid once',
      async (program) => ({ lines: [await priceOf(program, { every: null })] }),
      [['lines.0.priceId', 'This price is paid once. Choose one that recurs.']],
    ],
    [
      'with a coupon in another currency',
      async (program) => ({ couponId: await couponIn(program, 'usd') }),
      [['couponId', 'This coupon takes off USD, and the recurring invoice is in EUR.']],
    ],
    [
      'less often than Stripe bills',
      async () => ({ every: { interval: 'year', count: 4 } }),
      [['every', 'Stripe bills at least once in three years.']],
    ],
    [
      'to be charged without a saved way to pay',
      async () => ({ collection: { kind: 'charge', methodId: null } }),
      [['collection.methodId', 'Nothing can be charged by itself: the customer has saved no way to pay.']],
    ],
    [
      'with a start in the past',
      async () => ({ start: { kind: 'day', day: '2026-06-14' } }),
      [['start', 'It cannot start in the past.']],
    ],
    [
      'with a start too far away',
      async () => ({ start: { kind: 'day', day: '2028-09-01' } }),
      [['start', 'Stripe lets a start wait two years at most.']],
    ],
    [
      'with an end before its start',
      async () => ({ start: { kind: 'day', day: '2026-08-01' }, end: { kind: 'on', day: '2026-07-31' } }),
      [['end', 'It ends before the first invoice.']],
    ],
    [
      'with a part of a week charged until the first',
      async () => ({
        every: { interval: 'week', count: 1 },
        start: { kind: 'first-of-month', until: 'charged' },
      }),
      [['start', 'Only what is billed by the month or less often can be charged in part until the first.']],
    ],
  ];

  it.each(cases)('%s', async (_what, more, reasons) => {
    const program = await startConnected();
    const customerId = await addCustomer(program);
    expect(await refused(program, fieldsFor(customerId, await more(program)))).toEqual(reasons);
  });

  it('when its total is not the one that was seen', async () => {
    const program = await startConnected();
    const fields = fieldsFor(await addCustomer(program));
    const error = await program.refusal('recurring.create', {
      commandId: randomUUID(),
      fields,
      total: { amount: 1, currency: 'eur' },
    });
    expect(error).toMatchObject({ kind: 'wrong-state', code: 'total-changed' });
  });
});

describe('A running one refuses', () => {
  it('a change once it has ended, a second end, a pause of what is paused, and a change on top of another', async () => {
    const program = await startConnected();
    const { id, content } = await begun(program);
    await program.call('recurring.pause', { commandId: randomUUID(), id, behavior: 'void', until: null });
    const change = { ...content, end: null, proration: 'none' as const, memo: 'Thank you' };
    expect(await program.refusal('recurring.change', { commandId: randomUUID(), id, change })).toMatchObject({
      code: 'busy',
    });
    expect((await settled(program, id)).standing).toBe('paused');
    expect(
      await program.refusal('recurring.pause', {
        commandId: randomUUID(),
        id,
        behavior: 'void',
        until: null,
      }),
    ).toMatchObject({ kind: 'wrong-state', code: 'paused' });
    await act(program, 'recurring.resume', { id });
    expect(await program.refusal('recurring.resume', { commandId: randomUUID(), id })).toMatchObject({
      kind: 'wrong-state',
      code: 'active',
    });
    const ended = await act(program, 'recurring.cancel', { id, when: 'period-end', credit: false });
    expect(ended.actions).toContain('keep');
    expect(
      await program.refusal('recurring.cancel', {
        commandId: randomUUID(),
        id,
        when: 'period-end',
        credit: false,
      }),
    ).toMatchObject({ code: 'ending' });
    await act(program, 'recurring.cancel', { id, when: 'now', credit: false });
    for (const refusal of [
      await program.refusal('recurring.change', { commandId: randomUUID(), id, change }),
      await program.refusal('recurring.keep', { commandId: randomUUID(), id }),
      await program.refusal('recurring.pause', {
        commandId: randomUUID(),
        id,
        behavior: 'void',
        until: null,
      }),
      await program.refusal('recurring.cancel', { commandId: randomUUID(), id, when: 'now', credit: false }),
    ])
      expect(refusal).toMatchObject({ kind: 'wrong-state', code: 'ended' });
  });

  it('a card that the customer has taken away', async () => {
    const program = await startConnected();
    const { customerId, methodId } = await customerWithCard(program);
    const { id, content } = await begun(program, { customerId });
    await dashboard(program.simulator).paymentMethods.detach(methodId);
    await pollNow(program);
    const change = {
      ...content,
      collection: { kind: 'charge' as const, methodId },
      end: null,
      proration: 'none' as const,
    };
    expect(await program.refusal('recurring.change', { commandId: randomUUID(), id, change })).toEqual({
      kind: 'invalid-input',
      issues: [
        {
          path: 'change.collection.methodId',
          message: 'The customer has not saved this card or account any more.',
        },
      ],
    });
    expect((await detail(program, id)).collects).toBe('send');
  });
});
