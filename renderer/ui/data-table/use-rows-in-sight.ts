// Which rows of a long table are drawn: those in sight and a few beyond.
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useState } from 'react';

const HEAD_HEIGHT = 32;
const DEFAULT_ROW_HEIGHT = 36;

function rowHeight(): number {
  const height = Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--row'), 10);
  return Number.isNaN(height) ? DEFAULT_ROW_HEIGHT : height;
}

export interface RowsInSight {
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  readonly rowsInSight: number;
}

export function useRowsInSight(
  scroller: RefObject<HTMLDivElement | null>,
  count: number,
  startAt: number,
  onRange: ((first: number, last: number) => void) | undefined,
): RowsInSight {
  const [height] = useState(rowHeight);
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    scrollPaddingStart: HEAD_HEIGHT,
    scrollPaddingEnd: HEAD_HEIGHT + 8,
    initialOffset: startAt,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange?.(first, last), [first, last, onRange]);
  const view = virtualizer.scrollRect?.height ?? 0;
  return { virtualizer, rowsInSight: Math.max(1, Math.floor((view - HEAD_HEIGHT) / height) - 1) };
}
