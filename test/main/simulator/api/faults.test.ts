import { beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../../../main/simulator/api/faults.ts';
import {
  clientOf,
  createOpen,
  createSubject,
  eventTypes,
  HOUR,
  refusal,
  type Subject,
} from '../conformance/subject.ts';

let subject: Subject;
beforeEach(() => {
  subject = createSubject();
});

function strike(fault: Fault): void {
  subject.control.faults.script([{ match: { method: 'POST', path: '/v1/customers' }, fault }]);
}
const create = (key = 'key-1') => subject.stripe.customers.create({ name: 'Anna' }, { idempotencyKey: key });
const count = async (): Promise<number> => (await subject.stripe.customers.list()).data.length;

describe('scripted faults', () => {
  test.each([
    ['timeout', 'none', 0],
    ['timeout', 'done', 1],
    ['reset', 'none', 0],
    ['reset', 'done', 1],
  ] as const)(
    '%s with effect %s is a broken connection, and the key finds out',
    async (kind, effect, made) => {
      // The SDK repeats a reset by itself; the second time it must fail as well.
      subject.control.faults.script([
        {
          match: { path: '/v1/customers', method: 'POST' },
          fault: { kind, effect },
          times: kind === 'reset' ? 2 : 1,
        },
      ]);
      expect(await refusal(create())).toMatchObject({ type: 'StripeConnectionError' });
      expect(await count()).toBe(made);
      await create();
      expect(await count()).toBe(1);
    },
  );

  test('a delayed request arrives later with its key, once', async () => {
    strike({ kind: 'delayed', delayMs: HOUR });
    expect(await refusal(create())).toMatchObject({ type: 'StripeConnectionError' });
    expect(await count()).toBe(0);
    await create();
    subject.control.advance({ ms: 2 * HOUR });
    expect(await count()).toBe(1);
    strike({ kind: 'delayed', delayMs: HOUR });
    await refusal(create('key-2'));
    subject.control.advance({ ms: 2 * HOUR });
    expect(await count()).toBe(2);
    expect((await create('key-2')).lastResponse.headers['idempotent-replayed']).toBe('true');
  });

  test.each([
    ['none', 0],
    ['done', 1],
  ] as const)('a server error with effect %s stays the answer of its key', async (effect, made) => {
    strike({ kind: 'server_error', effect });
    expect(await refusal(create())).toMatchObject({ type: 'StripeAPIError', statusCode: 500 });
    expect(await refusal(create())).toMatchObject({ statusCode: 500 });
    expect(await count()).toBe(made);
  });

  test('a server error may complete its work later; the event names the key', async () => {
    strike({ kind: 'server_error', effect: 'late', delayMs: 3 * HOUR });
    expect(await refusal(create())).toMatchObject({ statusCode: 500 });
    expect(await count()).toBe(0);
    subject.control.advance({ ms: 3 * HOUR });
    expect(await count()).toBe(1);
    const [event] = (await subject.stripe.events.list()).data;
    expect(event?.request?.idempotency_key).toBe('key-1');
    expect(await refusal(create())).toMatchObject({ statusCode: 500 });
  });

  test('a second server error to the same key completes nothing a second time', async () => {
    for (let times = 0; times < 2; times += 1) {
      strike({ kind: 'server_error', effect: 'late', delayMs: 3 * HOUR });
      expect(await refusal(create())).toMatchObject({ statusCode: 500 });
    }
    subject.control.advance({ ms: 3 * HOUR });
    expect(await count()).toBe(1);
  });

  test.each([
    [{ kind: 'rate_limited' }, 'StripeRateLimitError', 429, 0],
    [{ kind: 'conflict' }, 'StripeAPIError', 409, 0],
    [{ kind: 'declined' }, 'StripeCardError', 402, 0],
    [{ kind: 'unauthorized' }, 'StripeAuthenticationError', 401, 0],
    [{ kind: 'forbidden' }, 'StripePermissionError', 403, 0],
    [{ kind: 'bad_gateway' }, 'StripeAPIError', undefined, 0],
    [{ kind: 'malformed' }, 'StripeAPIError', undefined, 1],
    [{ kind: 'truncated' }, 'StripeConnectionError', undefined, 1],
  ] as const)('%o', async (fault, type, statusCode, made) => {
    strike(fault);
    const error = await refusal(create());
    expect([error.type, error.statusCode]).toEqual([type, statusCode]);
    expect(await count()).toBe(made);
    await create();
    expect(await count()).toBe(1);
  });

  test('events of a request can be late', async () => {
    strike({ kind: 'event_lag', delayMs: HOUR });
    await create();
    expect(await eventTypes(subject.stripe)).toEqual([]);
    subject.control.advance({ ms: HOUR });
    expect(await eventTypes(subject.stripe)).toEqual(['customer.created']);
  });

  test('a request under way keeps its key busy', async () => {
    const waiting: (() => void)[] = [];
    const slow = createSubject({
      schedule(_delayMs, task) {
        waiting.push(task);
        return () => undefined;
      },
    });
    slow.control.faults.script([
      { match: { path: '/v1/customers' }, fault: { kind: 'slow', delayMs: 5000 } },
    ]);
    waiting.length = 0;
    const first = slow.stripe.customers.create({ name: 'Anna' }, { idempotencyKey: 'key-1' });
    const second = await refusal(slow.stripe.customers.create({ name: 'Anna' }, { idempotencyKey: 'key-1' }));
    expect([second.statusCode, second.code, second.rawType]).toEqual([
      409,
      'idempotency_key_in_use',
      'idempotency_error',
    ]);
    for (const resume of waiting.splice(0)) resume();
    expect((await first).name).toBe('Anna');
    expect((await slow.stripe.customers.list()).data).toHaveLength(1);
  });

  test('a rule strikes the request it names, as often as it says', async () => {
    const { control, stripe } = subject;
    const open = await createOpen(stripe);
    control.faults.script([
      {
        match: { path: '/v1/invoices/*/send', nth: 2 },
        fault: { kind: 'rate_limited', shouldRetry: false },
        times: 2,
      },
    ]);
    await stripe.invoices.sendInvoice(open.id);
    expect(await refusal(stripe.invoices.sendInvoice(open.id))).toMatchObject({
      statusCode: 429,
      headers: { 'stripe-should-retry': 'false' },
    });
    expect(await refusal(stripe.invoices.sendInvoice(open.id))).toMatchObject({ statusCode: 429 });
    await stripe.invoices.sendInvoice(open.id);
    expect(control.emails()).toHaveLength(2);
  });

  test('every request is logged without its secret', async () => {
    await clientOf(subject.simulator, 'sk_test_secret').customers.create(
      { name: 'Anna' },
      { idempotencyKey: 'key-9' },
    );
    await create('key-9');
    const log = subject.control.requests();
    expect(
      log.map(({ method, path, key, status, replayed }) => ({ method, path, key, status, replayed })),
    ).toEqual([
      { method: 'POST', path: '/v1/customers', key: 'key-9', status: 200, replayed: false },
      { method: 'POST', path: '/v1/customers', key: 'key-9', status: 200, replayed: true },
    ]);
    expect(JSON.stringify(log)).not.toContain('sk_test');
  });
});
