// What a coupon takes off: a share, or an amount in one currency.
import type { CouponFields } from '../../shared/contract/catalogue.ts';
import type { CallError } from '../../shared/contract/errors.ts';
import { issueAt } from '../error-text.ts';
import { DecimalField } from '../ui/decimal-field.tsx';
import { MoneyField } from '../ui/money-field.tsx';
import { CurrencyField } from '../ui/region-fields.tsx';
import { Segmented } from '../ui/segmented.tsx';

export interface OffEntry {
  readonly kind: 'percent' | 'amount';
  /** Plain decimal text; empty while nothing is written. */
  readonly percent: string;
  /** Minor units of the currency. */
  readonly amount: number | null;
  readonly currency: string;
}

/** Null while nothing is written. */
export function readOff({ kind, percent, amount, currency }: OffEntry): CouponFields['off'] | null {
  if (kind === 'percent') return percent === '' ? null : { kind, percent };
  return amount === null ? null : { kind, money: { amount, currency } };
}

export interface CouponOffProps {
  readonly entry: OffEntry;
  readonly onChange: (part: Partial<OffEntry>) => void;
  readonly error: CallError | null;
}

export function CouponOff({ entry, onChange, error }: CouponOffProps) {
  return (
    <>
      <Segmented
        label="Takes off"
        value={entry.kind}
        onChange={(kind) => onChange({ kind })}
        segments={[
          { id: 'percent', label: 'A share' },
          { id: 'amount', label: 'An amount' },
        ]}
      />
      {entry.kind === 'percent' ? (
        <DecimalField
          label="Percent off"
          suffix="%"
          value={entry.percent}
          onChange={(percent) => onChange({ percent })}
          error={issueAt(error, 'fields.off.percent')}
        />
      ) : (
        <div className="form-pair">
          <MoneyField
            label="Amount off"
            currency={entry.currency}
            value={entry.amount}
            onChange={(amount) => onChange({ amount })}
            error={issueAt(error, 'fields.off.money')}
          />
          <CurrencyField
            label="Currency"
            description="Only invoices in it take the coupon"
            value={entry.currency}
            onChange={(currency) => {
              if (currency !== null) onChange({ currency });
            }}
          />
        </div>
      )}
    </>
  );
}
