// Exports documents: the program decides where a file goes, the page tells what came of it.
import { useCallback } from 'react';
import type { CallInput, CallOutput } from '../../shared/contract/calls.ts';
import { type CommandInput, useCommand, useConnection } from '../data.ts';
import { showToast } from '../ui/toast.tsx';

type Saved = CallOutput<'documents.export'>;
export type ExportKind = CallInput<'documents.export'>['kind'];

/** Fetches a file that waits under a ticket; answers the words for what happened, or null when it was cancelled. */
export function useFinishSave(): (saved: Saved) => string | null {
  const { platform } = useConnection();
  return useCallback(
    (saved) => {
      if (saved.kind === 'canceled') return null;
      if (saved.kind === 'download') platform.download(saved.ticket);
      return saved.kind === 'saved' ? `${saved.name} saved` : `${saved.name} downloaded`;
    },
    [platform],
  );
}

/** Commands whose answer is a file. */
type Saving =
  | 'books.export'
  | 'creditNotes.export'
  | 'customers.exportData'
  | 'documents.export'
  | 'lists.export'
  | 'reports.export';

/** Has a file made and saved, and says so. */
export function useSave<Name extends Saving>(
  name: Name,
): { readonly save: (input: CommandInput<Name>) => Promise<void>; readonly isPending: boolean } {
  const { run, isPending } = useCommand<Saving>(name);
  const finish = useFinishSave();
  const save = async (input: CommandInput<Name>): Promise<void> => {
    const result = await run(input);
    const words = result.ok ? finish(result.value) : null;
    if (words !== null) showToast({ tone: 'good', title: words });
  };
  return { save, isPending };
}

export interface ExportDocument {
  readonly run: (invoiceId: string, kind: ExportKind) => Promise<void>;
  readonly isPending: boolean;
}

export function useExportDocument(): ExportDocument {
  const { save, isPending } = useSave('documents.export');
  return { run: (invoiceId, kind) => save({ invoiceId, kind }), isPending };
}
