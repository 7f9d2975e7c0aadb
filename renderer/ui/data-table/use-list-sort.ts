// The order of a list by one of the names that its call knows; remembered while another screen is open.
import { useRemembered } from '../view-memory.ts';
import type { Sort } from './types.ts';

export interface ListSort<By extends string> extends Sort {
  readonly by: By;
}

/** `names` are all by which the list can be sorted; the table's own word for a column is refused unless it is one of them. */
export function useListSort<By extends string>(
  memoryKey: string,
  names: readonly By[],
  initial: ListSort<By>,
): readonly [sort: ListSort<By>, setSort: (sort: Sort) => void] {
  const [sort, keepSort] = useRemembered(memoryKey, initial);
  const setSort = ({ by, direction }: Sort): void => {
    const known = names.find((name) => name === by);
    if (known !== undefined) keepSort({ by: known, direction });
  };
  return [sort, setSort];
}
