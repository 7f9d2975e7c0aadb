// The cards and accounts that a customer has saved with Stripe: as much of each as Stripe itself shows.
import { CreditCard, Landmark, RefreshCw } from 'lucide-react';
import { useCall, useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { MethodDetail } from '../payments/charge/method-detail.tsx';
import { IconButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon.tsx';
import { Skeleton } from '../ui/states.tsx';
import { showToast } from '../ui/toast.tsx';
import '../payments/charge/method-choice.css';

export function SavedMethodsCard({ customerId }: { readonly customerId: string }) {
  const { data, error } = useCall('customers.methods', { id: customerId });
  const refresh = useCommand('charges.refresh');
  const ask = async (): Promise<void> => {
    const result = await refresh.run({ customerId });
    if (result.ok) showToast({ tone: 'neutral', title: `${result.value.known} known to Stripe` });
  };
  return (
    <Card
      title="Saved cards and accounts"
      actions={
        <IconButton
          icon={RefreshCw}
          size="small"
          label="Ask Stripe again"
          isPending={refresh.isPending}
          onPress={() => void ask()}
        />
      }
    >
      {error ? (
        <p className="muted">{describeError(error.error)}</p>
      ) : data === undefined ? (
        <Skeleton width="70%" />
      ) : data.methods.length === 0 ? (
        <p className="muted">None. Customers save a card or account on Stripe’s page when they pay.</p>
      ) : (
        <ul className="saved-methods">
          {data.methods.map((method) => (
            <li key={method.id} className="saved-methods__method">
              <Icon icon={method.type === 'card' ? CreditCard : Landmark} size={18} />
              <span className="methods__text">
                <span>{method.label}</span>
                <span className="methods__detail">
                  <MethodDetail method={method} />
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
