// One row of a table; grey bars stand in while it is on its way. Keys and clicks are the table's.
import { Check } from 'lucide-react';
import { memo } from 'react';
import { LinkContext, type LinkProps } from 'react-aria-components/Link';
import { Icon } from '../icon.tsx';
import { Skeleton } from '../states.tsx';
import type { Column } from './types.ts';

export interface TableRowProps<Row> {
  readonly id: string;
  readonly row: Row | undefined;
  readonly index: number;
  /** Pixels from the top of the rows. */
  readonly top: number;
  readonly columns: readonly Column<Row>[];
  readonly isActive: boolean;
  /** Undefined where rows cannot be selected. */
  readonly isSelected: boolean | undefined;
  readonly isOpenable: boolean;
}

/** The table is one stop for Tab: by keys a row is opened, and what it belongs to is linked there. */
const NO_STOP: LinkProps & { readonly excludeFromTabOrder: true } = { excludeFromTabOrder: true };

const BARS = ['58%', '74%', '42%', '66%'];

function TableRowContent<Row>(props: TableRowProps<Row>) {
  const { id, row, index, top, columns, isActive, isSelected, isOpenable } = props;
  return (
    <div
      role="row"
      id={id}
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className="table__row"
      data-index={index}
      data-active={isActive ? '' : undefined}
      data-openable={isOpenable ? '' : undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      {isSelected !== undefined && (
        <div role="gridcell" className="table__cell table__cell--check" data-part="check">
          <span className="checkbox__box" data-selected={isSelected ? '' : undefined}>
            <Icon icon={Check} size={12} />
          </span>
        </div>
      )}
      <LinkContext value={NO_STOP}>
        {columns.map((column, place) => (
          <div key={column.id} role="gridcell" className="table__cell" data-align={column.align ?? 'start'}>
            {row === undefined ? (
              <Skeleton width={BARS[(index + place) % BARS.length] ?? '50%'} />
            ) : (
              column.render(row)
            )}
          </div>
        ))}
      </LinkContext>
    </div>
  );
}

// The cast gives back the type parameter that `memo` drops.
export const TableRow = memo(TableRowContent) as typeof TableRowContent;
