// What a screen remembers while another one is open (place in a list, filters, tab): until the program or the books are closed.
import { createContext, use, useCallback, useState } from 'react';

export type ViewMemory = Map<string, unknown>;

export const ViewMemoryContext = createContext<ViewMemory>(new Map());

/** Like `useState`, but the value is still there when the screen is opened again. Without a key it is plain state. */
export function useRemembered<Value>(
  key: string | undefined,
  initial: Value,
): readonly [Value, (value: Value) => void] {
  const memory = use(ViewMemoryContext);
  // A key belongs to one place in the source, which always keeps the same kind of value under it.
  const [value, setValue] = useState<Value>(() =>
    key !== undefined && memory.has(key) ? (memory.get(key) as Value) : initial,
  );
  const keep = useCallback(
    (next: Value) => {
      if (key !== undefined) memory.set(key, next);
      setValue(next);
    },
    [key, memory],
  );
  return [value, keep];
}
