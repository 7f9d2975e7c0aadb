import { describe, expect, it } from 'vitest';
import { createGateway } from '../../../main/stripe/gateway.ts';
import type { RequestRecord } from '../../../main/stripe/record.ts';
import type { FrozenRequest, Gateway } from '../../../main/stripe/request.ts';
import {
  connectionError,
  json,
  type ScriptedAnswer,
  scriptedClient,
  type SentRequest,
} from '../../support/scripted-client.ts';

const KEY = 'op-1:1:1';
const HEAD = { 'request-id': 'req_1', date: 'Mon, 23 Nov 2026 10:00:00 GMT' };
const ANSWERED = { requestId: 'req_1', stripeTime: 1_795_428_000 };
const CREATE: FrozenRequest = {
  operation: 'refunds.create',
  target: null,
  params: { payment_intent: 'pi_1', amount: 500 },
};

function gatewayOver(...answers: readonly ScriptedAnswer[]): {
  readonly gateway: Gateway;
  readonly sent: readonly SentRequest[];
  readonly records: readonly RequestRecord[];
} {
  const { client, sent } = scriptedClient(...answers);
  const records: RequestRecord[] = [];
  let now = 1_000;
  const gateway = createGateway({
    apiKey: 'sk_test_canary0000000000',
    transport: { httpClient: client },
    now: () => (now += 5),
    observe: (record) => records.push(record),
  });
  return { gateway, sent, records };
}

function refusal(status: number, error: object): ScriptedAnswer {
  return json(status, { error: { message: 'No.', ...error } }, HEAD);
}

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

  it('throws for a request that could not be sent, because that is a defect', async () => {
    const { gateway, sent } = gatewayOver(json(200, {}));
    await expect(gateway.write({ ...CREATE, operation: 'invoices.del' }, KEY)).rejects.toThrow('target');
    await expect(gateway.write({ ...CREATE, target: 're_1' }, KEY)).rejects.toThrow('target');
    expect(sent).toHaveLength(0);
  });
});

describe('what reaches the wire', () => {
  const sentFor = async (request: FrozenRequest): Promise<SentRequest> => {
    const { gateway, sent } = gatewayOver(json(200, { id: 'x_1', object: 'x' }));
    await gateway.write(request, KEY);
    const [first] = sent;
    if (!first) throw new Error('Nothing was sent');
    return first;
  };

  it('carries the key given, and no telemetry', async () => {
    const { headers } = await sentFor(CREATE);
    expect(headers['idempotency-key']).toBe(KEY);
    expect(headers['x-stripe-client-telemetry']).toBeUndefined();
  });

  it('keeps decimals as the text they are', async () => {
    const { path, body } = await sentFor({
      operation: 'invoices.addLines',
      target: 'in_1',
      params: {
        lines: [
          {
            quantity_decimal: '0.125',
            price_data: { currency: 'eur', unit_amount_decimal: '1050.000000000001' },
          },
        ],
      },
    });
    expect(path).toBe('/v1/invoices/in_1/add_lines');
    expect(body).toContain('lines[0][price_data][unit_amount_decimal]=1050.000000000001');
    expect(body).toContain('lines[0][quantity_decimal]=0.125');
  });

  it.each<[FrozenRequest, string, string]>([
    [{ operation: 'customers.create', target: null, params: {} }, 'POST', '/v1/customers'],
    [{ operation: 'customers.update', target: 'cus_1', params: {} }, 'POST', '/v1/customers/cus_1'],
    [
      { operation: 'customers.createTaxId', target: 'cus_1', params: { type: 'eu_vat', value: 'DE1' } },
      'POST',
      '/v1/customers/cus_1/tax_ids',
    ],
    [
      { operation: 'customers.deleteTaxId', target: 'cus_1', params: { tax_id: 'txi_1' } },
      'DELETE',
      '/v1/customers/cus_1/tax_ids/txi_1',
    ],
    [{ operation: 'taxRates.create', target: null, params: {} }, 'POST', '/v1/tax_rates'],
    [{ operation: 'coupons.create', target: null, params: {} }, 'POST', '/v1/coupons'],
    [{ operation: 'invoices.create', target: null, params: {} }, 'POST', '/v1/invoices'],
    [{ operation: 'invoices.del', target: 'in_1', params: {} }, 'DELETE', '/v1/invoices/in_1'],
    [
      { operation: 'invoices.finalizeInvoice', target: 'in_1', params: {} },
      'POST',
      '/v1/invoices/in_1/finalize',
    ],
    [{ operation: 'invoices.sendInvoice', target: 'in_1', params: {} }, 'POST', '/v1/invoices/in_1/send'],
    [{ operation: 'invoices.voidInvoice', target: 'in_1', params: {} }, 'POST', '/v1/invoices/in_1/void'],
    [
      { operation: 'invoices.markUncollectible', target: 'in_1', params: {} },
      'POST',
      '/v1/invoices/in_1/mark_uncollectible',
    ],
    [{ operation: 'invoices.pay', target: 'in_1', params: {} }, 'POST', '/v1/invoices/in_1/pay'],
    [{ operation: 'refunds.create', target: null, params: {} }, 'POST', '/v1/refunds'],
  ])('$operation goes to its address', async (request, method, path) => {
    expect(await sentFor(request)).toMatchObject({ method, path });
  });

  it('asks for the tax ids of every customer', async () => {
    const { body } = await sentFor({ operation: 'customers.create', target: null, params: { name: 'A' } });
    expect(body).toContain('expand[0]=tax_ids');
  });
});

