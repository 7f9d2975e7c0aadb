import { beforeEach, describe, expect, test } from 'vitest';
import { createSubject, HOUR, type Subject } from './subject.ts';

let subject: Subject;
beforeEach(() => {
  subject = createSubject();
});

describe('idempotency', () => {
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
});
