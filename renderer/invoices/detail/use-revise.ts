// Begins a revision of an issued invoice, or goes on with the one that was begun, in the editor.
import { useCommand } from '../../data.ts';
import { go, paths } from '../../paths.ts';

export function useRevise(): (invoiceId: string) => Promise<void> {
  const revise = useCommand('invoices.revise');
  return async (invoiceId) => {
    const draft = await revise.run({ id: invoiceId });
    if (draft.ok) go(paths.draft(draft.value.id));
  };
}
