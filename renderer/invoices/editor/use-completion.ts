// Completion of a line's description from the catalogue: offers items while one types, and never stands in the way of free text.
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { useCall } from '../../data.ts';
import { useEditorTools } from './editor-context.ts';

export type FoundItem = CallOutput<'items.find'>['rows'][number];

const PAUSE_MS = 80;
/** One letter would offer half of the catalogue. */
const FEWEST_LETTERS = 2;

export interface Completion {
  /** Empty while nothing is offered. */
  readonly items: readonly FoundItem[];
  /** Which one Enter takes; -1 for none: then Enter goes on as ever. */
  readonly active: number;
  readonly setActive: (index: number) => void;
  /** To be told of what was typed, not of what was put there otherwise. */
  readonly onTyped: (text: string) => void;
  /** True when the key was the list's. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly close: () => void;
}

export function useCompletion(onChoose: (item: FoundItem) => void): Completion {
  const { currency } = useEditorTools();
  const [typed, setTyped] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => setWanted(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const asked = { enabled: wanted !== null, keepPrevious: true };
  const { data } = useCall('items.find', { text: wanted ?? '', currency }, asked);
  const items = typed === null || wanted === null ? [] : (data?.rows ?? []);
  const close = (): void => {
    setTyped(null);
    setWanted(null);
    setActive(-1);
  };
  const onTyped = (text: string): void => {
    const isWorthIt = text.trim().length >= FEWEST_LETTERS && !text.includes('\n');
    setActive(-1);
    if (isWorthIt) setTyped(text.trim());
    else close();
  };
  const onKey = ({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean => {
    if (items.length === 0 || altKey || ctrlKey || metaKey || shiftKey) return false;
    if (key === 'ArrowDown') setActive(Math.min(active + 1, items.length - 1));
    else if (key === 'ArrowUp' && active >= 0) setActive(active - 1);
    else if (key === 'Escape') close();
    else if (key === 'Enter') {
      const item = items[active];
      if (item === undefined) {
        close();
        return false;
      }
      onChoose(item);
      close();
    } else return false;
    return true;
  };
  return { items, active, setActive, onTyped, onKey, close };
}
