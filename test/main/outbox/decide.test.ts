// The decisions of the outbox, as a table of what may come of a step.
import { describe, expect, it } from 'vitest';
import { afterLookUp, afterWrite, backoff } from '../../../main/outbox/decide.ts';
import type { OutboxStep } from '../../../main/outbox/step.ts';
import type { WriteOperation, WriteOutcome } from '../../../main/stripe/request.ts';

const NOW = 1_000_000;
const moment = { now: NOW, jitter: 0.5, pauses: 0 };
const answered = { requestId: 'req_1', stripeTime: 5_000 };

function stepFor(operation: WriteOperation, patch: Partial<OutboxStep> = {}): OutboxStep {
  return {
    id: 'op:1:1',
    operationId: 'op',
    position: 1,
    generation: 1,
    title: 'Do it',
    intent: { operation, target: null, params: {}, expectTotal: null },
    request: null,
    key: 'op:1:1',
    state: 'sending',
    attempts: 1,
    floor: 100,
    serverErrorAt: null,
    nextAttemptAt: null,
    resultId: null,
    requestId: null,
    error: null,
    ...patch,
  };
}

describe('after a write', () => {
  const refund = stepFor('refunds.create');

  it('is done when Stripe accepted, and applies what it said', () => {
    const object = { id: 're_1', object: 'refund' };
    const decision = afterWrite(
      refund,
      { kind: 'accepted', object, replayed: false, ...answered },
      0,
      moment,
    );
    expect(decision.patch).toMatchObject({ state: 'done', resultId: 're_1', requestId: 'req_1' });
    expect(decision.apply).toBe(object);
  });

  const waiting: readonly (readonly [WriteOutcome, string | undefined])[] = [
    [{ kind: 'no-answer', why: 'network' }, 'offline'],
    [{ kind: 'no-answer', why: 'timeout' }, 'offline'],
    [{ kind: 'no-answer', why: 'malformed' }, 'offline'],
    [{ kind: 'rate-limited', ...answered }, 'rate-limited'],
    [{ kind: 'conflict', ...answered }, undefined],
    [{ kind: 'key-refused', status: 401, message: '', ...answered }, 'key'],
  ];
  it.each(waiting)('waits and looks again after %j', (outcome, pause) => {
    const decision = afterWrite(refund, outcome, 0, moment);
    expect(decision.patch.state).toBe('waiting');
    expect(decision.patch.nextAttemptAt).toBeGreaterThan(NOW);
    expect(decision.pause?.why).toBe(pause);
    expect(decision.apply).toBeNull();
  });

  it('fails for good when Stripe refused, with its own words', () => {
    const outcome: WriteOutcome = {
      kind: 'refused',
      status: 400,
      code: 'charge_already_refunded',
      message: 'Already.',
      ...answered,
    };
    expect(afterWrite(refund, outcome, 0, moment).patch).toMatchObject({
      state: 'failed',
      error: { code: 'charge_already_refunded', message: 'Already.' },
    });
  });

  it('looks once more when Stripe will not take a payment: somebody may have been faster', () => {
    const outcome: WriteOutcome = {
      kind: 'refused',
      status: 400,
      code: null,
      message: 'Invoice is already paid',
      ...answered,
    };
    const pay = stepFor('invoices.pay');
    expect(afterWrite(pay, outcome, 0, moment).patch.state).toBe('waiting');
    expect(afterWrite({ ...pay, attempts: 2 }, outcome, 0, moment).patch.state).toBe('failed');
    expect(afterWrite(pay, { ...outcome, status: 402 }, 0, moment).patch.state).toBe('failed');
  });

  it('fails when a permission is missing, and does not stop the others', () => {
    const decision = afterWrite(
      refund,
      { kind: 'key-refused', status: 403, message: 'Enable Refunds Write', ...answered },
      0,
      moment,
    );
    expect(decision.patch.state).toBe('failed');
    expect(decision.pause).toBeUndefined();
  });

  it('only checks after a server error, counted on Stripe’s clock', () => {
    const decision = afterWrite(refund, { kind: 'server-error', status: 500, ...answered }, 4_000, moment);
    expect(decision.patch).toMatchObject({ state: 'checking', serverErrorAt: 5_000 });
  });
});

describe('a step that is repeated under fresh keys', () => {
  it('is repeated less and less often while Stripe answers with errors', () => {
    const waits = [1, 2, 5].map((generation) => {
      const step = stepFor('invoices.finalizeInvoice', { generation });
      const decision = afterWrite(step, { kind: 'server-error', status: 500, ...answered }, 0, {
        ...moment,
        now: 0,
        jitter: 1,
      });
      return decision.patch.nextAttemptAt;
    });
    expect(waits).toEqual([2_000, 4_000, 32_000]);
  });
});

