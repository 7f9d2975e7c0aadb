// Joins the members of a union so that a wrong value can be told by the one member it was meant to be.
import type { Schema } from '../schema.ts';

export type Member =
  | { readonly kind: 'absent' }
  | { readonly kind: 'any' }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** Any further text beside the known ones. */
  | { readonly kind: 'other-text' }
  | { readonly kind: 'plain'; readonly schema: Schema }
  | Structure;

export interface Structure {
  readonly kind: 'object';
  readonly tags: Readonly<Record<string, string>>;
  readonly schema: Schema;
}

export function either(members: readonly Member[]): Schema {
  if (members.some(({ kind }) => kind === 'any')) return {};
  const structures = members.filter((member) => member.kind === 'object');
  const schemas = [...(structures.length === 0 ? [] : [among(structures)]), ...plain(members)];
  const [only] = schemas;
  return only !== undefined && schemas.length === 1 ? only : { anyOf: schemas };
}

/** Texts, numbers, flags, null and lists. */
function plain(members: readonly Member[]): readonly Schema[] {
  const schemas = members.flatMap((member) => (member.kind === 'plain' ? [member.schema] : []));
  const isAnyText = schemas.some(({ type, pattern }) => type === 'string' && pattern === undefined);
  const values = members.flatMap((member) =>
    member.kind === 'literal' && !(isAnyText && typeof member.value === 'string') ? [member.value] : [],
  );
  // An enumeration is open for what Stripe may add one day; neither side here has anything to say that is not known yet.
  const isOpen = members.some(({ kind }) => kind === 'other-text');
  if (isOpen && !values.some((value) => typeof value === 'string')) schemas.push({ type: 'string' });
  if (values.length > 0) schemas.push({ enum: [...new Set(values)].toSorted(byText) });
  return [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
}

function byText(a: unknown, b: unknown): number {
  return String(a) < String(b) ? -1 : 1;
}

/** Objects are told apart by the name of their type, or by `type`, where each has its own. */
function among(structures: readonly Structure[]): Schema {
  const [first] = structures;
  if (first !== undefined && structures.length === 1) return first.schema;
  for (const propertyName of ['object', 'type']) {
    const cases = Map.groupBy(structures, ({ tags }) => tags[propertyName]);
    if (cases.has(undefined) || cases.size === 1) continue;
    const mapping = Object.fromEntries([...cases].map(([value, some]) => [value, among(some)]));
    return { discriminator: { propertyName, mapping } };
  }
  return { anyOf: structures.map(({ schema }) => schema) };
}
