// What the invoice list is narrowed down to, and how that reads.
import type { CallInput } from '../../../shared/contract/calls.ts';
import { formatDay } from '../../../shared/domain/dates.ts';
import { formatMoney } from '../../../shared/domain/money.ts';
import { type FilterChip, rangeText } from '../../ui/filter-chips.tsx';
import { BADGES } from '../status-badge.tsx';

export type ListFilter = CallInput<'invoices.list'>['filter'];
export type FilterField = Exclude<keyof ListFilter, 'tab' | 'search'>;

export const NO_FILTER: ListFilter = { tab: 'all' };

/** Sets fields; an undefined value takes the field away. */
export function withFields(
  filter: ListFilter,
  fields: { readonly [Field in keyof ListFilter]?: ListFilter[Field] | undefined },
): ListFilter {
  const entries = Object.entries({ ...filter, ...fields }).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  return Object.fromEntries(entries);
}

const dateWords = { issue: 'Issued', due: 'Due', paid: 'Paid' } as const;

/** `customerName` is shown for the customer's id. */
export function filterChips(
  filter: ListFilter,
  customerName: string | null,
  locale: string,
): readonly FilterChip<FilterField>[] {
  const chips: FilterChip<FilterField>[] = [];
  if (filter.badge !== undefined) {
    const word = BADGES.find(({ id }) => id === filter.badge)?.label ?? filter.badge;
    chips.push({ id: 'badge', text: word, fields: ['badge'] });
  }
  if (filter.customerId !== undefined) {
    chips.push({ id: 'customer', text: customerName ?? 'One customer', fields: ['customerId'] });
  }
  if (filter.from !== undefined || filter.to !== undefined) {
    const text = `${dateWords[filter.dateField ?? 'issue']} ${rangeText(filter.from, filter.to, (day) => formatDay(day, locale))}`;
    chips.push({ id: 'dates', text, fields: ['from', 'to', 'dateField'] });
  }
  if (filter.currency !== undefined)
    chips.push({
      id: 'currency',
      text: filter.currency.toUpperCase(),
      fields: ['currency', 'minAmount', 'maxAmount'],
    });
  if (filter.minAmount !== undefined || filter.maxAmount !== undefined) {
    const currency = filter.currency ?? 'eur';
    const text = `Total ${rangeText(filter.minAmount, filter.maxAmount, (amount) => formatMoney(amount, currency, locale))}`;
    chips.push({ id: 'amounts', text, fields: ['minAmount', 'maxAmount'] });
  }
  return chips;
}
