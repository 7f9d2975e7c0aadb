// Hands a report over: as a file, whole, or on paper as it stands on the screen.
import { Download, FileSpreadsheet, FileText, Mail, Package, Printer } from 'lucide-react';
import { useState } from 'react';
import type { CallInput } from '../../shared/contract/calls.ts';
import type { ReportId } from '../../shared/domain/reports/catalogue.ts';
import { asksReversed } from '../../shared/domain/reports/parameters.ts';
import { useSave } from '../invoices/export-files.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { PackDialog } from './pack-dialog.tsx';
import type { Parameters } from './report-parameters.ts';

export interface ExportMenuProps {
  readonly id: ReportId;
  readonly parameters: Parameters;
  /** Null until it is known. */
  readonly today: string | null;
}

export function ExportMenu({ id, parameters, today }: ExportMenuProps) {
  const [isPacking, setPacking] = useState(false);
  const command = useSave('reports.export');
  const save = (format: CallInput<'reports.export'>['format']): void =>
    void command.save({ id, parameters, format });
  const isOfCustomer = (id === 'open-items' || id === 'activity') && (parameters.customer ?? null) !== null;
  return (
    <>
      <Menu
        label="Export this report"
        placement="bottom end"
        entries={[
          {
            id: 'xlsx',
            label: 'Workbook (XLSX)',
            detail: 'As it stands here, for spreadsheets',
            icon: FileSpreadsheet,
            run: () => save('xlsx'),
          },
          {
            id: 'csv',
            label: 'Rows (CSV)',
            detail: 'Without headings and totals, for other programs',
            icon: FileText,
            run: () => save('csv'),
          },
          'separator',
          ...(isOfCustomer
            ? [
                {
                  id: 'pdf',
                  label: 'Statement (PDF)',
                  detail: 'A letter to the customer',
                  icon: Mail,
                  run: () => save('pdf'),
                },
              ]
            : []),
          { id: 'print', label: 'Print', icon: Printer, run: () => window.print() },
          'separator',
          {
            id: 'pack',
            label: 'Accountant pack…',
            detail: 'Everything about a period in one ZIP',
            icon: Package,
            run: () => setPacking(true),
          },
        ]}
      >
        <Button icon={Download} isPending={command.isPending} isDisabled={asksReversed(id, parameters)}>
          Export
        </Button>
      </Menu>
      {isPacking && today !== null && (
        <PackDialog
          period={{ from: parameters.from ?? null, to: parameters.to ?? null }}
          today={today}
          onClose={() => setPacking(false)}
        />
      )}
    </>
  );
}
