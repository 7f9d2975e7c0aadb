// What the books prove, as it is written into a journal: in words at its head, and as balances that its reader asserts.
import type { Proof } from '../../shared/contract/ledger.ts';
import { CHART } from '../../shared/domain/books/accounts.ts';
import { plainAmount } from './plain-text.ts';
import type { Balance } from './running-balances.ts';

export interface ProofStatement {
  /** Lines without a mark of a comment. */
  readonly words: readonly string[];
  /** What Stripe says accounts come to after the last entry; empty while the books are not in balance. */
  readonly stated: readonly Balance[];
}

const STATES: Readonly<Record<Proof['state'], string>> = {
  'in-balance': 'In balance',
  posting: 'NOT COMPLETE: something that Stripe told is not posted yet',
  'out-of-balance': 'OUT OF BALANCE: the books and Stripe differ',
};

export function proofStatement({ state, checkedAt, movements, balance, receivables }: Proof): ProofStatement {
  const at = `${new Date(checkedAt * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return {
    words: [
      `${STATES[state]}, ${at}.`,
      ...compared('Stripe balance, and the sum of its movements', movements),
      ...compared('Stripe balance, and what Stripe states', balance),
      ...compared('Owed by customers, and what is left of open invoices at Stripe', receivables),
    ],
    stated:
      state === 'in-balance'
        ? [
            ...stated(CHART.stripe.number, movements),
            ...stated(CHART.stripe.number, balance),
            ...stated(CHART.receivables.number, receivables),
          ]
        : [],
  };
}

function compared(what: string, sides: Proof['movements']): readonly string[] {
  return sides.map(({ currency, books, stripe }) => {
    const figures = [books, stripe].map(
      (amount) => `${plainAmount(amount, currency)} ${currency.toUpperCase()}`,
    );
    return `${what}: ${figures.join(' and ')}${books === stripe ? '' : ' DIFFER'}`;
  });
}

function stated(account: number, sides: Proof['movements']): readonly Balance[] {
  return sides.map(({ currency, stripe }) => ({ account, sub: '', currency, amount: stripe }));
}
