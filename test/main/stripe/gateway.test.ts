import { describe, expect, it } from 'vitest';
import type { FrozenRequest } from '../../../main/stripe/request.ts';
import { ANSWERED, CREATE, gatewayOver, HEAD, KEY, refusal } from '../../support/gateway-bench.ts';
import { connectionError, json, type SentRequest } from '../../support/scripted-client.ts';

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
    [{ operation: 'customers.del', target: 'cus_1', params: {} }, 'DELETE', '/v1/customers/cus_1'],
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
    await gateway.write(CREATE, KEY, 3);
    expect(records).toEqual([
      {
        at: 1005,
        operation: 'refunds.create',
        status: 200,
        durationMs: 5,
        requestId: 'req_1',
        idempotencyKey: KEY,
        attempt: 3,
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
