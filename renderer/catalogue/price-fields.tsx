// What a price is made of: an amount in a currency, and how often it is billed.
import type { Every } from '../../shared/contract/catalogue.ts';
import type { CallError } from '../../shared/contract/errors.ts';
import { issueAt } from '../error-text.ts';
import { MoneyField } from '../ui/money-field.tsx';
import { CurrencyField } from '../ui/region-fields.tsx';
import { Select } from '../ui/select.tsx';
import { EVERY_OPTIONS, everyKey } from './every-words.ts';

export interface PriceEntry {
  readonly currency: string;
  /** Minor units; null while it cannot be read. */
  readonly unitAmount: number | null;
  readonly every: Every | null;
}

export interface PriceFieldsProps {
  readonly price: PriceEntry;
  readonly onChange: (price: PriceEntry) => void;
  readonly error: CallError | null;
  readonly autoFocus?: boolean;
}

export function PriceFields({ price, onChange, error, autoFocus = false }: PriceFieldsProps) {
  return (
    <>
      <div className="form-pair">
        <MoneyField
          label="Price of one"
          currency={price.currency}
          value={price.unitAmount}
          autoFocus={autoFocus}
          onChange={(unitAmount) => onChange({ ...price, unitAmount })}
          error={issueAt(error, 'price.unitAmount')}
        />
        <CurrencyField
          label="Currency"
          value={price.currency}
          onChange={(currency) => {
            if (currency !== null) onChange({ ...price, currency });
          }}
          error={issueAt(error, 'price.currency')}
        />
      </div>
      <Select
        label="Billed"
        options={EVERY_OPTIONS}
        value={everyKey(price.every)}
        onChange={(key) =>
          onChange({ ...price, every: EVERY_OPTIONS.find(({ id }) => id === key)?.every ?? null })
        }
        error={issueAt(error, 'price.every')}
      />
    </>
  );
}
