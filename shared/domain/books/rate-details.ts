// What tells tax rates apart that are called the same at the same percentage: Stripe lets any number of them be. Pure.

export interface DescribedRate {
  /** Stripe's. */
  readonly id: string;
  readonly name: string;
  /** Decimal text. */
  readonly percentage: string;
  /** Of the jurisdiction, as two letters; null where it has none. */
  readonly country: string | null;
  /** Whether prices include the tax. */
  readonly inclusive: boolean;
}

/** What is said of a rate where its name does not tell it apart, in the order in which it is said. */
const DETAILS: readonly ((rate: DescribedRate) => string)[] = [
  ({ country }) => country ?? '',
  ({ inclusive }) => (inclusive ? 'included' : 'added'),
  ({ id }) => `…${id.slice(-6)}`,
  ({ id }) => id,
];

/**
 * By the id of each rate, such as `DE, included`; empty for one whose name and percentage no other has. With the name and the
 * percentage before them, no two are alike.
 */
export function rateDetails(rates: readonly DescribedRate[]): ReadonlyMap<string, string> {
  const details = new Map<string, string>();
  const same = groupedBy(rates, ({ name, percentage }) => JSON.stringify([plain(name), percentage]));
  for (const alike of same.values()) tellApart(alike, 0, [], details);
  return details;
}

/** Says only what not all of them have in common. */
function tellApart(
  alike: readonly DescribedRate[],
  from: number,
  said: readonly string[],
  details: Map<string, string>,
): void {
  const detail = alike.length > 1 ? DETAILS[from] : undefined;
  if (detail === undefined) {
    for (const { id } of alike) details.set(id, said.filter((part) => part !== '').join(', '));
    return;
  }
  const groups = groupedBy(alike, detail);
  for (const [words, own] of groups)
    tellApart(own, from + 1, groups.size === 1 ? said : [...said, words], details);
}

function plain(text: string): string {
  return text.trim().normalize('NFKC').toLowerCase();
}

function groupedBy(
  rates: readonly DescribedRate[],
  key: (rate: DescribedRate) => string,
): ReadonlyMap<string, readonly DescribedRate[]> {
  const groups = new Map<string, DescribedRate[]>();
  for (const rate of rates) groups.set(key(rate), [...(groups.get(key(rate)) ?? []), rate]);
  return groups;
}
