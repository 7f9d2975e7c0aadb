// What may leave: a reply that has exactly the form of its schema goes as it is, any other is parsed. A parse copies every row of a list,
// most often only to find that there was nothing to take away.
import type { z } from 'zod';

type Fits = (value: unknown) => boolean;

const testOf = new Map<z.ZodType, Fits | null>();

/** Answers what the schema makes of a value, and throws where it makes nothing of it. It may be the value itself, not a copy. */
export function letOut(schema: z.ZodType, value: unknown): unknown {
  const known = testOf.get(schema);
  const fits = known === undefined ? fitsOf(schema) : known;
  if (known === undefined) testOf.set(schema, fits);
  return fits?.(value) === true ? value : schema.parse(value);
}

/**
 * A test that is true only for what a parse would answer unchanged: nothing missing, nothing wrong, no key that the schema does not
 * name. Null for a schema that holds anything not known here: then there is only the parse.
 */
export function fitsOf(schema: z.core.$ZodType): Fits | null {
  // Every schema is one of zod's own; their common type does not say so.
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return def.catchall || hasChecks(def) ? null : objectFits(def.shape);
    case 'array':
      return hasChecks(def) ? null : listFits(fitsOf(def.element));
    case 'nullable':
      return nullOr(fitsOf(def.innerType));
    case 'enum':
      return memberOf(new Set<unknown>(Object.values(def.entries)));
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'string':
      return textFits(checksOf(schema));
    case 'number':
      return numberFits(checksOf(schema));
    default:
      return null;
  }
}

function hasChecks({ checks = [] }: z.core.$ZodTypeDef): boolean {
  return checks.length > 0;
}

function objectFits(shape: z.core.$ZodShape): Fits | null {
  const names = Object.keys(shape);
  const tests = allOf(Object.values(shape).map(fitsOf));
  if (!tests) return null;
  return (value) => {
    if (!isPlain(value) || Object.keys(value).length !== names.length) return false;
    for (let at = 0; at < names.length; at += 1) if (!tests[at]?.(value[names[at] ?? ''])) return false;
    return true;
  };
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** All or none. */
function allOf<Test>(tests: readonly (Test | null)[]): readonly Test[] | null {
  const found = tests.filter((test) => test !== null);
  return found.length === tests.length ? found : null;
}

function listFits(fits: Fits | null): Fits | null {
  if (!fits) return null;
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (const element of value) if (!fits(element)) return false;
    return true;
  };
}

function nullOr(fits: Fits | null): Fits | null {
  return fits && ((value) => value === null || fits(value));
}

function memberOf(members: ReadonlySet<unknown>): Fits {
  return (value) => members.has(value);
}

type Check = z.core.$ZodChecks['_zod']['def'];

/** What must hold for a text or a number besides: a format is a check of its own, all others stand beside it. */
function checksOf(schema: z.core.$ZodType): readonly Check[] {
  const { def } = schema._zod;
  const all: readonly object[] = [...('check' in def ? [schema] : []), ...(def.checks ?? [])];
  // Each check is one of zod's own, as each schema is.
  return (all as readonly z.core.$ZodChecks[]).map((check) => check._zod.def);
}

function textFits(checks: readonly Check[]): Fits | null {
  const tests = allOf(checks.map(textTest));
  if (!tests) return null;
  return (value) => {
    if (typeof value !== 'string') return false;
    for (const test of tests) if (!test(value)) return false;
    return true;
  };
}

function textTest(check: Check): ((text: string) => boolean) | null {
  switch (check.check) {
    case 'min_length':
      return (text) => text.length >= check.minimum;
    case 'max_length':
      return (text) => text.length <= check.maximum;
    case 'string_format':
      return patternTest(check);
    default:
      return null;
  }
}

/** Other formats want more than their pattern. */
function patternTest({
  format,
  pattern,
}: z.core.$ZodCheckStringFormatDef): ((text: string) => boolean) | null {
  return pattern && !pattern.global && (format === 'regex' || format === 'date')
    ? (text) => pattern.test(text)
    : null;
}

function numberFits(checks: readonly Check[]): Fits | null {
  const tests = allOf(checks.map(numberTest));
  if (!tests) return null;
  return (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return false;
    for (const test of tests) if (!test(value)) return false;
    return true;
  };
}

function numberTest(check: Check): ((value: number) => boolean) | null {
  switch (check.check) {
    case 'number_format':
      return check.format === 'safeint' ? Number.isSafeInteger : null;
    case 'greater_than':
      return check.inclusive ? (value) => value >= Number(check.value) : null;
    default:
      return null;
  }
}
