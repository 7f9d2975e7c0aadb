// Long lists: the pages of rows that are in sight, asked for by position and kept while the list is open.
import { keepPreviousData, useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { CallInput, CallOutput } from '../shared/contract/calls.ts';
import { CallFailure } from './client.ts';
import { useConnection } from './data.ts';

/** The calls that answer one page of rows. */
export type ListName =
  | 'invoices.list'
  | 'customers.list'
  | 'payments.list'
  | 'payouts.list'
  | 'refunds.list'
  | 'items.list'
  | 'disputes.list'
  | 'creditNotes.list'
  | 'recurring.list'
  | 'bank.lines';
export type ListRow<Name extends ListName> = CallOutput<Name>['rows'][number];
export type ListInput<Name extends ListName> = Omit<CallInput<Name>, 'page'>;

export interface PagedRows<Row> {
  /** The row at a position, or undefined while its page is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** The table says which rows are in sight. */
  readonly onRange: (first: number, last: number) => void;
  readonly error: CallFailure | null;
  readonly retry: () => void;
}

const PAGE = 100;

interface PageOf<Row> {
  readonly rows: readonly Row[];
}

export function usePagedRows<Name extends ListName>(
  name: Name,
  input: ListInput<Name>,
): PagedRows<ListRow<Name>> {
  const { client } = useConnection();
  const queries = useQueryClient();
  const [range, setRange] = useState({ first: 0, last: 0 });
  const pages = Array.from({ length: range.last - range.first + 1 }, (_, index) => range.first + index);
  const keyOf = (page: number) => [name, input, page] as const;
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: keyOf(page),
      queryFn: async (): Promise<PageOf<ListRow<Name>>> => {
        const before = queries.getQueryData<PageOf<ListRow<Name>>>(keyOf(page - 1))?.rows.at(-1);
        const after = before === undefined ? {} : { after: before.cursor };
        // The list's own input and the page make the whole input; the compiler cannot put an omitted key back into a type parameter.
        const whole = {
          ...input,
          page: { offset: page * PAGE, limit: PAGE, ...after },
        } as unknown as CallInput<Name>;
        const result = await client(name, whole);
        if (!result.ok) throw new CallFailure(result.error);
        return result.value;
      },
      placeholderData: keepPreviousData,
      // Rows are read after rendering, by the table, so what was read while rendering does not tell what is needed.
      notifyOnChangeProps: 'all' as const,
    })),
  });
  const onRange = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / PAGE), last: Math.floor(Math.max(first, last) / PAGE) };
    setRange((now) => (now.first === next.first && now.last === next.last ? now : next));
  }, []);
  // Read here and not when a row is drawn: an answer that nobody has read from yet makes nothing render again.
  const loaded = answers.map((answer) => answer.data);
  const failure = answers.map((answer) => answer.error).find((error) => error instanceof CallFailure) ?? null;
  return {
    rowAt: (index) => loaded[Math.floor(index / PAGE) - range.first]?.rows[index % PAGE],
    onRange,
    error: failure,
    retry: () => answers.forEach((answer) => void answer.refetch()),
  };
}
