// The tabs above the invoice list, each with its count and its sum per currency.
import type { ReactNode } from 'react';
import { useCall } from '../../data.ts';
import { Money, type MoneyValue } from '../../ui/money.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { type ListFilter, withFields } from './filter.ts';

export type TabName = NonNullable<ListFilter['tab']>;

const TABS = [
  { id: 'all', label: 'All' },
  { id: 'draft', label: 'Draft' },
  { id: 'open', label: 'Open' },
  { id: 'past-due', label: 'Past due' },
  { id: 'paid', label: 'Paid' },
  { id: 'recurring', label: 'Recurring' },
] as const satisfies readonly { readonly id: TabName; readonly label: string }[];

export interface InvoiceTabsProps {
  readonly filter: ListFilter;
  readonly onSelect: (tab: TabName) => void;
  readonly children: ReactNode;
}

export function InvoiceTabs({ filter, onSelect, children }: InvoiceTabsProps) {
  const { tab: selected = 'all', ...rest } = withFields(filter, {});
  const tabs = useCall('invoices.tabs', { filter: rest }, { keepPrevious: true }).data?.tabs;
  const items = TABS.map(({ id, label }) => {
    const sums = tabs?.find((entry) => entry.tab === id)?.sums;
    const owed = id === 'open' || id === 'past-due';
    return {
      id,
      label,
      count: sums?.count,
      note: <TabSum values={owed ? sums?.balanceDue : sums?.total} />,
    };
  });
  return (
    <Tabs<TabName> label="Invoices by status" items={items} selected={selected} onSelect={onSelect}>
      {children}
    </Tabs>
  );
}

const MOST_SHOWN = 2;

/** Sums are never added across currencies; from the third currency on, and in a narrow window from the second, only their number is told. */
function TabSum({ values }: { readonly values: readonly MoneyValue[] | undefined }) {
  const shown = values?.filter(({ amount }) => amount !== 0) ?? [];
  return (
    <span className="tab-sum">
      {shown.length === 0 && (values ? '–' : '\u00a0')}
      {shown.slice(0, MOST_SHOWN).map((value) => (
        <span key={value.currency} className="tab-sum__amount">
          <Money {...value} />
        </span>
      ))}
      <More className="tab-sum__more" count={shown.length - MOST_SHOWN} />
      <More className="tab-sum__more tab-sum__more--narrow" count={shown.length - 1} />
    </span>
  );
}

function More({ className, count }: { readonly className: string; readonly count: number }) {
  return count > 0 && <span className={className}>+{count}</span>;
}
