// How the money comes in: each invoice is sent, or charged by itself.
import { useEffect } from 'react';
import type { Collection } from '../../../shared/contract/recurring.ts';
import { useCall, useCommand } from '../../data.ts';
import { Card } from '../../ui/card.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { NumberField } from './number-field.tsx';

export interface CollectionFieldsProps {
  readonly collection: Collection;
  readonly customerId: string | null;
  readonly defaultDays: number;
  readonly errorAt: (path: string) => string | undefined;
  readonly onChange: (collection: Collection) => void;
}

export function CollectionFields(props: CollectionFieldsProps) {
  const { collection, defaultDays, errorAt, onChange } = props;
  return (
    <Card title="Payment">
      <div className="stack">
        <Segmented<Collection['kind']>
          label="Each invoice"
          value={collection.kind}
          onChange={(kind) =>
            onChange(kind === 'send' ? { kind, days: defaultDays } : { kind, methodId: null })
          }
          segments={[
            { id: 'send', label: 'Is sent to the customer' },
            { id: 'charge', label: 'Is charged by itself' },
          ]}
        />
        {collection.kind === 'send' ? (
          <div className="form-pair">
            <NumberField
              label="Due within"
              suffix="days"
              value={collection.days}
              min={0}
              max={365}
              error={errorAt('collection.days')}
              onChange={(days) => onChange({ kind: 'send', days })}
            />
          </div>
        ) : (
          <MethodField {...props} collection={collection} />
        )}
      </div>
    </Card>
  );
}

const DEFAULT = 'default';

interface MethodFieldProps extends CollectionFieldsProps {
  readonly collection: Extract<Collection, { kind: 'charge' }>;
}

function MethodField({ collection, customerId, errorAt, onChange }: MethodFieldProps) {
  const { run: refresh } = useCommand('charges.refresh', { failure: 'quiet' });
  useEffect(() => {
    if (customerId !== null) void refresh({ customerId });
  }, [refresh, customerId]);
  const methods =
    useCall('customers.methods', { id: customerId ?? '-' }, { enabled: customerId !== null }).data?.methods ??
    [];
  const usual = methods.find(({ isDefault }) => isDefault);
  const usualLabel = usual ? `What is usual: ${usual.label}` : 'What the customer has by default';
  return (
    <Select<string>
      label="Charged to"
      options={[
        { id: DEFAULT, label: usualLabel },
        ...methods.map(({ id, label, expires }) => ({
          id,
          label,
          ...(expires === null ? {} : { detail: `Good until ${expires}` }),
        })),
      ]}
      value={collection.methodId ?? DEFAULT}
      onChange={(id) => onChange({ kind: 'charge', methodId: id === DEFAULT ? null : id })}
      error={errorAt('collection.methodId')}
    />
  );
}
