// Hands a report over: as a file, whole, or on paper as it stands on the screen.
import { Download, FileSpreadsheet, FileText, Printer } from 'lucide-react';
import type { CallInput } from '../../shared/contract/calls.ts';
import type { ReportId } from '../../shared/domain/reports/catalogue.ts';
import { useCommand } from '../data.ts';
import { useFinishSave } from '../invoices/export-files.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { showToast } from '../ui/toast.tsx';
import type { Parameters } from './report-parameters.ts';

export interface ExportMenuProps {
  readonly id: ReportId;
  readonly parameters: Parameters;
}

export function ExportMenu({ id, parameters }: ExportMenuProps) {
  const command = useCommand('reports.export');
  const finish = useFinishSave();
  const save = async (format: CallInput<'reports.export'>['format']): Promise<void> => {
    const result = await command.run({ id, parameters, format });
    const words = result.ok ? finish(result.value) : null;
    if (words !== null) showToast({ tone: 'good', title: words });
  };
  return (
    <Menu
      label="Export this report"
      placement="bottom end"
      entries={[
        {
          id: 'xlsx',
          label: 'Workbook (XLSX)',
          detail: 'As it stands here, for spreadsheets',
          icon: FileSpreadsheet,
          run: () => void save('xlsx'),
        },
        {
          id: 'csv',
          label: 'Rows (CSV)',
          detail: 'Without headings and totals, for other programs',
          icon: FileText,
          run: () => void save('csv'),
        },
        'separator',
        { id: 'print', label: 'Print', icon: Printer, run: () => window.print() },
      ]}
    >
      <Button icon={Download} isPending={command.isPending}>
        Export
      </Button>
    </Menu>
  );
}
