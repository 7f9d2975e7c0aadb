// What is peculiar about a test method beside what its bank says to a payment (docs.stripe.com/testing).

export type Behaviour =
  | 'normal'
  /** Disputed as fraudulent as soon as it has paid. */
  | 'dispute'
  | 'dispute_not_received'
  /** Asked about by its bank as soon as it has paid. */
  | 'inquiry'
  /** Refunds of it succeed and are sent back later. */
  | 'refund_fails'
  /** Refunds of it are pending before they succeed. */
  | 'refund_pending'
  /** A debit that takes three minutes. */
  | 'slow'
  /** Its money is available at once. */
  | 'available_at_once';
