// The pages of a document as they will be printed, with zoom and page navigation. Drawn as pictures, never as markup.
import { ChevronDown, ChevronUp, Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { IconButton } from '../ui/button.tsx';
import { useRemembered } from '../ui/view-memory.ts';
import './document-view.css';

export interface DocumentViewProps {
  /** What is shown; read out. */
  readonly label: string;
  /** One SVG text per page. */
  readonly pages: readonly string[];
  /** Something newer is being drawn. */
  readonly isStale?: boolean;
  /** In the bar, at its start. */
  readonly status?: ReactNode;
}

/** Percent of the natural size; null fits the width. */
type Zoom = number | null;

const STEPS = [50, 75, 100, 125, 150, 200, 300];
/** CSS pixels of an A4 page at 96 dpi; Letter differs by 3%. */
const NATURAL_WIDTH = 794;
/** Fills a narrow pane; in a wide one a page stays as large as paper on a desk. */
const FIT_WIDTH = 'min(100%, 880px)';

export function DocumentView({ label, pages, isStale = false, status }: DocumentViewProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useRemembered<Zoom>('document-zoom', null);
  const { page, goTo } = usePageInSight(scroller, pages.length);
  const sources = useMemo(() => pages.map((svg) => `data:image/svg+xml,${encodeURIComponent(svg)}`), [pages]);
  return (
    <div className="document" data-stale={isStale ? '' : undefined}>
      <div className="document__bar" role="group" aria-label={`View of the ${label.toLowerCase()}`}>
        <span className="document__status">{status}</span>
        {pages.length > 1 && <PageNavigation page={page} count={pages.length} goTo={goTo} />}
        <ZoomControls zoom={zoom} onZoom={setZoom} />
      </div>
      <div ref={scroller} className="document__pages" role="region" aria-label={label} tabIndex={0}>
        {sources.map((source, index) => (
          <img
            key={index}
            className="document__page"
            src={source}
            alt={`${label}, page ${index + 1} of ${pages.length}`}
            style={{ width: zoom === null ? FIT_WIDTH : `${(NATURAL_WIDTH * zoom) / 100}px` }}
            draggable={false}
          />
        ))}
      </div>
    </div>
  );
}

interface PageNavigationProps {
  readonly page: number;
  readonly count: number;
  readonly goTo: (page: number) => void;
}

function PageNavigation({ page, count, goTo }: PageNavigationProps) {
  return (
    <span className="document__navigation">
      <IconButton
        size="small"
        icon={ChevronUp}
        label="Previous page"
        isDisabled={page === 0}
        onPress={() => goTo(page - 1)}
      />
      <span className="small muted tabular" role="status">
        {page + 1} / {count}
      </span>
      <IconButton
        size="small"
        icon={ChevronDown}
        label="Next page"
        isDisabled={page >= count - 1}
        onPress={() => goTo(page + 1)}
      />
    </span>
  );
}

function ZoomControls({ zoom, onZoom }: { readonly zoom: Zoom; readonly onZoom: (zoom: Zoom) => void }) {
  const at = zoom ?? 100;
  const larger = STEPS.find((step) => step > at);
  const smaller = STEPS.findLast((step) => step < at);
  return (
    <span className="document__navigation">
      <IconButton
        size="small"
        icon={ZoomOut}
        label="Smaller"
        isDisabled={smaller === undefined}
        onPress={() => onZoom(smaller ?? null)}
      />
      <span className="document__zoom small muted tabular">{zoom === null ? 'Fit' : `${zoom}%`}</span>
      <IconButton
        size="small"
        icon={ZoomIn}
        label="Larger"
        isDisabled={larger === undefined}
        onPress={() => onZoom(larger ?? null)}
      />
      <IconButton
        size="small"
        icon={Maximize}
        label="Fit the width"
        isDisabled={zoom === null}
        onPress={() => onZoom(null)}
      />
    </span>
  );
}

function usePageInSight(scroller: { readonly current: HTMLDivElement | null }, count: number) {
  const [page, setPage] = useState(0);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const onScroll = (): void => {
      const middle = element.scrollTop + element.clientHeight / 2;
      const pages = [...element.querySelectorAll<HTMLElement>('.document__page')];
      setPage(
        Math.max(
          0,
          pages.findLastIndex((candidate) => candidate.offsetTop <= middle),
        ),
      );
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [scroller]);
  const goTo = (wanted: number): void => {
    const target = scroller.current?.querySelectorAll<HTMLElement>('.document__page')[wanted];
    if (target) scroller.current?.scrollTo({ top: target.offsetTop - 16 });
    setPage(wanted);
  };
  return { page: Math.min(page, Math.max(0, count - 1)), goTo };
}
