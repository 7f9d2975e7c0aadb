// Series of numbers: which belong together, and where one is missing or was given twice. Pure.

/** What a number is made of: its value is that of the digits at its end. */
export interface NumberParts {
  readonly prefix: string;
  readonly value: number;
  readonly width: number;
}

export interface Numbered {
  readonly number: string;
  /** Null where it does not end in digits. */
  readonly parts: NumberParts | null;
  /** Calendar day on which it was given. */
  readonly issued: string;
}

/** Digits that are exact as a number; what is before them is part of the prefix. */
const MOST_DIGITS = 15;

export function numberParts(number: string): NumberParts | null {
  const digits = new RegExp(`\\d{1,${MOST_DIGITS}}$`).exec(number)?.[0];
  if (digits === undefined) return null;
  return { prefix: number.slice(0, -digits.length), value: Number(digits), width: digits.length };
}

export interface Series<One extends Numbered> {
  /** What all of its numbers begin with; null for numbers that do not end in digits. */
  readonly prefix: string | null;
  /** By value, then by day. */
  readonly entries: readonly One[];
}

export type Flaw<One extends Numbered> =
  /** `from` to `to`, all missing, between two that are there. */
  | {
      readonly kind: 'missing';
      readonly from: string;
      readonly to: string;
      readonly count: number;
      readonly before: One;
      readonly after: One;
    }
  | { readonly kind: 'repeated'; readonly entry: One; readonly earlier: One };

/** By what the numbers begin with, those without digits last. */
export function seriesOf<One extends Numbered>(all: readonly One[]): readonly Series<One>[] {
  const groups = new Map<string | null, One[]>();
  for (const one of all) {
    const prefix = one.parts?.prefix ?? null;
    const group = groups.get(prefix);
    if (group) group.push(one);
    else groups.set(prefix, [one]);
  }
  return [...groups]
    .map(([prefix, entries]) => ({ prefix, entries: entries.toSorted(inOrder) }))
    .toSorted((a, b) => (a.prefix === null ? 1 : b.prefix === null ? -1 : a.prefix < b.prefix ? -1 : 1));
}

function inOrder(a: Numbered, b: Numbered): number {
  const byValue = (a.parts?.value ?? 0) - (b.parts?.value ?? 0);
  if (byValue !== 0) return byValue;
  if (a.number !== b.number) return a.number < b.number ? -1 : 1;
  return a.issued < b.issued ? -1 : Number(a.issued > b.issued);
}

/** Every number between the first and the last of a series is one of its entries or in one of these. */
export function flawsOf<One extends Numbered>({ prefix, entries }: Series<One>): readonly Flaw<One>[] {
  const flaws: Flaw<One>[] = [];
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1];
    if (!before) continue;
    if (before.number === entry.number) flaws.push({ kind: 'repeated', entry, earlier: before });
    const [a, b] = [before.parts, entry.parts];
    if (prefix === null || !a || !b || b.value - a.value <= 1) continue;
    const name = (value: number): string => `${prefix}${String(value).padStart(b.width, '0')}`;
    const [from, to] = [name(a.value + 1), name(b.value - 1)];
    flaws.push({ kind: 'missing', from, to, count: b.value - a.value - 1, before, after: entry });
  }
  return flaws;
}
