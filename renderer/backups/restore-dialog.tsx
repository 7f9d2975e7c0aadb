// Says what restoring a backup will do and what it loses, and does it when the bookkeeper agrees.
import type { CallOutput } from '../../shared/contract/calls.ts';
import { useCall, useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { Banner } from '../ui/banner.tsx';
import { InstantText } from '../ui/date-text.tsx';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { useReading } from '../ui/format.ts';
import { showToast } from '../ui/toast.tsx';
import { counted } from './words.ts';
import './backups.css';

type Loss = CallOutput<'backups.loss'>;

export interface RestoreDialogProps {
  readonly backup: CallOutput<'backups.list'>['rows'][number] | null;
  readonly onClose: () => void;
}

export function RestoreDialog({ backup, onClose }: RestoreDialogProps) {
  const restore = useCommand('backups.restore', { failure: 'quiet' });
  const loss = useCall('backups.loss', { id: backup?.id ?? '-' }, { enabled: backup !== null }).data;
  const confirm = async (id: string): Promise<void> => {
    const result = await restore.run({ id });
    if (!result.ok) return;
    onClose();
    if (result.value.books !== null) showToast({ tone: 'good', title: 'The books were restored' });
  };
  return (
    <ConfirmDialog
      title="Restore this backup?"
      confirmLabel="Restore"
      variant="danger"
      isOpen={backup !== null}
      isPending={restore.isPending}
      onConfirm={() => backup && void confirm(backup.id)}
      onClose={() => {
        restore.reset();
        onClose();
      }}
    >
      {backup !== null && (
        <div className="stack restore">
          <p>
            The books go back to{' '}
            <strong>
              <InstantText at={backup.at} />
            </strong>
            . They are put into a new file: the books of now stay in theirs, and you can come back to them
            from this list.
          </p>
          <p>
            What has happened at Stripe since is fetched again. Until all of it is here, nothing is sent and
            nothing refunded, so that nothing happens twice.
          </p>
          {loss !== undefined && <LossText loss={loss} />}
          {restore.error !== null && <Banner tone="bad">{describeError(restore.error)}</Banner>}
        </div>
      )}
    </ConfirmDialog>
  );
}

function LossText({ loss }: { readonly loss: Loss }) {
  const { locale } = useReading();
  if (!loss.isKnown) {
    return (
      <Banner tone="warning" title="What Stripe does not know is lost">
        Drafts, internal notes and settings written since then. The damaged books cannot tell which.
      </Banner>
    );
  }
  const lost = [
    [loss.draftCount, 'draft written or changed since', 'drafts written or changed since'],
    [loss.waiting, 'operation that is still waiting', 'operations that are still waiting'],
    [loss.closings, 'closing of months', 'closings of months'],
  ] as const;
  const parts = lost.flatMap(([count, one, many]) => (count > 0 ? [counted(count, one, many, locale)] : []));
  if (parts.length === 0) {
    return (
      <p className="muted">
        No draft and no waiting work would be lost; internal notes and settings go back, too.
      </p>
    );
  }
  const unnamed = loss.draftCount - loss.drafts.length;
  return (
    <Banner tone="warning" title={`Lost: ${parts.join(', ')}`}>
      <ul className="restore__drafts">
        {loss.drafts.map(({ customerName, at }) => (
          <li key={`${at} ${customerName}`}>
            <span className="truncate">
              {customerName === '' ? 'Draft without a customer' : customerName}
            </span>
            <InstantText at={at} />
          </li>
        ))}
      </ul>
      {unnamed > 0 && <p>and {counted(unnamed, 'other', 'others', locale)}</p>}
      <p>Internal notes and settings go back, too. Stripe does not know any of this.</p>
    </Banner>
  );
}
