// What stands in the place of an answer that is not there: lines that wait for it, or why it does not come.
import type { UseQueryResult } from '@tanstack/react-query';
import type { CallFailure } from './client.ts';
import { describeError } from './error-text.ts';
import { ErrorState, SkeletonLines } from './ui/states.tsx';

/** How it stands with a call, whatever it answers. */
export type Asking = Pick<UseQueryResult<unknown, CallFailure>, 'error' | 'refetch'>;

export interface NoAnswerProps {
  readonly to: Asking;
  /** How many lines are expected. */
  readonly lines?: number;
}

export function NoAnswer({ to, lines = 6 }: NoAnswerProps) {
  if (to.error === null) return <SkeletonLines count={lines} />;
  return <ErrorState onRetry={() => void to.refetch()}>{describeError(to.error.error)}</ErrorState>;
}
