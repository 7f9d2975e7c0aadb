// One invoice of the sample studio in full, made from its row in the list.
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { type InvoiceRow, sampleRow } from './sample-rows.ts';

type Invoice = CallOutput<'invoices.get'>;

const OPERATIONS: Readonly<Record<string, string>> = {
  sending: 'op_sending',
  queued: 'op_waiting',
  'send-failed': 'op_failed',
  'needs-review': 'op_review',
};

export function sampleInvoice(id: string): Invoice {
  const { cursor: _cursor, ...row } = sampleRow(Number(id.replace('inv_', '')) || 0);
  const isPaid = row.paidOn !== null && row.badge !== 'void';
  const refunded = row.badge === 'partially-refunded' ? 50_000 : 0;
  const operation = OPERATIONS[row.badge];
  return {
    ...row,
    ...content(row),
    ...settlement(row, isPaid, refunded),
    disputes: [],
    footer: '',
    internalNote: '',
    hasHostedPage: row.number !== null,
    hasStripePdf: row.number !== null,
    timeline: timeline(row, isPaid),
    actions: actions(row, isPaid),
    paidOutside: null,
    refundWritesNote: false,
    creditNotes: [],
    credited: 0,
    operations: operation === undefined ? [] : [operation],
    recurring: null,
    balanceApplied: 0,
    revises: null,
    revision: null,
  };
}

type Row = Omit<InvoiceRow, 'cursor'>;

function content(
  row: Row,
): Pick<Invoice, 'customer' | 'lines' | 'subtotal' | 'discount' | 'taxes' | 'customFields'> {
  return {
    customer: {
      name: row.customerName,
      email: 'ap@elbe.example',
      address: {
        line1: 'Große Elbstraße 68',
        line2: '',
        postalCode: '22767',
        city: 'Hamburg',
        state: '',
        country: 'DE',
      },
      taxIds: [{ type: 'eu_vat', value: 'DE811569869' }],
    },
    lines: [
      {
        description: 'Corporate design',
        quantity: '1',
        unitAmountDecimal: '100000',
        amount: 100_000,
        discount: 0,
        taxLabel: 'VAT 19%',
      },
    ],
    subtotal: row.total - row.tax,
    discount: 0,
    taxes: [{ label: 'VAT 19%', amount: row.tax, inclusive: false }],
    customFields: [{ name: 'Project', value: 'Rebranding 2026' }],
  };
}

function settlement(
  row: Row,
  isPaid: boolean,
  refunded: number,
): Pick<Invoice, 'amountPaid' | 'amountOverpaid' | 'refunded' | 'refundable' | 'payments' | 'refunds'> {
  const { total, currency } = row;
  if (!isPaid)
    return { amountPaid: 0, amountOverpaid: 0, refunded: 0, refundable: [], payments: [], refunds: [] };
  return {
    amountPaid: total,
    amountOverpaid: 0,
    refunded,
    refundable: [{ paymentId: 'py_1', amount: total - refunded, label: 'Visa •••• 4242' }],
    payments: [
      {
        id: 'py_1',
        date: row.paidOn ?? '2026-11-20',
        amount: total,
        method: 'Visa •••• 4242',
        methodType: 'card',
        standing: 'succeeded',
        failure: [],
        nextAction: null,
        fee: { amount: 1_845, currency },
        net: { amount: total - 1_845, currency },
      },
    ],
    refunds:
      refunded === 0
        ? []
        : [
            {
              id: 're_1',
              date: '2026-11-20',
              amount: refunded,
              status: 'succeeded',
              reason: 'requested_by_customer',
            },
          ],
  };
}

function timeline(row: Row, isPaid: boolean): Invoice['timeline'] {
  const entry = (
    at: number,
    text: string,
    stripeId: string | null,
    tone: 'neutral' | 'good' = 'neutral',
  ) => ({
    at,
    text,
    detail: null,
    stripeId,
    tone,
  });
  return [
    ...(isPaid ? [entry(1_795_400_000, 'Paid with Visa •••• 4242', 'ch_3Q8xKd2eZv', 'good')] : []),
    entry(1_794_900_000, 'Sent to ap@elbe.example', 'evt_1Q8xJd'),
    entry(1_794_899_990, `Finalized as ${row.number ?? '–'}`, row.stripeId),
    entry(1_794_800_000, 'Draft written', null),
  ];
}

function actions(row: Row, isPaid: boolean): Invoice['actions'] {
  if (isPaid) return ['refund', 'duplicate', 'send-again'];
  if (row.badge === 'draft') return ['edit', 'send', 'duplicate', 'delete'];
  return ['send-again', 'mark-paid', 'duplicate', 'mark-uncollectible', 'void'];
}
