// A list that is short enough to be here as a whole: waiting, failed, empty, or a table.
import type { ReactNode } from 'react';
import type { CallFailure } from '../client.ts';
import { describeError } from '../error-text.ts';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';
import { TableHead, type TableHeadProps } from '../ui/table-head.tsx';
import '../ui/plain-table.css';

export interface ShortListProps {
  readonly label: string;
  readonly columns: TableHeadProps['columns'];
  /** A `tr` each; undefined while on their way. */
  readonly rows: readonly ReactNode[] | undefined;
  readonly error: CallFailure | null;
  readonly onRetry: () => void;
  readonly empty: ReactNode;
}

export function ShortList({ label, columns, rows, error, onRetry, empty }: ShortListProps) {
  if (error) return <ErrorState onRetry={onRetry}>{describeError(error.error)}</ErrorState>;
  if (rows === undefined) return <SkeletonLines />;
  if (rows.length === 0) return empty;
  return (
    <div className="short-list" tabIndex={0} role="region" aria-label={label}>
      <table className="plain-table">
        <TableHead columns={columns} />
        <tbody>{rows}</tbody>
      </table>
    </div>
  );
}
