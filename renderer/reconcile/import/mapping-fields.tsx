// How a CSV file is read: what each column is, and how its days and figures are written.
import type { BankPreview } from '../../../shared/contract/bank.ts';
import { CSV_DELIMITERS, DATE_ORDERS, DECIMAL_MARKS } from '../../../shared/domain/bank/csv-mapping.ts';
import { Card } from '../../ui/card.tsx';
import { CurrencyField } from '../../ui/region-fields.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { hasAmount } from './column-roles.ts';
import { ColumnsTable } from './columns-table.tsx';
import type { CsvMapping } from './use-preview.ts';
import '../../ui/forms.css';

const ORDERS = { dmy: 'Day, month, year', mdy: 'Month, day, year', ymd: 'Year, month, day' } as const;
const MARKS = { ',': 'Comma: 1.234,50', '.': 'Point: 1,234.50' } as const;
const DELIMITERS = { ';': 'Semicolon', ',': 'Comma', '\t': 'Tab', '|': 'Bar' } as const;

export interface MappingFieldsProps {
  readonly csv: NonNullable<BankPreview['csv']>;
  readonly mapping: CsvMapping;
  readonly onChange: (mapping: CsvMapping) => void;
}

export function MappingFields({ csv, mapping, onChange }: MappingFieldsProps) {
  const change = (part: Partial<CsvMapping>): void => onChange({ ...mapping, ...part });
  return (
    <Card title="How the file is read" description="Kept for the next file with these columns">
      <div className="stack">
        {!hasAmount(mapping) && (
          <p className="field__error" role="alert">
            Say which column is the amount.
          </p>
        )}
        <ColumnsTable csv={csv} mapping={mapping} onChange={onChange} />
        <div className="form-pair">
          <Select
            label="Dates"
            options={DATE_ORDERS.map((id) => ({ id, label: ORDERS[id] }))}
            value={mapping.dateOrder}
            onChange={(dateOrder) => change({ dateOrder })}
          />
          <Select
            label="Decimal mark"
            options={DECIMAL_MARKS.map((id) => ({ id, label: MARKS[id] }))}
            value={mapping.decimal}
            onChange={(decimal) => change({ decimal })}
          />
          <Select
            label="Between columns"
            options={CSV_DELIMITERS.map((id) => ({ id, label: DELIMITERS[id] }))}
            value={mapping.delimiter}
            onChange={(delimiter) => change({ delimiter })}
          />
          <CurrencyField
            label="Currency"
            description={mapping.currencyColumn === null ? undefined : 'Where a line does not say its own'}
            value={mapping.currency}
            onChange={(currency) => {
              if (currency !== null) change({ currency });
            }}
          />
        </div>
        <TextField
          label="Account"
          description="What you call it; lines are counted once per account"
          value={mapping.account}
          maxLength={100}
          onChange={(account) => change({ account })}
        />
      </div>
    </Card>
  );
}
