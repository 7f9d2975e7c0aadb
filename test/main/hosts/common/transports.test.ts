import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stripe } from 'stripe';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTransports } from '../../../../main/hosts/common/transports.ts';
import type { Clock, StripeTransport } from '../../../../main/ports.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-transport-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const clock: Clock = { now: () => Date.UTC(2026, 10, 23), schedule: () => () => undefined };
const client = (transport: StripeTransport) =>
  new Stripe('sk_test_demo', { ...transport.options, maxNetworkRetries: 0, telemetry: false });

test('books of Stripe’s reach Stripe as the SDK does', () => {
  expect(createTransports({ stripeApi: null, clock })({ kind: 'stripe', folder }).options).toEqual({});
});

test('or a simulator on this machine, where one was named', () => {
  const transports = createTransports({ stripeApi: { host: '127.0.0.1', port: 4242 }, clock });
  expect(transports({ kind: 'stripe', folder }).options).toEqual({
    host: '127.0.0.1',
    port: 4242,
    protocol: 'http',
  });
});

test('the demo answers by itself, even where a simulator was named, and remembers', async () => {
  const transports = createTransports({ stripeApi: { host: '127.0.0.1', port: 1 }, clock });
  const first = transports({ kind: 'demo', folder });
  const { id } = await client(first).customers.create({ name: 'Ada' });
  first.close();
  const second = transports({ kind: 'demo', folder });
  expect(await client(second).customers.retrieve(id)).toMatchObject({ name: 'Ada' });
  second.close();
});

test('a company that was half made when the program died is made anew', async () => {
  writeFileSync(join(folder, 'simulator.jsonl.unfinished'), 'half a li');
  const transport = createTransports({ stripeApi: null, clock })({ kind: 'demo', folder });
  expect((await client(transport).customers.list({ limit: 1 })).object).toBe('list');
  transport.close();
  expect(readdirSync(folder)).toEqual(['simulator.jsonl']);
});
