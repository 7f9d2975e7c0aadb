// How a row of the table of calls is written: kind, input schema, output schema.
import type { z } from 'zod';

export interface CallDefinition<
  Kind extends 'query' | 'command',
  Input extends z.ZodType,
  Output extends z.ZodType,
> {
  readonly kind: Kind;
  readonly input: Input;
  readonly output: Output;
}

/** Reads only; may be repeated and cached by the page. */
export function query<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): CallDefinition<'query', Input, Output> {
  return { kind: 'query', input, output };
}

/** Changes something; the page never repeats it by itself. */
export function command<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): CallDefinition<'command', Input, Output> {
  return { kind: 'command', input, output };
}
