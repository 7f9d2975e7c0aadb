// A small language in which each operation states its parameters; what does not fit is refused in Stripe's words.
import type { Raw, RawObject } from './form.ts';
import { refuse } from './failure.ts';
import { isDecimal } from '../arithmetic/decimal.ts';

export interface Rule<T> {
  read(raw: Raw, path: string): T;
}
/** A named parameter: `raw` is undefined when it was not sent. */
export interface Field<T> {
  read(raw: Raw | undefined, path: string): T;
}
export type Fields = Readonly<Record<string, Field<unknown>>>;
export type Parsed<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

function refuseEmpty(path: string): Error {
  return refuse(
    `You passed an empty string for '${path}'. We assume empty values are an attempt to unset a parameter; however '${path}' cannot be unset.`,
    { code: 'parameter_invalid_empty', param: path },
  );
}

export function required<T>(rule: Rule<T>): Field<T> {
  return {
    read(raw, path) {
      if (raw === undefined)
        throw refuse(`Missing required param: ${path}.`, { code: 'parameter_missing', param: path });
      if (raw === '') throw refuseEmpty(path);
      return rule.read(raw, path);
    },
  };
}

export function optional<T>(rule: Rule<T>): Field<T | undefined> {
  return {
    read(raw, path) {
      if (raw === undefined) return undefined;
      if (raw === '') throw refuseEmpty(path);
      return rule.read(raw, path);
    },
  };
}

/** Optional, and an empty string clears it: `null`. */
export function clearable<T>(rule: Rule<T>): Field<T | null | undefined> {
  return {
    read(raw, path) {
      if (raw === undefined) return undefined;
      return raw === '' ? null : rule.read(raw, path);
    },
  };
}

function scalar(raw: Raw, path: string): string {
  if (typeof raw !== 'string') throw refuse(`Invalid string: ${path}`, { param: path });
  return raw;
}

/** Text of at most `limit` characters. */
export function text(limit = 5000): Rule<string> {
  return {
    read(raw, path) {
      const value = scalar(raw, path);
      if (value.length > limit) {
        throw refuse(`Invalid string: must be at most ${limit} characters`, { param: path });
      }
      return value;
    },
  };
}

export const integer: Rule<number> = {
  read(raw, path) {
    const value = scalar(raw, path);
    if (!/^-?\d{1,15}$/.test(value))
      throw refuse(`Invalid integer: ${value}`, { code: 'parameter_invalid_integer', param: path });
    return Number(value);
  },
};

/** A count or amount that cannot be negative. */
export const naturalNumber: Rule<number> = {
  read(raw, path) {
    const value = integer.read(raw, path);
    if (value < 0) {
      throw refuse('This value must be greater than or equal to 0.', {
        code: 'parameter_invalid_integer',
        param: path,
      });
    }
    return value;
  },
};

export const flag: Rule<boolean> = {
  read(raw, path) {
    const value = scalar(raw, path);
    if (value !== 'true' && value !== 'false') throw refuse(`Invalid boolean: ${value}`, { param: path });
    return value === 'true';
  },
};

/** A decimal kept as text; at most 12 digits after the point. */
export const decimal: Rule<string> = {
  read(raw, path) {
    const value = scalar(raw, path);
    if (!isDecimal(value))
      throw refuse(`Invalid decimal: ${value}; must contain at most 12 decimal places.`, { param: path });
    return value;
  },
};

export const currency: Rule<string> = {
  read(raw, path) {
    const value = scalar(raw, path).toLowerCase();
    if (!/^[a-z]{3}$/.test(value)) throw refuse(`Invalid currency: ${value}.`, { param: path });
    return value;
  },
};

export const email: Rule<string> = {
  read(raw, path) {
    const value = scalar(raw, path);
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value))
      throw refuse(`Invalid email address: ${value}`, { code: 'email_invalid', param: path });
    return value;
  },
};

export function oneOf<const T extends string>(...values: readonly T[]): Rule<T> {
  return {
    read(raw, path) {
      const value = scalar(raw, path);
      const found = values.find((candidate) => candidate === value);
      if (found === undefined)
        throw refuse(`Invalid ${path}: must be one of ${values.join(', ')}`, { param: path });
      return found;
    },
  };
}

export function list<T>(rule: Rule<T>, limit = 250): Rule<readonly T[]> {
  return {
    read(raw, path) {
      if (typeof raw === 'string' || !Array.isArray(raw)) throw refuse('Invalid array', { param: path });
      if (raw.length > limit)
        throw refuse(`Array ${path} exceeded maximum ${limit} allowed elements.`, { param: path });
      return raw.map((element: Raw, index) => rule.read(element, `${path}[${index}]`));
    },
  };
}

export function object<const F extends Fields>(fields: F): Rule<Parsed<F>> {
  return {
    read(raw, path) {
      if (!isRawObject(raw)) throw refuse('Invalid object', { param: path });
      return parseFields(fields, raw, path);
    },
  };
}

export function isRawObject(raw: Raw): raw is RawObject {
  return typeof raw === 'object' && !Array.isArray(raw);
}

export function parseFields<F extends Fields>(fields: F, raw: RawObject, path = ''): Parsed<F> {
  const nameOf = (name: string): string => (path === '' ? name : `${path}[${name}]`);
  for (const name of Object.keys(raw)) {
    if (!Object.hasOwn(fields, name)) {
      throw refuse(`Received unknown parameter: ${nameOf(name)}`, {
        code: 'parameter_unknown',
        param: nameOf(name),
      });
    }
  }
  const values = Object.entries(fields).map(([name, field]) => [name, field.read(raw[name], nameOf(name))]);
  // Object.fromEntries forgets the names; each value was read by the field of its name.
  return Object.fromEntries(values) as Parsed<F>;
}
