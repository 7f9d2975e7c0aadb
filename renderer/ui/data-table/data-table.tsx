// A table over any number of rows: only those in sight are drawn, and the whole of it works by keyboard.
import { type KeyboardEvent, type MouseEvent, useEffect, useId } from 'react';
import { useRemembered } from '../view-memory.ts';
import { gridAction } from './grid-keys.ts';
import { toggled, withRange } from './selection.ts';
import { TableFoot } from './table-foot.tsx';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import type { DataTableProps } from './types.ts';
import { useRowCommands } from './use-row-commands.ts';
import { useRowsInSight } from './use-rows-in-sight.ts';
import '../choice.css';
import './data-table.css';

interface Place {
  readonly active: number;
  readonly scroll: number;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, count = 0, rowAt, onSelect, empty, autoFocus = false } = props;
  const baseId = useId();
  const [place, setPlace] = useRemembered<Place>(props.memoryKey, { active: 0, scroll: 0 });
  const active = Math.min(place.active, Math.max(0, count - 1));
  const { scroller, ...sight } = useRowsInSight(count, place.scroll, props.onRange);
  const moveTo = (index: number): void => {
    sight.bring(index);
    setPlace({ active: index, scroll: scroller.current?.scrollTop ?? 0 });
  };
  const { onKeyDown, onClick } = useRowActions(props, { active, pageRows: sight.pageRows, moveTo });
  useRowCommands(props, active, scroller);
  useEffect(() => {
    if (autoFocus) scroller.current?.focus({ preventScroll: true });
  }, [autoFocus, scroller]);
  if (props.count === 0 && empty !== undefined) return <div className="table-frame">{empty}</div>;
  const tracks = [...(onSelect ? ['32px'] : []), ...columns.map((column) => column.width)].join(' ');
  return (
    <div
      ref={scroller}
      role="grid"
      className="table"
      style={{ '--columns': tracks }}
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={count + (props.footer ? 2 : 1)}
      aria-colcount={columns.length + (onSelect ? 1 : 0)}
      aria-multiselectable={onSelect !== undefined}
      aria-busy={props.count === undefined}
      aria-activedescendant={count > 0 ? `${baseId}-${active}` : undefined}
      onScroll={sight.onScroll}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <TableHead {...props} />
      <div role="rowgroup" className="table__body" style={{ height: count * sight.rowHeight }}>
        {sight.indexes.map((index) => {
          const row = rowAt(index);
          return (
            <TableRow<Row>
              key={index}
              id={`${baseId}-${index}`}
              row={row}
              index={index}
              top={index * sight.rowHeight}
              columns={columns}
              isActive={index === active}
              isSelected={
                onSelect && row !== undefined
                  ? props.selected?.has(props.rowId(row)) === true
                  : onSelect && false
              }
              isOpenable={props.onOpen !== undefined}
            />
          );
        })}
      </div>
      {props.footer && (
        <TableFoot
          columns={columns}
          footer={props.footer}
          isSelectable={onSelect !== undefined}
          count={count}
        />
      )}
    </div>
  );
}

interface GridState {
  readonly active: number;
  readonly pageRows: number;
  readonly moveTo: (index: number) => void;
}

function useRowActions<Row>(props: DataTableProps<Row>, { active, pageRows, moveTo }: GridState) {
  const { rowAt, rowId, selected = new Set<string>(), onSelect, onOpen, onSelectAll, count = 0 } = props;
  const idAt = (index: number): string | undefined => {
    const row = rowAt(index);
    return row === undefined ? undefined : rowId(row);
  };
  const toggle = (index: number): void => {
    const id = idAt(index);
    if (id !== undefined) onSelect?.(toggled(selected, id));
  };
  const open = (index: number): void => {
    const row = rowAt(index);
    if (row !== undefined) onOpen?.(row);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const action = gridAction(event, active, count, pageRows);
    if (action === null || (action.kind === 'clear' && selected.size === 0)) return;
    event.preventDefault();
    event.stopPropagation();
    if (action.kind === 'move') {
      if (action.extend && onSelect) onSelect(withRange(selected, active, action.to, idAt));
      moveTo(action.to);
    } else if (action.kind === 'toggle') toggle(active);
    else if (action.kind === 'open') open(active);
    else if (action.kind === 'select-all') onSelectAll?.();
    else onSelect?.(new Set());
  };
  const onClick = ({ target, shiftKey, ctrlKey, metaKey }: MouseEvent): void => {
    const index = rowOf(target);
    if (index === null) return;
    moveTo(index);
    if (onSelect && shiftKey) onSelect(withRange(selected, active, index, idAt));
    else if (onSelect && (isCheck(target) || ctrlKey || metaKey)) toggle(index);
    else open(index);
  };
  return { onKeyDown, onClick };
}

/** The position of the row that was clicked; null beside the rows and on a control inside one. */
function rowOf(target: EventTarget): number | null {
  if (!(target instanceof Element) || target.closest('a, button, input') !== null) return null;
  const index = target.closest('[data-index]')?.getAttribute('data-index');
  return index === null || index === undefined ? null : Number(index);
}

function isCheck(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-part="check"]') !== null;
}
