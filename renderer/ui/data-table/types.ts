// What a table is told about its columns, order and selection.
import type { ReactNode } from 'react';

declare module 'react' {
  interface CSSProperties {
    /** The grid tracks of a table, shared by its head, rows and foot. */
    '--columns'?: string;
  }
}

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** A CSS grid track such as `120px` or `minmax(160px, 2fr)`. */
  readonly width: string;
  /** Figures and dates stand at the end, with tabular digits. */
  readonly align?: 'start' | 'end';
  /** The name by which the list is sorted; a column without one cannot be. */
  readonly sortBy?: string;
  /** Read out, but not shown. */
  readonly hideHeader?: boolean;
  readonly render: (row: Row) => ReactNode;
}

export interface Sort {
  readonly by: string;
  readonly direction: 'asc' | 'desc';
}

export interface RowCommand<Row> {
  readonly id: string;
  readonly title: string;
  readonly shortcut: string;
  readonly run: (row: Row) => void;
}

export interface DataTableProps<Row> {
  /** What the rows are; read out. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** All rows of the list, loaded or not; undefined while not known. */
  readonly count: number | undefined;
  /** Undefined while the row is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly rowId: (row: Row) => string;
  /** Which rows are in sight, so that their pages are asked for. */
  readonly onRange?: (first: number, last: number) => void;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** With `onSelect`, rows can be selected: Space, check boxes, Ctrl and Shift clicks. */
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (ids: ReadonlySet<string>) => void;
  /** Ctrl+A and the box in the head: the caller knows the ids that are not loaded. */
  readonly onSelectAll?: () => void;
  /** Enter or a click. */
  readonly onOpen?: (row: Row) => void;
  /** Keys that act on the row that has the focus; they are listed in the sheet of shortcuts. */
  readonly rowCommands?: readonly RowCommand<Row>[];
  /** Cells of the foot by column id: counts and sums of the whole list. */
  readonly footer?: Readonly<Record<string, ReactNode>>;
  /** Shown in place of the rows when there are none. */
  readonly empty?: ReactNode;
  /** Keeps the place in the list while another screen is open. */
  readonly memoryKey?: string;
  /** Takes the focus when the list opens, so that the arrows work at once. */
  readonly autoFocus?: boolean;
}
