// What every bank file comes to, whatever its format: statements of accounts, and the lines that the bank has booked.

export interface StatementLine {
  /** Booked by the bank: a calendar day of its own, in no zone. */
  readonly day: string;
  /** Minor units as Stripe counts them; positive comes into the account. */
  readonly amount: number;
  readonly currency: string;
  readonly counterparty: string;
  readonly text: string;
  /** The bank's own id of it; empty where the file gives none. */
  readonly bankId: string;
  /** All that the file says of it: what tells it from others when the bank gives no id. */
  readonly content: string;
}

export interface Statement {
  /** IBAN or number of the account; empty where the file does not say. */
  readonly account: string;
  readonly currency: string;
  readonly opening: number | null;
  readonly closing: number | null;
  readonly lines: readonly StatementLine[];
  /** Lines that the bank has not booked yet: they are not taken. */
  readonly pending: number;
  /** Lines that the file holds twice: they are taken once. */
  readonly repeated: number;
}

/** What the lines leave unexplained between the file's own balances; null where it does not state both. */
export function unexplained({ opening, closing, lines }: Statement): number | null {
  if (opening === null || closing === null) return null;
  return closing - opening - lines.reduce((sum, { amount }) => sum + amount, 0);
}
