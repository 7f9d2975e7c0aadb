// The ways in which the journal leaves the house.
import { Download } from 'lucide-react';
import { useState } from 'react';
import { CODED, type Coded } from '../../shared/domain/books/account-settings.ts';
import { useSave } from '../invoices/export-files.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { ExportDialog, PROGRAMS } from './export-dialog.tsx';

export function ExportMenu() {
  const { save, isPending } = useSave('books.export');
  const [program, setProgram] = useState<Coded | null>(null);
  return (
    <>
      <Menu
        label="Export the journal"
        placement="bottom end"
        entries={[
          { id: 'hledger', label: 'For hledger and ledger', run: () => void save({ format: 'hledger' }) },
          { id: 'beancount', label: 'For Beancount', run: () => void save({ format: 'beancount' }) },
          ...CODED.map((id) => ({ id, label: `For ${PROGRAMS[id].name}…`, run: () => setProgram(id) })),
        ]}
      >
        <Button icon={Download} isPending={isPending}>
          Export journal
        </Button>
      </Menu>
      {program !== null && <ExportDialog program={program} onClose={() => setProgram(null)} />}
    </>
  );
}