describe('after looking at Stripe', () => {
  const absent = { kind: 'absent', stripeTime: 10_000 } as const;

  it('sends only what is not there', () => {
    expect(afterLookUp(stepFor('refunds.create'), absent, moment)).toEqual({ kind: 'post' });
  });

  it('takes over what is there instead of doing it again', () => {
    const object = { id: 're_9', object: 'refund' };
    const decision = afterLookUp(stepFor('refunds.create'), { kind: 'done', object, stripeTime: 1 }, moment);
    expect(decision).toMatchObject({
      kind: 'settle',
      patch: { state: 'done', resultId: 're_9' },
      apply: object,
    });
  });

  it('never sends money again after a server error: it checks for two days, then asks a person', () => {
    const step = stepFor('refunds.create', { serverErrorAt: 10_000, state: 'checking' });
    const early = afterLookUp(step, { kind: 'absent', stripeTime: 10_000 + 48 * 3600 }, moment);
    expect(early).toMatchObject({ kind: 'settle', patch: { state: 'checking' } });
    const late = afterLookUp(step, { kind: 'absent', stripeTime: 10_001 + 48 * 3600 }, moment);
    expect(late).toMatchObject({ kind: 'settle', patch: { state: 'needs-review' } });
  });

  it.each([
    'refunds.create',
    'invoices.sendInvoice',
    'invoices.create',
    'customers.create',
    'invoices.addLines',
  ] as const)('does not repeat %s after a server error', (operation) => {
    const decision = afterLookUp(stepFor(operation, { serverErrorAt: 10_000 }), absent, moment);
    expect(decision).toMatchObject({ kind: 'settle', patch: { state: 'checking' } });
  });

  it.each(['invoices.finalizeInvoice', 'invoices.voidInvoice', 'coupons.create'] as const)(
    'repeats %s under a fresh key, because repeating it changes nothing',
    (operation) => {
      expect(afterLookUp(stepFor(operation, { serverErrorAt: 10_000 }), absent, moment)).toEqual({
        kind: 'next-generation',
      });
    },
  );

  it('begins a charge anew under no circumstances, but marks as paid again and again', () => {
    const server = { serverErrorAt: 1_000 } as const;
    const charge = stepFor('invoices.pay', server);
    const unseen = { kind: 'absent', stripeTime: 1_000 } as const;
    expect(afterLookUp(charge, unseen, moment)).toMatchObject({
      kind: 'settle',
      patch: { state: 'checking' },
    });
    const intent = { ...charge.intent, params: { paid_out_of_band: true } };
    expect(afterLookUp({ ...charge, intent }, unseen, moment)).toEqual({ kind: 'next-generation' });
  });

  it('knows a refusal that Stripe tells of only later', () => {
    const refused = { kind: 'refused', code: 'lost_card', message: 'Declined.' } as const;
    expect(afterLookUp(stepFor('invoices.pay'), refused, moment)).toMatchObject({
      patch: { state: 'failed', error: { code: 'lost_card', message: 'Declined.' } },
    });
  });

  it('keeps checking when Stripe cannot be asked after a server error', () => {
    const step = stepFor('refunds.create', { serverErrorAt: 10_000, state: 'checking' });
    const decision = afterLookUp(
      step,
      { kind: 'unknown', failure: { kind: 'no-answer', why: 'network' } },
      moment,
    );
    expect(decision).toMatchObject({
      kind: 'settle',
      patch: { state: 'checking' },
      pause: { why: 'offline' },
    });
  });

  const forbidden = {
    kind: 'key-refused',
    status: 403,
    message: 'May not read refunds.',
    ...answered,
  } as const;
  const refused = { kind: 'refused', status: 400, code: null, message: 'No.', ...answered } as const;

  it.each([forbidden, refused])(
    'fails when nothing was sent yet and Stripe refuses to be asked: %j',
    (failure) => {
      const fresh = stepFor('refunds.create', { attempts: 0, state: 'queued' });
      const decision = afterLookUp(fresh, { kind: 'unknown', failure }, moment);
      expect(decision).toMatchObject({ kind: 'settle', patch: { state: 'failed' } });
    },
  );

  it('never says that what was sent has failed because Stripe refuses to be asked', () => {
    const sent = stepFor('refunds.create');
    const waits = afterLookUp(sent, { kind: 'unknown', failure: forbidden }, moment);
    expect(waits).toMatchObject({ patch: { state: 'waiting', nextAttemptAt: NOW + 15 * 60_000 } });
    const asks = afterLookUp(sent, { kind: 'unknown', failure: refused }, moment);
    expect(asks).toMatchObject({ patch: { state: 'needs-review', error: { code: 'unreadable' } } });
  });

  it.each([
    { kind: 'no-answer', why: 'malformed' },
    { kind: 'server-error', status: 500, ...answered },
    { kind: 'rate-limited', ...answered },
    { kind: 'conflict', ...answered },
  ] as const)('pauses everything, and itself for longer, after %j', (failure) => {
    for (const pauses of [0, 3, 6]) {
      const now = { now: 0, jitter: 0, pauses };
      const decision = afterLookUp(
        stepFor('refunds.create', { attempts: 0 }),
        { kind: 'unknown', failure },
        now,
      );
      expect(decision).toMatchObject({ kind: 'settle', pause: expect.anything() });
      const next = 'patch' in decision ? (decision.patch.nextAttemptAt ?? 0) : 0;
      expect(next).toBeGreaterThanOrEqual(backoff(pauses, { now: 0, jitter: 1 }));
    }
  });

  it('leaves to a person what it must not decide', () => {
    const decision = afterLookUp(
      stepFor('invoices.finalizeInvoice'),
      { kind: 'review', message: 'total-differs:99' },
      moment,
    );
    expect(decision).toMatchObject({
      kind: 'settle',
      patch: { state: 'needs-review', error: { code: 'total-differs:99' } },
    });
  });
});

describe('backing off', () => {
  it('grows from a second to a quarter of an hour, with jitter', () => {
    const delays = [0, 1, 5, 30].map((attempts) => backoff(attempts, { now: 0, jitter: 1 }));
    expect(delays).toEqual([1_000, 2_000, 32_000, 900_000]);
    expect(backoff(5, { now: 0, jitter: 0 })).toBe(16_000);
  });
});
