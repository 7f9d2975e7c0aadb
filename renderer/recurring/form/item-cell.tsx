// What a line bills: an item of the catalogue with a price in this rhythm, or whatever is written.
import type { Price } from '../../../shared/contract/catalogue.ts';
import type { RecurringFields } from '../../../shared/contract/recurring.ts';
import { useCall } from '../../data.ts';
import { priceText } from '../../invoices/editor/figures.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { useReading } from '../../ui/format.ts';
import type { FormLine } from './form-state.ts';

export interface ItemCellProps {
  readonly line: FormLine;
  readonly label: string;
  readonly currency: string;
  readonly every: RecurringFields['every'];
  readonly error: string | undefined;
  readonly autoFocus: boolean;
  readonly onChange: (patch: Partial<FormLine>) => void;
}

export function ItemCell({ line, label, currency, every, error, autoFocus, onChange }: ItemCellProps) {
  const { locale } = useReading();
  const isChosen = line.itemId !== null;
  const text = isChosen ? '' : line.description.trim();
  const rows = useCall('items.find', { text, currency, every }, { keepPrevious: true }).data?.rows ?? [];
  const amountOf = ({ unitAmountDecimal }: Price): string => unitAmountDecimal ?? '';
  return (
    <ComboBox<string>
      label={label}
      hideLabel
      allowsCustomValue
      placeholder="Item, or what is billed"
      options={rows.map(({ name, price }) => ({
        id: price.id,
        label: name,
        detail: `${currency.toUpperCase()} ${priceText(amountOf(price), currency, locale)}`,
      }))}
      value={line.priceId}
      onChange={(priceId) => {
        const found = rows.find(({ price }) => price.id === priceId);
        if (!found) return;
        onChange({
          itemId: found.itemId,
          priceId: found.price.id,
          description: found.name,
          unitAmountDecimal: amountOf(found.price),
        });
      }}
      inputValue={line.description}
      onInputChange={(description) => {
        if (description === line.description) return;
        onChange({ description: description.slice(0, 250), itemId: null, priceId: null });
      }}
      autoFocus={autoFocus}
      error={error}
    />
  );
}
