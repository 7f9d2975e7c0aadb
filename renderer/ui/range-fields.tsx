// The fields of a filter for days, a currency and amounts.
import { DateField } from './date-field.tsx';
import { MoneyField } from './money-field.tsx';
import { CurrencyField } from './region-fields.tsx';

export interface Range {
  /** Calendar days. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly currency?: string | undefined;
  /** Minor units of the currency. */
  readonly minAmount?: number | undefined;
  readonly maxAmount?: number | undefined;
}

export interface RangeFieldsProps {
  /** What the amounts are, such as "Total". */
  readonly amountName: string;
  readonly range: Range;
  /** Given only what changes; an undefined value takes a field away. */
  readonly onChange: (change: Range) => void;
  readonly defaultCurrency: string;
}

export function RangeFields({ amountName, range, onChange, defaultCurrency }: RangeFieldsProps) {
  // Amounts of different currencies cannot be compared, so a bound brings its currency along.
  const currency = range.currency ?? defaultCurrency;
  const bound = (name: 'minAmount' | 'maxAmount') => (amount: number | null) =>
    onChange(amount === null ? { [name]: undefined } : { [name]: amount, currency });
  return (
    <>
      <div className="form-pair">
        <DateField
          label="From"
          value={range.from ?? null}
          onChange={(day) => onChange({ from: day ?? undefined })}
        />
        <DateField
          label="To"
          value={range.to ?? null}
          onChange={(day) => onChange({ to: day ?? undefined })}
        />
      </div>
      <CurrencyField
        label="Currency"
        noneLabel="Any"
        value={range.currency ?? null}
        onChange={(next) =>
          onChange({ currency: next ?? undefined, minAmount: undefined, maxAmount: undefined })
        }
      />
      <div className="form-pair">
        <MoneyField
          label={`${amountName} from`}
          currency={currency}
          value={range.minAmount ?? null}
          onChange={bound('minAmount')}
        />
        <MoneyField
          label={`${amountName} to`}
          currency={currency}
          value={range.maxAmount ?? null}
          onChange={bound('maxAmount')}
        />
      </div>
    </>
  );
}
