// Which rows of a long table are drawn: those in sight and a few beyond. All rows are equally high.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const HEAD_HEIGHT = 32;
/** What the foot covers, where there is one, and a little more. */
const FOOT_HEIGHT = 40;
const DEFAULT_ROW_HEIGHT = 36;
/** Rows drawn beyond either edge, so that a quick scroll does not show the ground. */
const BEYOND = 8;

function rowHeight(): number {
  const height = Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--row'), 10);
  return Number.isNaN(height) ? DEFAULT_ROW_HEIGHT : height;
}

interface View {
  /** The first row in sight, whole or in part. */
  readonly top: number;
  /** How many fit between head and foot. */
  readonly rows: number;
}

export interface RowsInSight {
  /** Of the table: what scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Pixels. */
  readonly rowHeight: number;
  /** Indexes of the rows to draw. */
  readonly indexes: readonly number[];
  /** How far a page key leads. */
  readonly pageRows: number;
  /** Called as the table scrolls. */
  readonly onScroll: () => void;
  /** Brings a row into sight, moving as little as that takes. */
  readonly bring: (index: number) => void;
}

/** `startAt` is the place in pixels at which the table opens. */
export function useRowsInSight(
  count: number,
  startAt: number,
  onRange: ((first: number, last: number) => void) | undefined,
): RowsInSight {
  const scroller = useRef<HTMLDivElement>(null);
  const [height] = useState(rowHeight);
  const place = useRef(startAt);
  const [view, setView] = useState<View>({ top: Math.floor(startAt / height), rows: 0 });
  const look = useCallback((): void => {
    const element = scroller.current;
    if (element === null) return;
    const top = Math.floor(element.scrollTop / height);
    const rows = Math.ceil((element.clientHeight - HEAD_HEIGHT) / height);
    setView((last) => (last.top === top && last.rows === rows ? last : { top, rows }));
  }, [height]);
  const hasRows = count > 0;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    // Without rows there is nothing to scroll over.
    if (hasRows) element.scrollTo({ top: place.current });
    // It looks at once, and again whenever the size changes.
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      if (hasRows) place.current = element.scrollTop;
      observer.disconnect();
    };
  }, [hasRows, look]);
  const first = Math.max(0, Math.min(view.top, count - view.rows) - BEYOND);
  const last = Math.min(count - 1, view.top + view.rows + BEYOND);
  useEffect(() => onRange?.(first, Math.max(0, last)), [first, last, onRange]);
  const bring = (index: number): void => {
    const element = scroller.current;
    if (element === null) return;
    const lowest = (index + 1) * height + FOOT_HEIGHT - element.clientHeight;
    const highest = Math.max(0, index * height - HEAD_HEIGHT);
    element.scrollTo({ top: Math.min(Math.max(element.scrollTop, lowest), highest) });
    look();
  };
  return {
    scroller,
    rowHeight: height,
    indexes: Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset),
    pageRows: Math.max(1, view.rows - 2),
    onScroll: look,
    bring,
  };
}
