import { request } from 'node:http';
import { Stripe } from 'stripe';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serveSimulator, type RunningSimulator } from '../../../../main/hosts/loopback/simulator-server.ts';
import { createSimulator } from '../../../../main/simulator/simulator.ts';
import { createOpen, morning, refusal } from '../../simulator/conformance/subject.ts';

let running: RunningSimulator;
let stripe: Stripe;

/** A fault of the server is unhandled, which fails the run. */
function throwing(error: unknown): never {
  throw error;
}

beforeEach(async () => {
  const simulator = createSimulator({ now: () => morning, seed: 7 });
  running = await serveSimulator(simulator, 0, throwing);
  const { hostname, port } = new URL(running.address);
  stripe = new Stripe('sk_test_loopback', {
    host: hostname,
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
    timeout: 10_000,
  });
});
afterEach(() => running.close());

async function control(
  name: string,
  input: unknown = {},
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${running.address}/_control/${name}`, {
    method: 'POST',
    body: JSON.stringify(input),
  });
  return { status: response.status, body: await response.json() };
}

function statusOf(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(running.address);
    const sent = request({ host: '127.0.0.1', port, path: '/v1/balance', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('the simulator on a port', () => {
  test('answers the SDK as the one in process does, headers included', async () => {
    const made = await stripe.customers.create({ name: 'Ωmega' }, { idempotencyKey: 'key-1' });
    const again = await stripe.customers.create({ name: 'Ωmega' }, { idempotencyKey: 'key-1' });
    expect(again.id).toBe(made.id);
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(await refusal(stripe.customers.retrieve('cus_none'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
  });

  test('is controlled over the same port', async () => {
    const open = await createOpen(stripe);
    expect(await control('payInvoice', { invoice: open.id, outcome: 'declined' })).toEqual({
      status: 200,
      body: { declined: 'generic_decline' },
    });
    expect(await control('payInvoice', { invoice: open.id })).toEqual({
      status: 200,
      body: { declined: null },
    });
    expect(await control('advance', { ms: 2000 })).toEqual({ status: 200, body: null });
    expect(await control('now')).toEqual({ status: 200, body: morning + 2000 });
    expect((await control('objects', { type: 'charge' })).body).toMatchObject([
      { status: 'failed' },
      { status: 'succeeded' },
    ]);
    expect((await control('requests')).body).toMatchObject([{ path: '/v1/customers' }, {}, {}, {}]);
    expect(await control('advance', { ms: -1 })).toMatchObject({ status: 400 });
    expect(await control('payInvoice', { invoice: 'in_none' })).toMatchObject({ status: 400 });
    expect(await control('constructor')).toMatchObject({ status: 404 });
  });

  test.each([
    [{ kind: 'timeout', effect: 'done' }, 1],
    [{ kind: 'truncated' }, 1],
  ])('breaks as it is told: %o', async (fault, made) => {
    await control('faults', [{ match: { path: '/v1/customers', method: 'POST' }, fault }]);
    expect(await refusal(stripe.customers.create({ name: 'Anna' }, { timeout: 2000 }))).toMatchObject({
      type: 'StripeConnectionError',
    });
    expect((await stripe.customers.list()).data).toHaveLength(made);
  });

  test('a reset connection is tried once more by the SDK', async () => {
    await control('faults', [
      { match: { path: '/v1/customers', method: 'POST' }, fault: { kind: 'reset', effect: 'done' } },
    ]);
    await stripe.customers.create({ name: 'Anna' }, { idempotencyKey: 'key-1' });
    expect((await stripe.customers.list()).data).toHaveLength(1);
  });

  test('talks to clients of this machine only', async () => {
    const { host } = new URL(running.address);
    const authorization = 'Bearer sk_test_x';
    expect(await statusOf({ host, authorization })).toBe(200);
    expect(await statusOf({ host: 'attacker.example', authorization })).toBe(421);
    expect(await statusOf({ host, authorization, origin: 'https://attacker.example' })).toBe(403);
    expect(await statusOf({ host })).toBe(401);
  });

  test('takes an upload byte for byte, and lets Stripe refuse one that is too large', async () => {
    const data = Buffer.alloc(6 * 1024 * 1024, 0xc3);
    data.write('%PDF-1.7\n', 'latin1');
    const upload = (bytes: number): Promise<Stripe.File> =>
      stripe.files.create({
        purpose: 'dispute_evidence',
        file: { name: 'a.pdf', type: 'application/pdf', data: data.subarray(0, bytes) },
      });
    expect(await upload(100_001)).toMatchObject({ size: 100_001, type: 'pdf' });
    expect(await refusal(upload(data.length))).toMatchObject({ statusCode: 400, param: 'file' });
  });

  test('refuses a body without measure', async () => {
    const response = await fetch(`${running.address}/v1/customers`, {
      method: 'POST',
      body: 'x'.repeat(17 * 1024 * 1024),
      headers: { authorization: 'Bearer sk_test_x' },
    });
    expect(response.status).toBe(413);
  });
});
