// One item of the catalogue: its words, its prices, and what uses it.
import { Archive, ArchiveRestore, Ellipsis, ExternalLink, PackageX, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { dayOf } from '../../shared/domain/dates.ts';
import { useCall, useCommand } from '../data.ts';
import { paths } from '../paths.ts';
import { Banner } from '../ui/banner.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { useCommands } from '../ui/commands.tsx';
import { DateText } from '../ui/date-text.tsx';
import { useReading } from '../ui/format.ts';
import { KeyValues } from '../ui/key-values.tsx';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import { Page } from '../ui/page.tsx';
import { showToast } from '../ui/toast.tsx';
import { WaitingPage } from '../ui/waiting-page.tsx';
import { CatalogueMarks } from './catalogue-state.tsx';
import { ItemAccountCard } from './item-account-card.tsx';
import { ItemDialog } from './item-dialog.tsx';
import { ItemPrices } from './item-prices.tsx';
import type { Item } from './item.ts';
import { PriceDialog } from './price-dialog.tsx';
import { CatalogueProblems } from './problems.tsx';
import './catalogue.css';

const BACK = { label: 'Catalogue', href: paths.catalogue };

export function ItemScreen({ id }: { readonly id: string }) {
  const { data: item, error, refetch } = useCall('items.get', { id });
  if (item) return <OpenItem item={item} />;
  return (
    <WaitingPage
      title="Item"
      back={BACK}
      all="All items"
      icon={PackageX}
      error={error}
      onRetry={() => void refetch()}
    >
      It may have been deleted at Stripe.
    </WaitingPage>
  );
}

function OpenItem({ item }: { readonly item: Item }) {
  const [dialog, setDialog] = useState<'edit' | 'price' | null>(null);
  const close = (): void => setDialog(null);
  return (
    <Page
      title={item.name}
      badge={<CatalogueMarks standing={item} />}
      back={BACK}
      actions={<ItemActions item={item} onOpen={setDialog} />}
    >
      <div className="item">
        <div className="item__main">
          <CatalogueProblems ids={[item.id, ...item.prices.map(({ id }) => id)]} />
          {!item.active && (
            <Banner title="Archived">
              It is not offered any more. Invoices that use it stay as they are, and recurring invoices go on.
            </Banner>
          )}
          <ItemPrices item={item} onNew={() => setDialog('price')} />
        </div>
        <ItemFacts item={item} />
      </div>
      {dialog === 'edit' && <ItemDialog item={item} onClose={close} />}
      {dialog === 'price' && <PriceDialog item={item} onClose={close} />}
    </Page>
  );
}

function ItemFacts({ item }: { readonly item: Item }) {
  const { timeZone } = useReading();
  const { recurring, invoices } = item.usedBy;
  return (
    <aside className="item__facts" aria-label="Facts">
      <Card title="Item">
        <KeyValues
          rows={[
            {
              name: 'Description',
              value: item.description === '' ? <span className="faint">None</span> : item.description,
            },
            {
              name: 'Unit',
              value: item.unitLabel === '' ? <span className="faint">None</span> : item.unitLabel,
            },
            { name: 'Added', value: <DateText day={dayOf(item.createdAt, timeZone)} /> },
            { name: 'Stripe id', value: item.stripeId === null ? null : <code>{item.stripeId}</code> },
          ]}
        />
      </Card>
      <ItemAccountCard item={item} />
      <Card title="Used by">
        <KeyValues
          align="end"
          rows={[
            { name: 'Recurring invoices', value: recurring.toLocaleString() },
            { name: 'Invoices', value: invoices.toLocaleString() },
          ]}
        />
      </Card>
    </aside>
  );
}

interface ItemActionsProps {
  readonly item: Item;
  readonly onOpen: (dialog: 'edit' | 'price') => void;
}

function ItemActions({ item, onOpen }: ItemActionsProps) {
  const archive = useCommand('items.archive');
  const external = useCommand('external.open');
  const edit = (): void => onOpen('edit');
  const setArchived = async (archived: boolean): Promise<void> => {
    const result = await archive.run({ id: item.id, archived });
    if (result.ok)
      showToast({ tone: 'neutral', title: archived ? `${item.name} archived` : `${item.name} is back` });
  };
  useCommands([
    { id: 'edit-item', title: 'Edit item', group: 'This screen', shortcuts: ['e'], icon: Pencil, run: edit },
    {
      id: 'new-price',
      title: 'New price',
      group: 'This screen',
      shortcuts: ['n'],
      icon: Plus,
      run: () => {
        if (item.active) onOpen('price');
      },
    },
  ]);
  const entries: MenuEntry[] = [
    item.active
      ? {
          id: 'archive',
          label: 'Archive',
          detail: 'No longer offered; nothing is lost',
          icon: Archive,
          run: () => void setArchived(true),
        }
      : { id: 'archive', label: 'Bring back', icon: ArchiveRestore, run: () => void setArchived(false) },
  ];
  if (item.stripeId !== null)
    entries.push({
      id: 'dashboard',
      label: 'Open in Stripe’s dashboard',
      icon: ExternalLink,
      run: () => void external.run({ kind: 'dashboard', of: 'item', id: item.id }),
    });
  return (
    <>
      <Button icon={Pencil} onPress={edit}>
        Edit
      </Button>
      <Menu label="More actions" entries={entries} placement="bottom end">
        <IconButton variant="secondary" icon={Ellipsis} label="More actions" />
      </Menu>
    </>
  );
}
