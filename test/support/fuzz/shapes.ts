// Makes inputs for a call from its own schema, mostly of the right shape: what is refused at the door tests little behind it.
import fc from 'fast-check';
import { z } from 'zod';
import { HOSTILE_TEXTS } from '../hostile-texts.ts';

/** What a JSON Schema made by zod is written with here; another word in one fails the test that uses it. */
interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
}

const REPEATED = 'c0ffee00-0000-4000-8000-000000000000';

/** Texts that stand for things in the books, so that a call finds something to work on. */
export type KnownTexts = readonly string[];

/** Inputs of the schema's shape, `weight` of `weight + 4`; the others with parts exchanged or left out, most of them where it is 0, or of no shape. */
export function inputsOf(schema: z.ZodType, known: KnownTexts, weight: number): fc.Arbitrary<unknown> {
  // The library's own type of a JSON Schema is open to every dialect; this is the part that it writes.
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
  const maker = new Maker(known);
  return fc.oneof(
    { weight, arbitrary: maker.of(root, 0) },
    { weight: 3, arbitrary: maker.of(root, weight === 0 ? 0.9 : 0.08) },
    { weight: 1, arbitrary: junk },
  );
}

const hostile = fc.constantFrom(...HOSTILE_TEXTS);

/** What JSON can carry, and what only a structured clone can. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.anything({
    maxDepth: 2,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSet: true,
  }),
  fc.constantFrom<unknown>(
    undefined,
    Number.NaN,
    Infinity,
    -0,
    2 ** 53,
    -1,
    1e308,
    '',
    '\u0000',
    '\uD800',
    'x'.repeat(100_000),
  ),
  hostile,
);

class Maker {
  readonly #known: fc.Arbitrary<string>;

  constructor(known: KnownTexts) {
    this.#known = known.length === 0 ? hostile : fc.constantFrom(...known);
  }

  /** `wild` is how often, from 0 to 1, any one part is something else altogether. */
  of(schema: Schema, wild: number): fc.Arbitrary<unknown> {
    const right = this.#right(schema, wild);
    if (wild === 0) return right;
    const weight = Math.round(wild * 100);
    return fc.oneof({ weight: 100 - weight, arbitrary: right }, { weight, arbitrary: junk });
  }

  #right(schema: Schema, wild: number): fc.Arbitrary<unknown> {
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    const choice = schema.anyOf ?? schema.oneOf;
    if (choice !== undefined) return fc.oneof(...choice.map((one) => this.of(one, wild)));
    switch (schema.type) {
      case 'object':
        return this.#object(schema, wild);
      case 'array':
        return fc.array(this.of(schema.items ?? {}, wild), {
          minLength: schema.minItems ?? 0,
          maxLength: Math.min(schema.maxItems ?? 5, (schema.minItems ?? 0) + 5),
        });
      case 'string':
        return this.#text(schema);
      case 'integer':
        return integer(schema);
      case 'number':
        return fc.double({ noNaN: true });
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      default:
        return junk;
    }
  }

  #object({ properties = {}, required = [], additionalProperties, propertyNames }: Schema, wild: number) {
    if (typeof additionalProperties === 'object')
      return fc.dictionary(this.#text(propertyNames ?? {}), this.of(additionalProperties, wild), {
        maxKeys: 4,
      });
    const fields = Object.entries(properties).map(([name, field]) => [name, this.of(field, wild)] as const);
    return fc.record(Object.fromEntries(fields), {
      // A field may be missing where parts may be anything.
      requiredKeys: wild === 0 ? [...required] : required.filter((_, at) => at % 3 !== 0),
    });
  }

  #text({ pattern, format, minLength = 0, maxLength = 40, enum: names }: Schema): fc.Arbitrary<string> {
    if (names !== undefined) return fc.constantFrom(...names.map(String));
    // A click makes a new one, unless it is told twice.
    if (format === 'uuid')
      return fc.oneof({ weight: 9, arbitrary: fc.uuid() }, { weight: 1, arbitrary: fc.constant(REPEATED) });
    if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
    const plain = fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 40), unit: 'binary' });
    return fc.oneof(
      { weight: 6, arbitrary: this.#known },
      { weight: 1, arbitrary: hostile },
      { weight: 1, arbitrary: plain },
    );
  }
}

function integer({ minimum, maximum, exclusiveMinimum }: Schema): fc.Arbitrary<number> {
  const min = exclusiveMinimum === undefined ? (minimum ?? Number.MIN_SAFE_INTEGER) : exclusiveMinimum + 1;
  const max = maximum ?? Number.MAX_SAFE_INTEGER;
  const low = Math.max(min, Math.min(-5, max));
  return fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: low, max: Math.min(max, low + 60) }) },
    { weight: 1, arbitrary: fc.integer({ min, max }) },
  );
}
