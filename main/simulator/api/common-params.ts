// Parameters that many of Stripe's operations share: metadata, addresses, ranges, pages.
import { clearable, integer, isRawObject, object, optional, text, type Rule } from './params.ts';
import { refuse } from './failure.ts';

/** What was sent, null when it was cleared, or what there was. */
export function kept<T>(sent: T | undefined, existing: T): T {
  return sent === undefined ? existing : sent;
}

export type MetadataChange = Readonly<Record<string, string>>;

/** At most 50 keys of 40 characters with values of 500; an empty value removes its key. */
export const metadata: Rule<MetadataChange> = {
  read(raw, path) {
    if (!isRawObject(raw)) throw refuse('Invalid object', { param: path });
    const entries = Object.entries(raw).map(([key, value]): readonly [string, string] => {
      if (typeof value !== 'string')
        throw refuse(`Invalid string: metadata values must be strings`, { param: `${path}[${key}]` });
      if (key.length > 40)
        throw refuse(`Metadata keys can have up to 40 characters: ${key}`, { param: path });
      if (value.length > 500)
        throw refuse('Metadata values can have up to 500 characters', { param: `${path}[${key}]` });
      return [key, value];
    });
    if (entries.length > 50) throw refuse('You can have up to 50 keys in metadata', { param: path });
    return Object.fromEntries(entries);
  },
};

/** Merges a change into kept metadata; `null` clears all of it. */
export function changeMetadata(
  existing: Readonly<Record<string, string>> | null,
  change: MetadataChange | null | undefined,
): Readonly<Record<string, string>> {
  if (change === null) return {};
  const merged = { ...existing, ...change };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''));
}

const addressFields = {
  city: clearable(text()),
  country: clearable(text(2)),
  line1: clearable(text()),
  line2: clearable(text()),
  postal_code: clearable(text()),
  state: clearable(text()),
};
const addressParams = object(addressFields);

export interface Address {
  readonly city: string | null;
  readonly country: string | null;
  readonly line1: string | null;
  readonly line2: string | null;
  readonly postal_code: string | null;
  readonly state: string | null;
}

export const address: Rule<Address> = {
  read(raw, path) {
    const parsed = addressParams.read(raw, path);
    return {
      city: parsed.city ?? null,
      country: parsed.country ?? null,
      line1: parsed.line1 ?? null,
      line2: parsed.line2 ?? null,
      postal_code: parsed.postal_code ?? null,
      state: parsed.state ?? null,
    };
  },
};

export interface Range {
  readonly gt: number | undefined;
  readonly gte: number | undefined;
  readonly lt: number | undefined;
  readonly lte: number | undefined;
}
const rangeParams = object({
  gt: optional(integer),
  gte: optional(integer),
  lt: optional(integer),
  lte: optional(integer),
});

/** Unix seconds: an exact second or bounds. */
export const range: Rule<Range> = {
  read(raw, path) {
    if (typeof raw !== 'string') return rangeParams.read(raw, path);
    const exact = integer.read(raw, path);
    return { gt: undefined, gte: exact, lt: undefined, lte: exact };
  },
};

export function inRange(value: number | null, bounds: Range | undefined): boolean {
  if (bounds === undefined) return true;
  if (value === null) return false;
  return (
    (bounds.gt === undefined || value > bounds.gt) &&
    (bounds.gte === undefined || value >= bounds.gte) &&
    (bounds.lt === undefined || value < bounds.lt) &&
    (bounds.lte === undefined || value <= bounds.lte)
  );
}

const pageSize: Rule<number> = {
  read(raw, path) {
    const value = integer.read(raw, path);
    if (value < 1 || value > 100) {
      throw refuse('Invalid limit: must be between 1 and 100', {
        code: 'parameter_invalid_integer',
        param: path,
      });
    }
    return value;
  },
};

export const pageFields = {
  limit: optional(pageSize),
  starting_after: optional(text()),
  ending_before: optional(text()),
};
export interface Page {
  readonly limit: number | undefined;
  readonly starting_after: string | undefined;
  readonly ending_before: string | undefined;
}
