// Where a row stands in an order, as text for the page: the value it is ordered by, and its seq as the last word.

export interface Place {
  readonly value: string | number;
  readonly seq: number;
}

export function writeCursor(place: Place): string {
  return JSON.stringify([place.value, place.seq]);
}

/** Null for what this program did not write: the page then gets its rows by offset. */
export function readCursor(text: string | undefined): Place | null {
  if (text === undefined) return null;
  const parts = parsed(text);
  if (!Array.isArray(parts) || parts.length !== 2) return null;
  const [value, seq]: readonly unknown[] = parts;
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq)) return null;
  return typeof value === 'string' || (typeof value === 'number' && Number.isSafeInteger(value))
    ? { value, seq }
    : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
