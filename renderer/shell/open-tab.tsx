// A link to one tab of the invoice list: chooses the tab and opens the list, with nothing of its own to see.
import { use, useEffect } from 'react';
import { INVOICE_TABS } from '../../shared/domain/invoice-tabs.ts';
import { NO_FILTER } from '../invoices/list/filter.ts';
import { go, paths } from '../paths.ts';
import { ViewMemoryContext } from '../ui/view-memory.ts';

/** An unknown tab opens the whole list. */
export function OpenTab({ tab }: { readonly tab: string }) {
  const memory = use(ViewMemoryContext);
  useEffect(() => {
    const known = INVOICE_TABS.find((name) => name === tab) ?? 'all';
    memory.set('invoices-filter', { ...NO_FILTER, tab: known });
    go(paths.invoices, { replace: true });
  }, [memory, tab]);
  return null;
}
