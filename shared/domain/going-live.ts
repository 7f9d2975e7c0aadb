// Which capability of a Stripe account a way to pay needs, and what a checklist can say of each.
// Capability names: https://docs.stripe.com/connect/account-capabilities

/** What an account can be able to do that concerns customers who pay invoices. */
export const METHOD_CAPABILITIES = {
  card: 'card_payments',
  sepa_debit: 'sepa_debit_payments',
} as const;

export interface MethodFinding {
  readonly ok: boolean;
  readonly detail: string;
}

/** `currencies` are those in which the books have invoices; `capabilities` the active ones. */
export function judgeMethods(currencies: readonly string[], capabilities: readonly string[]): MethodFinding {
  if (!capabilities.includes(METHOD_CAPABILITIES.card)) {
    return { ok: false, detail: 'Cards are not active: no invoice could be paid by card.' };
  }
  if (currencies.includes('eur') && !capabilities.includes(METHOD_CAPABILITIES.sepa_debit)) {
    return {
      ok: true,
      detail: 'Cards are active. SEPA debit is not, which invoices in EUR could offer as well.',
    };
  }
  return { ok: true, detail: '' };
}

/** What only a person can know, of the items of the checklist. */
export const HAND_TICKED = ['test-invoice', 'numbering', 'customer-emails', 'backup'] as const;
