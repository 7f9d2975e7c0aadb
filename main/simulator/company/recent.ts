// The last days of the demo company's history: drafts in work and a dispute that waits for an answer.
import { openDispute } from '../resources/disputes/open.ts';
import { seedCustomers } from './customers.ts';
import { writeDraft } from './invoices.ts';
import { DAY, HOUR, type Stage } from './stage.ts';
import { welcome } from './welcome.ts';

/** Hours before the end. */
const draftsWritten = [50, 27, 4] as const;
const DISPUTED_BEFORE = 3 * DAY;
/** Minor units. */
const LARGEST_DISPUTE = 40_000;

/** The newest whole card payment that is some days old. */
function chargeToDispute({ world, end }: Stage): string | null {
  for (const charge of world.table('charge').newestFirst()) {
    const settledCard =
      charge.status === 'succeeded' &&
      charge.balance_transaction !== null &&
      charge.payment_method_details?.type === 'card';
    const old = charge.created * 1000 < end - 2 * DISPUTED_BEFORE;
    if (
      settledCard &&
      old &&
      charge.amount <= LARGEST_DISPUTE &&
      charge.amount_refunded === 0 &&
      charge.inner.dispute === null
    )
      return charge.id;
  }
  return null;
}

export function planRecent(stage: Stage, numbers: () => number): void {
  const { world, company, dice, timeline, end } = stage;
  for (const hours of draftsWritten) {
    timeline.add(end - hours * HOUR, () => {
      const customer = dice.weighted(seedCustomers);
      writeDraft(world, company, dice, {
        customer,
        isFirst: welcome(world, company, customer),
        number: numbers(),
      });
    });
  }
  timeline.add(end - DISPUTED_BEFORE, () => {
    const charge = chargeToDispute(stage);
    if (charge !== null) openDispute(world, world.get('charge', charge), { reason: 'product_not_received' });
  });
}
