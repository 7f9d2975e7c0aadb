// Evidence of what was done to revisions, and whether the invoice that one replaces can still be voided.
import { z } from 'zod';
import type { Json } from '../../stripe/request.ts';
import { type Evidence, hasMark, inList, onTarget, type Search, sinceFloor } from './search.ts';

const From = z.object({ from_invoice: z.object({ invoice: z.string() }) });

export function isRevision({ request }: Search): boolean {
  return From.safeParse(request.params).success;
}

/** By the mark among the invoices of a customer. */
export function ofCustomer(search: Search, customer: Json): Promise<Evidence> {
  return inList(search, 'invoices', { customer, ...sinceFloor(search) }, (object) => hasMark(object, search));
}

/** A revision is its invoice's customer's; the request does not say whose that is. */
export async function findRevision(search: Search): Promise<Evidence> {
  const { from_invoice: from } = From.parse(search.request.params);
  const answer = await search.gateway.get('invoice', from.invoice);
  if (!answer.ok) return { kind: 'unknown', failure: answer.failure };
  const customer = answer.value?.['customer'];
  return typeof customer === 'string'
    ? ofCustomer(search, customer)
    : { kind: 'impossible', message: 'Stripe no longer has the invoice that is to be revised.' };
}

const Removal = z.object({ lines: z.array(z.object({ id: z.string() })) });

/** Done once none of the lines is on the draft any more; nothing is to be done where there was none. */
export async function findRemoved(search: Search): Promise<Evidence> {
  const gone = new Set(Removal.parse(search.request.params).lines.map(({ id }) => id));
  const left = await inList(search, 'invoiceLines', { invoice: search.request.target }, ({ id }) =>
    gone.has(id),
  );
  if (left.kind === 'done') return { kind: 'absent', stripeTime: left.stripeTime };
  return left.kind === 'absent' ? onTarget(search, 'invoice', () => 'done') : left;
}

const Replaced = z.object({ status: z.string().default('gone'), amount_paid: z.int().default(0) });

/** Two invoices for one debt must never be: what was paid, voided or credited meanwhile is not replaced. */
export async function judgeReplaced(
  { gateway }: Search,
  replaces: string,
  absent: Evidence,
): Promise<Evidence> {
  const answer = await gateway.get('invoice', replaces);
  if (!answer.ok) return { kind: 'unknown', failure: answer.failure };
  const { status, amount_paid: paid } = Replaced.parse(answer.value ?? {});
  const isOwed = status === 'open' || status === 'uncollectible';
  if (isOwed && paid === 0) return absent;
  const now = isOwed ? 'paid in part' : status;
  return {
    kind: 'impossible',
    message: `At Stripe the invoice that this one replaces is ${now} now, so this one was not issued.`,
  };
}
