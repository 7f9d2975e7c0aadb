// The tax rates of the account: what each adds, where, and what uses it.
import { Archive, ArchiveRestore, Ellipsis, Percent } from 'lucide-react';
import type { TaxRate } from '../../shared/contract/settings.ts';
import { useCall, useCommand } from '../data.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { showDecimal } from '../ui/decimal-field.tsx';
import { useReading } from '../ui/format.ts';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import { Toolbar } from '../ui/page.tsx';
import { countryName } from '../ui/regions.ts';
import { EmptyState } from '../ui/states.tsx';
import { showToast } from '../ui/toast.tsx';
import { useRemembered } from '../ui/view-memory.ts';
import { figures, readOut } from '../ui/table-head.tsx';
import { CatalogueState } from './catalogue-state.tsx';
import type { ItemsTabProps } from './items-tab.tsx';
import { ShortList } from './short-list.tsx';
import { countOffered, type Offered, StandingFilter } from './standing-filter.tsx';

const COLUMNS = [
  'Name',
  figures('Rate'),
  'Prices',
  'Country',
  figures('Recurring'),
  figures('Invoices'),
  'State',
  readOut('Actions'),
] as const;

export function TaxRatesTab({ onNew }: ItemsTabProps) {
  const [view, setView] = useRemembered<Offered>('tax-rates-view', 'active');
  const { data, error, refetch } = useCall('taxRates.list', { includeArchived: true });
  const rates = data?.rows;
  return (
    <>
      <Toolbar label="Filter">
        <StandingFilter
          label="Which tax rates"
          value={view}
          onChange={setView}
          counts={rates && countOffered(rates)}
        />
        <span className="faint small">
          A rate never changes after it is made. Make a new one and archive the old one.
        </span>
      </Toolbar>
      <ShortList
        label="Tax rates"
        columns={COLUMNS}
        rows={rates
          ?.filter((rate) => rate.active === (view === 'active'))
          .map((rate) => (
            <RateRow key={rate.id} rate={rate} />
          ))}
        error={error}
        onRetry={() => void refetch()}
        empty={<NoRates view={view} onNew={onNew} />}
      />
    </>
  );
}

function NoRates({ view, onNew }: ItemsTabProps & { readonly view: Offered }) {
  if (view === 'archived')
    return (
      <EmptyState icon={Percent} title="No archived tax rates">
        What uses an archived rate keeps it; it is not offered any more.
      </EmptyState>
    );
  return (
    <EmptyState
      icon={Percent}
      title="No tax rates yet"
      actions={
        <Button variant="primary" onPress={onNew}>
          New tax rate
        </Button>
      }
    >
      A tax rate is chosen for each line of an invoice, and stands on it by its name.
    </EmptyState>
  );
}

function RateRow({ rate }: { readonly rate: TaxRate }) {
  const { locale } = useReading();
  const archive = useCommand('taxRates.archive');
  const name = `${rate.name} ${showDecimal(rate.percentage, locale)} %`;
  const setArchived = async (archived: boolean): Promise<void> => {
    const result = await archive.run({ id: rate.id, archived });
    if (result.ok) showToast({ tone: 'neutral', title: archived ? `${name} archived` : `${name} is back` });
  };
  const entry: MenuEntry = rate.active
    ? {
        id: 'archive',
        label: 'Archive',
        detail: 'No longer offered; what uses it keeps it',
        icon: Archive,
        run: () => void setArchived(true),
      }
    : { id: 'back', label: 'Bring back', icon: ArchiveRestore, run: () => void setArchived(false) };
  return (
    <tr>
      <td>{rate.name}</td>
      <td data-align="end">{showDecimal(rate.percentage, locale)} %</td>
      <td className="muted">{rate.inclusive ? 'Included' : 'Added'}</td>
      <td className="muted">{rate.country === null ? '–' : countryName(rate.country, locale)}</td>
      <td data-align="end">{usesOf(rate.usedBy.recurring)}</td>
      <td data-align="end">{usesOf(rate.usedBy.invoices)}</td>
      <td>
        <CatalogueState standing={rate} />
      </td>
      <td data-align="end">
        <Menu label={name} entries={[entry]} placement="bottom end">
          <IconButton icon={Ellipsis} size="small" label={`Actions for ${name}`} />
        </Menu>
      </td>
    </tr>
  );
}

function usesOf(count: number) {
  return count === 0 ? <span className="faint">–</span> : count.toLocaleString();
}
