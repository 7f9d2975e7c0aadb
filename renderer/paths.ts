// Where each screen is found, in one place for links, commands and routes.
import type { InvoiceTab } from '../shared/domain/invoice-tabs.ts';
import type { ReportId } from '../shared/domain/reports/catalogue.ts';
import { navigate as navigateHash } from 'wouter/use-hash-location';

export const paths = {
  home: '/',
  invoices: '/invoices',
  /** The list with one of its tabs chosen. */
  invoicesTab: (tab: InvoiceTab) => `/invoices/tab/${tab}`,
  invoice: (id: string) => `/invoices/${encodeURIComponent(id)}`,
  /** The editor of a draft. */
  draft: (id: string) => `/drafts/${encodeURIComponent(id)}`,
  recurring: '/recurring',
  newRecurring: '/recurring/new',
  newRecurringFor: (customerId: string) => `/recurring/new/${encodeURIComponent(customerId)}`,
  recurringInvoice: (id: string) => `/recurring/${encodeURIComponent(id)}`,
  changeRecurring: (id: string) => `/recurring/${encodeURIComponent(id)}/change`,
  reminders: '/reminders',
  customers: '/customers',
  newCustomer: '/customers/new',
  customer: (id: string) => `/customers/${encodeURIComponent(id)}`,
  editCustomer: (id: string) => `/customers/${encodeURIComponent(id)}/edit`,
  catalogue: '/catalogue',
  catalogueTab: (tab: 'items' | 'tax-rates' | 'coupons') => `/catalogue/${tab}`,
  item: (id: string) => `/catalogue/items/${encodeURIComponent(id)}`,
  payments: '/payments',
  payment: (id: string) => `/payments/${encodeURIComponent(id)}`,
  refunds: '/refunds',
  disputes: '/disputes',
  dispute: (id: string) => `/disputes/${encodeURIComponent(id)}`,
  creditNotes: '/credit-notes',
  creditNote: (id: string) => `/credit-notes/${encodeURIComponent(id)}`,
  /** Refunds without a credit note and credit notes without a refund. */
  unmatched: '/unmatched',
  payouts: '/payouts',
  payout: (id: string) => `/payouts/${encodeURIComponent(id)}`,
  fees: '/fees',
  books: '/books',
  reports: '/reports',
  /** `address` holds what it is asked for; empty asks for nothing in particular. */
  report: (id: ReportId, address: string) =>
    address === '' ? `/reports/${id}` : `/reports/${id}/${address}`,
  /** The bank's statements against the payouts. */
  reconcile: '/reconcile',
  /** One of their lines, open over the list. */
  bankLine: (id: string) => `/reconcile/${encodeURIComponent(id)}`,
  activity: '/activity',
  settings: '/settings',
  settingsSection: (section: string) => `/settings/${section}`,
} as const;

/** Opens a screen. `replace` leaves no step to go back to, as after a draft has been sent. */
export function go(path: string, options: { readonly replace?: boolean } = {}): void {
  navigateHash(path, options);
}
