// Reads a whole list of Stripe's, page after page, before anything is done with it.
import type { Gateway, JsonObject, ListResource, ReadFailure, StripeObject } from '../stripe/request.ts';

export type WholeList =
  | {
      readonly ok: true;
      readonly data: readonly StripeObject[];
      /** Stripe's clock when the first page was answered, unix seconds. */
      readonly stripeTime: number | null;
    }
  | { readonly ok: false; readonly failure: ReadFailure };

export async function readAll(
  gateway: Gateway,
  resource: ListResource,
  params: JsonObject,
): Promise<WholeList> {
  const data: StripeObject[] = [];
  let stripeTime: number | null = null;
  for (;;) {
    const last = data.at(-1);
    const page = await gateway.list(resource, last ? { ...params, starting_after: last.id } : params);
    if (!page.ok) return page;
    if (!last) stripeTime = page.stripeTime;
    data.push(...page.value.data);
    if (!page.value.hasMore || page.value.data.length === 0) return { ok: true, data, stripeTime };
  }
}
