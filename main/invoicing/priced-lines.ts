// How the lines of a draft that are of the catalogue go to Stripe: by the price they were taken at while it is still that, else by their item.
import type { DraftContent, DraftLine } from '../../shared/contract/drafts.ts';
import { formatDecimal, parseDecimal } from '../../shared/domain/decimal.ts';
import type { PricedAs, PricedLines } from '../outbox/plan-lines.ts';
import type { Db } from '../store/database.ts';
import { billsInPackages, priceById } from '../store/item-prices.ts';
import { itemById } from '../store/items.ts';

/** Lines whose item is archived or gone are left out, as Stripe refuses them: they are written freely. */
export function pricedLines(
  db: Db,
  { lines, currency }: Pick<DraftContent, 'lines' | 'currency'>,
): PricedLines {
  const priced = new Map<string, PricedAs>();
  for (const line of lines) {
    if (line.item === null || itemById(db, line.item.itemId)?.active !== true) continue;
    const { itemId, priceId } = line.item;
    priced.set(
      line.id,
      priceId !== null && isAsPriced(db, line, priceId, currency)
        ? { kind: 'price', priceId }
        : { kind: 'item', itemId },
    );
  }
  return priced;
}

/** Whether the price is paid once, in this currency, and comes to what stands on the line. */
function isAsPriced(db: Db, line: DraftLine, priceId: string, currency: string): boolean {
  const price = priceById(db, priceId);
  if (
    !price?.active ||
    price.every !== null ||
    price.currency !== currency ||
    price.unitAmountDecimal === null
  )
    return false;
  return plain(price.unitAmountDecimal) === plain(line.unitAmountDecimal) && !billsInPackages(db, priceId);
}

/** The one text of an amount, however it was written. */
function plain(amount: string): string {
  const value = parseDecimal(amount);
  return value === null ? amount : formatDecimal(value);
}
