// A dispute of the sample studio that waits for an answer.
import type { CallOutput } from '../../../shared/contract/calls.ts';

export type Dispute = CallOutput<'disputes.get'>;

export const DISPUTE: Dispute = {
  id: 'du_1',
  date: '2026-11-20',
  invoiceId: 'in_377',
  invoiceNumber: 'NL-0377',
  customerId: 'cus_9',
  customerName: 'Studio Παπαδόπουλος',
  standing: 'needs-answer',
  status: 'needs_response',
  reason: 'product_not_received',
  currency: 'eur',
  amount: 48_000,
  withheld: { amount: 48_000, currency: 'eur' },
  fee: { amount: 2_000, currency: 'eur' },
  dueBy: 1_796_040_000,
  daysLeft: 6,
  chargeId: 'ch_1',
  paymentId: 'pi_1',
  networkReason: '13.1',
  isRefundable: false,
  hasEvidence: false,
  submissions: 0,
  wasLate: false,
  invoices: [{ id: 'in_377', number: 'NL-0377' }],
  moves: [
    {
      id: 'txn_1',
      date: '2026-11-20',
      kind: 'withdrawn',
      currency: 'eur',
      gross: -48_000,
      fee: 2_000,
      net: -50_000,
    },
  ],
  answer: {
    refusal: null,
    texts: [
      { field: 'product_description', text: '', suggestion: 'Poster' },
      { field: 'customer_name', text: 'Studio', suggestion: 'Studio Παπαδόπουλος' },
      { field: 'uncategorized_text', text: '', suggestion: '' },
    ],
    files: [
      { field: 'receipt', file: null },
      { field: 'shipping_documentation', file: { name: 'note.pdf', size: 1_048_576, atStripe: true } },
    ],
    isChanged: true,
    isEmpty: false,
    eligibility: null,
    compelling: null,
  },
  actions: ['stage', 'submit', 'accept'],
  operations: [],
  timeline: [],
};
