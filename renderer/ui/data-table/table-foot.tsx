// The foot of a table: what the whole list comes to.
import type { ReactNode } from 'react';
import type { Column } from './types.ts';

export interface TableFootProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly footer: Readonly<Record<string, ReactNode>>;
  readonly isSelectable: boolean;
  readonly count: number;
}

export function TableFoot<Row>({ columns, footer, isSelectable, count }: TableFootProps<Row>) {
  return (
    <div role="rowgroup" className="table__foot">
      <div role="row" aria-rowindex={count + 2} className="table__row table__row--foot">
        {isSelectable && <div role="gridcell" aria-label="Whole list" className="table__cell" />}
        {columns.map((column) => (
          <div key={column.id} role="gridcell" className="table__cell" data-align={column.align ?? 'start'}>
            {footer[column.id]}
          </div>
        ))}
      </div>
    </div>
  );
}
