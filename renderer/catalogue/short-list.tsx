// A list that is short enough to be here as a whole: waiting, failed, empty, or a table.
import type { ReactNode } from 'react';
import type { CallFailure } from '../client.ts';
import { describeError } from '../error-text.ts';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';
import '../ui/plain-table.css';

interface ShortColumn {
  readonly header: string;
  readonly align?: 'end';
  /** Read out, but not shown. */
  readonly hideHeader?: boolean;
}

export interface ShortListProps {
  readonly label: string;
  readonly columns: readonly ShortColumn[];
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
        <thead>
          <tr>
            {columns.map(({ header, align, hideHeader = false }) => (
              <th key={header} scope="col" data-align={align}>
                {hideHeader ? <span className="visually-hidden">{header}</span> : header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows}</tbody>
      </table>
    </div>
  );
}
