// Which invoice a dialog is about: it may have been asked for from a list.
import { Money } from '../../ui/money.tsx';
import type { Invoice } from './invoice.ts';

export function InvoiceName({ invoice }: { readonly invoice: Invoice }) {
  const { number, customerName, total, currency } = invoice;
  return (
    <p>
      <strong className="tabular">{number ?? 'Draft'}</strong> · {customerName} ·{' '}
      <Money amount={total} currency={currency} />
    </p>
  );
}
