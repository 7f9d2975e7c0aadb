// Who the invoice is for: found by typing, or added on the spot; what is missing for sending shows at once.
import { TriangleAlert } from 'lucide-react';
import { useCallback, useState } from 'react';
import { QuickCustomerDialog } from '../../customers/quick-customer-dialog.tsx';
import { useCall } from '../../data.ts';
import { paths } from '../../paths.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { CustomerPicker } from './customer-picker.tsx';
import { isBlank } from './draft-edits.ts';
import { useEditor } from './editor-context.ts';

export function CustomerSection() {
  const { content, edit, contentNow, errorAt, revises } = useEditor();
  const [newName, setNewName] = useState<string | null>(null);
  const customer = useCustomer(content.customerId);
  const choose = useCallback(
    (id: string | null, currency: string | null): void => {
      edit({ type: 'patch', patch: { customerId: id } });
      if (currency !== null && contentNow().lines.every(isBlank)) edit({ type: 'currency', currency });
    },
    [edit, contentNow],
  );
  return (
    <div className="editor__customer" data-path="customerId">
      <CustomerPicker
        chosen={customer ?? null}
        isChosen={content.customerId !== null}
        isFixed={revises !== null}
        error={errorAt('customerId')}
        onChoose={choose}
        onCreate={setNewName}
      />
      {customer && <CustomerNotes customer={customer} />}
      {newName !== null && (
        <QuickCustomerDialog
          name={newName}
          onClose={() => setNewName(null)}
          onAdded={({ id }) => {
            setNewName(null);
            choose(id, null);
          }}
        />
      )}
    </div>
  );
}

function useCustomer(id: string | null) {
  const answer = useCall('customers.get', { id: id ?? '-' }, { enabled: id !== null });
  return id === null ? undefined : answer.data;
}

type Customer = NonNullable<ReturnType<typeof useCustomer>>;

function CustomerNotes({ customer }: { readonly customer: Customer }) {
  const { currency, edit, revises } = useEditor();
  const billedIn = customer.currency;
  return (
    <div className="editor__customer-notes">
      {customer.email === '' ? (
        <span className="editor__missing">
          <Icon icon={TriangleAlert} size={14} />
          No e-mail address: the invoice can be issued, but not sent.
          <LinkButton size="small" variant="quiet" href={paths.editCustomer(customer.id)}>
            Add one
          </LinkButton>
        </span>
      ) : (
        <span className="muted truncate">{customer.email}</span>
      )}
      {billedIn !== null && billedIn !== currency && revises === null && (
        <span className="editor__missing">
          <Icon icon={TriangleAlert} size={14} />
          Usually billed in {billedIn.toUpperCase()}.
          <Button size="small" variant="quiet" onPress={() => edit({ type: 'currency', currency: billedIn })}>
            Use {billedIn.toUpperCase()}
          </Button>
        </span>
      )}
    </div>
  );
}
