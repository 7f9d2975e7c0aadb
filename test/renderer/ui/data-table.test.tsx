import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { Link } from 'react-aria-components/Link';
import { describe, expect, it } from 'vitest';
import { DataTable } from '../../../renderer/ui/data-table/data-table.tsx';
import type { Column, Sort } from '../../../renderer/ui/data-table/types.ts';
import { giveElementsASize } from '../support/element-size.ts';

interface Row {
  readonly id: string;
  readonly name: string;
}

const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Name', width: '1fr', sortBy: 'name', render: (row) => row.name },
  { id: 'id', header: 'Id', width: '80px', align: 'end', render: (row) => row.id },
];
const rowAt = (index: number): Row => ({ id: `r${index}`, name: `Row ${index}` });

interface TableProps {
  readonly count?: number | undefined;
  readonly memoryKey?: string;
  readonly opened?: (row: Row) => void;
  readonly sorted?: (sort: Sort) => void;
  readonly loaded?: (index: number) => Row | undefined;
}

function Table({ opened, sorted, loaded = rowAt, memoryKey, ...props }: TableProps) {
  const count = 'count' in props ? props.count : 1000;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <>
      <output>{[...selected].join(' ')}</output>
      <DataTable<Row>
        label="Rows"
        columns={columns}
        count={count}
        rowAt={loaded}
        rowId={(row) => row.id}
        selected={selected}
        onSelect={setSelected}
        sort={{ by: 'name', direction: 'asc' }}
        footer={{ name: `${count} rows` }}
        empty={<p>Nothing here</p>}
        {...(memoryKey === undefined ? {} : { memoryKey })}
        {...(opened ? { onOpen: opened } : {})}
        {...(sorted ? { onSort: sorted } : {})}
      />
    </>
  );
}

const selection = (): string => screen.getByRole('status').textContent;
const activeRow = (): HTMLElement => {
  const id = screen.getByRole('grid').getAttribute('aria-activedescendant') ?? '';
  const row = document.getElementById(id);
  if (row === null) throw new Error('The active row is not drawn');
  return row;
};

describe('a table of a thousand rows', () => {
  giveElementsASize(800, 400);

  it('draws only the rows in sight and says how many there are', () => {
    render(<Table />);
    const grid = screen.getByRole('grid', { name: 'Rows' });
    expect(grid).toHaveAttribute('aria-rowcount', '1002');
    expect(within(grid).getByText('Row 0')).toBeVisible();
    expect(within(grid).queryByText('Row 500')).toBeNull();
    expect(within(grid).getAllByRole('row').length).toBeLessThan(40);
  });

  it('moves with arrows and letters, to the ends, and never beyond them', async () => {
    const user = userEvent.setup();
    render(<Table count={5} />);
    screen.getByRole('grid').focus();
    await user.keyboard('jj{ArrowDown}k');
    expect(activeRow()).toHaveTextContent('Row 2');
    await user.keyboard('{End}{ArrowDown}');
    expect(activeRow()).toHaveTextContent('Row 4');
    await user.keyboard('{Home}k');
    expect(activeRow()).toHaveTextContent('Row 0');
  });

  it('is one stop for Tab, whatever its rows link to', async () => {
    const user = userEvent.setup();
    const linked: readonly Column<Row>[] = [
      {
        id: 'name',
        header: 'Name',
        width: '1fr',
        render: (row) => <Link href={`#/${row.id}`}>{row.name}</Link>,
      },
    ];
    render(
      <>
        <DataTable<Row> label="Rows" columns={linked} count={1000} rowAt={rowAt} rowId={(row) => row.id} />
        <button type="button">Behind</button>
      </>,
    );
    await user.tab();
    expect(screen.getByRole('grid')).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('button', { name: 'Behind' })).toHaveFocus();
  });

  it('draws a row far away when the keys lead there', async () => {
    const user = userEvent.setup();
    render(<Table />);
    screen.getByRole('grid').focus();
    await user.keyboard('{End}');
    expect(activeRow()).toHaveTextContent('Row 999');
  });

  it('opens at the place where it was left, also where its rows come later', async () => {
    const user = userEvent.setup();
    const { unmount } = render(<Table memoryKey="place" />);
    screen.getByRole('grid').focus();
    await user.keyboard('{End}');
    unmount();
    const { rerender } = render(<Table memoryKey="place" count={undefined} />);
    expect(screen.queryByText('Row 0')).toBeNull();
    rerender(<Table memoryKey="place" />);
    expect(activeRow()).toHaveTextContent('Row 999');
    expect(screen.queryByText('Row 0')).toBeNull();
  });

  it('selects with Space, extends with Shift, and lets go with Escape', async () => {
    const user = userEvent.setup();
    render(<Table />);
    screen.getByRole('grid').focus();
    await user.keyboard(' ');
    expect(selection()).toBe('r0');
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(selection()).toBe('r0 r1 r2');
    expect(activeRow()).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('{Escape}');
    expect(selection()).toBe('');
  });

  it('opens with Enter and with a click, and selects with a click on the box', async () => {
    const user = userEvent.setup();
    const opened: string[] = [];
    render(<Table opened={(row) => opened.push(row.id)} />);
    screen.getByRole('grid').focus();
    await user.keyboard('{ArrowDown}{Enter}');
    await user.click(screen.getByText('Row 3'));
    expect(opened).toEqual(['r1', 'r3']);
    const row = screen.getByText('Row 5').closest('[role="row"]');
    const box = row?.querySelector('[data-part="check"]');
    if (!box) throw new Error('The row has no box');
    await user.click(box);
    expect(selection()).toBe('r5');
    expect(opened).toHaveLength(2);
  });

  it('asks for the other order by a click on the head', async () => {
    const user = userEvent.setup();
    const orders: Sort[] = [];
    render(<Table sorted={(sort) => orders.push(sort)} />);
    expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
    await user.click(screen.getByRole('button', { name: 'Name' }));
    expect(orders).toEqual([{ by: 'name', direction: 'desc' }]);
    expect(screen.getByRole('columnheader', { name: 'Id' })).not.toHaveAttribute('aria-sort');
  });

  it('opens nothing while a row is on its way', async () => {
    const user = userEvent.setup();
    const opened: string[] = [];
    render(<Table loaded={() => undefined} opened={(row) => opened.push(row.id)} />);
    screen.getByRole('grid').focus();
    await user.keyboard('{Enter} ');
    expect(opened).toEqual([]);
    expect(selection()).toBe('');
  });

  it('shows the empty state in place of rows', () => {
    render(<Table count={0} />);
    expect(screen.getByText('Nothing here')).toBeVisible();
    expect(screen.queryByRole('grid')).toBeNull();
  });
});
