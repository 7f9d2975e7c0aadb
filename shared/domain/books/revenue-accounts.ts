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

export interface TakenBack extends Revenue {
  /** Of what no line of the invoice is named for: all of it, and of that what is the chart's account's. */
  readonly unnamed: { readonly net: number; readonly chart: number };
}

/**
 * Of a credit note: each line takes back from the account of the invoice's line that it credits. What no line names, such as a credit
 * note of an amount alone, lowers in proportion what earlier notes have left of the invoice on each account, so that notes that
 * together are over the whole leave nothing on any. An earlier note may have been voided since, and then more is taken back than seems
 * to be left: that lowers the accounts of the invoice in proportion.
 */
export function revenueTakenBack(
  net: number,
  lines: readonly RevenueLine[],
  { invoice, earlier }: { readonly invoice: Revenue; readonly earlier: readonly Revenue[] },
): TakenBack {
  const named = lines.filter(({ account }) => account !== null);
  const rest = named.reduce((sum, line) => sum - line.net, net);
  const left = without(invoice, [...earlier, revenueOf(net - rest, named)]);
  const { net: whole, parts } = Math.abs(rest) > Math.abs(left.net) ? invoice : left;
  let before = 0;
  const spread = parts.map(({ account, amount }) => {
    const part = shareOfPart(rest, whole, amount, before);
    before += amount;
    return { account, amount: part };
  });
  return {
    net,
    parts: partsOf([...named.map((line) => ({ account: line.account, amount: line.net })), ...spread]),
    unnamed: { net: rest, chart: spread.reduce((sum, { amount }) => sum - amount, rest) },
  };
}

function without(invoice: Revenue, taken: readonly Revenue[]): Revenue {
  const less = taken.flatMap(({ parts }) =>
    parts.map(({ account, amount }) => ({ account, amount: -amount })),
  );
  return {
    net: taken.reduce((sum, { net }) => sum - net, invoice.net),
    parts: partsOf([...invoice.parts, ...less]),
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
