import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../main/simulator/api/faults.ts';
import type { Db } from '../../../main/store/database.ts';
import { Backfill } from '../../../main/sync/backfill.ts';
import { createPoller, type Poller } from '../../../main/sync/poller.ts';
import { Crash, crashingDb } from '../../support/crashing-db.ts';
import { memoryDb } from '../../support/memory-db.ts';
import { mirrorOf } from '../../support/mirror.ts';
import { createShop, type Shop } from '../../support/shop.ts';
import { createSyncBench, finish, type SyncBench } from '../../support/sync-bench.ts';
import { expectMirror, idsAtStripe } from '../../support/world-mirror.ts';

type Step =
  | { readonly kind: 'act'; readonly what: number; readonly pick: number }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'poll' }
  | { readonly kind: 'crash'; readonly nth: number; readonly when: 'before' | 'after' }
  | { readonly kind: 'fault'; readonly path: string; readonly fault: Fault };

const FAULTS: readonly Fault[] = [
  { kind: 'timeout', effect: 'none' },
  { kind: 'reset', effect: 'none' },
  { kind: 'rate_limited' },
  { kind: 'server_error', effect: 'none' },
  { kind: 'malformed' },
  { kind: 'truncated' },
];
const PATHS = ['/v1/events', '/v1/invoices/*', '/v1/payment_intents/*', '/v1/customers/*', '/v1/refunds/*'];

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('act'), what: fc.nat(9), pick: fc.nat(50) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait'), seconds: fc.constantFrom(0, 1, 30, 400, 90_000) }),
  },
  { weight: 3, arbitrary: fc.constant<Step>({ kind: 'poll' }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('crash'),
      nth: fc.integer({ min: 1, max: 2 }),
      when: fc.constantFrom('before', 'after'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('fault'),
      path: fc.constantFrom(...PATHS),
      fault: fc.constantFrom(...FAULTS),
    }),
  },
);

function pickOne(
  { simulator }: SyncBench,
  type: 'customer' | 'invoice' | 'payment_intent',
  pick: number,
  status?: string,
): string | null {
  const all = idsAtStripe(simulator, type, status);
  return all[pick % Math.max(1, all.length)] ?? null;
}

/** Something that somebody else does at Stripe; nothing when there is nothing to do it to. */
async function act(bench: SyncBench, shop: Shop, what: number, pick: number): Promise<void> {
  const { stripe } = bench;
  const customer = pickOne(bench, 'customer', pick);
  const draft = pickOne(bench, 'invoice', pick, 'draft');
  const open = pickOne(bench, 'invoice', pick, 'open');
  const paid = pickOne(bench, 'payment_intent', pick, 'succeeded');
  if (what === 0 || customer === null) await shop.customer(`Customer ${pick}`);
  else if (what === 1) await shop.draft(customer, 1 + (pick % 12));
  else if (what === 2) await shop.invoice(customer, 1 + (pick % 12));
  else if (what === 3) await stripe.customers.update(customer, { name: `Renamed ${pick}` });
  else if (what === 4 && draft !== null) await stripe.invoices.del(draft);
  else if (what === 5 && open !== null) await shop.pay(open);
  else if (what === 6 && open !== null) await stripe.invoices.voidInvoice(open);
  else if (what === 7 && open !== null) await stripe.invoices.pay(open, { paid_out_of_band: true });
  else if (what === 8 && paid !== null) await shop.refund(paid, 100).catch(() => undefined);
  else if (what === 9 && open !== null)
    bench.simulator.control.payInvoice({ invoice: open, outcome: 'declined' });
}

async function follow(bench: SyncBench, steps: readonly Step[]): Promise<void> {
  const shop = createShop(bench);
  let poller: Poller = createPoller(bench.parts);
  for (const step of steps) {
    if (step.kind === 'act') await act(bench, shop, step.what, step.pick);
    else if (step.kind === 'wait') await bench.clock.advance(step.seconds * 1_000);
    else if (step.kind === 'poll') await poller.poll();
    else if (step.kind === 'fault') {
      bench.simulator.control.faults.script([
        { match: { method: 'GET', path: step.path }, fault: step.fault },
      ]);
      await poller.poll();
      bench.simulator.control.faults.script([]);
    } else {
      const dying = createPoller({ ...bench.parts, db: crashingDb(bench.db, step.nth, step.when) });
      await dying.poll().catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      poller = createPoller(bench.parts);
    }
  }
  // A draft gives its customer a currency, of which no event tells.
  for (const customer of idsAtStripe(bench.simulator, 'customer')) {
    await bench.stripe.customers.update(customer, { phone: '1' });
  }
  await poller.poll();
}

/** Rows as lists show them, without what only events tell and what never falls again. */
function rowsOf(db: Db): unknown {
  const { customer = [], invoice = [], payment, refund, invoice_payment: links } = mirrorOf(db);
  return {
    customer: customer.map(({ last_invoiced: _last, ...row }) => row),
    invoice: invoice.map(({ sent_at: _sent, ...row }) => row),
    payment,
    refund,
    links,
  };
}

async function rowsOfFreshBooks(bench: SyncBench): Promise<unknown> {
  const db = memoryDb();
  const backfill = new Backfill({ ...bench.parts, db });
  await backfill.begin(null);
  await finish(backfill);
  return rowsOf(db);
}

describe('after any history', () => {
  it('the mirror is equal to what is at Stripe', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 40 }), async (steps) => {
        const bench = createSyncBench();
        await bench.backfill();
        await follow(bench, steps);
        expectMirror(bench.db, bench.simulator);
        expect(rowsOf(bench.db)).toEqual(await rowsOfFreshBooks(bench));
      }),
      { numRuns: 25 },
    );
  });
});
