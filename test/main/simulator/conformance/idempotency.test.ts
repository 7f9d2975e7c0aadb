import { beforeEach, describe, expect, test } from 'vitest';
import { createCustomer, createSubject, HOUR, refusal, type Subject } from './subject.ts';

let subject: Subject;
beforeEach(() => {
  subject = createSubject();
});

describe('idempotency', () => {
  // Source: docs.stripe.com/idempotency; stripe.md 5.
  test('the same key and parameters give the same answer, marked as a replay', async () => {
    const { stripe } = subject;
    const first = await stripe.customers.create({ name: 'Once' }, { idempotencyKey: 'key-1' });
    const second = await stripe.customers.create({ name: 'Once' }, { idempotencyKey: 'key-1' });
    expect(second).toEqual(first);
    expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
    expect(second.lastResponse.headers).toMatchObject({
      'idempotent-replayed': 'true',
      'original-request': first.lastResponse.requestId,
      'idempotency-key': 'key-1',
    });
    expect((await stripe.customers.list()).data).toHaveLength(1);
  });

  // Source: stripe.md 5 [OBS] (type idempotency_error, neither code nor param).
  test('the same key with other parameters or for another endpoint is refused', async () => {
    const { stripe } = subject;
    const { id } = await stripe.customers.create({ name: 'Once' }, { idempotencyKey: 'key-1' });
    for (const call of [
      stripe.customers.create({ name: 'Twice' }, { idempotencyKey: 'key-1' }),
      stripe.customers.update(id, { name: 'Once' }, { idempotencyKey: 'key-1' }),
    ]) {
      const error = await refusal(call);
      expect([error.type, error.rawType, error.statusCode, error.code, error.param]).toEqual([
        'StripeIdempotencyError',
        'idempotency_error',
        400,
        undefined,
        undefined,
      ]);
    }
  });

  // Source: docs.stripe.com/idempotency (pruned after 24 hours; then a new request).
  test('a key is forgotten after a day', async () => {
    const { stripe, control } = subject;
    const first = await stripe.customers.create({ name: 'Once' }, { idempotencyKey: 'key-1' });
    control.advance({ ms: 24 * HOUR - 1 });
    expect((await stripe.customers.create({ name: 'Once' }, { idempotencyKey: 'key-1' })).id).toBe(first.id);
    control.advance({ ms: 1 });
    expect((await stripe.customers.create({ name: 'Once' }, { idempotencyKey: 'key-1' })).id).not.toBe(
      first.id,
    );
  });

  // Source: docs.stripe.com/error-low-level (refused parameters are not kept); stripe.md 5.
  test('a refusal of parameters is not kept, a refusal of the work is', async () => {
    const { stripe } = subject;
    expect(
      await refusal(stripe.customers.create({ email: 'wrong' }, { idempotencyKey: 'key-1' })),
    ).toMatchObject({ code: 'email_invalid' });
    await expect(
      stripe.customers.create({ email: 'right@mail.example' }, { idempotencyKey: 'key-1' }),
    ).resolves.toMatchObject({ email: 'right@mail.example' });
    const missing = await refusal(
      stripe.invoices.create({ customer: 'cus_none' }, { idempotencyKey: 'key-2' }),
    );
    const replayed = await refusal(
      stripe.invoices.create({ customer: 'cus_none' }, { idempotencyKey: 'key-2' }),
    );
    expect([missing.code, replayed.headers?.['idempotent-replayed']]).toEqual(['resource_missing', 'true']);
  });

  // Source: stripe.md 5 [OBS] (a replay still answers after the object was deleted).
  test('a replay outlives the object', async () => {
    const { stripe } = subject;
    const { id } = await stripe.customers.create({ name: 'Once' }, { idempotencyKey: 'key-1' });
    await stripe.customers.del(id);
    expect(await stripe.customers.create({ name: 'Once' }, { idempotencyKey: 'key-1' })).toMatchObject({
      id,
      name: 'Once',
    });
  });

  // Source: docs.stripe.com/idempotency (at most 255 characters).
  test('a key has at most 255 characters', async () => {
    const { stripe } = subject;
    await createCustomer(stripe);
    await expect(stripe.customers.create({}, { idempotencyKey: 'k'.repeat(255) })).resolves.toBeDefined();
    expect(await refusal(stripe.customers.create({}, { idempotencyKey: 'k'.repeat(256) }))).toMatchObject({
      statusCode: 400,
    });
  });
});
