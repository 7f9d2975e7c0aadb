// What a new invoice begins with, and the tax rates.
import { Card } from '../ui/card.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { useCall } from '../data.ts';
import { useReading } from '../ui/format.ts';
import { showDecimal } from '../ui/decimal-field.tsx';
import { MethodChecks } from '../payments/method-checks.tsx';
import { CurrencyField } from '../ui/region-fields.tsx';
import { Select } from '../ui/select.tsx';
import { TaxRatesCard } from './tax-rates-card.tsx';
import type { SettingsForm } from './use-settings.ts';

const TERMS = [0, 7, 10, 14, 15, 20, 21, 28, 30, 45, 60, 90] as const;
const MOST_RATES = 5;

export function InvoicingSection({ form }: { readonly form: SettingsForm }) {
  const { invoicing } = form.settings;
  const change = (part: Partial<typeof invoicing>): void => form.change('invoicing', part);
  const terms = TERMS.some((days) => days === invoicing.defaultTerms)
    ? TERMS
    : [...TERMS, invoicing.defaultTerms];
  return (
    <>
      <Card title="New invoices" description="A customer’s own currency and language go first">
        <div className="form-grid">
          <div data-span="3">
            <CurrencyField
              label="Currency"
              value={invoicing.defaultCurrency}
              onChange={(currency) => currency !== null && change({ defaultCurrency: currency })}
            />
          </div>
          <div data-span="3">
            <Select
              label="Payment terms"
              value={String(invoicing.defaultTerms)}
              onChange={(days) => change({ defaultTerms: Number(days) })}
              options={terms.map((days) => ({
                id: String(days),
                label: days === 0 ? 'Due on receipt' : `${days} days`,
              }))}
            />
          </div>
        </div>
      </Card>
      <Card
        title="Ways to pay"
        description="What a new invoice offers, where its currency permits; it can be changed on each"
      >
        <MethodChecks
          label="Can be paid by"
          description="None chosen: as set in Stripe’s dashboard"
          chosen={invoicing.defaultPaymentMethods}
          onChange={(defaultPaymentMethods) => change({ defaultPaymentMethods })}
          currency={null}
        />
      </Card>
      <DefaultTaxes
        ids={invoicing.defaultTaxRateIds}
        onChange={(defaultTaxRateIds) => change({ defaultTaxRateIds })}
      />
      <TaxRatesCard />
    </>
  );
}

interface DefaultTaxesProps {
  readonly ids: readonly string[];
  readonly onChange: (ids: string[]) => void;
}

function DefaultTaxes({ ids, onChange }: DefaultTaxesProps) {
  const { locale } = useReading();
  const rates = useCall('taxRates.list', { includeArchived: false }).data?.rows ?? [];
  if (rates.length === 0) return null;
  return (
    <Card title="Taxes of a new line">
      <div className="stack" style={{ gap: 6 }} role="group" aria-label="Taxes of a new line">
        {rates.map((rate) => (
          <Checkbox
            key={rate.id}
            isSelected={ids.includes(rate.id)}
            isDisabled={ids.length >= MOST_RATES && !ids.includes(rate.id)}
            onChange={(on) => onChange(on ? [...ids, rate.id] : ids.filter((id) => id !== rate.id))}
          >
            {rate.name} {showDecimal(rate.percentage, locale)} %
            {rate.inclusive ? ', included in the price' : ''}
          </Checkbox>
        ))}
      </div>
    </Card>
  );
}
