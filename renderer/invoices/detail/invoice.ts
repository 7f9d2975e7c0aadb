// What the invoice page knows of an invoice.
import type { CallOutput } from '../../../shared/contract/calls.ts';

export type Invoice = CallOutput<'invoices.get'>;
export type InvoiceAction = Invoice['actions'][number];
