// Hands a list over as a file: every row that its filter leaves, not only those in sight.
import { Download, FileSpreadsheet, FileText } from 'lucide-react';
import type { CallInput } from '../../shared/contract/calls.ts';
import { useSave } from '../invoices/export-files.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';

type Input = CallInput<'lists.export'>;

export function ListExport({ asked }: { readonly asked: Input['asked'] }) {
  const command = useSave('lists.export');
  const save = (format: Input['format']): void => void command.save({ asked, format });
  return (
    <Menu
      label="Export this list"
      placement="bottom end"
      entries={[
        { id: 'xlsx', label: 'Workbook (XLSX)', icon: FileSpreadsheet, run: () => save('xlsx') },
        { id: 'csv', label: 'Rows (CSV)', icon: FileText, run: () => save('csv') },
      ]}
    >
      <Button icon={Download} isPending={command.isPending}>
        Export
      </Button>
    </Menu>
  );
}
