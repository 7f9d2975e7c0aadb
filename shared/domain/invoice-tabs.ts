// The tabs of the invoice list.

/** `recurring` holds what came of a recurring invoice, in any status. */
export const INVOICE_TABS = ['all', 'draft', 'open', 'past-due', 'paid', 'recurring'] as const;

export type InvoiceTab = (typeof INVOICE_TABS)[number];
