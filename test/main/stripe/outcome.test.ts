import { describe, expect, it } from 'vitest';
import { ANSWERED, CREATE, gatewayOver, HEAD, KEY, refusal } from '../../support/gateway-bench.ts';
import { connectionError, json, type ScriptedAnswer } from '../../support/scripted-client.ts';

describe('the outcome of a write', () => {
  it('is accepted, with the object as plain JSON and the clock of Stripe', async () => {
    const { gateway } = gatewayOver(
      json(200, { id: 're_1', object: 'refund', amount: 500, unknown: { a: 1 } }, HEAD),
    );
    expect(await gateway.write(CREATE, KEY)).toEqual({
      kind: 'accepted',
      object: { id: 're_1', object: 'refund', amount: 500, unknown: { a: 1 } },
      replayed: false,
      ...ANSWERED,
    });
  });

  it('says when the answer is a repeated one', async () => {
    const { gateway } = gatewayOver(
      json(200, { id: 're_1', object: 'refund' }, { ...HEAD, 'idempotent-replayed': 'true' }),
    );
    expect(await gateway.write(CREATE, KEY)).toMatchObject({ kind: 'accepted', replayed: true });
  });

  it.each<[string, ScriptedAnswer, object]>([
    [
      '400',
      refusal(400, { type: 'invalid_request_error', code: 'amount_too_large' }),
      { kind: 'refused', status: 400, code: 'amount_too_large', message: 'No.', ...ANSWERED },
    ],
    [
      '402',
      refusal(402, { type: 'card_error', code: 'card_declined' }),
      { kind: 'refused', status: 402, code: 'card_declined', message: 'No.', ...ANSWERED },
    ],
    [
      '404',
      refusal(404, { type: 'invalid_request_error', code: 'resource_missing' }),
      { kind: 'refused', status: 404, code: 'resource_missing', message: 'No.', ...ANSWERED },
    ],
    [
      'a key used for something else',
      refusal(400, { type: 'idempotency_error' }),
      { kind: 'refused', status: 400, code: 'idempotency_error', message: 'No.', ...ANSWERED },
    ],
    [
      '401',
      refusal(401, { type: 'invalid_request_error' }),
      { kind: 'key-refused', status: 401, message: 'No.', ...ANSWERED },
    ],
    [
      '403',
      refusal(403, { type: 'invalid_request_error' }),
      { kind: 'key-refused', status: 403, message: 'No.', ...ANSWERED },
    ],
    [
      '429',
      refusal(429, { type: 'invalid_request_error', code: 'lock_timeout' }),
      { kind: 'rate-limited', ...ANSWERED },
    ],
    [
      '400 rate_limit',
      refusal(400, { type: 'invalid_request_error', code: 'rate_limit' }),
      { kind: 'rate-limited', ...ANSWERED },
    ],
    [
      '400 lock_timeout',
      refusal(400, { type: 'invalid_request_error', code: 'lock_timeout' }),
      { kind: 'rate-limited', ...ANSWERED },
    ],
    [
      '402 with the reason of the bank',
      refusal(402, { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds' }),
      { kind: 'refused', status: 402, code: 'insufficient_funds', message: 'No.', ...ANSWERED },
    ],
    [
      '409',
      refusal(409, { type: 'idempotency_error', code: 'idempotency_key_in_use' }),
      { kind: 'conflict', ...ANSWERED },
    ],
    [
      '424',
      refusal(424, { type: 'api_error' }),
      { kind: 'refused', status: 424, code: null, message: 'No.', ...ANSWERED },
    ],
    ['500', refusal(500, { type: 'api_error' }), { kind: 'server-error', status: 500, ...ANSWERED }],
    ['503', refusal(503, { type: 'api_error' }), { kind: 'server-error', status: 503, ...ANSWERED }],
    [
      'a page of a proxy',
      { status: 502, body: '<html>', headers: HEAD },
      { kind: 'no-answer', why: 'malformed' },
    ],
    [
      'half an answer',
      { status: 200, body: '{"id": ', headers: HEAD },
      { kind: 'no-answer', why: 'malformed' },
    ],
    ['JSON that is no object', json(200, null, HEAD), { kind: 'no-answer', why: 'malformed' }],
    ['an object without id', json(200, {}, HEAD), { kind: 'no-answer', why: 'malformed' }],
    ['an error under 200', refusal(200, { type: 'api_error' }), { kind: 'no-answer', why: 'malformed' }],
    ['a timeout', connectionError('ETIMEDOUT'), { kind: 'no-answer', why: 'timeout' }],
    ['no route', connectionError('ENOTFOUND'), { kind: 'no-answer', why: 'network' }],
    ['a closed connection', connectionError('ECONNRESET'), { kind: 'no-answer', why: 'network' }],
  ])('after %s', async (_name, answer, outcome) => {
    const { gateway, sent } = gatewayOver(answer);
    expect(await gateway.write(CREATE, KEY)).toEqual(outcome);
    expect(sent).toHaveLength(1);
  });

  it('repeats nothing of a key that Stripe quotes', async () => {
    const message =
      "The provided key 'rk_test_*****************abcdef' does not have the permission refund_write.";
    const { gateway } = gatewayOver(refusal(403, { type: 'invalid_request_error', message }));
    expect(await gateway.write(CREATE, KEY)).toMatchObject({
      kind: 'key-refused',
      message: 'The provided key (key) does not have the permission refund_write.',
    });
  });

  it('throws for a request that could not be sent, because that is a defect', async () => {
    const { gateway, sent } = gatewayOver(json(200, {}));
    await expect(gateway.write({ ...CREATE, operation: 'invoices.del' }, KEY)).rejects.toThrow('target');
    await expect(gateway.write({ ...CREATE, target: 're_1' }, KEY)).rejects.toThrow('target');
    expect(sent).toHaveLength(0);
  });
});
