// Hands a list over as a file: every row that its filter leaves, not only those in sight.
import { Download, FileSpreadsheet, FileText } from 'lucide-react';
import type { CallInput } from '../../shared/contract/calls.ts';
import { useCommand } from '../data.ts';
import { useFinishSave } from '../invoices/export-files.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { showToast } from '../ui/toast.tsx';

type Input = CallInput<'lists.export'>;

export function ListExport({ asked }: { readonly asked: Input['asked'] }) {
  const command = useCommand('lists.export');
  const finish = useFinishSave();
  const save = async (format: Input['format']): Promise<void> => {
    const result = await command.run({ asked, format });
    const words = result.ok ? finish(result.value) : null;
    if (words !== null) showToast({ tone: 'good', title: words });
  };
  return (
    <Menu
      label="Export this list"
      placement="bottom end"
      entries={[
        { id: 'xlsx', label: 'Workbook (XLSX)', icon: FileSpreadsheet, run: () => void save('xlsx') },
        { id: 'csv', label: 'Rows (CSV)', icon: FileText, run: () => void save('csv') },
      ]}
    >
      <Button icon={Download} isPending={command.isPending}>
        Export
      </Button>
    </Menu>
  );
}
