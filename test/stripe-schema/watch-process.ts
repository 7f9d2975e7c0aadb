// Preloaded into the processes that a test starts: whatever their simulators are asked and answer is held to Stripe's types and written down.
import { isMainThread } from 'node:worker_threads';

async function watch(folder: string): Promise<void> {
  const { watchExchanges } = await import('../../main/simulator/api/exchange.ts');
  const { ensureSchemas } = await import('./library.ts');
  const { openNet } = await import('./net.ts');
  const { openRecord } = await import('./record.ts');
  await ensureSchemas();
  const net = openNet();
  const record = openRecord(folder);
  watchExchanges((exchange) => record(net.hold(exchange)));
}

const folder = process.env['QUITTANCE_STRIPE_RECORD'];
if (isMainThread && folder !== undefined) await watch(folder);
