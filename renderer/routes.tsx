// Which screen belongs to which path.
import { FileQuestion } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { ActivityScreen } from './activity/activity-screen.tsx';
import { CatalogueScreen } from './catalogue/catalogue-screen.tsx';
import { ItemScreen } from './catalogue/item-screen.tsx';
import { CreditNotesScreen } from './corrections/credit-notes-screen.tsx';
import { CreditNoteScreen } from './corrections/detail/credit-note-screen.tsx';
import { UnmatchedScreen } from './corrections/unmatched-screen.tsx';
import { BooksScreen } from './books/books-screen.tsx';
import { EditCustomerScreen, NewCustomerScreen } from './customers/customer-edit-screen.tsx';
import { CustomerScreen } from './customers/customer-screen.tsx';
import { CustomersScreen } from './customers/customers-screen.tsx';
import { DisputeScreen } from './disputes/dispute-screen.tsx';
import { DisputesScreen } from './disputes/disputes-screen.tsx';
import { HomeScreen } from './home/home-screen.tsx';
import { InvoiceScreen } from './invoices/detail/invoice-screen.tsx';
import { EditorScreen } from './invoices/editor/editor-screen.tsx';
import { InvoicesScreen } from './invoices/list/invoices-screen.tsx';
import { paths } from './paths.ts';
import { PaymentScreen } from './payments/detail/payment-screen.tsx';
import { PaymentsScreen } from './payments/payments-screen.tsx';
import { FeesScreen } from './payouts/fees-screen.tsx';
import { PayoutScreen } from './payouts/payout-screen.tsx';
import { PayoutsScreen } from './payouts/payouts-screen.tsx';
import { RefundsScreen } from './payments/refunds-screen.tsx';
import { ReconcileScreen } from './reconcile/reconcile-screen.tsx';
import { RecurringInvoiceScreen } from './recurring/detail/recurring-invoice-screen.tsx';
import { ChangeRecurringScreen } from './recurring/form/change-screen.tsx';
import { NewRecurringScreen } from './recurring/form/new-screen.tsx';
import { RecurringListScreen } from './recurring/list/recurring-list-screen.tsx';
import { RemindersScreen } from './reminders/reminders-screen.tsx';
import { SettingsScreen } from './settings/settings-screen.tsx';
import { OpenTab } from './shell/open-tab.tsx';
import { LinkButton } from './ui/button.tsx';
import { Page } from './ui/page.tsx';
import { EmptyState } from './ui/states.tsx';

/** Loaded when it is first opened. */
const ReportsScreen = lazy(async () => ({
  default: (await import('./reports/reports-screen.tsx')).ReportsScreen,
}));

/** Paths live in the fragment: the page is one file, and a reload must find it. */
const inFragment = { hook: useHashLocation };

export function Routes() {
  return (
    <Router {...inFragment}>
      <Switch>
        <Route path="/">{() => <HomeScreen />}</Route>
        <Route path="/invoices">{() => <InvoicesScreen />}</Route>
        <Route path="/invoices/tab/:tab">{({ tab }) => <OpenTab tab={tab} />}</Route>
        <Route path="/invoices/:id">{({ id }) => <InvoiceScreen key={id} id={id} />}</Route>
        <Route path="/drafts/:id">{({ id }) => <EditorScreen key={id} id={id} />}</Route>
        <Route path="/recurring">{() => <RecurringListScreen />}</Route>
        <Route path="/recurring/new/:customer?">
          {({ customer }) => <NewRecurringScreen key={customer} customerId={customer ?? null} />}
        </Route>
        <Route path="/recurring/:id">{({ id }) => <RecurringInvoiceScreen key={id} id={id} />}</Route>
        <Route path="/recurring/:id/change">{({ id }) => <ChangeRecurringScreen key={id} id={id} />}</Route>
        <Route path="/reminders">{() => <RemindersScreen />}</Route>
        <Route path="/customers">{() => <CustomersScreen />}</Route>
        <Route path="/customers/new">{() => <NewCustomerScreen />}</Route>
        <Route path="/customers/:id">{({ id }) => <CustomerScreen key={id} id={id} />}</Route>
        <Route path="/customers/:id/edit">{({ id }) => <EditCustomerScreen key={id} id={id} />}</Route>
        <Route path="/catalogue/:tab?">{({ tab }) => <CatalogueScreen tab={tab} />}</Route>
        <Route path="/catalogue/items/:id">{({ id }) => <ItemScreen key={id} id={id} />}</Route>
        <Route path="/payments">{() => <PaymentsScreen />}</Route>
        <Route path="/payments/:id">{({ id }) => <PaymentScreen key={id} id={id} />}</Route>
        <Route path="/disputes">{() => <DisputesScreen />}</Route>
        <Route path="/disputes/:id">{({ id }) => <DisputeScreen key={id} id={id} />}</Route>
        <Route path="/payouts">{() => <PayoutsScreen />}</Route>
        <Route path="/payouts/:id">{({ id }) => <PayoutScreen key={id} id={id} />}</Route>
        <Route path="/fees">{() => <FeesScreen />}</Route>
        <Route path="/refunds">{() => <RefundsScreen />}</Route>
        <Route path="/credit-notes">{() => <CreditNotesScreen />}</Route>
        <Route path="/credit-notes/:id">{({ id }) => <CreditNoteScreen key={id} id={id} />}</Route>
        <Route path="/unmatched">{() => <UnmatchedScreen />}</Route>
        <Route path="/books/:tab?">{({ tab }) => <BooksScreen tab={tab} />}</Route>
        <Route path="/reconcile/:line?">{({ line }) => <ReconcileScreen lineId={line} />}</Route>
        <Route path="/reports/:id?/:address?">
          {({ id, address }) => (
            <Suspense fallback={<Page title="Reports">{null}</Page>}>
              <ReportsScreen id={id} address={address ?? ''} />
            </Suspense>
          )}
        </Route>
        <Route path="/activity/:tab?">{({ tab }) => <ActivityScreen tab={tab} />}</Route>
        <Route path="/settings/:section?">{({ section }) => <SettingsScreen section={section} />}</Route>
        <Route>{() => <NotFound />}</Route>
      </Switch>
    </Router>
  );
}

function NotFound() {
  return (
    <Page title="Not found">
      <EmptyState
        icon={FileQuestion}
        title="There is no such screen"
        actions={<LinkButton href={paths.home}>Go home</LinkButton>}
      >
        The address leads nowhere in this program.
      </EmptyState>
    </Page>
  );
}
