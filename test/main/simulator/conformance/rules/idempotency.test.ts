import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { refusal } from '../subject.ts';
import { rule } from './rule.ts';

describe('idempotency', () => {
  rule(
    'the same key and parameters give the same answer, marked as a replay',
    'docs.stripe.com/idempotency',
    async ({ stripe }) => {
      const email = `${randomUUID()}@lind.example`;
      const idempotencyKey = randomUUID();
      const first = await stripe.customers.create({ email }, { idempotencyKey });
      const second = await stripe.customers.create({ email }, { idempotencyKey });
      expect(second).toEqual(first);
      expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
      expect(second.lastResponse.headers).toMatchObject({
        'idempotent-replayed': 'true',
        'original-request': first.lastResponse.requestId,
        'idempotency-key': idempotencyKey,
      });
      expect((await stripe.customers.list({ email })).data).toHaveLength(1);
    },
  );

  rule(
    'the same key with other parameters or for another endpoint is refused',
    'observed in test mode: type idempotency_error, neither code nor param',
    async ({ stripe }) => {
      const idempotencyKey = randomUUID();
      const { id } = await stripe.customers.create({ name: 'Once' }, { idempotencyKey });
      for (const call of [
        () => stripe.customers.create({ name: 'Twice' }, { idempotencyKey }),
        () => stripe.customers.update(id, { name: 'Once' }, { idempotencyKey }),
      ]) {
        const error = await refusal(call());
        expect([error.type, error.rawType, error.statusCode, error.code, error.param]).toEqual([
          'StripeIdempotencyError',
          'idempotency_error',
          400,
          undefined,
          undefined,
        ]);
      }
    },
  );

  rule(
    'a refusal of parameters is not kept, a refusal of the work is',
    'docs.stripe.com/error-low-level',
    async ({ stripe }) => {
      const idempotencyKey = randomUUID();
      expect(await refusal(stripe.customers.create({ email: 'wrong' }, { idempotencyKey }))).toMatchObject({
        code: 'email_invalid',
      });
      await expect(
        stripe.customers.create({ email: 'right@mail.example' }, { idempotencyKey }),
      ).resolves.toMatchObject({ email: 'right@mail.example' });
      const another = { idempotencyKey: randomUUID() };
      const missing = await refusal(stripe.invoices.create({ customer: 'cus_none' }, another));
      const replayed = await refusal(stripe.invoices.create({ customer: 'cus_none' }, another));
      expect([missing.code, replayed.headers?.['idempotent-replayed']]).toEqual(['resource_missing', 'true']);
    },
  );

  rule('a replay outlives the object', 'observed in test mode', async ({ stripe }) => {
    const idempotencyKey = randomUUID();
    const { id } = await stripe.customers.create({ name: 'Once' }, { idempotencyKey });
    await stripe.customers.del(id);
    expect(await stripe.customers.create({ name: 'Once' }, { idempotencyKey })).toMatchObject({
      id,
      name: 'Once',
    });
  });

  rule('a key has at most 255 characters', 'docs.stripe.com/idempotency', async ({ stripe }) => {
    const longest = randomUUID().padEnd(255, 'k');
    await expect(stripe.customers.create({}, { idempotencyKey: longest })).resolves.toBeDefined();
    expect(await refusal(stripe.customers.create({}, { idempotencyKey: `${longest}k` }))).toMatchObject({
      statusCode: 400,
    });
  });
});
