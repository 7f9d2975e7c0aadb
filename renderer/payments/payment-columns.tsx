// The columns of the list of payments, and those of the failed ones.
import { Link } from 'react-aria-components/Link';
import type { PaymentRow } from '../../shared/contract/payments.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { DateText, InstantText } from '../ui/date-text.tsx';
import { Money } from '../ui/money.tsx';
import { paymentLook } from './payment-status.tsx';
import { StatusAndNext } from './status-words.tsx';
import { InvoiceLink } from '../invoices/invoice-link.tsx';
import { MethodText } from './method-text.tsx';
import { dash } from '../ui/dash.tsx';

type PaymentColumn = Column<PaymentRow>;

const DATE: PaymentColumn = {
  id: 'date',
  header: 'Date',
  width: '112px',
  sortBy: 'date',
  render: (row) => <DateText day={row.date} />,
};

const CUSTOMER: PaymentColumn = {
  id: 'customer',
  header: 'Customer',
  width: 'minmax(110px, 1.3fr)',
  sortBy: 'customer',
  render: (row) => row.customerName || dash,
};

const INVOICE: PaymentColumn = {
  id: 'invoice',
  header: 'Invoice',
  width: '124px',
  render: (row) => <InvoiceLink of={row} />,
};

const METHOD: PaymentColumn = {
  id: 'method',
  header: 'Method',
  width: 'minmax(114px, 0.9fr)',
  render: (row) => (row.method === '' ? dash : <MethodText method={row.method} />),
};

const AMOUNT: PaymentColumn = {
  id: 'amount',
  header: 'Amount',
  width: 'minmax(104px, 0.5fr)',
  align: 'end',
  sortBy: 'amount',
  render: (row) => <Money amount={row.amount} currency={row.currency} />,
};

export const PAYMENT_COLUMNS: readonly PaymentColumn[] = [
  DATE,
  CUSTOMER,
  INVOICE,
  METHOD,
  {
    id: 'status',
    header: 'Status and what to do next',
    width: 'minmax(150px, 2fr)',
    render: (row) => <Standing row={row} />,
  },
  AMOUNT,
  {
    id: 'fee',
    header: 'Fee',
    width: '76px',
    align: 'end',
    render: (row) => (row.fee === null ? dash : <Money {...row.fee} tone="muted" />),
  },
  {
    id: 'net',
    header: 'Net',
    width: 'minmax(96px, 0.5fr)',
    align: 'end',
    render: (row) => (row.net === null ? dash : <Money {...row.net} />),
  },
  {
    id: 'payout',
    header: 'Payout',
    width: '112px',
    render: (row) =>
      row.payout === null ? (
        dash
      ) : (
        <Link href={paths.payout(row.payout.id)}>
          <DateText day={row.payout.arrival} />
        </Link>
      ),
  },
];

/** What went back to the customer stands where an unfinished payment says what to do. */
function Standing({ row }: { readonly row: PaymentRow }) {
  const look = paymentLook(row);
  if (row.refunded === 0) return <StatusAndNext look={look} />;
  return (
    <span className="status-next">
      <StatusAndNext look={look} />
      <span className="muted truncate">
        <Money amount={row.refunded} currency={row.currency} tone="muted" /> refunded
      </span>
    </span>
  );
}

/** With when Stripe tries again by itself. */
const FAILED_COLUMNS: readonly PaymentColumn[] = [
  DATE,
  CUSTOMER,
  INVOICE,
  METHOD,
  {
    id: 'reason',
    header: 'Why it failed and what to do',
    width: 'minmax(220px, 3fr)',
    render: (row) => <StatusAndNext look={paymentLook(row)} />,
  },
  {
    id: 'next-attempt',
    header: 'Next attempt',
    width: '150px',
    render: (row) =>
      row.nextAttemptAt === null ? (
        <span className="faint">None planned</span>
      ) : (
        <InstantText at={row.nextAttemptAt} />
      ),
  },
  AMOUNT,
];

/** The failed ones, each with a way to charge the customer's saved card or account once more. */
export function failedColumns(onRetry: (row: PaymentRow) => void): readonly PaymentColumn[] {
  return [
    ...FAILED_COLUMNS,
    {
      id: 'retry',
      header: 'Retry',
      hideHeader: true,
      width: '100px',
      align: 'end',
      render: (row) =>
        row.invoiceId !== null && (
          <Button
            size="small"
            aria-label={`Retry now: ${row.invoiceNumber ?? row.customerName}`}
            onPress={() => onRetry(row)}
          >
            Retry now
          </Button>
        ),
    },
  ];
}
