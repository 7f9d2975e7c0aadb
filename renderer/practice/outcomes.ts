// What a customer's attempt to pay can come to, in words.
import type { PracticeOutcome } from '../../shared/contract/practice.ts';

interface Words {
  readonly label: string;
  /** What happens then, so that the bookkeeper knows what to look for. */
  readonly detail: string;
}

export const OUTCOME_WORDS: Readonly<Record<PracticeOutcome, Words>> = {
  succeeded: { label: 'Card, paid', detail: 'The invoice becomes paid' },
  declined: { label: 'Card, declined', detail: 'The bank gives no reason; it can be tried again' },
  insufficient_funds: { label: 'Card, insufficient funds', detail: 'It may work again later' },
  lost_card: { label: 'Card, reported lost', detail: 'The customer needs another card' },
  stolen_card: { label: 'Card, reported stolen', detail: 'The customer needs another card' },
  expired_card: { label: 'Card, expired', detail: 'The customer needs another card' },
  incorrect_cvc: { label: 'Card, wrong security code', detail: 'The customer mistyped it' },
  processing_error: { label: 'Card, processing error', detail: 'Something failed on the way to the bank' },
  fraudulent: { label: 'Card, suspected of fraud', detail: 'Blocked; shown to the customer as declined' },
  authentication_required: {
    label: 'Card, authentication left undone',
    detail: 'The bank asks the customer to confirm, and nobody does',
  },
  authentication_completed: {
    label: 'Card, authentication confirmed',
    detail: 'The bank asks, the customer confirms, the invoice becomes paid',
  },
  authentication_failed: {
    label: 'Card, authentication refused',
    detail: 'The bank asks, the customer fails to confirm',
  },
  sepa_processing: { label: 'SEPA debit, collected', detail: 'Processing for days, then paid' },
  sepa_fails: { label: 'SEPA debit, returned', detail: 'Processing for days, then failed' },
  bank_transfer: { label: 'Bank transfer, in full', detail: 'The invoice becomes paid' },
  bank_transfer_part: { label: 'Bank transfer, a part', detail: 'The rest stays open' },
  bank_transfer_too_much: { label: 'Bank transfer, too much', detail: 'The rest stays with the customer' },
};
