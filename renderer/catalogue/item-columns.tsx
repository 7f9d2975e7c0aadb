// The columns of the list of items.
import type { ItemRow, Price } from '../../shared/contract/catalogue.ts';
import type { Column } from '../ui/data-table/types.ts';
import { DateText } from '../ui/date-text.tsx';
import { dayOf } from '../../shared/domain/dates.ts';
import { useReading } from '../ui/format.ts';
import { useAppState } from '../shell/app-state.ts';
import { StateMark } from './catalogue-state.tsx';
import { everyWords } from './every-words.ts';
import { PriceAmount } from './price-amount.tsx';
import { dash } from '../ui/dash.tsx';

const count = (value: number) => (value === 0 ? dash : value.toLocaleString());

export const ITEM_COLUMNS: readonly Column<ItemRow>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(200px, 2.4fr)',
    sortBy: 'name',
    render: (row) => (
      <span className="catalogue-name">
        <span className="truncate">
          {row.name}
          {row.description !== '' && <span className="faint"> · {row.description}</span>}
        </span>
        <StateMark state={row.state} />
      </span>
    ),
  },
  { id: 'unit', header: 'Unit', width: '96px', render: (row) => row.unitLabel || dash },
  {
    id: 'price',
    header: 'Price',
    width: 'minmax(112px, 0.6fr)',
    align: 'end',
    render: (row) => <ShownPrice row={row} />,
  },
  {
    id: 'billed',
    header: 'Billed',
    width: 'minmax(140px, 0.8fr)',
    render: (row) => <Billed row={row} />,
  },
  {
    id: 'recurring',
    header: 'Recurring',
    width: '88px',
    align: 'end',
    render: (row) => count(row.usedBy.recurring),
  },
  {
    id: 'invoices',
    header: 'Invoices',
    width: '88px',
    align: 'end',
    render: (row) => count(row.usedBy.invoices),
  },
  {
    id: 'created',
    header: 'Added',
    width: '118px',
    sortBy: 'created',
    render: (row) => <DayOf at={row.createdAt} />,
  },
];

/** The price that stands for the item, and how many more there are: Stripe's default one, else one in the currency of the books. */
function usePrices({ prices }: ItemRow): { readonly price: Price | undefined; readonly more: number } {
  const { books } = useAppState();
  const active = prices.filter((price) => price.active);
  // The list must not say of an archived item that it has no price.
  const shown = active.length > 0 ? active : prices;
  const price =
    shown.find(({ isDefault }) => isDefault) ??
    shown.find(({ currency }) => currency === books?.defaultCurrency) ??
    shown[0];
  return { price, more: Math.max(0, shown.length - 1) };
}

function ShownPrice({ row }: { readonly row: ItemRow }) {
  const { price } = usePrices(row);
  return price ? <PriceAmount price={price} /> : <span className="faint">None</span>;
}

function Billed({ row }: { readonly row: ItemRow }) {
  const { price, more } = usePrices(row);
  if (!price) return dash;
  return (
    <>
      {everyWords(price.every)}
      {more > 0 && <span className="faint small"> +{more}</span>}
    </>
  );
}

function DayOf({ at }: { readonly at: number }) {
  const { timeZone } = useReading();
  return <DateText day={dayOf(at, timeZone)} />;
}
