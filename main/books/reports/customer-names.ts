// Every customer that Stripe has, by Stripe's id: for reports with a line for each.
import { type CustomerRef, customerRefs } from '../../store/reports/parties.ts';
import { createPacer } from './portions.ts';
import type { ReportContext } from './report-context.ts';

const PORTION = 5_000;

export async function customersByStripeId(context: ReportContext): Promise<ReadonlyMap<string, CustomerRef>> {
  const pacer = createPacer(context);
  const customers = new Map<string, CustomerRef>();
  for (let after = 0; ;) {
    const part = customerRefs(context.db, after, PORTION);
    for (const customer of part) customers.set(customer.stripe_id ?? '', customer);
    const last = part.at(-1);
    if (!last) return customers;
    after = last.seq;
    await pacer.did(part.length);
  }
}
