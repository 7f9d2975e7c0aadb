// `npm run test:stripe`: holds the rules that the simulator keeps against Stripe's own test mode. Needs a test key; leaves nothing behind.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stripe } from 'stripe';
import { configOf } from '../main/simulator/conformance/rules/subject.ts';
import { whyNotThisKey } from './key.ts';

const root = join(import.meta.dirname, '..', '..');

/** The prefix of a key is a promise; the account's own word counts. */
async function isTestMode(key: string, address: string | undefined): Promise<boolean> {
  const stripe = new Stripe(key, { ...configOf(address), telemetry: false });
  return !(await stripe.balance.retrieve()).livemode;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { 'stripe-api': { type: 'string' } } });
  const address = values['stripe-api'];
  const key = process.env['STRIPE_TEST_KEY'];
  const reason = whyNotThisKey(key);
  if (key === undefined || reason !== null) throw new Error(reason ?? 'There is no key.');
  if (!(await isTestMode(key, address))) throw new Error('Stripe says that this account is in live mode.');
  const vitest = [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--config',
    'test/vitest.config.ts',
  ];
  const { status } = spawnSync(process.execPath, [...vitest, '--project', 'stripe'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(address === undefined ? {} : { STRIPE_TEST_API: address }) },
  });
  return status ?? 1;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 1;
});
