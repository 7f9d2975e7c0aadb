// The books: what they prove, every account, every entry.
import { go, paths } from '../paths.ts';
import { Page } from '../ui/page.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { AccountsPanel } from './accounts-panel.tsx';
import { ExportMenu } from './export-menu.tsx';
import { JournalPanel } from './journal-panel.tsx';
import { PeriodsPanel } from './periods-panel.tsx';
import { ProofPanel } from './proof-panel.tsx';
import { TrialBalancePanel } from './trial-balance-panel.tsx';
import './books.css';

export const BOOKS_TABS = [
  { id: 'proof', label: 'Proof' },
  { id: 'trial-balance', label: 'Trial balance' },
  { id: 'journal', label: 'Journal' },
  { id: 'months', label: 'Months' },
  { id: 'accounts', label: 'Accounts' },
] as const;
type Tab = (typeof BOOKS_TABS)[number]['id'];

export function BooksScreen({ tab }: { readonly tab: string | undefined }) {
  const selected = BOOKS_TABS.find(({ id }) => id === tab)?.id ?? 'proof';
  return (
    <Page title="Books" actions={<ExportMenu />}>
      <Tabs<Tab>
        label="Books"
        selected={selected}
        onSelect={(name) => go(`${paths.books}/${name}`, { replace: true })}
        items={BOOKS_TABS}
      >
        <div className="books__panel">
          {selected === 'proof' && <ProofPanel />}
          {selected === 'trial-balance' && <TrialBalancePanel />}
          {selected === 'journal' && <JournalPanel />}
          {selected === 'months' && <PeriodsPanel />}
          {selected === 'accounts' && <AccountsPanel />}
        </div>
      </Tabs>
    </Page>
  );
}
