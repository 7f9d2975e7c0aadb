// What a payout made by hand probably holds. Stripe does not say: money that became available first is taken to leave first.

/** A movement of Stripe's balance that is not itself a payout. */
export interface Holding {
  readonly id: string;
  /** Minor units; negative for what takes money off the balance. */
  readonly net: number;
  /** Unix seconds. */
  readonly created: number;
  readonly availableOn: number;
  /** The automatic payout whose own list names it; null while none does. */
  readonly listedBy: string | null;
}

export interface PaidOut {
  readonly id: string;
  readonly amount: number;
  /** Unix seconds. */
  readonly created: number;
  /** Stripe lists what it holds, so nothing has to be suggested. */
  readonly isListed: boolean;
}

/** A movement, or a part of one: the rest left with other payouts or is still at Stripe. */
export interface SuggestedPart {
  readonly id: string;
  /** Of the movement's net, with its sign. */
  readonly amount: number;
}

interface Rest {
  readonly holding: Holding;
  left: number;
}

/**
 * The parts of every payout that Stripe does not list, by its id; they never exceed a movement and come to the payout's amount where
 * the movements known suffice. Movements and payouts are of one currency, in any order.
 */
export function suggestContents(
  holdings: readonly Holding[],
  payouts: readonly PaidOut[],
): ReadonlyMap<string, readonly SuggestedPart[]> {
  const rests: readonly Rest[] = holdings
    .toSorted((a, b) => a.availableOn - b.availableOn || a.created - b.created || byId(a, b))
    .map((holding) => ({ holding, left: holding.net }));
  const listed = byPayout(rests);
  const suggested = new Map<string, readonly SuggestedPart[]>();
  let first = 0;
  for (const payout of payouts.toSorted((a, b) => a.created - b.created || byId(a, b))) {
    if (payout.isListed) for (const rest of listed.get(payout.id) ?? []) rest.left = 0;
    else suggested.set(payout.id, takeFrom(rests, first, payout));
    while (rests[first]?.left === 0) first += 1;
  }
  return suggested;
}

function byPayout(rests: readonly Rest[]): ReadonlyMap<string, readonly Rest[]> {
  const groups = new Map<string, Rest[]>();
  for (const rest of rests) {
    const { listedBy } = rest.holding;
    if (listedBy === null) continue;
    const group = groups.get(listedBy);
    if (group) group.push(rest);
    else groups.set(listedBy, [rest]);
  }
  return groups;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** What was available comes first; an instant payout may also take what was not yet. */
function takeFrom(rests: readonly Rest[], first: number, { amount, created }: PaidOut): SuggestedPart[] {
  const parts: SuggestedPart[] = [];
  const direction = Math.sign(amount);
  let wanted = amount;
  for (const isAvailable of [true, false]) {
    for (let at = first; at < rests.length && wanted !== 0; at += 1) {
      const rest = rests[at];
      if (rest === undefined || (isAvailable && rest.holding.availableOn > created)) break;
      if (rest.left === 0 || rest.holding.created > created) continue;
      // What goes the other way was settled on the way and makes the payout need more.
      const part = Math.sign(rest.left) === direction ? nearer(rest.left, wanted) : rest.left;
      rest.left -= part;
      wanted -= part;
      parts.push({ id: rest.holding.id, amount: part });
    }
  }
  return parts;
}

/** The one nearer to zero of two amounts with the same sign. */
function nearer(a: number, b: number): number {
  return Math.abs(a) < Math.abs(b) ? a : b;
}
