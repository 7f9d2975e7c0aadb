// A note for the bookkeeper, kept on this computer only and saved when the field is left.
import { useState } from 'react';
import { useCommand } from '../../data.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { Part } from './money-cards.tsx';
import type { Invoice } from './invoice.ts';

export function NotePart({ invoice }: { readonly invoice: Invoice }) {
  const command = useCommand('invoices.note');
  const [note, setNote] = useState(invoice.internalNote);
  const save = (): void => {
    if (note !== invoice.internalNote) void command.run({ id: invoice.id, note });
  };
  return (
    <Part title="Note">
      <TextArea
        label="Internal note"
        hideLabel
        placeholder="Only for you: never on the document, never sent to Stripe"
        rows={2}
        maxLength={2000}
        value={note}
        onChange={setNote}
        onBlur={save}
      />
    </Part>
  );
}
