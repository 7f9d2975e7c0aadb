// The ways in which the journal leaves the house.
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { CallInput } from '../../shared/contract/calls.ts';
import { CODED, type Coded } from '../../shared/domain/books/account-settings.ts';
import { useCommand } from '../data.ts';
import { useFinishSave } from '../invoices/export-files.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { showToast } from '../ui/toast.tsx';
import { ExportDialog, PROGRAMS } from './export-dialog.tsx';

export function ExportMenu() {
  const command = useCommand('books.export');
  const finish = useFinishSave();
  const [program, setProgram] = useState<Coded | null>(null);
  const save = async (format: CallInput<'books.export'>['format']): Promise<void> => {
    const result = await command.run({ format });
    const words = result.ok ? finish(result.value) : null;
    if (words !== null) showToast({ tone: 'good', title: words });
  };
  return (
    <>
      <Menu
        label="Export the journal"
        placement="bottom end"
        entries={[
          { id: 'hledger', label: 'For hledger and ledger', run: () => void save('hledger') },
          { id: 'beancount', label: 'For Beancount', run: () => void save('beancount') },
          ...CODED.map((id) => ({ id, label: `For ${PROGRAMS[id].name}…`, run: () => setProgram(id) })),
        ]}
      >
        <Button icon={Download} isPending={command.isPending}>
          Export journal
        </Button>
      </Menu>
      {program !== null && <ExportDialog program={program} onClose={() => setProgram(null)} />}
    </>
  );
}
