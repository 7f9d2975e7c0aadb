// Which change events make which answers stale.
import type { QueryName } from '../shared/contract/calls.ts';
import type { ChangeEvent, Topic } from '../shared/contract/events.ts';

interface Interest {
  /** The topic whose ids are the query's own `id`: other ids leave it fresh. */
  readonly own?: Topic;
  readonly topics: readonly Topic[];
}

const money: readonly Topic[] = ['invoice', 'payment', 'refund'];

const interests: Readonly<Record<QueryName, Interest>> = {
  'app.state': { topics: ['books'] },
  'sync.status': { topics: ['sync'] },
  'settings.get': { topics: ['settings'] },
  'settings.logo': { topics: ['settings'] },
  'taxRates.list': { topics: ['catalogue', 'outbox'] },
  'items.list': { topics: ['catalogue', 'outbox', 'recurring'] },
  'items.counts': { topics: ['catalogue'] },
  'items.get': { topics: ['catalogue', 'outbox', 'recurring'] },
  'items.find': { topics: ['catalogue'] },
  'coupons.list': { topics: ['catalogue', 'outbox', 'recurring'] },
  'recurring.list': { topics: ['recurring', 'customer', 'catalogue', 'outbox'] },
  'recurring.counts': { topics: ['recurring', 'customer', 'outbox'] },
  'recurring.get': { topics: ['recurring', 'customer', 'catalogue', 'invoice', 'outbox'] },
  'recurring.review': { topics: ['settings', 'catalogue', 'customer', 'payment'] },
  // What Stripe says is asked for when somebody opens it, and again only when the recurring invoice has changed.
  'recurring.preview': { topics: ['recurring'] },
  'home.get': {
    topics: [
      ...money,
      'credit-note',
      'dispute',
      'bank',
      'payout',
      'customer',
      'outbox',
      'settings',
      'catalogue',
    ],
  },
  'customers.list': { topics: ['customer', ...money] },
  'customers.counts': { topics: ['customer', ...money] },
  'customers.find': { topics: ['customer'] },
  'customers.get': { own: 'customer', topics: ['customer', ...money] },
  'drafts.get': { own: 'invoice', topics: ['invoice'] },
  'drafts.preview': { topics: ['settings', 'catalogue', 'customer'] },
  'drafts.review': { topics: ['invoice', 'settings', 'catalogue', 'customer'] },
  'invoices.list': { topics: [...money, 'customer', 'outbox'] },
  'invoices.tabs': { topics: [...money, 'customer', 'outbox'] },
  'invoices.sums': { topics: [...money, 'customer', 'outbox'] },
  'invoices.get': { own: 'invoice', topics: [...money, 'credit-note', 'customer', 'outbox'] },
  'invoices.document': { own: 'invoice', topics: [...money, 'customer', 'settings', 'documents'] },
  'payments.list': { topics: ['payment', 'refund', 'payout'] },
  'payments.counts': { topics: ['payment'] },
  'charges.options': { topics: ['invoice', 'payment', 'customer', 'outbox'] },
  'customers.erasure': { own: 'customer', topics: ['customer', 'outbox', 'recurring', 'dispute', ...money] },
  'customers.methods': { own: 'customer', topics: ['customer'] },
  'payouts.list': { topics: ['payout'] },
  'payouts.counts': { topics: ['payout'] },
  'payouts.get': { own: 'payout', topics: ['payout', ...money, 'customer'] },
  'balance.get': { topics: ['payout', 'payment', 'refund', 'sync'] },
  'fees.get': { topics: ['payout', 'payment', 'refund'] },
  'payments.get': { own: 'payment', topics: [...money, 'payout'] },
  'creditNotes.list': { topics: ['credit-note', 'refund', 'invoice'] },
  'creditNotes.counts': { topics: ['credit-note'] },
  'creditNotes.get': { topics: ['credit-note', 'refund', 'invoice', 'outbox', 'catalogue'] },
  'creditNotes.options': { topics: [...money, 'credit-note', 'outbox'] },
  'creditNotes.quote': { topics: [...money, 'credit-note'] },
  'creditNotes.document': { topics: ['credit-note', 'settings', 'documents'] },
  'corrections.unmatched': { topics: [...money, 'credit-note'] },
  'refunds.list': { topics: ['refund', 'outbox'] },
  'refunds.counts': { topics: ['refund', 'outbox'] },
  'disputes.list': { topics: ['dispute', ...money, 'customer'] },
  'disputes.counts': { topics: ['dispute', 'payment'] },
  'disputes.get': { own: 'dispute', topics: ['dispute', ...money, 'customer', 'outbox'] },
  'outbox.list': { topics: ['outbox'] },
  'outbox.get': { own: 'outbox', topics: ['outbox'] },
  'requests.list': { topics: ['requests'] },
  'events.list': { topics: ['sync'] },
  'events.of': { topics: ['sync', ...money, 'customer'] },
  'sync.comparison': { topics: ['sync'] },
  'reminders.list': { topics: [...money, 'customer', 'outbox', 'settings'] },
  'goLive.get': { topics: ['settings', 'catalogue', 'sync'] },
  'practice.state': { topics: ['books'] },
  'practice.outcomes': { topics: [...money] },
  'books.proof': { topics: ['ledger', 'sync', ...money] },
  'books.trialBalance': { topics: ['ledger'] },
  'books.accounts': { topics: ['ledger', 'catalogue'] },
  'books.itemAccount': { topics: ['ledger'] },
  'books.exportChoices': { topics: ['ledger'] },
  'books.packProgress': { topics: ['documents'] },
  'books.periods': { topics: ['ledger', 'sync'] },
  'books.journal': { topics: ['ledger', 'customer'] },
  'reports.choices': { topics: ['ledger'] },
  'reports.run': { topics: ['ledger', ...money, 'customer', 'recurring'] },
  'backups.status': { topics: ['backups', 'sync'] },
  'backups.list': { topics: ['backups'] },
  'backups.loss': { topics: ['backups', 'invoice'] },
  'bank.overview': { topics: ['bank', 'payout'] },
  'bank.lines': { topics: ['bank', 'payout'] },
  'bank.line': { topics: ['bank', 'payout'] },
  'bank.ofPayout': { topics: ['bank', 'payout'] },
  'search.everything': { topics: [...money, 'customer', 'recurring', 'credit-note', 'dispute'] },
};

/** True when the answer to `name` with `input` may differ after the event. */
export function isStale(name: QueryName, input: unknown, event: ChangeEvent): boolean {
  if (event.kind !== 'changed') return false;
  if (event.topic === 'books') return true;
  const { own, topics } = interests[name];
  if (!topics.includes(event.topic)) return false;
  const id = idOf(input);
  return own !== event.topic || event.ids.length === 0 || id === null || event.ids.includes(id);
}

function idOf(input: unknown): string | null {
  return typeof input === 'object' && input !== null && 'id' in input && typeof input.id === 'string'
    ? input.id
    : null;
}
