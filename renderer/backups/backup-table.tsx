// The backups that the books can be restored from, newest first.
import { Archive } from 'lucide-react';
import { useState } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { useCall } from '../data.ts';
import { describeError } from '../error-text.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { InstantText } from '../ui/date-text.tsx';
import { useReading } from '../ui/format.ts';
import { EmptyState, ErrorState, SkeletonLines } from '../ui/states.tsx';
import { figures, readOut, TableHead } from '../ui/table-head.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { heldText, KINDS, sizeText } from './words.ts';
import '../ui/plain-table.css';
import './backups.css';

type Row = CallOutput<'backups.list'>['rows'][number];

export function BackupTable() {
  const { data, error, refetch } = useCall('backups.list', {});
  const [chosen, setChosen] = useState<Row | null>(null);
  return (
    <Card title="Restore" description="A backup is kept only after it was opened and checked whole" flush>
      {error !== null && <ErrorState onRetry={() => void refetch()}>{describeError(error.error)}</ErrorState>}
      {error === null && data === undefined && <SkeletonLines count={3} />}
      {data?.rows.length === 0 && (
        <EmptyState icon={Archive} title="No backup yet">
          Each that passes its check is listed here.
        </EmptyState>
      )}
      {data !== undefined && data.rows.length > 0 && <Rows rows={data.rows} onRestore={setChosen} />}
      <RestoreDialog backup={chosen} onClose={() => setChosen(null)} />
    </Card>
  );
}

interface RowsProps {
  readonly rows: readonly Row[];
  readonly onRestore: (row: Row) => void;
}

function Rows({ rows, onRestore }: RowsProps) {
  const { locale } = useReading();
  return (
    <table className="plain-table">
      <TableHead columns={['Made', 'Holds', figures('Size'), readOut('Restore')]} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <span className="backups__made">
                <InstantText at={row.at} />
                {KINDS[row.kind] !== null && <span className="small faint">{KINDS[row.kind]}</span>}
              </span>
            </th>
            <td className="muted">
              {row.held === null ? 'Checked when it is restored' : heldText(row.held, locale)}
            </td>
            <td data-align="end" className="tabular">
              {sizeText(row.bytes, locale)}
            </td>
            <td data-align="end">
              <Button size="small" onPress={() => onRestore(row)}>
                Restore…
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
