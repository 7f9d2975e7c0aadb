// The buttons above a credit note: its document as a file, the void with its question, and the way to Stripe.
import { Ban, Ellipsis, ExternalLink, FileDown } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../data.ts';
import { describeError } from '../../error-text.ts';
import { useSave } from '../../invoices/export-files.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { type Command, useCommands } from '../../ui/commands.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast.tsx';
import type { CreditNote } from './credit-note.ts';

export function CreditNoteActions({ note }: { readonly note: CreditNote }) {
  const [isVoiding, setVoiding] = useState(false);
  const external = useCommand('external.open');
  const pdf = useSave('creditNotes.export');
  const isIssued = note.stripeId !== null;
  const save = (): void => void pdf.save({ id: note.id });
  const canVoid = note.actions.includes('void');
  const exporting: Command = {
    id: 'export',
    title: 'Export PDF',
    group: 'This screen',
    shortcuts: ['Mod+E'],
    icon: FileDown,
    run: save,
  };
  const voiding: Command = {
    id: 'credit-note-void',
    title: 'Void',
    group: 'This screen',
    shortcuts: ['v'],
    icon: Ban,
    run: () => setVoiding(true),
  };
  useCommands([...(isIssued ? [exporting] : []), ...(canVoid ? [voiding] : [])]);
  const entries: (MenuEntry | 'separator')[] = [];
  if (canVoid)
    entries.push({
      id: 'void',
      label: 'Void…',
      detail: 'Takes it back; the invoice asks for the amount again',
      icon: Ban,
      tone: 'danger',
      run: () => setVoiding(true),
    });
  const { invoiceStripeId } = note;
  if (invoiceStripeId !== null)
    entries.push({
      id: 'dashboard',
      label: 'Open the invoice in Stripe’s dashboard',
      icon: ExternalLink,
      run: () => void external.run({ kind: 'dashboard', of: 'invoice', id: invoiceStripeId }),
    });
  return (
    <>
      {isIssued && (
        <Button icon={FileDown} isPending={pdf.isPending} onPress={save}>
          PDF
        </Button>
      )}
      {entries.length > 0 && (
        <Menu label="More actions" entries={entries} placement="bottom end">
          <IconButton variant="secondary" icon={Ellipsis} label="More actions" />
        </Menu>
      )}
      {isVoiding && <VoidDialog note={note} onClose={() => setVoiding(false)} />}
    </>
  );
}

function VoidDialog({ note, onClose }: { readonly note: CreditNote; readonly onClose: () => void }) {
  const command = useCommand('creditNotes.void', { failure: 'quiet' });
  const confirm = async (): Promise<void> => {
    const result = await command.run({ id: note.id });
    if (!result.ok) return;
    showToast({ tone: 'good', title: 'The credit note is being voided' });
    onClose();
  };
  return (
    <ConfirmDialog
      title="Void this credit note?"
      isOpen
      confirmLabel="Void credit note"
      variant="danger"
      isPending={command.isPending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {command.error && <Banner tone="bad">{describeError(command.error)}</Banner>}
      The invoice asks for the amount again. The number of the credit note stays used. This cannot be undone.
    </ConfirmDialog>
  );
}
