// One customer: what they owe, what was invoiced and paid, and how to reach them.
import { Archive, Ellipsis, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { ObjectEvents } from '../activity/object-events.tsx';
import { useCall, useCommand } from '../data.ts';
import { go, paths } from '../paths.ts';
import { Badge } from '../ui/badge.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button, IconButton, LinkButton } from '../ui/button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { Menu } from '../ui/menu.tsx';
import { Page } from '../ui/page.tsx';
import { WaitingPage } from '../ui/waiting-page.tsx';
import { CustomerBalances } from './customer-balances.tsx';
import { CustomerFacts } from './customer-facts.tsx';
import { CustomerMark } from './customer-name.tsx';
import { CustomerRecurring } from './customer-recurring.tsx';
import { useMenuEntries } from './customer-menu.tsx';
import { CustomerStatement } from './customer-statement.tsx';
import { EraseCustomerDialog } from './erase-customer-dialog.tsx';
import { GoneBanner } from './gone-banner.tsx';
import './customers.css';

export type Customer = CallOutput<'customers.get'>;

const BACK = { label: 'Customers', href: paths.customers };

export function CustomerScreen({ id }: { readonly id: string }) {
  const { data: customer, error, refetch } = useCall('customers.get', { id });
  if (customer) return <OpenCustomer key={id} customer={customer} />;
  return (
    <WaitingPage
      title="Customer"
      back={BACK}
      all="All customers"
      error={error}
      onRetry={() => void refetch()}
    >
      It may have been removed at Stripe.
    </WaitingPage>
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
          <GoneBanner customer={customer} />
          {customer.email === '' && !customer.deletedAtStripe && (
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
  const [isErasing, setErasing] = useState(false);
  const entries = useMenuEntries(customer, () => setErasing(true));
  const isGone = customer.deletedAtStripe;
  return (
    <>
      <Button icon={Pencil} isDisabled={isGone} onPress={edit}>
        Edit
      </Button>
      <Button
        variant="primary"
        isPending={create.isPending}
        isDisabled={archived || isGone}
        onPress={() => void invoice()}
      >
        New invoice
      </Button>
      <Menu label="More actions" entries={entries} placement="bottom end">
        <IconButton variant="secondary" icon={Ellipsis} label="More actions" />
      </Menu>
      {isErasing && <EraseCustomerDialog customer={customer} onClose={() => setErasing(false)} />}
    </>
  );
}
