// Lines of the bank's statements that name a customer: what they paid without Stripe, and what was paid to them.
import { namesStripe } from '../../shared/domain/bank/match.ts';
import { namesAnyOf } from '../../shared/domain/bank/names-person.ts';
import { customerById } from './customers.ts';
import type { Db } from './database.ts';
import type { Person } from './personal-data.ts';

export interface NamingLine {
  readonly id: string;
  readonly day: string;
  readonly amount: number;
  readonly currency: string;
  readonly counterparty: string;
  readonly text: string;
}

/** Oldest first. A line that names Stripe is a payout, of many customers, and names none of them. */
export function bankLinesNaming(db: Db, person: Person): readonly NamingLine[] {
  const isNamed = namesAnyOf(namesOf(db, person));
  return db
    .all<NamingLine>(
      `SELECT id, day, amount, currency, counterparty, text FROM bank_line WHERE counterparty <> '' OR text <> '' ORDER BY day, seq`,
    )
    .filter(({ counterparty, text }) => {
      const words = `${counterparty} ${text}`;
      return !namesStripe(words) && isNamed(words);
    });
}

/** That of the customer, and those by which they paid. */
function namesOf(db: Db, { id, stripeId }: Person): readonly string[] {
  const fields = customerById(db, id)?.fields;
  const paid = db.column<string>('SELECT DISTINCT customer_name FROM payment WHERE customer_stripe_id = ?', [
    stripeId,
  ]);
  return [fields?.name ?? '', fields?.email ?? '', ...paid];
}

/** The day and the amount stay, as the balance of the statement needs them; answers whether there were any. */
export function eraseBankLines(db: Db, person: Person): boolean {
  const ids = JSON.stringify(bankLinesNaming(db, person).map(({ id }) => id));
  db.run(
    `UPDATE bank_statement SET erased = erased + (SELECT count(*) FROM bank_line l JOIN json_each(?1) named ON named.value = l.id
       WHERE l.statement_id = bank_statement.id) WHERE id IN (SELECT statement_id FROM bank_line WHERE id IN (SELECT value FROM json_each(?1)))`,
    { 1: ids },
  );
  return (
    db.run(`UPDATE bank_line SET counterparty = '', text = '' WHERE id IN (SELECT value FROM json_each(?))`, [
      ids,
    ]) > 0
  );
}
