// The table of a list that is read page by page. Its rows and their number are two questions, either of which may find no answer.
import { describeError } from './error-text.ts';
import type { Asking } from './no-answer.tsx';
import type { PagedRows } from './paged-rows.ts';
import { DataTable } from './ui/data-table/data-table.tsx';
import type { DataTableProps } from './ui/data-table/types.ts';
import { ErrorState } from './ui/states.tsx';

export interface PagedTableProps<Row> extends Omit<DataTableProps<Row>, 'rowAt' | 'onRange'> {
  readonly rows: PagedRows<Row>;
  /** Where the number comes from a call of its own: without its answer no row would be in sight. */
  readonly counting?: Asking;
}

export function PagedTable<Row>({ rows, counting, ...table }: PagedTableProps<Row>) {
  const failure = rows.error ?? counting?.error ?? null;
  if (failure === null) return <DataTable<Row> {...table} rowAt={rows.rowAt} onRange={rows.onRange} />;
  const retry = (): void => {
    rows.retry();
    void counting?.refetch();
  };
  return <ErrorState onRetry={retry}>{describeError(failure.error)}</ErrorState>;
}
