// Every system of the mission has journeys that are called by its name.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SYSTEMS = [
  'Secret and publishable keys, test and live',
  'Verify the connection (balance)',
  'Customers with metadata',
  'One-off invoices: items, create, finalize, send',
  'Invoice list and PDF',
  'PaymentIntents and their seven statuses; SCA; verification',
  'Charging a saved method',
  'Webhooks, signature verification, essential events',
  'Missed webhooks: relist recent events',
  'Products, recurring prices, subscriptions, scheduled invoices',
  'Payment failures, retries, dunning',
  'Idempotency keys',
  'Retry with exponential backoff',
  'Structured logging',
  'Refunds, partial and full',
  'SEPA debit',
  'Test cards, sandbox, simulating events',
  'Test to production checklist',
  'Amounts validated on the server side; currency restrictions',
  'GDPR, PCI',
  'Audit of Stripe logs',
] as const;

const journeys = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts'));
const titles = journeys.flatMap((name) =>
  [...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/^describe\('([^']+)'/gm)].map(
    ([, title]) => title ?? '',
  ),
);

it.each(SYSTEMS)('%s', (system) => {
  expect(
    titles.some(
      (title) => title === system || title.startsWith(`${system}: `) || title.startsWith(`${system}, `),
    ),
  ).toBe(true);
});
