// Holds a value to a schema as it stands, without compiling it: a test meets a few of thousands, and meets them only a few times.
import type { Schema } from './schema.ts';

/** On a form everything is text, null is the empty text, and a list is an object with numbers for names. */
export type Manner = 'json' | 'form';

export interface Checked {
  readonly manner: Manner;
  readonly definition: (name: string) => Schema;
}

/** What is wrong with a value, one sentence a fault; empty when nothing is. */
export function faultsOf({ manner, definition }: Checked, schema: Schema, value: unknown): readonly string[] {
  const check = new Check(manner, definition);
  check.value(schema, value, false);
  return check.faults;
}

type Fields = Readonly<Record<string, unknown>>;

class Check {
  faults: string[] = [];
  readonly #path: string[] = [];
  readonly #manner: Manner;
  readonly #definition: (name: string) => Schema;

  constructor(manner: Manner, definition: (name: string) => Schema) {
    this.#manner = manner;
    this.#definition = definition;
  }

  /** `partial`: fields may be missing. */
  value(given: Schema, value: unknown, partial: boolean): void {
    const isPartial = partial || given.partial === true;
    const schema = this.#resolve(given);
    if (schema.anyOf !== undefined) this.#anyOf(schema.anyOf, value, isPartial);
    else if (schema.discriminator !== undefined) this.#discriminated(schema.discriminator, value, isPartial);
    else if (!this.#suits(schema, value)) this.#fault(`is ${shown(value)} and not ${this.#named(schema)}`);
    else if (schema.type === 'object') this.#object(schema, value as Fields, isPartial);
    else if (schema.type === 'array') this.#list(schema, value as object);
  }

  #resolve(schema: Schema): Schema {
    return schema.$ref === undefined ? schema : this.#definition(schema.$ref);
  }

  /** Whether a value is of the schema's kind; what is inside of it is another question. */
  #suits(given: Schema, value: unknown): boolean {
    const schema = this.#resolve(given);
    if (schema.anyOf !== undefined) return schema.anyOf.some((one) => this.#suits(one, value));
    if (schema.discriminator !== undefined) return isObject(value);
    if (schema.enum !== undefined) return this.#isOneOf(schema.enum, value);
    return schema.type === undefined || this.#isA(schema.type, value, schema.pattern);
  }

  #isOneOf(values: NonNullable<Schema['enum']>, value: unknown): boolean {
    return values.some((one) => (this.#manner === 'form' ? String(one ?? '') : one) === value);
  }

  #isA(type: NonNullable<Schema['type']>, value: unknown, pattern?: string): boolean {
    const isForm = this.#manner === 'form';
    switch (type) {
      case 'object':
        return isObject(value);
      case 'array':
        return isForm ? isObject(value) && Object.keys(value).every(isDigits) : Array.isArray(value);
      case 'number':
        return isForm ? typeof value === 'string' && isNumber(value) : typeof value === 'number';
      case 'string':
        return typeof value === 'string' && (pattern === undefined || new RegExp(pattern, 'u').test(value));
    }
  }

  #anyOf(schemas: readonly Schema[], value: unknown, partial: boolean): void {
    const suitable = schemas.filter((schema) => this.#suits(schema, value));
    if (suitable.length === 0) {
      this.#fault(`is ${shown(value)} and not ${schemas.map((schema) => this.#named(schema)).join(' or ')}`);
      return;
    }
    const before = this.faults;
    const attempts = suitable.map((schema) => {
      this.faults = [];
      this.value(schema, value, partial);
      return this.faults;
    });
    // What was meant is what fits best.
    const [best = []] = attempts.toSorted((a, b) => a.length - b.length);
    this.faults = [...before, ...best];
  }

  #discriminated(
    { propertyName, mapping }: NonNullable<Schema['discriminator']>,
    value: unknown,
    partial: boolean,
  ): void {
    const tag = isObject(value) ? value[propertyName] : undefined;
    const chosen = typeof tag === 'string' && Object.hasOwn(mapping, tag) ? mapping[tag] : undefined;
    if (chosen !== undefined) this.value(chosen, value, partial);
    else if (tag !== undefined || !partial) this.#fault(`has the unknown ${propertyName} ${shown(tag)}`);
  }

  #object({ properties = {}, required = [], additionalProperties }: Schema, value: Fields, partial: boolean) {
    for (const name of required)
      if (!partial && !Object.hasOwn(value, name)) this.#fault(`lacks the field ${name}`);
    for (const [name, field] of Object.entries(value)) {
      const schema = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
      if (schema === undefined || schema === false) this.#fault(`has the unknown field ${name}`);
      // Stripe tells what was not there before as null.
      else if (partial && field === null && !required.includes(name)) continue;
      else this.#inside(name, () => this.value(schema, field, partial));
    }
  }

  #list({ items = {} }: Schema, value: object): void {
    for (const [name, element] of Object.entries(value))
      this.#inside(name, () => this.value(items, element, false));
  }

  #inside(name: string, check: () => void): void {
    this.#path.push(name);
    check();
    this.#path.pop();
  }

  #fault(what: string): void {
    this.faults.push(`${this.#path.join('.') || 'it'} ${what}`);
  }

  #named(given: Schema): string {
    if (given.$ref !== undefined) return given.$ref;
    const { type, enum: values, pattern, anyOf } = given;
    if (anyOf !== undefined) return anyOf.map((schema) => this.#named(schema)).join(' or ');
    if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(' or ');
    return `${type ?? 'object'}${pattern === undefined ? '' : ` like ${pattern}`}`;
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDigits(text: string): boolean {
  return /^\d+$/u.test(text);
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/u.test(text);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'absent';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
