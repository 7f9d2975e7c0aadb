// Creates a customer or changes one.
import type { SubmitEvent } from 'react';
import type { CustomerFields } from '../../shared/contract/customers.ts';
import { useCall, useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { go, paths } from '../paths.ts';
import { useAppState } from '../shell/app-state.ts';
import { stillWrong } from '../still-wrong.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { Page } from '../ui/page.tsx';
import { showToast } from '../ui/toast.tsx';
import { useRemembered } from '../ui/view-memory.ts';
import { WaitingPage } from '../ui/waiting-page.tsx';
import { completeFields, newCustomerFields } from './customer-draft.ts';
import { CustomerForm } from './customer-form.tsx';
import './customers.css';

export function NewCustomerScreen() {
  const { books } = useAppState();
  const start = newCustomerFields(books?.homeCountry ?? null);
  return <EditForm id={null} start={start} title="New customer" backTo={paths.customers} />;
}

export function EditCustomerScreen({ id }: { readonly id: string }) {
  const { data: customer, error, refetch } = useCall('customers.get', { id });
  if (customer) {
    return (
      <EditForm key={id} id={id} start={customer.fields} title={customer.name} backTo={paths.customer(id)} />
    );
  }
  return (
    <WaitingPage
      title="Customer"
      back={{ label: 'Customers', href: paths.customers }}
      all="All customers"
      error={error}
      onRetry={() => void refetch()}
    >
      It may have been removed at Stripe.
    </WaitingPage>
  );
}

interface EditFormProps {
  readonly id: string | null;
  readonly start: CustomerFields;
  readonly title: string;
  readonly backTo: string;
}

const FORM_ID = 'customer-form';

function EditForm({ id, start, title, backTo }: EditFormProps) {
  // What was typed of a new one waits while another screen is open.
  const [fields, setFields] = useRemembered(id === null ? 'new-customer' : undefined, start);
  const save = useCommand('customers.save', { failure: 'quiet' });
  const error = stillWrong(save, { fields: completeFields(fields) });
  const submit = async (): Promise<void> => {
    const result = await save.run({ id, fields: completeFields(fields) });
    if (!result.ok) return;
    setFields(start);
    showToast({ tone: 'good', title: id === null ? `${fields.name} added` : `${fields.name} saved` });
    go(paths.customer(result.value.id), { replace: true });
  };
  useCommands([
    {
      id: 'save',
      title: 'Save customer',
      group: 'This screen',
      shortcuts: ['Mod+S', 'Mod+Enter'],
      run: () => void submit(),
    },
  ]);
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void submit();
  };
  const cancel = (): void => {
    setFields(start);
    go(backTo);
  };
  const actions = (
    <>
      <Button onPress={cancel}>Cancel</Button>
      <Button variant="primary" type="submit" form={FORM_ID} isPending={save.isPending}>
        {id === null ? 'Add customer' : 'Save'}
      </Button>
    </>
  );
  const back = { label: id === null ? 'Customers' : start.name, href: backTo };
  return (
    <Page title={title} back={back} actions={actions} layout="narrow">
      <form id={FORM_ID} className="customer-form" onSubmit={onSubmit} noValidate>
        {error !== null && <Banner tone="bad">{describeError(error)}</Banner>}
        <CustomerForm fields={fields} onChange={setFields} error={error} />
      </form>
    </Page>
  );
}
