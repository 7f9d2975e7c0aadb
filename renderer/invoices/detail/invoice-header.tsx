// The buttons above an invoice: the likeliest action, the document as a file, and everything else in a menu.
import { Ellipsis, ExternalLink, FileDown, Link, Printer } from 'lucide-react';
import { useCommand } from '../../data.ts';
import { useCopyLink } from '../../payments/use-copy-link.ts';
import { usePayEntry } from '../../practice/use-pay-entry.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { shortcutText } from '../../ui/shortcuts.ts';
import { useExportDocument } from '../export-files.ts';
import type { Invoice, InvoiceAction } from './invoice.ts';
import type { InvoiceActions } from './use-invoice-actions.ts';

export interface InvoiceHeaderProps {
  readonly invoice: Invoice;
  readonly actions: InvoiceActions;
}

/** What is most often wanted next, in the order of preference. */
const LIKELY: readonly InvoiceAction[] = ['edit', 'refund', 'send-again', 'duplicate'];

export function InvoiceHeader({ invoice, actions }: InvoiceHeaderProps) {
  const external = useCommand('external.open');
  const copyLink = useCopyLink();
  const practice = usePayEntry(invoice);
  const likely = LIKELY.find((action) => invoice.actions.includes(action));
  const entry = actions.entries.find(({ id }) => id === likely);
  const more: (MenuEntry | 'separator')[] = [...actions.entries];
  if (practice.entry) more.push('separator', practice.entry);
  const opening: MenuEntry[] = [];
  if (invoice.hasHostedPage) {
    opening.push({
      id: 'copy-link',
      label: 'Copy payment link',
      detail: 'To hand on to the customer yourself',
      icon: Link,
      run: () => copyLink(invoice.id),
    });
    opening.push({
      id: 'hosted',
      label: 'Open payment page',
      detail: 'What the customer sees, in the browser',
      icon: ExternalLink,
      run: () => void external.run({ kind: 'hosted-invoice', invoiceId: invoice.id }),
    });
  }
  if (invoice.stripeId !== null) {
    opening.push({
      id: 'dashboard',
      label: 'Open in Stripe’s dashboard',
      icon: ExternalLink,
      run: () => void external.run({ kind: 'dashboard', of: 'invoice', id: invoice.stripeId }),
    });
  }
  if (opening.length > 0) more.push('separator', ...opening);
  return (
    <>
      {entry && (
        <Button {...(entry.icon ? { icon: entry.icon } : {})} onPress={entry.run}>
          {entry.label}
        </Button>
      )}
      <PdfMenu invoice={invoice} />
      {more.length > 0 && (
        <Menu label="More actions" entries={more} placement="bottom end">
          <IconButton variant="secondary" icon={Ellipsis} label="More actions" />
        </Menu>
      )}
      {practice.dialog}
    </>
  );
}

function PdfMenu({ invoice }: { readonly invoice: Invoice }) {
  const { run, isPending } = useExportDocument();
  const save = (kind: 'invoice' | 'receipt' | 'stripe') => (): void => void run(invoice.id, kind);
  const print = (): void => window.print();
  useCommands([
    {
      id: 'export',
      title: 'Export PDF',
      group: 'This screen',
      shortcuts: ['Mod+E'],
      icon: FileDown,
      run: save('invoice'),
    },
    { id: 'print', title: 'Print', group: 'This screen', shortcuts: ['Mod+P'], icon: Printer, run: print },
  ]);
  const entries: (MenuEntry | 'separator')[] = [
    {
      id: 'invoice',
      label: 'Invoice',
      detail: 'As shown here',
      icon: FileDown,
      shortcut: shortcutText('Mod+E'),
      run: save('invoice'),
    },
  ];
  if (invoice.amountPaid > 0) {
    entries.push({
      id: 'receipt',
      label: 'Receipt',
      detail: 'With payments and refunds',
      icon: FileDown,
      run: save('receipt'),
    });
  }
  if (invoice.hasStripePdf) {
    entries.push({
      id: 'stripe',
      label: 'Stripe’s own PDF',
      detail: 'The one that Stripe e-mailed',
      icon: FileDown,
      run: save('stripe'),
    });
  }
  entries.push('separator', {
    id: 'print',
    label: 'Print',
    icon: Printer,
    shortcut: shortcutText('Mod+P'),
    run: print,
  });
  return (
    <Menu label="Export" entries={entries} placement="bottom end">
      <Button icon={FileDown} isPending={isPending}>
        PDF
      </Button>
    </Menu>
  );
}
