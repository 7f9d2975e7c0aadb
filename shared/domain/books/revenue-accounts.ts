// Which revenue accounts a document posts to, where items have accounts of their own. Pure.
//
// The account of an item comes before everything: it is the closest that the bookkeeper has said of what was sold. What has none stays
// on the revenue account of the chart, which programs of accountants may take apart by tax rate (`revenue-parts.ts`): that division is
// one of codes in a program and not of our journal, so it can only follow.
import { CHART } from './accounts.ts';
import { shareOfPart } from './sales.ts';

/** What of a document's revenue is another account's than the chart's; without tax, positive where it was earned. */
export interface RevenuePart {
  /** A number of the chart. */
  readonly account: number;
  readonly amount: number;
}

/** A line after discounts and without tax, in minor units of the document's currency. */
export interface RevenueLine {
  /** Null where it is of no line of an invoice, as a line of a credit note can be. */
  readonly account: number | null;
  readonly net: number;
}

export interface Revenue {
  /** All of it. */
  readonly net: number;
  /** What is not in them is the chart's account's. */
  readonly parts: readonly RevenuePart[];
}

/** Of an invoice: line by line. */
export function revenueOf(net: number, lines: readonly RevenueLine[]): Revenue {
  return { net, parts: partsOf(lines.map((line) => ({ account: line.account, amount: line.net }))) };
}

/**
 * Of a credit note: each line takes back from the account of the invoice's line that it credits. What no line names, such as a credit
 * note of an amount alone, lowers the accounts of the invoice in proportion, so that a note over the whole leaves nothing on any.
 */
export function revenueTakenBack(net: number, lines: readonly RevenueLine[], invoice: Revenue): Revenue {
  const named = lines.filter(({ account }) => account !== null);
  const rest = named.reduce((left, line) => left - line.net, net);
  let before = 0;
  const spread = invoice.parts.map(({ account, amount }) => {
    const part = shareOfPart(rest, invoice.net, amount, before);
    before += amount;
    return { account, amount: part };
  });
  return {
    net,
    parts: partsOf([...named.map((line) => ({ account: line.account, amount: line.net })), ...spread]),
  };
}

/** One for each account, in the order of their numbers; nothing of the chart's own account. */
function partsOf(
  amounts: readonly { readonly account: number | null; readonly amount: number }[],
): readonly RevenuePart[] {
  const sums = new Map<number, number>();
  for (const { account, amount } of amounts) {
    if (account === null || account === CHART.revenue.number) continue;
    sums.set(account, (sums.get(account) ?? 0) + amount);
  }
  return [...sums]
    .filter(([, amount]) => amount !== 0)
    .toSorted(([a], [b]) => a - b)
    .map(([account, amount]) => ({ account, amount }));
}
