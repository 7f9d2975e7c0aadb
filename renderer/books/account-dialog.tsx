// Names, numbers and codes one account, or opens one for revenue.
import { useState } from 'react';
import type { Codes } from '../../shared/domain/books/account-settings.ts';
import { useCommand } from '../data.ts';
import { issueAt } from '../error-text.ts';
import { FormDialog } from '../form-dialog.tsx';
import { stillWrong } from '../still-wrong.ts';
import { TextField } from '../ui/text-field.tsx';
import type { Account } from './accounts-panel.tsx';
import '../ui/forms.css';

const FIELDS = [
  { program: 'datev', label: 'DATEV account', placeholder: '8400' },
  { program: 'quickbooks', label: 'QuickBooks account', placeholder: 'Sales:Services' },
  { program: 'xero', label: 'Xero code', placeholder: '200' },
] as const;

const NEW = {
  account: null,
  part: '',
  name: '',
  number: '',
  standard: null,
  codes: { datev: '', quickbooks: '', xero: '' },
};

export function AccountDialog({
  account: known,
  onClose,
}: {
  /** Null opens a new one. */
  readonly account: Account | null;
  readonly onClose: () => void;
}) {
  const { account, part, standard, ...now } = known ?? NEW;
  const [name, setName] = useState(now.name);
  const [number, setNumber] = useState(now.number);
  const [codes, setCodes] = useState<Codes>(now.codes);
  const change = useCommand('books.saveAccount', { failure: 'quiet' });
  const open = useCommand('books.openAccount', { failure: 'quiet' });
  const command = account === null ? open : change;
  const save = async (): Promise<void> => {
    const texts = { name, number, codes: { ...codes } };
    const result = account === null ? await open.run(texts) : await change.run({ account, part, ...texts });
    if (result.ok) onClose();
  };
  const error = stillWrong(command, { name, number, codes });
  const errorAt = (path: string) => {
    const reason = issueAt(error, path);
    return reason === undefined ? {} : { error: reason };
  };
  return (
    <FormDialog
      title={titleOf(known)}
      submitLabel={account === null ? 'Open account' : 'Save'}
      isPending={command.isPending}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      {part === '' && (
        <div className="form-pair">
          <TextField label="Name" value={name} onChange={setName} {...errorAt('name')} />
          <TextField label="Number" value={number} onChange={setNumber} {...errorAt('number')} />
        </div>
      )}
      {standard !== null && part === '' && now.name !== standard && (
        <p className="muted small">In our chart: {standard}</p>
      )}
      {FIELDS.map(({ program, label, placeholder }) => (
        <TextField
          key={program}
          label={label}
          optional
          placeholder={placeholder}
          value={codes[program]}
          onChange={(code) => setCodes({ ...codes, [program]: code })}
          {...errorAt(`codes.${program}`)}
        />
      ))}
    </FormDialog>
  );
}

function titleOf(account: Account | null): string {
  if (account === null) return 'New revenue account';
  const { name, number, partName } = account;
  return partName === null ? `Account ${number}` : `${name}, ${partName}`;
}
