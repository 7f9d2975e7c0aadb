// Opens what lies outside in the system's browser or mail program. The page names a thing; the address is made or fetched here.
import type { ParsedInput } from '../../shared/contract/calls.ts';
import type { Ports } from '../ports.ts';
import { notFound, Refusal, wrongState } from '../refusal.ts';
import { stripePage } from '../stripe-page.ts';
import { customerById } from '../store/customers.ts';
import { syncError } from '../sync/sync-error.ts';
import type { OpenBooks } from './open-books.ts';
import type { Session } from './session.ts';

interface Dependencies {
  readonly ports: Pick<Ports, 'opener'>;
  readonly session: Session;
}

type Target = ParsedInput<'external.open'>;

/** The payment page of an invoice, for the bookkeeper to hand on: shown to the page only when it is Stripe's own. */
export async function paymentLink(
  { session }: Pick<Dependencies, 'session'>,
  { invoiceId }: ParsedInput<'external.copyLink'>,
): Promise<string> {
  const { books } = session;
  if (!books) throw new Refusal({ kind: 'no-books' });
  const address = stripePage(await hostedAddress(session, books, invoiceId));
  if (address === null) throw wrongState('no-page', 'Stripe gave no address that could be handed on.');
  return address;
}

export async function openExternal({ ports, session }: Dependencies, target: Target): Promise<boolean> {
  const { books } = session;
  if (!books) throw new Refusal({ kind: 'no-books' });
  return ports.opener.open(await addressOf(session, books, target));
}

async function addressOf(session: Session, books: OpenBooks, target: Target): Promise<string> {
  switch (target.kind) {
    case 'dashboard':
      return dashboardAddress(books, target.of, target.id);
    case 'hosted-invoice':
      return hostedAddress(session, books, target.invoiceId);
    case 'mail-to-customer': {
      const email = customerById(books.db, target.customerId)?.fields.email ?? '';
      if (email === '') throw wrongState('no-email', 'This customer has no e-mail address.');
      return `mailto:${encodeURIComponent(email)}`;
    }
  }
}

const DASHBOARD = 'https://dashboard.stripe.com';
const SECTIONS = {
  invoice: 'invoices',
  customer: 'customers',
  payment: 'payments',
  item: 'products',
  dispute: 'disputes',
  recurring: 'subscriptions',
  request: 'logs',
} as const;
const TABLES = {
  invoice: 'invoice',
  customer: 'customer',
  item: 'product',
  recurring: 'subscription',
} as const;
type Kept = keyof typeof TABLES;

function dashboardAddress(
  books: OpenBooks,
  of: Extract<Target, { kind: 'dashboard' }>['of'],
  id: string | null,
): string {
  if (books.mode === 'sample') throw wrongState('sample', 'Sample data has no dashboard at Stripe.');
  const base = books.mode === 'test' ? `${DASHBOARD}/test` : DASHBOARD;
  if (of === 'account' || id === null) return `${base}/dashboard`;
  const stripeId = isKept(of) ? stripeIdOf(books, of, id) : id;
  if (!/^\w+$/.test(stripeId)) throw notFound(of);
  return `${base}/${SECTIONS[of]}/${encodeURIComponent(stripeId)}`;
}

/** Under an id of ours; anything else is known by Stripe's. */
function isKept(of: string): of is Kept {
  return Object.hasOwn(TABLES, of);
}

function stripeIdOf(books: OpenBooks, of: Kept, id: string): string {
  const row = books.db.get<{ stripe_id: string | null }>(`SELECT stripe_id FROM ${TABLES[of]} WHERE id = ?`, [
    id,
  ]);
  if (!row?.stripe_id) throw notFound(of);
  return row.stripe_id;
}

/** Stripe's links expire, so the invoice is asked for its link each time. The opener checks the host. */
async function hostedAddress(session: Session, books: OpenBooks, invoiceId: string): Promise<string> {
  if (!session.connection) throw wrongState('no-key', 'Connect Stripe first.');
  const answer = await session.connection.gateway.get('invoice', stripeIdOf(books, 'invoice', invoiceId));
  if (!answer.ok) throw new Refusal(syncError(answer.failure));
  const address = answer.value?.['hosted_invoice_url'];
  if (typeof address !== 'string') throw wrongState('no-page', 'This invoice has no payment page.');
  return address;
}
