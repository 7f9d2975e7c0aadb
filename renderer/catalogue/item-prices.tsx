// The prices of an item, per currency and interval, those in use first.
import { Archive, ArchiveRestore, Ellipsis, Plus, Replace } from 'lucide-react';
import { useState } from 'react';
import type { Price } from '../../shared/contract/catalogue.ts';
import { dayOf } from '../../shared/domain/dates.ts';
import { useCommand } from '../data.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DateText } from '../ui/date-text.tsx';
import { useReading } from '../ui/format.ts';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import { figures, readOut, TableHead } from '../ui/table-head.tsx';
import { CatalogueState } from './catalogue-state.tsx';
import { everyWords } from './every-words.ts';
import type { Item } from './item.ts';
import { PriceAmount } from './price-amount.tsx';
import { ReplacePriceDialog } from './replace-price-dialog.tsx';
import '../ui/plain-table.css';

export interface ItemPricesProps {
  readonly item: Item;
  readonly onNew: () => void;
}

export function ItemPrices({ item, onNew }: ItemPricesProps) {
  const [replaced, setReplaced] = useState<Price | null>(null);
  const add = (
    <Button icon={Plus} size="small" onPress={onNew} isDisabled={!item.active}>
      New price
    </Button>
  );
  return (
    <Card
      title="Prices"
      description="Of one; an amount never changes, it is replaced by a new price"
      actions={add}
      flush
    >
      {item.prices.length === 0 ? (
        <p className="card__text muted">There is no price yet. Without one the item cannot be billed.</p>
      ) : (
        <table className="plain-table">
          <TableHead
            columns={[
              figures('Price'),
              'Currency',
              'Billed',
              figures('Recurring'),
              'State',
              'Added',
              readOut('Actions'),
            ]}
          />
          <tbody>
            {item.prices.map((price) => (
              <PriceRow key={price.id} price={price} onReplace={() => setReplaced(price)} />
            ))}
          </tbody>
        </table>
      )}
      {replaced !== null && (
        <ReplacePriceDialog itemName={item.name} price={replaced} onClose={() => setReplaced(null)} />
      )}
    </Card>
  );
}

interface PriceRowProps {
  readonly price: Price;
  readonly onReplace: () => void;
}

function PriceRow({ price, onReplace }: PriceRowProps) {
  const { timeZone } = useReading();
  const entries = usePriceEntries(price, onReplace);
  return (
    <tr>
      <td data-align="end">
        <PriceAmount price={price} />
      </td>
      <td className="muted">{price.currency.toUpperCase()}</td>
      <td>
        {everyWords(price.every)}
        {price.label !== '' && <span className="faint"> · {price.label}</span>}
        {price.isDefault && <span className="faint"> · Default</span>}
      </td>
      <td data-align="end">{price.usedBy === 0 ? <span className="faint">–</span> : price.usedBy}</td>
      <td>
        <CatalogueState standing={price} />
      </td>
      <td className="muted">
        <DateText day={dayOf(price.createdAt, timeZone)} />
      </td>
      <td data-align="end">
        <Menu label="Price" entries={entries} placement="bottom end">
          <IconButton
            icon={Ellipsis}
            size="small"
            label={`Actions for the price, ${everyWords(price.every)}`}
          />
        </Menu>
      </td>
    </tr>
  );
}

function usePriceEntries(price: Price, onReplace: () => void): readonly MenuEntry[] {
  const archive = useCommand('prices.archive');
  const setArchived = (archived: boolean) => () => void archive.run({ id: price.id, archived });
  if (!price.active)
    return [{ id: 'back', label: 'Bring back', icon: ArchiveRestore, run: setArchived(false) }];
  return [
    {
      id: 'replace',
      label: 'Replace…',
      detail:
        price.unitAmountDecimal === null
          ? 'Prices by tiers are changed in Stripe’s dashboard'
          : 'A new price in its place',
      icon: Replace,
      isDisabled: price.unitAmountDecimal === null,
      run: onReplace,
    },
    {
      id: 'archive',
      label: 'Archive',
      detail: price.isDefault
        ? 'Stripe archives no default price; replace it'
        : 'No longer offered; what bills by it goes on',
      icon: Archive,
      isDisabled: price.isDefault,
      run: setArchived(true),
    },
  ];
}
