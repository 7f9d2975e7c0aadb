// The shape in which the simulator keeps Stripe's objects: the SDK's own types with expandable fields as ids and decimals as strings.
import type Stripe from 'stripe';

/** A field that may hold an id or the expanded object holds the id. */
type Collapsed<V> = [Extract<V, string>] extends [never] ? V : Exclude<V, { readonly id: string }>;

export type Stored<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends Stripe.Decimal
    ? string
    : T extends readonly (infer E)[]
      ? readonly Stored<Collapsed<E>>[]
      : T extends object
        ? { readonly [K in keyof T]: Stored<Collapsed<T[K]>> }
        : T;
