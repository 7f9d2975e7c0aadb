import { expect, it } from 'vitest';
import { explain } from '../../../main/outbox/explain.ts';
import type { OutboxStep, StepError } from '../../../main/outbox/step.ts';

function failedWith(error: StepError): string {
  const step: OutboxStep = {
    id: 's1',
    operationId: 'op1',
    position: 1,
    generation: 1,
    title: 'Pay the money back',
    intent: { operation: 'refunds.create', target: null, params: {}, expectTotal: null },
    request: null,
    key: 'op1:1:1',
    state: 'failed',
    attempts: 1,
    floor: 0,
    serverErrorAt: null,
    nextAttemptAt: null,
    resultId: null,
    requestId: 'req_1',
    error,
  };
  return explain('failed', [step]);
}

it('says Stripe’s reason with its code', () => {
  const error = { code: 'charge_already_refunded', message: 'It has been refunded already.' };
  expect(failedWith(error)).toBe(
    'Pay the money back: It has been refunded already. (charge_already_refunded)',
  );
  expect(failedWith({ code: 'expired_card', message: 'Your card has expired.' })).toMatch(
    /has expired.*\(expired_card\)$/,
  );
});

it.each([null, 'wrong_state', 'permission', 'server_error', 'waits-in-vain'])(
  'names no code where it is not Stripe’s: %s',
  (code) => {
    expect(failedWith({ code, message: 'It is void now.' })).toBe('Pay the money back: It is void now.');
  },
);
