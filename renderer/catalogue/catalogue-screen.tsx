// The catalogue: what is sold and at which prices, the taxes on it, and the coupons that make it cheaper.
import { useState } from 'react';
import { go, paths } from '../paths.ts';
import { NewTaxRateDialog } from '../settings/new-tax-rate-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { Page } from '../ui/page.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { CouponDialog } from './coupon-dialog.tsx';
import { CouponsTab } from './coupons-tab.tsx';
import { ItemDialog } from './item-dialog.tsx';
import { ItemsTab } from './items-tab.tsx';
import { CatalogueProblems } from './problems.tsx';
import { TaxRatesTab } from './tax-rates-tab.tsx';
import '../ui/list-screen.css';
import './catalogue.css';

export const CATALOGUE_TABS = [
  { id: 'items', label: 'Items', create: 'New item', List: ItemsTab, Dialog: ItemDialog },
  {
    id: 'tax-rates',
    label: 'Tax rates',
    create: 'New tax rate',
    List: TaxRatesTab,
    Dialog: NewTaxRateDialog,
  },
  { id: 'coupons', label: 'Coupons', create: 'New coupon', List: CouponsTab, Dialog: CouponDialog },
] as const;

export type CatalogueTab = (typeof CATALOGUE_TABS)[number]['id'];

export function CatalogueScreen({ tab }: { readonly tab: string | undefined }) {
  const [isAdding, setAdding] = useState(false);
  const { id, create, List, Dialog } = CATALOGUE_TABS.find((known) => known.id === tab) ?? CATALOGUE_TABS[0];
  const add = (): void => setAdding(true);
  useCommands([{ id: 'new', title: create, group: 'This screen', shortcuts: ['n'], run: add }]);
  return (
    <Page
      title="Catalogue"
      layout="fill"
      actions={
        <Button variant="primary" onPress={add}>
          {create}
        </Button>
      }
    >
      <div className="list-screen">
        <CatalogueProblems ids={null} />
        <Tabs<CatalogueTab>
          label="Catalogue"
          items={CATALOGUE_TABS}
          selected={id}
          onSelect={(next) => go(paths.catalogueTab(next), { replace: true })}
        >
          <List onNew={add} />
        </Tabs>
      </div>
      {isAdding && <Dialog onClose={() => setAdding(false)} />}
    </Page>
  );
}
