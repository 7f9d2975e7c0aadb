// How long something is overdue, in the steps in which debts are looked at.
import { daysBetween } from '../dates.ts';

export const BUCKETS = ['current', 'to-30', 'to-60', 'to-90', 'over-90'] as const;
export type Bucket = (typeof BUCKETS)[number];

export const BUCKET_WORDS: Readonly<Record<Bucket, string>> = {
  current: 'Current',
  'to-30': '1–30 days',
  'to-60': '31–60 days',
  'to-90': '61–90 days',
  'over-90': 'Over 90 days',
};

/** Days overdue; zero and less while it is not. What has no due day is never overdue. */
export function daysOverdue(due: string | null, asOf: string): number {
  return due === null ? 0 : daysBetween(due, asOf);
}

/** The day on which something is due is not overdue yet. */
export function bucketOf(overdue: number): Bucket {
  if (overdue <= 0) return 'current';
  if (overdue <= 30) return 'to-30';
  if (overdue <= 60) return 'to-60';
  return overdue <= 90 ? 'to-90' : 'over-90';
}
