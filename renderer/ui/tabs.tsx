// Tabs, each with an optional count; either with panels, or alone above a list that they filter.
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import './tabs.css';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: number | undefined;
  /** Beside the label, read with it: a sum, for instance. */
  readonly note?: ReactNode;
}

export interface TabsProps<Id extends string> {
  /** What the tabs choose; read out. */
  readonly label: string;
  readonly items: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** The panel of the selected tab. */
  readonly children: ReactNode;
}

export function Tabs<Id extends string>({ label, items, selected, onSelect, children }: TabsProps<Id>) {
  return (
    <AriaTabs
      className="tabs"
      selectedKey={selected}
      onSelectionChange={(key) => {
        const item = items.find((candidate) => candidate.id === key);
        if (item !== undefined) onSelect(item.id);
      }}
    >
      <TabList aria-label={label} className="tabs__list">
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className="tabs__tab">
            {item.label}
            {item.count !== undefined && <span className="tabs__count">{item.count.toLocaleString()}</span>}
            {item.note}
          </Tab>
        ))}
      </TabList>
      <TabPanel key={selected} id={selected} className="tabs__panel">
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
