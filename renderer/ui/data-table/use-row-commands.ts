// The keys of a table that act on its focused row, as commands of the screen.
import type { RefObject } from 'react';
import { useCommands } from '../commands.tsx';
import type { DataTableProps } from './types.ts';

/** They do nothing while the focus is elsewhere: nobody sees then which row is meant. */
export function useRowCommands<Row>(
  { rowCommands = [], rowAt }: Pick<DataTableProps<Row>, 'rowCommands' | 'rowAt'>,
  active: number,
  grid: RefObject<HTMLDivElement | null>,
): void {
  useCommands(
    rowCommands.map(({ id, title, shortcut, run }) => ({
      id,
      title,
      group: 'Focused row',
      shortcuts: [shortcut],
      isHidden: true,
      run: () => {
        const row = document.activeElement === grid.current ? rowAt(active) : undefined;
        if (row !== undefined) run(row);
      },
    })),
  );
}
