// What leaves the program: never more than the schema names, and without a copy where there is nothing to take away.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  Amount,
  CalendarDay,
  Currency,
  Decimal,
  Id,
  Money,
  UnixSeconds,
} from '../../shared/contract/common.ts';
import { type CallName, calls } from '../../shared/contract/calls.ts';
import { fitsOf, letOut } from '../../main/outgoing.ts';

const Rows = z.object({
  rows: z.array(
    z.object({
      id: Id,
      note: z.string(),
      day: CalendarDay,
      at: UnixSeconds.nullable(),
      amount: Amount,
      currency: Currency.nullable(),
      quantity: Decimal,
      state: z.enum(['open', 'paid']),
      late: z.boolean(),
      fees: z.array(Money),
    }),
  ),
});

const PLAIN = { noNullPrototype: true };

const money = fc.record({ amount: fc.maxSafeInteger(), currency: fc.constantFrom('eur', 'usd') }, PLAIN);
const row = fc.record(
  {
    id: fc.string({ minLength: 1, maxLength: 255 }),
    note: fc.string(),
    day: fc.constantFrom('2024-02-29', '2026-12-31'),
    at: fc.option(fc.nat()),
    amount: fc.maxSafeInteger(),
    currency: fc.constantFrom('eur', null),
    quantity: fc.constantFrom('2', '-0.125'),
    state: fc.constantFrom('open', 'paid'),
    late: fc.boolean(),
    fees: fc.array(money, { maxLength: 2 }),
  },
  PLAIN,
);
const good = fc.record({ rows: fc.array(row, { maxLength: 3 }) }, PLAIN);

const odd = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withSparseArray: true, withNullPrototype: true }),
  fc.constantFrom(
    '',
    '2023-02-29',
    '2024-2-1',
    'EUR',
    'eur\n',
    '1e3',
    -1,
    0.5,
    NaN,
    Infinity,
    2 ** 53,
    undefined,
    null,
  ),
);

/** A row with one thing in it missing, changed or too much. */
const tampered = fc
  .tuple(row, fc.constantFrom('drop', 'change', 'add', 'add to a part'), fc.nat(), odd)
  .map(([fields, how, at, value]) => {
    const names = Object.keys(fields);
    const name = names[at % names.length] ?? '';
    const without = Object.fromEntries(Object.entries(fields).filter(([each]) => each !== name));
    if (how === 'drop') return without;
    if (how === 'change') return { ...fields, [name]: value };
    if (how === 'add') return { ...fields, secret: value };
    return { ...fields, fees: [{ amount: 1, currency: 'eur', secret: value }] };
  });

function outcome(answer: () => unknown): unknown {
  try {
    return { answered: answer() };
  } catch (error) {
    return { refused: error instanceof z.ZodError };
  }
}

describe('what leaves', () => {
  it('is what a parse makes of it, whatever it is', () => {
    const some = fc.record({ rows: fc.array(fc.oneof(row, tampered), { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.oneof(good, some, odd), (value) => {
        expect(outcome(() => letOut(Rows, value))).toStrictEqual(outcome(() => Rows.parse(value)));
      }),
      { numRuns: 2000 },
    );
  });

  it('is not copied when it has the form of its schema', () => {
    fc.assert(
      fc.property(good, (value) => {
        expect(letOut(Rows, value)).toBe(value);
      }),
    );
  });

  it('loses what the schema does not name, at any depth', () => {
    const value = { rows: [], key: 'sk_live_secret' };
    expect(letOut(Rows, value)).toStrictEqual({ rows: [] });
    const deep = z.object({ list: z.array(z.array(z.object({ a: z.boolean() })).nullable()).nullable() });
    const given = { list: [null, [{ a: true }, { a: false, key: 'sk_live_secret' }]] };
    expect(letOut(deep, given)).toStrictEqual({ list: [null, [{ a: true }, { a: false }]] });
  });

  it.each([
    ['a refinement', z.string().refine((text) => text !== 'no')],
    ['a transformation', z.string().transform((text) => text.length)],
    ['a text that is trimmed', z.string().trim()],
    ['an e-mail address', z.email()],
    ['a number with an upper limit', z.int().max(5)],
    ['a list with a least length', z.array(z.string()).min(1)],
    ['an object that lets everything through', z.looseObject({ a: z.string() })],
    ['an object with a check of its own', z.object({ a: z.string() }).refine(({ a }) => a !== 'no')],
    ['a default', z.object({ a: z.string().default('a') })],
    ['a choice', z.union([z.string(), z.int()])],
    ['an optional field', z.object({ a: z.string().optional() })],
  ])('is parsed where the schema holds %s', (_what, schema) => {
    expect(fitsOf(schema)).toBeNull();
  });

  it.each<CallName>([
    'customers.list',
    'customers.find',
    'invoices.list',
    'invoices.tabs',
    'payments.list',
    'refunds.list',
    'outbox.list',
    'events.list',
  ])('is not parsed again in the replies of %s', (name) => {
    expect(fitsOf(calls[name].output)).not.toBeNull();
  });
});
