// What is not known for certain of Stripe: each rule is a choice, so that a test can run the program under either answer.
// The sections are those of the facts in stripe.md; the first answer is the one taken when nothing is said.

export interface Rules {
  /** Without an e-mail address an invoice to be sent is refused when it is created, or only when it is sent (2.1, 11). */
  readonly emailRequired: 'when_created' | 'when_sent';
  /** An invoice of nothing: paid by finalizing it, or open (2.1). */
  readonly zeroInvoice: 'paid' | 'open';
  /** A product that a line brings with it: archived, or active in the catalogue (2.2). */
  readonly inlineProduct: 'archived' | 'active';
  /** What can still be changed of a finalized invoice: little, or its texts and dates too (2.2, 11). */
  readonly editableWhenFinal: 'little' | 'texts_too';
  /** The invoice that a finalized revision corrects: voided by that, or left as it was (2.4, 11). */
  readonly revisedOriginal: 'voided' | 'stays';
  /** What is paid outside Stripe: leaves no invoice payment, or one with a payment record (11). */
  readonly outOfBandPayment: 'none' | 'payment_record';
  /** The intent of an invoice that was voided or paid otherwise: cancelled, or left (11). */
  readonly intentAfterwards: 'canceled' | 'left';
  /** Where taxes are rounded: on each line, or on the invoice (6, 11). */
  readonly taxRounding: 'per_line' | 'per_invoice';
  /** Where the cents go that a discount of the invoice leaves between its lines: largest remainders, or the last line (6, 11). */
  readonly discountRemainder: 'largest' | 'last_line';
  /** Amounts in currencies of three digits: as those of two, or with a last digit that must be 0 (6, 11). */
  readonly threeDecimals: 'as_two' | 'last_digit_zero';
  /** What counts as a level of `expand`: every name, or not `data` (3.4, 11). */
  readonly expandLevels: 'every_name' | 'without_data';
  /** How many lines one call may add (11). */
  readonly linesPerCall: number;
  /** How the ids of invoice payments begin (10.1). */
  readonly invoicePaymentPrefix: 'inpay' | 'inp';
  /**
   * A transfer that does not cover what an invoice asks for: the money waits on the customer's cash balance, or pays
   * a part of the invoice (docs.stripe.com/payments/bank-transfers/accept-a-payment says the first; 2.4, partial payments).
   */
  readonly bankTransferPart: 'held' | 'applied';
  /** An invoice to be paid by transfer alone: its intent waits for a method, or already shows where to transfer to (2.5, 8). */
  readonly bankTransferIntent: 'requires_payment_method' | 'requires_action';
  /** `amount_paid` of an invoice that was paid too much: all that came, or no more than was due (2.5). */
  readonly overpaidAmountPaid: 'all' | 'due';
  /** A way to pay that does not know the invoice's currency: refused when it is finalized, or as soon as it is said (8). */
  readonly foreignMethodRefused: 'when_finalized' | 'when_set';
  /**
   * A card that wants authentication while the customer is away: refused as a decline, or the intent waits for the
   * customer and the call fails with `invoice_payment_intent_requires_action` (2.4, 8).
   */
  readonly offSessionAuthentication: 'declined' | 'requires_action';
  /** A debit that was attached without its customer having agreed: charged as if they had, or refused (8). */
  readonly attachedDebit: 'implies_mandate' | 'needs_mandate';
  /** The fee of a dispute: taken with the money, or as a balance transaction of its own (3.3). */
  readonly disputeFee: 'with_withdrawal' | 'own_transaction';
  /** The fee of a dispute that was won: kept by Stripe, or given back (3.3). */
  readonly wonDisputeFee: 'kept' | 'returned';
  /** A dispute that nobody answered in time: lost on that day, or open until the bank decides (3.3). */
  readonly unansweredDispute: 'lost' | 'stays_open';
  /** A disputed direct debit: final at once, or answerable as a card's (3.3). */
  readonly debitDispute: 'lost' | 'needs_response';
  /** A refund of a direct debit: pending until it arrives, or succeeded at once (3.1). */
  readonly debitRefund: 'pending' | 'succeeds';
  /** A refund of a bank transfer: its customer is asked where to, or it goes to their cash balance (3.1). */
  readonly transferRefund: 'asks_customer' | 'to_cash_balance';
  /** A refund that the balance does not cover: overdraws it, or waits for money (3.1, `pending_reason`). */
  readonly refundWithoutFunds: 'succeeds' | 'waits';
  /** A refund of a debit that is still processing: refused, or waits for the debit (3.1, `pending_reason`). */
  readonly refundOfPendingCharge: 'refused' | 'waits';
  /** What a refund does to its invoice: nothing, or it lowers `amount_paid` (3.1, 11). */
  readonly refundOnInvoice: 'unchanged' | 'lowers_amount_paid';
  /** How the ids of disputes begin (10.1). */
  readonly disputePrefix: 'du' | 'dp';
  /** Whether a restricted key needs a permission to read the account it belongs to (8). */
  readonly accountNeedsPermission: 'yes' | 'no';
  /** Whether a restricted key needs a permission to read events (8). */
  readonly eventsNeedPermission: 'yes' | 'no';
  /** What is told when a test clock is deleted: that each of its customers and subscriptions is, or only that the clock is (7). */
  readonly deletedTestClock: 'each_told' | 'clock_told';
  /** Credit notes and payments of invoices in a test clock, which name no clock: on plain lists, or left out as their invoices are (7). */
  readonly partsInTestClock: 'listed' | 'left_out';
  /** How Stripe names a missing permission: by its label, or by its name alone (8). */
  readonly permissionWording: 'enabling' | 'having';
}

export const usualRules: Rules = {
  emailRequired: 'when_created',
  zeroInvoice: 'paid',
  inlineProduct: 'archived',
  editableWhenFinal: 'little',
  revisedOriginal: 'voided',
  outOfBandPayment: 'none',
  intentAfterwards: 'canceled',
  taxRounding: 'per_line',
  discountRemainder: 'largest',
  threeDecimals: 'as_two',
  expandLevels: 'every_name',
  linesPerCall: 250,
  invoicePaymentPrefix: 'inpay',
  bankTransferPart: 'held',
  bankTransferIntent: 'requires_payment_method',
  overpaidAmountPaid: 'all',
  foreignMethodRefused: 'when_finalized',
  offSessionAuthentication: 'declined',
  attachedDebit: 'implies_mandate',
  disputeFee: 'with_withdrawal',
  wonDisputeFee: 'kept',
  unansweredDispute: 'lost',
  debitDispute: 'lost',
  debitRefund: 'pending',
  transferRefund: 'asks_customer',
  refundWithoutFunds: 'succeeds',
  refundOfPendingCharge: 'refused',
  refundOnInvoice: 'unchanged',
  disputePrefix: 'du',
  accountNeedsPermission: 'yes',
  eventsNeedPermission: 'yes',
  deletedTestClock: 'each_told',
  partsInTestClock: 'listed',
  permissionWording: 'enabling',
};
