// The bank's statements against the payouts: what is matched, what a person has to decide, and what did not arrive.
import { CheckCheck, FileDown, Landmark } from 'lucide-react';
import { useState } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { useCall, useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '../ui/states.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { showToast } from '../ui/toast.tsx';
import { useRemembered } from '../ui/view-memory.ts';
import { ImportButton } from './import/import-button.tsx';
import { LineSheet } from './line-sheet.tsx';
import { LinesTable, type View } from './lines-table.tsx';
import { MissingTable } from './missing-table.tsx';
import { StatementsTable } from './statements-table.tsx';
import { useDecisions } from './use-decisions.ts';
import '../ui/list-screen.css';

type Overview = CallOutput<'bank.overview'>;
type Tab = View | 'missing' | 'statements';

/** `lineId` opens one line over the list. */
export function ReconcileScreen({ lineId }: { readonly lineId: string | undefined }) {
  const { data, error, refetch } = useCall('bank.overview', {});
  const decisions = useDecisions();
  return (
    <Page title="Reconcile" layout="fill" actions={<Actions sure={data?.counts.sure ?? 0} />}>
      <div className="list-screen">
        {error !== null ? (
          <ErrorState onRetry={() => void refetch()}>{describeError(error.error)}</ErrorState>
        ) : data === undefined ? (
          <SkeletonLines />
        ) : data.statements.length === 0 ? (
          <EmptyState icon={Landmark} title="No statement yet">
            Fetch a statement from your bank as CSV, OFX or CAMT.053 and import it: Quittance finds which of
            its lines are which payouts. It is read on this computer and sent nowhere.
          </EmptyState>
        ) : (
          <ReconcileTabs overview={data} decisions={decisions} />
        )}
      </div>
      {lineId !== undefined && <LineSheet id={lineId} decisions={decisions} />}
    </Page>
  );
}

/** What is sure can be confirmed at once. */
function Actions({ sure }: { readonly sure: number }) {
  const command = useCommand('bank.confirmSure');
  const confirm = async (): Promise<void> => {
    const result = await command.run({});
    if (result.ok) showToast({ tone: 'good', title: `${result.value.confirmed} confirmed` });
  };
  return (
    <>
      {sure > 0 && (
        <Button icon={CheckCheck} isPending={command.isPending} onPress={() => void confirm()}>
          Confirm {sure.toLocaleString()} found
        </Button>
      )}
      <ImportButton icon={FileDown} />
    </>
  );
}

interface ReconcileTabsProps {
  readonly overview: Overview;
  readonly decisions: ReturnType<typeof useDecisions>;
}

function ReconcileTabs({ overview: { counts, missing, statements }, decisions }: ReconcileTabsProps) {
  const [tab, setTab] = useRemembered<Tab>('reconcile-tab', 'review');
  const [hasChosen, setChosen] = useState(false);
  const takesFocus = !hasChosen;
  return (
    <Tabs<Tab>
      label="Lines by status"
      items={[
        { id: 'review', label: 'To match', count: counts.review },
        { id: 'matched', label: 'Matched', count: counts.matched },
        { id: 'missing', label: 'Not arrived', count: missing.count },
        { id: 'aside', label: 'Set aside', count: counts.aside },
        { id: 'other', label: 'Other lines', count: counts.other },
        { id: 'statements', label: 'Statements', count: statements.length },
      ]}
      selected={tab}
      onSelect={(next) => {
        setChosen(true);
        setTab(next);
      }}
    >
      {tab === 'missing' ? (
        <MissingTable missing={missing} takesFocus={takesFocus} />
      ) : tab === 'statements' ? (
        <StatementsTable statements={statements} takesFocus={takesFocus} />
      ) : (
        <LinesTable view={tab} count={counts[tab]} decisions={decisions} takesFocus={takesFocus} />
      )}
    </Tabs>
  );
}
