// Exports the selected invoices as one ZIP, and says what went in and what did not.
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { useCall, useCommand } from '../../data.ts';
import { describeError } from '../../error-text.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useFocusWhen } from '../use-focus-when.ts';
import { useFinishSave } from '../export-files.ts';

export interface ExportManyDialogProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

type Answer = CallOutput<'documents.exportMany'>;

export function ExportManyDialog({ ids, onClose }: ExportManyDialogProps) {
  const command = useCommand('documents.exportMany', { failure: 'quiet' });
  const finish = useFinishSave();
  const [answer, setAnswer] = useState<{ readonly words: string | null; readonly value: Answer } | null>(
    null,
  );
  const start = async (): Promise<void> => {
    const result = await command.run({ invoiceIds: [...ids] });
    if (result.ok) setAnswer({ words: finish(result.value.saved), value: result.value });
  };
  const isDone = answer !== null;
  const done = useFocusWhen<HTMLButtonElement>(isDone);
  const actions = isDone ? (
    <Button ref={done} variant="primary" onPress={onClose}>
      Done
    </Button>
  ) : (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button
        variant="primary"
        icon={FileDown}
        isPending={command.isPending}
        onPress={() => void start()}
        autoFocus
      >
        Export
      </Button>
    </>
  );
  const many = ids.length === 1 ? '1 invoice' : `${ids.length.toLocaleString()} invoices`;
  return (
    <Dialog title="Export PDFs" isOpen onClose={onClose} actions={actions}>
      <div className="stack" aria-live="polite">
        {command.error && <Banner tone="bad">{describeError(command.error)}</Banner>}
        {answer ? (
          <Result words={answer.words} answer={answer.value} />
        ) : command.isPending ? (
          <ProgressBar label={`Setting ${many}`} percent={null} />
        ) : (
          <p>{many} as PDFs in one ZIP file, each named by its number. Drafts are left out.</p>
        )}
      </div>
    </Dialog>
  );
}

const MOST_NAMED = 50;

function Result({ words, answer }: { readonly words: string | null; readonly answer: Answer }) {
  const { included, skipped } = answer;
  const rest = skipped.length - MOST_NAMED;
  return (
    <>
      <Banner tone={words === null ? 'info' : 'good'} title={words ?? 'Not saved'}>
        {words === null ? 'No file was written.' : `${included.toLocaleString()} included.`}
      </Banner>
      {skipped.length > 0 && (
        <div>
          <p className="muted small">{skipped.length.toLocaleString()} left out:</p>
          <ul className="export-skipped">
            {skipped.slice(0, MOST_NAMED).map(({ invoiceId, reason }) => (
              <li key={invoiceId}>
                <InvoiceName id={invoiceId} />
                <span className="muted">{reason}</span>
              </li>
            ))}
            {rest > 0 && <li className="muted">and {rest.toLocaleString()} more</li>}
          </ul>
        </div>
      )}
    </>
  );
}

function InvoiceName({ id }: { readonly id: string }) {
  const invoice = useCall('invoices.get', { id }).data;
  return <span className="truncate">{invoice?.number ?? invoice?.customerName ?? '…'}</span>;
}
