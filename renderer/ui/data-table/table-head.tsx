// The head of a table: names of columns, and the order by a click.
import { ArrowDown, ArrowUp, Check, Minus } from 'lucide-react';
import { Icon } from '../icon.tsx';
import type { Column, DataTableProps, Sort } from './types.ts';

type HeadProps<Row> = Pick<
  DataTableProps<Row>,
  'columns' | 'sort' | 'onSort' | 'selected' | 'onSelect' | 'onSelectAll' | 'count'
>;

export function TableHead<Row>(props: HeadProps<Row>) {
  const { columns, onSelect } = props;
  return (
    <div role="rowgroup" className="table__head">
      <div role="row" aria-rowindex={1} className="table__row table__row--head">
        {onSelect && <SelectAllCell {...props} />}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
        ))}
      </div>
    </div>
  );
}

function SelectAllCell<Row>({ selected, onSelect, onSelectAll, count = 0 }: HeadProps<Row>) {
  const size = selected?.size ?? 0;
  const press = size > 0 ? () => onSelect?.(new Set()) : onSelectAll;
  return (
    <div role="columnheader" className="table__cell table__cell--check">
      <button
        type="button"
        className="table__check-button"
        aria-label={size > 0 ? 'Clear selection' : 'Select all'}
        disabled={press === undefined}
        onClick={press}
      >
        <span className="checkbox__box" data-selected={size > 0 ? '' : undefined}>
          <Icon icon={size > 0 && size < count ? Minus : Check} size={12} />
        </span>
      </button>
    </div>
  );
}

interface HeadCellProps<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
}

function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const { sortBy } = column;
  const align = column.align ?? 'start';
  if (sortBy === undefined || onSort === undefined) {
    return (
      <div role="columnheader" className="table__cell" data-align={align}>
        <span className={column.hideHeader === true ? 'visually-hidden' : 'truncate'}>{column.header}</span>
      </div>
    );
  }
  const direction = sort?.by === sortBy ? sort.direction : null;
  const next = direction === 'asc' ? 'desc' : 'asc';
  const order = direction === null ? 'none' : direction === 'asc' ? 'ascending' : 'descending';
  return (
    <div role="columnheader" aria-sort={order} className="table__cell" data-align={align}>
      <button type="button" className="table__sort" onClick={() => onSort({ by: sortBy, direction: next })}>
        <span className="truncate">{column.header}</span>
        {direction !== null && <Icon icon={direction === 'asc' ? ArrowUp : ArrowDown} size={12} />}
      </button>
    </div>
  );
}
