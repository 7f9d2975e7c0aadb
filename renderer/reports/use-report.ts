// A report in portions: the first lines at once, more of them when they are asked for.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { CallOutput } from '../../shared/contract/calls.ts';
import type { ReportId } from '../../shared/domain/reports/catalogue.ts';
import { CallFailure } from '../client.ts';
import { useConnection } from '../data.ts';
import type { Parameters } from './report-parameters.ts';

type Portion = CallOutput<'reports.run'>;

export interface Report extends Omit<Portion, 'hasMore'> {
  readonly hasMore: boolean;
  readonly more: () => void;
  readonly isMoreComing: boolean;
  /** The lines are those of what was asked for before. */
  readonly isOld: boolean;
}

export interface ReportState {
  /** Undefined while the first lines are on their way. */
  readonly report: Report | undefined;
  readonly error: CallFailure | null;
  readonly retry: () => void;
}

const PAGE = 400;

export function useReport(id: ReportId, parameters: Parameters, isAsked: boolean): ReportState {
  const { client } = useConnection();
  const query = useInfiniteQuery({
    queryKey: ['reports.run', { id, parameters }],
    queryFn: async ({ pageParam }: { pageParam: number }): Promise<Portion> => {
      const result = await client('reports.run', { id, parameters, offset: pageParam, limit: PAGE });
      if (!result.ok) throw new CallFailure(result.error);
      return result.value;
    },
    initialPageParam: 0,
    getNextPageParam: ({ hasMore }, pages) => (hasMore ? pages.length * PAGE : null),
    placeholderData: keepPreviousData,
    enabled: isAsked,
  });
  const { data, fetchNextPage } = query;
  const first = data?.pages[0];
  return {
    report: first && {
      ...first,
      lines: data.pages.flatMap(({ lines }) => lines),
      hasMore: query.hasNextPage,
      more: () => void fetchNextPage(),
      isMoreComing: query.isFetchingNextPage,
      isOld: query.isPlaceholderData,
    },
    error: query.error instanceof CallFailure ? query.error : null,
    retry: () => void query.refetch(),
  };
}
