// One item of a recurring invoice: what, how many, at which price, with which tax.
import { Trash2 } from 'lucide-react';
import type { TaxRate } from '../../../shared/contract/settings.ts';
import { PriceAmount } from '../../catalogue/price-amount.tsx';
import { taxRateLabel } from '../../invoices/editor/tax-rate-label.ts';
import { IconButton } from '../../ui/button.tsx';
import { useReading } from '../../ui/format.ts';
import { MoneyField } from '../../ui/money-field.tsx';
import { type Option, Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { FormFields, FormLine } from './form-state.ts';
import { ItemCell } from './item-cell.tsx';

export interface LineRowProps {
  readonly line: FormLine;
  readonly index: number;
  readonly fields: Pick<FormFields, 'currency' | 'every'>;
  readonly taxRates: readonly TaxRate[];
  readonly autoFocus: boolean;
  readonly errorAt: (field: string) => string | undefined;
  readonly onChange: (patch: Partial<FormLine>) => void;
  readonly onRemove: () => void;
}

export function LineRow(props: LineRowProps) {
  const { line, index, fields, autoFocus, errorAt, onChange, onRemove } = props;
  const at = `item ${index + 1}`;
  return (
    <div className="recurring-line" role="group" aria-label={`Item ${index + 1}`} data-line={line.id}>
      <ItemCell
        line={line}
        label={`What is billed, ${at}`}
        currency={fields.currency}
        every={fields.every}
        error={errorAt('description') ?? errorAt('priceId')}
        autoFocus={autoFocus}
        onChange={onChange}
      />
      <TextField
        label={`Quantity, ${at}`}
        hideLabel
        align="end"
        inputMode="numeric"
        value={line.quantity}
        error={errorAt('quantity')}
        onChange={(quantity) => onChange({ quantity })}
      />
      <PriceCell {...props} label={`Price, ${at}`} />
      <TaxCell {...props} label={`Tax, ${at}`} />
      <IconButton icon={Trash2} label={`Remove ${at}`} size="small" onPress={onRemove} />
    </div>
  );
}

/** A price of the catalogue that is finer than the currency is shown as it is; any other amount may be written over. */
function PriceCell({ line, fields, label, errorAt, onChange }: LineRowProps & { readonly label: string }) {
  const { unitAmountDecimal } = line;
  if (unitAmountDecimal !== '' && !/^\d+$/.test(unitAmountDecimal))
    return (
      <span className="recurring-line__exact">
        <PriceAmount price={{ ...line, currency: fields.currency, active: true }} />
      </span>
    );
  return (
    <MoneyField
      key={`${line.priceId ?? ''} ${fields.currency}`}
      label={label}
      hideLabel
      currency={fields.currency}
      value={unitAmountDecimal === '' ? null : Number(unitAmountDecimal)}
      error={errorAt('unitAmountDecimal')}
      onChange={(amount) =>
        onChange({ unitAmountDecimal: amount === null ? '' : String(amount), priceId: null })
      }
    />
  );
}

const NONE = 'none';

function TaxCell({ line, taxRates, label, errorAt, onChange }: LineRowProps & { readonly label: string }) {
  const { locale } = useReading();
  const single: Option<string>[] = taxRates
    .filter(({ id, active }) => active || line.taxRateIds.includes(id))
    .map((rate) => ({ id: rate.id, label: taxRateLabel(rate, locale) }));
  const chosen = line.taxRateIds.join(' ');
  const several =
    line.taxRateIds.length > 1 ? [{ id: chosen, label: `${line.taxRateIds.length} taxes` }] : [];
  return (
    <div data-last-cell>
      <Select<string>
        label={label}
        hideLabel
        options={[{ id: NONE, label: 'No tax' }, ...single, ...several]}
        value={chosen === '' ? NONE : chosen}
        onChange={(id) => onChange({ taxRateIds: id === NONE ? [] : id.split(' ') })}
        error={errorAt('taxRateIds')}
      />
    </div>
  );
}
