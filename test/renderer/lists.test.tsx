// What every list of the page has in common: it asks for its rows and for how many there are, and says when it gets either not.
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { ItemsTab } from '../../renderer/catalogue/items-tab.tsx';
import { CreditNotesScreen } from '../../renderer/corrections/credit-notes-screen.tsx';
import { CustomersScreen } from '../../renderer/customers/customers-screen.tsx';
import { DisputesScreen } from '../../renderer/disputes/disputes-screen.tsx';
import { InvoicesScreen } from '../../renderer/invoices/list/invoices-screen.tsx';
import { PaymentsScreen } from '../../renderer/payments/payments-screen.tsx';
import { RefundsScreen } from '../../renderer/payments/refunds-screen.tsx';
import { PayoutsScreen } from '../../renderer/payouts/payouts-screen.tsx';
import { ReconcileScreen } from '../../renderer/reconcile/reconcile-screen.tsx';
import { RecurringListScreen } from '../../renderer/recurring/list/recurring-list-screen.tsx';
import { BackupsSection } from '../../renderer/settings/backups-section.tsx';
import { SyncPanel } from '../../renderer/activity/sync-panel.tsx';
import type { CallName } from '../../shared/contract/calls.ts';
import { type Answers, refuse } from './support/fixture-bridge.ts';
import { renderPage } from './support/render-page.tsx';
import { bankAnswers } from './support/sample-bank.ts';
import { catalogueAnswers } from './support/sample-catalogue.ts';
import { correctionAnswers } from './support/sample-corrections.ts';
import { recurringAnswers } from './support/sample-recurring.ts';
import { salesAnswers } from './support/sample-sales.ts';

const DAMAGED = { kind: 'storage', reason: 'corrupt', message: 'The books file is damaged.' } as const;

const answers: Answers = {
  ...salesAnswers,
  ...catalogueAnswers,
  ...correctionAnswers,
  ...recurringAnswers,
  ...bankAnswers,
  'disputes.list': () => ({ rows: [] }),
  'payouts.list': () => ({ rows: [] }),
};

const ASKED: readonly (readonly [list: string, content: () => ReactNode, calls: readonly CallName[]])[] = [
  ['invoices', () => <InvoicesScreen />, ['invoices.list', 'invoices.sums']],
  ['recurring invoices', () => <RecurringListScreen />, ['recurring.list', 'recurring.counts']],
  ['customers', () => <CustomersScreen />, ['customers.list', 'customers.counts']],
  ['items', () => <ItemsTab onNew={() => undefined} />, ['items.list', 'items.counts']],
  ['payments', () => <PaymentsScreen />, ['payments.list', 'payments.counts']],
  ['refunds', () => <RefundsScreen />, ['refunds.list', 'refunds.counts']],
  ['disputes', () => <DisputesScreen />, ['disputes.list', 'disputes.counts']],
  ['credit notes', () => <CreditNotesScreen />, ['creditNotes.list', 'creditNotes.counts']],
  ['payouts', () => <PayoutsScreen />, ['payouts.list', 'payouts.counts']],
  ['lines of the bank', () => <ReconcileScreen lineId={undefined} />, ['bank.lines', 'bank.overview']],
  ['backups', () => <BackupsSection />, ['backups.status']],
  ['objects fetched from Stripe', () => <SyncPanel />, ['sync.status']],
];

describe.each(ASKED)('the list of %s', (_list, content, calls) => {
  it.each(calls)('says so when %s cannot be read', async (name) => {
    renderPage(content(), { ...answers, [name]: () => refuse(DAMAGED) });
    expect(await screen.findByRole('alert')).toHaveTextContent('The books file is damaged.');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
