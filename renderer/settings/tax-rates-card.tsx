// The tax rates of the account, and a new one.
import { Check, CircleAlert, Clock, Plus } from 'lucide-react';
import { useState } from 'react';
import type { TaxRate } from '../../shared/contract/settings.ts';
import { useCall } from '../data.ts';
import { NoAnswer } from '../no-answer.tsx';
import { Badge } from '../ui/badge.tsx';
import { paths } from '../paths.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { showDecimal } from '../ui/decimal-field.tsx';
import { useReading } from '../ui/format.ts';
import { countryName } from '../ui/regions.ts';
import { figures, TableHead } from '../ui/table-head.tsx';
import { NewTaxRateDialog } from './new-tax-rate-dialog.tsx';
import '../activity/activity.css';

const STATES = {
  saved: { icon: Check, tone: 'good', word: 'At Stripe' },
  queued: { icon: Clock, tone: 'neutral', word: 'Queued' },
  failed: { icon: CircleAlert, tone: 'bad', word: 'Refused' },
} as const;

export function TaxRatesCard() {
  const asking = useCall('taxRates.list', { includeArchived: true });
  const rates = asking.data?.rows;
  const [isAdding, setAdding] = useState(false);
  const add = (
    <div className="cluster">
      <LinkButton size="small" href={paths.catalogueTab('tax-rates')}>
        In the catalogue
      </LinkButton>
      <Button icon={Plus} size="small" onPress={() => setAdding(true)}>
        New tax rate
      </Button>
    </div>
  );
  return (
    <Card
      title="Tax rates"
      description="A rate never changes after it is made; make a new one instead"
      actions={add}
      flush
    >
      {rates === undefined ? (
        <NoAnswer to={asking} lines={3} />
      ) : rates.length === 0 ? (
        <p className="card__text muted">There is no tax rate yet.</p>
      ) : (
        <table className="plain-table">
          <TableHead columns={['Name', figures('Rate'), 'Prices', 'Country', 'State']} />
          <tbody>
            {rates.map((rate) => (
              <RateRow key={rate.id} rate={rate} />
            ))}
          </tbody>
        </table>
      )}
      {isAdding && <NewTaxRateDialog onClose={() => setAdding(false)} />}
    </Card>
  );
}

function RateRow({ rate }: { readonly rate: TaxRate }) {
  const { locale } = useReading();
  const { icon, tone, word } = STATES[rate.state];
  return (
    <tr>
      <td>{rate.name}</td>
      <td data-align="end">{showDecimal(rate.percentage, locale)} %</td>
      <td className="muted">{rate.inclusive ? 'Included' : 'Added'}</td>
      <td className="muted">{rate.country === null ? '–' : countryName(rate.country, locale)}</td>
      <td>
        {rate.active ? (
          <Badge icon={icon} tone={tone}>
            {word}
          </Badge>
        ) : (
          <span className="faint">Archived</span>
        )}
      </td>
    </tr>
  );
}
