// Keeps Stripe's clock as last seen, so that ages are never judged by this computer's.
import type { Gateway } from '../stripe/request.ts';
import type { Db } from '../store/database.ts';

/** How far back to assume when Stripe's clock has never been seen: enough for any wrong clock of a desktop. */
const BLIND_SECONDS = 3 * 86_400;

export interface StripeTime {
  /** Unix seconds at or before Stripe's present; `localNow` serves when Stripe has never answered. */
  floor(localNow: number): number;
  /** The same gateway, its answers' times noted. */
  watch(gateway: Gateway): Gateway;
}

export function createStripeTime(db: Db): StripeTime {
  // Events carry Stripe's own time and survive a restart; an older time than the true one is always safe.
  let seen: number | null = null;
  const lastEvent = (): number | null =>
    db.get<{ at: number | null }>('SELECT max(created) AS at FROM event')?.at ?? null;
  const note = <Answer extends object>(answer: Answer): Answer => {
    if ('stripeTime' in answer && typeof answer.stripeTime === 'number') seen = answer.stripeTime;
    return answer;
  };
  return {
    floor: (localNow) => (seen ??= lastEvent()) ?? localNow - BLIND_SECONDS,
    watch: (gateway) => ({
      write: async (...request) => note(await gateway.write(...request)),
      get: async (object, id) => note(await gateway.get(object, id)),
      list: async (resource, params) => note(await gateway.list(resource, params)),
      preview: async (params) => note(await gateway.preview(params)),
      previewCreditNote: async (params) => note(await gateway.previewCreditNote(params)),
      account: async () => note(await gateway.account()),
      balance: async () => note(await gateway.balance()),
    }),
  };
}
