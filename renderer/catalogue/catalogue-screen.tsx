// The catalogue: what is sold and at which prices.
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { Page } from '../ui/page.tsx';
import { ItemDialog } from './item-dialog.tsx';
import { ItemsTab } from './items-tab.tsx';
import { CatalogueProblems } from './problems.tsx';
import '../ui/list-screen.css';
import './catalogue.css';

export function CatalogueScreen() {
  const [isAdding, setAdding] = useState(false);
  const add = (): void => setAdding(true);
  useCommands([{ id: 'new-item', title: 'New item', group: 'This screen', shortcuts: ['n'], run: add }]);
  return (
    <Page
      title="Catalogue"
      layout="fill"
      actions={
        <Button variant="primary" onPress={add}>
          New item
        </Button>
      }
    >
      <div className="list-screen">
        <CatalogueProblems ids={null} />
        <ItemsTab onNew={add} />
      </div>
      {isAdding && <ItemDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}
