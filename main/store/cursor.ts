// Where a row stands in an order, as text for the page: the value it is ordered by, and its seq as the last word.
import { z } from 'zod';

export interface Place {
  readonly value: string | number;
  readonly seq: number;
}

const Written = z.tuple([z.union([z.string(), z.int()]), z.int()]);

/** Reads what `CURSOR` of keyset.ts has written. Null for what this program did not write: the page then gets its rows by offset. */
export function readCursor(text: string | undefined): Place | null {
  if (text === undefined) return null;
  const written = Written.safeParse(parsed(text));
  return written.success ? { value: written.data[0], seq: written.data[1] } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
