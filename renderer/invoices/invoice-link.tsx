// The invoice that something in a list belongs to, by its number; a dash where it belongs to none.
import { Link } from 'react-aria-components/Link';
import { paths } from '../paths.ts';
import { dash } from '../ui/dash.tsx';

export interface InvoiceLinkProps {
  readonly of: { readonly invoiceId: string | null; readonly invoiceNumber: string | null };
}

export function InvoiceLink({ of: { invoiceId, invoiceNumber } }: InvoiceLinkProps) {
  return invoiceId === null ? (
    dash
  ) : (
    <Link href={paths.invoice(invoiceId)}>{invoiceNumber ?? 'Invoice'}</Link>
  );
}
