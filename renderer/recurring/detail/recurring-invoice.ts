// The recurring invoice that a page shows.
import type { CallOutput } from '../../../shared/contract/calls.ts';

export type RecurringInvoice = CallOutput<'recurring.get'>;
