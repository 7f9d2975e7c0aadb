// The columns of the list of items.
import type { ItemRow } from '../../shared/contract/catalogue.ts';
import type { Column } from '../ui/data-table/types.ts';
import { DateText } from '../ui/date-text.tsx';
import { dayOf } from '../../shared/domain/dates.ts';
import { useReading } from '../ui/format.ts';
import { CatalogueState } from './catalogue-state.tsx';
import { everyWords } from './every-words.ts';
import { PriceAmount } from './price-amount.tsx';

const dash = <span className="faint">–</span>;

const count = (value: number) => (value === 0 ? dash : value.toLocaleString());

export const ITEM_COLUMNS: readonly Column<ItemRow>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(200px, 2.4fr)',
    sortBy: 'name',
    render: (row) => (
      <>
        {row.name}
        {row.description !== '' && <span className="faint"> · {row.description}</span>}
      </>
    ),
  },
  {
    id: 'price',
    header: 'Price',
    width: 'minmax(112px, 0.8fr)',
    align: 'end',
    render: (row) => {
      const [price] = shownPrices(row);
      return price ? <PriceAmount price={price} /> : <span className="faint">No price</span>;
    },
  },
  {
    id: 'billed',
    header: 'Billed',
    width: 'minmax(132px, 1fr)',
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
  { id: 'state', header: 'State', width: '128px', render: (row) => <CatalogueState standing={row} /> },
  {
    id: 'created',
    header: 'Added',
    width: '118px',
    sortBy: 'created',
    render: (row) => <DayOf at={row.createdAt} />,
  },
];

/** Those in use, or all of an item that has none: the list must not say that an archived item costs nothing. */
function shownPrices({ prices }: ItemRow): ItemRow['prices'] {
  const active = prices.filter((price) => price.active);
  return active.length > 0 ? active : prices;
}

function Billed({ row }: { readonly row: ItemRow }) {
  const [price, ...more] = shownPrices(row);
  if (!price) return dash;
  return (
    <>
      {everyWords(price.every)}
      {row.unitLabel !== '' && <span className="faint"> per {row.unitLabel}</span>}
      {more.length > 0 && (
        <span className="faint small">
          {' '}
          +{more.length} {more.length === 1 ? 'price' : 'prices'}
        </span>
      )}
    </>
  );
}

function DayOf({ at }: { readonly at: number }) {
  const { timeZone } = useReading();
  return <DateText day={dayOf(at, timeZone)} />;
}
