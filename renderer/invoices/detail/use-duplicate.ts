// Copies an invoice into a new draft, and opens that.
import { useCommand } from '../../data.ts';
import { go, paths } from '../../paths.ts';

export function useDuplicate(): (invoiceId: string) => Promise<void> {
  const create = useCommand('drafts.create');
  return async (invoiceId) => {
    const draft = await create.run({ customerId: null, copyOf: invoiceId });
    if (draft.ok) go(paths.draft(draft.value.id));
  };
}
