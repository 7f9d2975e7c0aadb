// All invoices, drafts included: tabs with sums, search, filters, and a table over any number of rows.
import { FileText } from 'lucide-react';
import { useState } from 'react';
import type { InvoiceRow } from '../../../shared/contract/invoices.ts';
import { ListExport } from '../../exports/list-export.tsx';
import { PagedTable } from '../../paged-table.tsx';
import { go, paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { useCommandRegistry, useCommands } from '../../ui/commands.tsx';
import { Page } from '../../ui/page.tsx';
import { shortcutText } from '../../ui/shortcuts.ts';
import { BulkBar } from './bulk-bar.tsx';
import { chosenColumns, useColumnChoice } from './column-choice.ts';
import { EmptyList } from './empty-list.tsx';
import { ExportManyDialog } from './export-many-dialog.tsx';
import { type ListFilter, NO_FILTER, withFields } from './filter.ts';
import { InvoiceTabs } from './invoice-tabs.tsx';
import { useListSums } from './list-footer.tsx';
import { ListToolbar } from './list-toolbar.tsx';
import { useRowActions } from './use-row-actions.tsx';
import { type InvoiceList, useInvoiceList } from './use-invoice-list.ts';
import '../../ui/list-screen.css';
import './list.css';

export function InvoicesScreen() {
  const list = useInvoiceList();
  const registry = useCommandRegistry();
  const [choice, setChoice] = useColumnChoice();
  const [isExporting, setExporting] = useState(false);
  const [hasChosenTab, setChosenTab] = useState(false);
  const { filter, setFilter, selected } = list;
  useCommands([
    {
      id: 'export',
      title: 'Export selected PDFs',
      group: 'This screen',
      shortcuts: ['Mod+E'],
      icon: FileText,
      run: () => {
        if (selected.size > 0) setExporting(true);
      },
    },
  ]);
  return (
    <Page
      title="Invoices"
      layout="fill"
      actions={
        <>
          <ListExport asked={{ list: 'invoices', input: { filter, sort: list.sort } }} />
          <Button
            variant="primary"
            shortcut={shortcutText('Mod+N')}
            onPress={() => registry.run('new-invoice')}
          >
            New invoice
          </Button>
        </>
      }
    >
      <div className="list-screen invoice-list">
        <InvoiceTabs
          filter={filter}
          onSelect={(tab) => {
            setChosenTab(true);
            setFilter(withFields(filter, { tab }));
          }}
        >
          <ListToolbar filter={filter} onFilter={setFilter} choice={choice} onChoice={setChoice} />
          {selected.size > 0 && (
            <BulkBar
              count={selected.size}
              onExport={() => setExporting(true)}
              onClear={list.clearSelection}
            />
          )}
          <InvoiceTable list={list} columns={chosenColumns(choice)} takesFocus={!hasChosenTab} />
        </InvoiceTabs>
      </div>
      {isExporting && <ExportManyDialog ids={[...selected]} onClose={() => setExporting(false)} />}
    </Page>
  );
}

interface InvoiceTableProps {
  readonly list: InvoiceList;
  readonly columns: ReturnType<typeof chosenColumns>;
  readonly takesFocus: boolean;
}

function InvoiceTable({ list, columns, takesFocus }: InvoiceTableProps) {
  const { filter, rows, selected } = list;
  const actions = useRowActions();
  const { count, counting, footer } = useListSums(filter, selected, columns[0]?.id ?? 'number');
  const table = (
    <PagedTable<InvoiceRow>
      label="Invoices"
      columns={columns}
      count={count}
      counting={counting}
      rows={rows}
      rowId={(row) => row.id}
      sort={list.sort}
      onSort={list.setSort}
      selected={selected}
      onSelect={list.setSelected}
      onSelectAll={() => void list.selectAll()}
      onOpen={openInvoice}
      rowCommands={actions.commands}
      footer={footer}
      empty={
        <EmptyList
          filter={filter}
          isFiltered={isFiltered(filter)}
          onClear={() => list.setFilter(withFields(NO_FILTER, { tab: filter.tab }))}
        />
      }
      memoryKey="invoices-place"
      autoFocus={takesFocus}
    />
  );
  return (
    <>
      {table}
      {actions.dialog}
    </>
  );
}

function openInvoice(row: InvoiceRow): void {
  go(row.badge === 'draft' ? paths.draft(row.id) : paths.invoice(row.id));
}

function isFiltered({ tab: _tab, dateField: _date, ...rest }: ListFilter): boolean {
  return Object.values(rest).some((value) => value !== undefined);
}
