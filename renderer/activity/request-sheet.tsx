// One request to Stripe in full, with the way to Stripe's own record of it.
import { ExternalLink } from 'lucide-react';
import { useCommand } from '../data.ts';
import { useAppState } from '../shell/app-state.ts';
import { Button } from '../ui/button.tsx';
import { InstantText } from '../ui/date-text.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useReading } from '../ui/format.ts';
import { KeyValues } from '../ui/key-values.tsx';
import { Money } from '../ui/money.tsx';
import { RequestBadge, requestErrorWords, type RequestRow } from './request-words.tsx';

export interface RequestSheetProps {
  readonly row: RequestRow;
  readonly onClose: () => void;
}

export function RequestSheet({ row, onClose }: RequestSheetProps) {
  return (
    <Dialog
      kind="sheet"
      title={row.operation}
      isOpen
      onClose={onClose}
      actions={row.requestId !== null && <DashboardButton requestId={row.requestId} />}
    >
      <RequestFacts row={row} />
      <p className="muted small request__note">
        Quittance keeps what is listed here and nothing else of a request: no content, no names or addresses,
        no key.
      </p>
    </Dialog>
  );
}

function RequestFacts({ row }: { readonly row: RequestRow }) {
  const { locale } = useReading();
  const code = (text: string) => <code>{text}</code>;
  return (
    <KeyValues
      rows={[
        { name: 'When', value: <InstantText at={row.at} time="medium" /> },
        { name: 'Answer', value: <RequestBadge row={row} /> },
        { name: 'What went wrong', value: row.error === null ? null : requestErrorWords(row.error) },
        { name: 'Error code', value: row.error === null ? null : code(row.error) },
        {
          name: 'Amount',
          value:
            row.amount === null || row.currency === null ? null : (
              <Money amount={row.amount} currency={row.currency} />
            ),
        },
        { name: 'Took', value: `${row.durationMs.toLocaleString(locale)} ms` },
        { name: 'Objects', value: row.objectIds.length === 0 ? null : code(row.objectIds.join(', ')) },
        { name: 'Request id', value: row.requestId === null ? null : code(row.requestId) },
        { name: 'Idempotency key', value: row.idempotencyKey === null ? null : code(row.idempotencyKey) },
        {
          name: 'Attempt',
          value: row.idempotencyKey === null ? null : `${row.attempt.toLocaleString(locale)} under this key`,
        },
        {
          name: 'Replayed',
          value: row.replayed ? 'Stripe gave the answer of an earlier attempt; nothing was done twice' : null,
        },
      ]}
    />
  );
}

function DashboardButton({ requestId }: { readonly requestId: string }) {
  const external = useCommand('external.open');
  const isSample = useAppState().books?.mode === 'sample';
  if (isSample) return <span className="muted small">Sample data has no dashboard at Stripe.</span>;
  return (
    <Button
      icon={ExternalLink}
      variant="primary"
      isPending={external.isPending}
      onPress={() => void external.run({ kind: 'dashboard', of: 'request', id: requestId })}
    >
      Open in Stripe’s dashboard
    </Button>
  );
}
