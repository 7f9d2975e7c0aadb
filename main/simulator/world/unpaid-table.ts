// The table of balance transactions, which also knows which of them are in no payout.
import type { BalanceTransaction } from './records.ts';
import { Table } from './table.ts';

export class UnpaidTable extends Table<BalanceTransaction> {
  readonly #unpaid = new Map<string, BalanceTransaction>();

  override put(transaction: BalanceTransaction): void {
    super.put(transaction);
    if (transaction.inner.payout === null) this.#unpaid.set(transaction.id, transaction);
    else this.#unpaid.delete(transaction.id);
  }

  override remove(id: string): void {
    super.remove(id);
    this.#unpaid.delete(id);
  }

  unpaid(): Iterable<BalanceTransaction> {
    return this.#unpaid.values();
  }
}
