// A customer's name, with a mark while it has not reached Stripe or could not.
import { CircleAlert, Clock } from 'lucide-react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { Badge } from '../ui/badge.tsx';

type Row = CallOutput<'customers.list'>['rows'][number];

export function CustomerName({ customer }: { readonly customer: Pick<Row, 'name' | 'state'> }) {
  return (
    <span className="customer-name">
      <span className="truncate">{customer.name}</span>
      <CustomerMark state={customer.state} />
    </span>
  );
}

export function CustomerMark({ state }: { readonly state: Row['state'] }) {
  if (state === 'queued') {
    return (
      <Badge icon={Clock} tone="info">
        Queued
      </Badge>
    );
  }
  return state === 'failed' ? (
    <Badge icon={CircleAlert} tone="bad">
      Not accepted
    </Badge>
  ) : null;
}
