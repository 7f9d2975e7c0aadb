// In which test clock an object lives: the one of its customer, which it never leaves.
import type { Kind, Records } from './records.ts';
import type { World } from './world.ts';

type Owner = string | null | undefined;
type OwnerOf = (world: World, id: string) => Owner;

function by<K extends Kind>(kind: K, owner: (record: Records[K]) => Owner): OwnerOf {
  return (world, id) => {
    const record = world.find(kind, id);
    return record === undefined ? undefined : owner(record);
  };
}

/** What each kind belongs to, one step nearer to its customer. What is not named here lives in the account's own time. */
const owners: readonly OwnerOf[] = [
  by('charge', ({ customer, payment_intent: intent }) => customer ?? intent),
  by('credit_note', ({ invoice }) => invoice),
  by('dispute', ({ charge }) => charge),
  by('invoice', ({ customer }) => customer),
  by('invoice_payment', ({ invoice }) => invoice),
  by('invoiceitem', ({ customer }) => customer),
  by('line_item', ({ invoice }) => invoice),
  by('payment_intent', ({ customer }) => customer),
  by('refund', ({ charge }) => charge),
  by('subscription', ({ customer }) => customer),
  by('subscription_item', ({ subscription }) => subscription),
];

/** The test clock of the customer that an object belongs to; null when it lives in the account's own time, or there is no such object. */
export function clockOf(world: World, id: string): Records['test_clock'] | null {
  if (world.table('test_clock').size === 0) return null;
  const clock = world.find('customer', id)?.test_clock;
  if (typeof clock === 'string') return world.find('test_clock', clock) ?? null;
  for (const ownerOf of owners) {
    const owner = ownerOf(world, id);
    if (typeof owner === 'string') return clockOf(world, owner);
  }
  return null;
}

/** The clock that a new object of a customer belongs to: what Stripe shows as its `test_clock`. */
export function clockIdOf(world: World, customer: string | null): string | null {
  return world.find('customer', customer ?? '')?.test_clock ?? null;
}

/** Whether a plain list leaves out what belongs to an invoice in a test clock (`partsInTestClock`). */
export function isLeftOut(world: World, invoice: string): boolean {
  if (world.settings.rules.partsInTestClock === 'listed') return false;
  const clock = world.find('invoice', invoice)?.test_clock ?? null;
  return clock !== null;
}
