// When a subscription is to end: at a moment, or with its current period.
import { refuse } from '../../api/failure.ts';
import type { Subscription } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { itemsOf } from './items.ts';
import { naturalEnd } from './moved-end.ts';

export interface CancelMoment {
  /** Unix seconds; null to go on. */
  readonly at: number | null;
  readonly atPeriodEnd: boolean;
}

/** Undefined when nothing was said about the end. */
export function cancelMoment(
  world: World,
  subscription: Subscription,
  cancelAt: number | 'max_period_end' | 'min_period_end' | null | undefined,
  atPeriodEnd: boolean | undefined,
): CancelMoment | undefined {
  if (typeof cancelAt === 'number' && atPeriodEnd === true)
    throw refuse('You may only specify one of these parameters: cancel_at, cancel_at_period_end.', {
      code: 'parameters_exclusive',
      param: 'cancel_at',
    });
  if (typeof cancelAt === 'number' && cancelAt <= world.now())
    throw refuse('`cancel_at` must be a timestamp in the future.', { param: 'cancel_at' });
  if (typeof cancelAt === 'number') return { at: cancelAt, atPeriodEnd: false };
  const ends = itemsOf(world, subscription).map((item) => naturalEnd(world, subscription, item));
  if (cancelAt === 'min_period_end') return { at: Math.min(...ends), atPeriodEnd: false };
  if (cancelAt === 'max_period_end') return { at: Math.max(...ends), atPeriodEnd: false };
  if (atPeriodEnd === true) return { at: Math.min(...ends), atPeriodEnd: true };
  if (cancelAt === null || (atPeriodEnd === false && subscription.cancel_at_period_end))
    return { at: null, atPeriodEnd: false };
  return undefined;
}
