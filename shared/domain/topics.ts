// What a change can be about, for those who tell it and those who hear it.

export const TOPICS = [
  'books', // which books are open, the key, a problem with the file
  'customer',
  'invoice', // drafts included
  'payment',
  'refund',
  'dispute', // and the answer to it
  'credit-note',
  'payout', // and what it holds
  'bank', // imported statements, and which of their lines are payouts
  'recurring',
  'catalogue', // tax rates, coupons, products, prices
  'outbox',
  'sync',
  'requests',
  'ledger', // entries, and the verification of the books
  'settings',
  'backups',
  'documents',
] as const;
