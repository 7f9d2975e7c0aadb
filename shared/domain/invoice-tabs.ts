// The tabs of the invoice list.

export const INVOICE_TABS = ['all', 'draft', 'open', 'past-due', 'paid'] as const;
