// Small preferences of this computer (columns, shown parts) that outlive the program, kept in local storage.
import { useState } from 'react';

const PREFIX = 'quittance-';

export function readStored(name: string): unknown {
  const text = localStorage.getItem(PREFIX + name);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function writeStored(name: string, value: unknown): void {
  localStorage.setItem(PREFIX + name, JSON.stringify(value));
}

/** Like `useState` for a yes or no that is remembered. */
export function useStored(name: string, initial: boolean): readonly [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => {
    const stored = readStored(name);
    return typeof stored === 'boolean' ? stored : initial;
  });
  return [
    value,
    (next) => {
      writeStored(name, next);
      setValue(next);
    },
  ];
}
