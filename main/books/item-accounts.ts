// The revenue account of what was sold, as it was chosen when the document was first posted.
import { CHART } from '../../shared/domain/books/accounts.ts';
import { type ItemAccount, itemAccounts } from '../store/item-accounts.ts';
import type { Db } from '../store/database.ts';

export interface ItemAccounts {
  /** Nothing was ever chosen: every line is on the revenue account of the chart. */
  readonly isEmpty: boolean;
  /**
   * The account of a product (Stripe's id). `first` is the first entry of the case in the journal, null when it has none yet: all that
   * is posted of an invoice follows what had been chosen then, so that its credit notes and its voiding take back from where it was
   * posted, and a rebuild at any later time comes to the same. A choice therefore never moves what is posted already.
   */
  of(product: string, first: number | null): number;
}

export function readItemAccounts(db: Db): ItemAccounts {
  return itemAccountsOf(itemAccounts(db));
}

/** Pure; `choices` are the oldest first. */
export function itemAccountsOf(choices: readonly ItemAccount[]): ItemAccounts {
  const byProduct = Map.groupBy(choices, ({ product }) => product);
  return {
    isEmpty: choices.length === 0,
    of: (product, first) =>
      byProduct.get(product)?.findLast(({ afterEntry }) => first === null || afterEntry < first)?.account ??
      CHART.revenue.number,
  };
}
