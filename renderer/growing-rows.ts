// Lists whose length nobody knows beforehand: the newest rows first, older ones asked for as they come into sight.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CallInput, CallOutput } from '../shared/contract/calls.ts';
import { CallFailure } from './client.ts';
import { useConnection } from './data.ts';

/** The calls that answer rows and from where to go on. */
type GrowingName = 'requests.list' | 'events.list' | 'books.journal';
type GrowingInput<Name extends GrowingName> = Omit<CallInput<Name>, 'limit' | 'before'>;

type GrowingRow<Name extends GrowingName> = CallOutput<Name>['rows'][number];

interface Part<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

export interface GrowingRows<Row> {
  /** Undefined while the first are on their way. */
  readonly rows: readonly Row[] | undefined;
  readonly hasMore: boolean;
  readonly more: () => void;
  /** For a table: the rows that are in sight. */
  readonly onRange: (first: number, last: number) => void;
  readonly error: CallFailure | null;
  readonly retry: () => void;
}

const PAGE = 100;
const NEWEST: string | null = null;
/** Older rows are asked for when so few are left below. */
const NEAR_END = 20;

export function useGrowingRows<Name extends GrowingName>(
  name: Name,
  input: GrowingInput<Name>,
): GrowingRows<GrowingRow<Name>> {
  const { client } = useConnection();
  const query = useInfiniteQuery({
    queryKey: [name, input, 'growing'],
    queryFn: async ({ pageParam }: { pageParam: string | null }): Promise<Part<GrowingRow<Name>>> => {
      const before = pageParam === null ? {} : { before: pageParam };
      // The list's own input and the place make the whole input; the compiler cannot put an omitted key back into a type parameter.
      const whole = { ...input, ...before, limit: PAGE } as unknown as CallInput<Name>;
      const result = await client(name, whole);
      if (!result.ok) throw new CallFailure(result.error);
      return result.value;
    },
    initialPageParam: NEWEST,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const { data, hasNextPage, isFetching, fetchNextPage } = query;
  const rows = data?.pages.flatMap((page) => page.rows);
  const count = rows?.length ?? 0;
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const onRange = useCallback(
    (_first: number, last: number) => {
      if (last >= count - NEAR_END) more();
    },
    [count, more],
  );
  return {
    rows,
    hasMore: hasNextPage,
    more,
    onRange,
    error: query.error instanceof CallFailure ? query.error : null,
    retry: () => void query.refetch(),
  };
}