describe('reads', () => {
  it('answers null for what Stripe does not have, and a tombstone for what was deleted', async () => {
    const gone = gatewayOver(refusal(404, { type: 'invalid_request_error', code: 'resource_missing' }));
    expect(await gone.gateway.get('invoice', 'in_1')).toEqual({ ok: true, value: null, ...ANSWERED });
    const deleted = gatewayOver(json(200, { id: 'cus_1', object: 'customer', deleted: true }, HEAD));
    expect(await deleted.gateway.get('customer', 'cus_1')).toMatchObject({
      ok: true,
      value: { deleted: true },
    });
  });

  it('turns decimals of the SDK back into text', async () => {
    const line = {
      id: 'il_1',
      object: 'line_item',
      quantity_decimal: '1.500',
      pricing: { unit_amount_decimal: '0.05' },
    };
    const { gateway } = gatewayOver(json(200, { object: 'list', has_more: true, data: [line] }, HEAD));
    expect(await gateway.list('invoiceLines', { invoice: 'in_1' })).toMatchObject({
      ok: true,
      value: {
        hasMore: true,
        data: [{ id: 'il_1', quantity_decimal: '1.5', pricing: { unit_amount_decimal: '0.05' } }],
      },
    });
  });

  it('lists a full page with the filters given', async () => {
    const { gateway, sent } = gatewayOver(json(200, { object: 'list', has_more: false, data: [] }, HEAD));
    await gateway.list('events', { created: { gte: 5 }, starting_after: 'evt_1' });
    expect(decodeURIComponent(sent[0]?.path ?? '')).toBe(
      '/v1/events?limit=100&created[gte]=5&starting_after=evt_1',
    );
  });

  it('tells the balance and the account', async () => {
    const balance = { object: 'balance', available: [{ amount: 1, currency: 'eur' }] };
    expect(await gatewayOver(json(200, balance, HEAD)).gateway.balance()).toMatchObject({
      ok: true,
      value: balance,
    });
    const account = { id: 'acct_1', object: 'account' };
    expect(await gatewayOver(json(200, account, HEAD)).gateway.account()).toMatchObject({
      ok: true,
      value: account,
    });
  });

  it('says what failed', async () => {
    const { gateway } = gatewayOver(connectionError('ENOTFOUND'));
    expect(await gateway.balance()).toEqual({ ok: false, failure: { kind: 'no-answer', why: 'network' } });
  });
});

describe('the record of a request', () => {
  it('names what happened, once a request', async () => {
    const { gateway, records } = gatewayOver(
      json(200, { id: 're_1', object: 'refund', amount: 500, currency: 'eur' }, HEAD),
    );
    await gateway.write(CREATE, KEY);
    expect(records).toEqual([
      {
        at: 1005,
        operation: 'refunds.create',
        status: 200,
        durationMs: 5,
        requestId: 'req_1',
        idempotencyKey: KEY,
        replayed: false,
        objectIds: ['re_1'],
        amount: 500,
        currency: 'eur',
        error: null,
      },
    ]);
  });

  it('names the failure, too, and nothing of the customer or the key', async () => {
    const { gateway, records } = gatewayOver(
      refusal(400, { type: 'invalid_request_error', code: 'email_invalid' }),
    );
    await gateway.write(
      { operation: 'customers.update', target: 'cus_1', params: { email: 'ada@example.com' } },
      KEY,
    );
    expect(records).toMatchObject([
      { status: 400, error: 'email_invalid', objectIds: ['cus_1'], amount: null },
    ]);
    expect(JSON.stringify(records)).not.toMatch(/ada@|canary/);
  });

  it('is made when no answer came', async () => {
    const { gateway, records } = gatewayOver(connectionError('ETIMEDOUT'));
    await gateway.get('invoice', 'in_1');
    expect(records).toMatchObject([{ operation: 'invoice.get', status: null, error: 'timeout' }]);
  });
});
