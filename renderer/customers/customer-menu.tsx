// What is seldom done with a customer: the menu behind "More actions".
import { Archive, ArchiveRestore, ExternalLink, FileDown, FileText, Mail, Repeat, UserX } from 'lucide-react';
import { REPORTS } from '../../shared/domain/reports/catalogue.ts';
import { useCommand } from '../data.ts';
import { useSave } from '../invoices/export-files.ts';
import { go, paths } from '../paths.ts';
import type { MenuEntry } from '../ui/menu.tsx';
import { showToast } from '../ui/toast.tsx';
import type { Customer } from './customer-screen.tsx';

export function useMenuEntries(customer: Customer, erase: () => void): readonly MenuEntry[] {
  const archive = useCommand('customers.archive');
  const external = useCommand('external.open');
  const data = useSave('customers.exportData');
  const statement = useSave('reports.export');
  const { id, archived, stripeId } = customer;
  const setArchived = async (next: boolean): Promise<void> => {
    const result = await archive.run({ id, archived: next });
    if (result.ok)
      showToast({ tone: 'neutral', title: next ? `${customer.name} archived` : `${customer.name} is back` });
  };
  const entries: MenuEntry[] = [
    {
      id: 'recurring',
      label: 'New recurring invoice',
      icon: Repeat,
      isDisabled: archived || customer.deletedAtStripe,
      run: () => go(paths.newRecurringFor(id)),
    },
    archived
      ? {
          id: 'archive',
          label: 'Bring back',
          icon: ArchiveRestore,
          isDisabled: customer.deletedAtStripe,
          run: () => void setArchived(false),
        }
      : {
          id: 'archive',
          label: 'Archive',
          detail: 'No longer offered for new invoices; nothing is lost',
          icon: Archive,
          isDisabled: customer.deletedAtStripe,
          run: () => void setArchived(true),
        },
  ];
  if (customer.email !== '') {
    entries.unshift({
      id: 'mail',
      label: 'Write an e-mail',
      icon: Mail,
      run: () => void external.run({ kind: 'mail-to-customer', customerId: id }),
    });
  }
  if (stripeId !== null) {
    for (const report of ['open-items', 'activity'] as const) {
      entries.push({
        id: report,
        label: `Statement, ${REPORTS[report].title.toLowerCase()}`,
        detail: 'A letter to the customer, as PDF',
        icon: FileText,
        run: () => void statement.save({ id: report, parameters: { customer: id }, format: 'pdf' }),
      });
    }
    entries.push({
      id: 'dashboard',
      label: 'Open in Stripe’s dashboard',
      icon: ExternalLink,
      run: () => void external.run({ kind: 'dashboard', of: 'customer', id }),
    });
  }
  entries.push({
    id: 'export-data',
    label: 'Export their data',
    detail: 'Everything kept about them, as one file',
    icon: FileDown,
    run: () => void data.save({ id }),
  });
  if (customer.erasedAt === null)
    entries.push({ id: 'erase', label: 'Erase their data…', icon: UserX, run: erase });
  return entries;
}
