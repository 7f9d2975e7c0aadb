// The books: what they prove, every account, every entry.
import { Download } from 'lucide-react';
import type { CallInput } from '../../shared/contract/calls.ts';
import { useCommand } from '../data.ts';
import { useFinishSave } from '../invoices/export-files.ts';
import { go, paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Page } from '../ui/page.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { showToast } from '../ui/toast.tsx';
import { JournalPanel } from './journal-panel.tsx';
import { PeriodsPanel } from './periods-panel.tsx';
import { ProofPanel } from './proof-panel.tsx';
import { TrialBalancePanel } from './trial-balance-panel.tsx';
import './books.css';

const TABS = ['proof', 'trial-balance', 'journal', 'months'] as const;
type Tab = (typeof TABS)[number];

export function BooksScreen({ tab }: { readonly tab: string | undefined }) {
  const selected = TABS.find((name) => name === tab) ?? 'proof';
  return (
    <Page title="Books" actions={<ExportMenu />}>
      <Tabs<Tab>
        label="Books"
        selected={selected}
        onSelect={(name) => go(`${paths.books}/${name}`, { replace: true })}
        items={[
          { id: 'proof', label: 'Proof' },
          { id: 'trial-balance', label: 'Trial balance' },
          { id: 'journal', label: 'Journal' },
          { id: 'months', label: 'Close months' },
        ]}
      >
        <div className="books__panel">
          {selected === 'proof' && <ProofPanel />}
          {selected === 'trial-balance' && <TrialBalancePanel />}
          {selected === 'journal' && <JournalPanel />}
          {selected === 'months' && <PeriodsPanel />}
        </div>
      </Tabs>
    </Page>
  );
}

function ExportMenu() {
  const command = useCommand('books.export');
  const finish = useFinishSave();
  const save = async (format: CallInput<'books.export'>['format']): Promise<void> => {
    const result = await command.run({ format });
    const words = result.ok ? finish(result.value) : null;
    if (words !== null) showToast({ tone: 'good', title: words });
  };
  return (
    <Menu
      label="Export the journal"
      placement="bottom end"
      entries={[
        { id: 'hledger', label: 'For hledger and ledger', run: () => void save('hledger') },
        { id: 'beancount', label: 'For Beancount', run: () => void save('beancount') },
      ]}
    >
      <Button icon={Download} isPending={command.isPending}>
        Export journal
      </Button>
    </Menu>
  );
}
