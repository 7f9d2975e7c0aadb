// When a number of periods of a recurring invoice are over, once Stripe has told from when they are counted.
import { periodStart } from '../../shared/domain/periods.ts';
import type { Every } from '../../shared/contract/catalogue.ts';
import type { Db } from './database.ts';

/** Unix seconds as text; null until Stripe has it. */
export function recurringEnd(db: Db, id: string, periods: number): string | null {
  const row = db.get<{ anchor: number; interval: Every['interval']; interval_count: number }>(
    'SELECT anchor, interval, interval_count FROM subscription WHERE id = ? AND anchor IS NOT NULL',
    [id],
  );
  return row
    ? String(periodStart(row.anchor, { interval: row.interval, count: row.interval_count }, periods))
    : null;
}
