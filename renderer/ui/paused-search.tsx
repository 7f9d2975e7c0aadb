// A search field above a list: found by key, and waits for a short pause, so that the list is not asked for at each letter.
import { useEffect, useRef, useState } from 'react';
import { useCommands } from './commands.tsx';
import { SearchField } from './search-field.tsx';

const PAUSE_MS = 120;

export interface PausedSearchProps {
  readonly label: string;
  readonly placeholder: string;
  /** What the list is searched for now. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** The screen has another use for the letter F: only the other keys lead here. */
  readonly leavesF?: boolean;
}

export function PausedSearch({ label, placeholder, value, onChange, leavesF = false }: PausedSearchProps) {
  const [text, setText] = useState(value);
  const [lastValue, setLastValue] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  useCommands([
    {
      id: 'find',
      title: 'Search this list',
      group: 'This screen',
      shortcuts: [...(leavesF ? [] : ['f']), '/', 'Mod+F'],
      run: () => input.current?.focus(),
    },
  ]);
  // The list is searched for something else than was typed, as when all filters are taken away: the field follows.
  if (value !== lastValue) {
    setLastValue(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => onChange(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <SearchField label={label} placeholder={placeholder} value={text} onChange={setText} inputRef={input} />
  );
}
