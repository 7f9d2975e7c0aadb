// One customer: what they owe, what was invoiced and paid, and how to reach them.
import {
  Archive,
  ArchiveRestore,
  Ellipsis,
  ExternalLink,
  FileDown,
  FileQuestion,
  Mail,
  Pencil,
  Repeat,
} from 'lucide-react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { ObjectEvents } from '../activity/object-events.tsx';
import { useCall, useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { useFinishSave } from '../invoices/export-files.ts';
import { go, paths } from '../paths.ts';
import { Badge } from '../ui/badge.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button, IconButton, LinkButton } from '../ui/button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '../ui/states.tsx';
import { showToast } from '../ui/toast.tsx';
import { CustomerBalances } from './customer-balances.tsx';
import { CustomerFacts } from './customer-facts.tsx';
import { CustomerMark } from './customer-name.tsx';
import { CustomerRecurring } from './customer-recurring.tsx';
import { CustomerStatement } from './customer-statement.tsx';
import './customers.css';

export type Customer = CallOutput<'customers.get'>;

const BACK = { label: 'Customers', href: paths.customers };

export function CustomerScreen({ id }: { readonly id: string }) {
  const { data: customer, error, refetch } = useCall('customers.get', { id });
  if (customer) return <OpenCustomer key={id} customer={customer} />;
  return (
    <Page title="Customer" back={BACK}>
      {error?.error.kind === 'not-found' ? (
        <EmptyState
          icon={FileQuestion}
          title="There is no such customer"
          actions={<LinkButton href={paths.customers}>All customers</LinkButton>}
        >
          It may have been removed at Stripe.
        </EmptyState>
      ) : error ? (
        <ErrorState onRetry={() => void refetch()}>{describeError(error.error)}</ErrorState>
      ) : (
        <SkeletonLines />
      )}
    </Page>
  );
}

function OpenCustomer({ customer }: { readonly customer: Customer }) {
  return (
    <Page
      title={customer.name}
      badge={
        <>
          <CustomerMark state={customer.state} />
          {customer.archived && <Badge icon={Archive}>Archived</Badge>}
        </>
      }
      back={BACK}
      actions={<CustomerActions customer={customer} />}
    >
      <div className="customer">
        <div className="customer__main">
          {customer.email === '' && (
            <Banner
              tone="warning"
              title="No e-mail address"
              actions={<LinkButton href={paths.editCustomer(customer.id)}>Add one</LinkButton>}
            >
              Invoices for this customer can be issued, but not sent.
            </Banner>
          )}
          <CustomerBalances customer={customer} />
          <CustomerRecurring customerId={customer.id} />
          <CustomerStatement customer={customer} />
          {customer.stripeId !== null && <ObjectEvents kind="customer" id={customer.id} />}
        </div>
        <CustomerFacts customer={customer} />
      </div>
    </Page>
  );
}

function CustomerActions({ customer }: { readonly customer: Customer }) {
  const create = useCommand('drafts.create');
  const { id, archived } = customer;
  const invoice = async (): Promise<void> => {
    const draft = await create.run({ customerId: id, copyOf: null });
    if (draft.ok) go(paths.draft(draft.value.id));
  };
  const edit = (): void => go(paths.editCustomer(id));
  useCommands([
    {
      id: 'edit-customer',
      title: 'Edit customer',
      group: 'This screen',
      shortcuts: ['e'],
      icon: Pencil,
      run: edit,
    },
    {
      id: 'invoice-customer',
      title: `New invoice for ${customer.name}`,
      group: 'This screen',
      shortcuts: ['n'],
      run: () => void invoice(),
    },
  ]);
  const entries = useMenuEntries(customer);
  return (
    <>
      <Button icon={Pencil} onPress={edit}>
        Edit
      </Button>
      <Button
        variant="primary"
        isPending={create.isPending}
        isDisabled={archived}
        onPress={() => void invoice()}
      >
        New invoice
      </Button>
      <Menu label="More actions" entries={entries} placement="bottom end">
        <IconButton variant="secondary" icon={Ellipsis} label="More actions" />
      </Menu>
    </>
  );
}

/** What is seldom done. */
function useMenuEntries(customer: Customer): readonly MenuEntry[] {
  const archive = useCommand('customers.archive');
  const external = useCommand('external.open');
  const exportData = useExportData(customer.id);
  const { id, archived, stripeId } = customer;
  const setArchived = async (next: boolean): Promise<void> => {
    const result = await archive.run({ id, archived: next });
    if (result.ok)
      showToast({ tone: 'neutral', title: next ? `${customer.name} archived` : `${customer.name} is back` });
  };
  const entries: MenuEntry[] = [
    {
      id: 'recurring',
      label: 'New recurring invoice',
      icon: Repeat,
      isDisabled: archived,
      run: () => go(paths.newRecurringFor(id)),
    },
    archived
      ? { id: 'archive', label: 'Bring back', icon: ArchiveRestore, run: () => void setArchived(false) }
      : {
          id: 'archive',
          label: 'Archive',
          detail: 'No longer offered for new invoices; nothing is lost',
          icon: Archive,
          run: () => void setArchived(true),
        },
  ];
  if (customer.email !== '') {
    entries.unshift({
      id: 'mail',
      label: 'Write an e-mail',
      icon: Mail,
      run: () => void external.run({ kind: 'mail-to-customer', customerId: id }),
    });
  }
  if (stripeId !== null) {
    entries.push({
      id: 'dashboard',
      label: 'Open in Stripe’s dashboard',
      icon: ExternalLink,
      run: () => void external.run({ kind: 'dashboard', of: 'customer', id }),
    });
  }
  entries.push({
    id: 'export-data',
    label: 'Export their data',
    detail: 'Everything kept about them, as one file',
    icon: FileDown,
    run: () => void exportData(),
  });
  return entries;
}

function useExportData(id: string): () => Promise<void> {
  const { run } = useCommand('customers.exportData');
  const finish = useFinishSave();
  return async () => {
    const result = await run({ id });
    const words = result.ok ? finish(result.value) : null;
    if (words !== null) showToast({ tone: 'good', title: words });
  };
}
