// What the list of payments is narrowed down to and how it is put in order; remembered while another screen is open.
import type { CallInput } from '../../shared/contract/calls.ts';
import { formatDay } from '../../shared/domain/dates.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import { useListSort } from '../ui/data-table/use-list-sort.ts';
import { type FilterChip, rangeText } from '../ui/filter-chips.tsx';
import { useRemembered } from '../ui/view-memory.ts';

export type PaymentFilter = CallInput<'payments.list'>['filter'];
export type PaymentFilterField = Exclude<keyof PaymentFilter, 'standing' | 'search'>;

const SORTS = ['date', 'customer', 'amount'] as const;

/** Sets fields; an undefined or empty value takes the field away. */
export function withFields(
  filter: PaymentFilter,
  fields: { readonly [Field in keyof PaymentFilter]?: PaymentFilter[Field] | undefined },
): PaymentFilter {
  const entries = Object.entries({ ...filter, ...fields }).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  return Object.fromEntries(entries);
}

export function usePaymentFilter() {
  const [filter, setFilter] = useRemembered<PaymentFilter>('payments-filter', {});
  const [sort, setSort] = useListSort('payments-sort', SORTS, { by: 'date', direction: 'desc' });
  return { filter, setFilter, sort, setSort };
}

/** `customerName` is shown for the customer's id. */
export function paymentChips(
  filter: PaymentFilter,
  customerName: string | null,
  locale: string,
): readonly FilterChip<PaymentFilterField>[] {
  const { from, to, currency, minAmount, maxAmount } = filter;
  const chips: FilterChip<PaymentFilterField>[] = [];
  if (filter.customerId !== undefined)
    chips.push({ id: 'customer', text: customerName ?? 'One customer', fields: ['customerId'] });
  if (from !== undefined || to !== undefined)
    chips.push({
      id: 'dates',
      text: rangeText(from, to, (day) => formatDay(day, locale)),
      fields: ['from', 'to'],
    });
  if (currency !== undefined)
    chips.push({
      id: 'currency',
      text: currency.toUpperCase(),
      fields: ['currency', 'minAmount', 'maxAmount'],
    });
  if (currency !== undefined && (minAmount !== undefined || maxAmount !== undefined))
    chips.push({
      id: 'amounts',
      text: rangeText(minAmount, maxAmount, (amount) => formatMoney(amount, currency, locale)),
      fields: ['minAmount', 'maxAmount'],
    });
  return chips;
}
