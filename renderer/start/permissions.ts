// What a restricted key must be allowed to do, in the words of Stripe's own page for making one.

export const WRITE_PERMISSIONS = [
  'Customers',
  'Invoices',
  'Credit notes',
  'Charges and refunds',
  'PaymentIntents',
  'Products',
  'Prices',
  'Coupons',
  'Subscriptions',
  'Tax rates',
  'Disputes',
  'Files',
] as const;

export const READ_PERMISSIONS = [
  'Account',
  'Balance',
  'Balance transactions',
  'Events',
  'Payouts',
  'PaymentMethods',
] as const;
