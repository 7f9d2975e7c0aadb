import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Stripe } from 'stripe';
import { payingCustomer, recurringPrice, subscribe, subscribeCharged } from './conformance/recurring.ts';
import { createSubject, DAY, HOUR, type Subject } from './conformance/subject.ts';

type Proration = 'none' | 'create_prorations' | 'always_invoice';
type Step =
  | { readonly kind: 'wait'; readonly hours: number }
  | { readonly kind: 'quantity'; readonly quantity: number; readonly proration: Proration }
  | { readonly kind: 'price'; readonly price: number; readonly proration: Proration }
  | { readonly kind: 'interval' | 'anchor' | 'add' | 'remove' | 'trial' }
  | { readonly kind: 'whole-pause'; readonly credits: boolean }
  | { readonly kind: 'resume'; readonly anew: boolean }
  | { readonly kind: 'collection'; readonly behavior: 'keep_as_draft' | 'mark_uncollectible' | 'void' | '' }
  | { readonly kind: 'end'; readonly inDays: number | null; readonly proration: Proration }
  | { readonly kind: 'period-end'; readonly ends: boolean };

const proration = fc.constantFrom<Proration>('none', 'create_prorations', 'always_invoice');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 900 }) }),
  },
  fc.record({ kind: fc.constant('quantity' as const), quantity: fc.integer({ min: 1, max: 9 }), proration }),
  fc.record({ kind: fc.constant('price' as const), price: fc.nat({ max: 2 }), proration }),
  fc.record({ kind: fc.constantFrom('interval', 'anchor', 'add', 'remove', 'trial') }),
  fc.record({ kind: fc.constant('whole-pause' as const), credits: fc.boolean() }),
  fc.record({ kind: fc.constant('resume' as const), anew: fc.boolean() }),
  fc.record({
    kind: fc.constant('collection' as const),
    behavior: fc.constantFrom('keep_as_draft', 'mark_uncollectible', 'void', ''),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('end' as const),
      inDays: fc.option(fc.integer({ min: 1, max: 80 }), { nil: null, freq: 2 }),
      proration,
    }),
  },
  fc.record({ kind: fc.constant('period-end' as const), ends: fc.boolean() }),
);

interface Scene extends Subject {
  readonly id: string;
  readonly prices: readonly string[];
  readonly yearly: string;
  readonly extra: string;
  /** Whether pausing gave back the unused time. Without that, Stripe bills it again when a new cycle begins. */
  readonly pause: { credited: boolean };
}

async function begin(sends: boolean): Promise<Scene> {
  const subject = createSubject();
  const { stripe } = subject;
  const prices = await Promise.all([10_000, 7777, 123_456].map((amount) => recurringPrice(stripe, amount)));
  const items = [{ price: prices[0] ?? '', quantity: 2 }];
  const sub = sends
    ? await subscribe(stripe, { items })
    : await subscribeCharged(stripe, await payingCustomer(stripe), { items });
  const yearly = await recurringPrice(stripe, 1_000_000, { interval: 'year' });
  const extra = await recurringPrice(stripe, 4321);
  return { ...subject, id: sub.id, prices, yearly, extra, pause: { credited: true } };
}

/** What a step asks of Stripe; waiting asks nothing. */
async function ask(scene: Scene, next: Step): Promise<unknown> {
  const { stripe, control, id, prices, yearly, extra, pause } = scene;
  const [item] = (await stripe.subscriptions.retrieve(id)).items.data;
  const [itemId, seconds] = [item?.id ?? '', Math.floor(control.now() / 1000)];
  const update = (params: Stripe.SubscriptionUpdateParams): Promise<unknown> =>
    stripe.subscriptions.update(id, params);
  switch (next.kind) {
    case 'wait':
      return control.advance({ ms: next.hours * HOUR });
    case 'quantity':
      return update({ items: [{ id: itemId, quantity: next.quantity }], proration_behavior: next.proration });
    case 'price': {
      // Another interval begins a new cycle; with `none` Stripe gives nothing back of the old one.
      const anew = item?.price.recurring?.interval === 'year' && next.proration === 'none';
      return update({
        items: [{ id: itemId, price: prices[next.price] ?? '' }],
        proration_behavior: anew ? 'create_prorations' : next.proration,
      });
    }
    case 'interval':
      return update({ items: [{ id: itemId, price: yearly }] });
    case 'anchor':
      return update({ billing_cycle_anchor: { type: 'now' } });
    case 'add':
      return update({ items: [{ price: extra }] });
    case 'remove':
      return stripe.subscriptionItems.del(itemId);
    case 'whole-pause':
      await stripe.subscriptions.pause(id, {
        bill_for: { unused_time_from: { type: next.credits ? 'now' : 'none' } },
      });
      pause.credited = next.credits;
      return undefined;
    case 'resume':
      return stripe.subscriptions.resume(id, {
        billing_cycle_anchor: { type: next.anew && pause.credited ? 'now' : 'unchanged' },
      });
    case 'trial':
      return update({ trial_end: seconds + 20 * 86_400 });
    case 'collection':
      return update({ pause_collection: next.behavior === '' ? '' : { behavior: next.behavior } });
    case 'end':
      return update({
        cancel_at: next.inDays === null ? '' : seconds + next.inDays * 86_400,
        proration_behavior: next.proration,
      });
    case 'period-end':
      return update({ cancel_at_period_end: next.ends });
  }
}

/** What Stripe refuses is part of the game; anything else is a fault of the simulator. */
async function take(scene: Scene, next: Step): Promise<void> {
  try {
    await ask(scene, next);
  } catch (error) {
    const refused = error instanceof Stripe.errors.StripeError && (error.statusCode ?? 500) < 500;
    if (!refused) throw error;
  }
}

interface Charge {
  readonly id: string;
  readonly item: string;
  readonly start: number;
  readonly end: number;
  readonly amount: number;
  readonly proration: boolean;
  /** Of a credit: the line or the pending item that it gives back. */
  readonly of: string | null;
}

function fromLine(line: Stripe.InvoiceLineItem): Charge {
  const details = line.parent?.subscription_item_details;
  const { start, end } = line.period;
  return {
    id: details?.invoice_item ?? line.id,
    item: details?.subscription_item ?? '',
    start,
    end,
    amount: line.amount - (line.discount_amounts ?? []).reduce((sum, each) => sum + each.amount, 0),
    proration: details?.proration ?? false,
    of: null,
  };
}

/** Everything that was charged or credited for the subscription's time, invoiced or still waiting. */
async function charges({ stripe, id }: Scene): Promise<readonly Charge[]> {
  const invoices = await stripe.invoices
    .list({ subscription: id, limit: 100 })
    .autoPagingToArray({ limit: 500 });
  const lines = invoices.flatMap((invoice) => invoice.lines.data);
  const itemOfLine = new Map(lines.map((line) => [line.id, fromLine(line).id]));
  const items = await stripe.invoiceItems.list({ limit: 100 }).autoPagingToArray({ limit: 500 });
  const prorations = items
    .filter((item) => item.parent?.subscription_details?.subscription === id)
    .map((item) => {
      const credited = item.proration_details?.credited_items;
      const line = credited?.invoice_line_item_details?.invoice_line_items[0] ?? '';
      return {
        id: item.id,
        item: item.parent?.subscription_details?.subscription_item ?? '',
        start: item.period.start,
        end: item.period.end,
        amount: item.amount,
        proration: true,
        of:
          credited === undefined || credited === null
            ? null
            : (credited.invoice_item ?? itemOfLine.get(line) ?? ''),
      };
    });
  return [...lines.map(fromLine).filter((line) => !line.proration && line.amount !== 0), ...prorations];
}

/** Periods that began by themselves and are on more than one invoice. */
async function billedTwice({ stripe, id }: Scene): Promise<readonly string[]> {
  const invoices = await stripe.invoices
    .list({ subscription: id, limit: 100 })
    .autoPagingToArray({ limit: 500 });
  const periods = invoices
    .filter((invoice) => invoice.billing_reason === 'subscription_cycle')
    .flatMap((invoice) => invoice.lines.data.map(fromLine))
    .filter((line) => !line.proration)
    .map(({ item, start }) => `${item} from ${start}`);
  return periods.filter((period, index) => periods.indexOf(period) !== index);
}

/** Moments at which the time of an item is not charged once or not at all, credits taken off. */
function chargedTwice(all: readonly Charge[]): readonly string[] {
  const steps = all.flatMap(({ start, end, amount }) => {
    const sign = amount < 0 ? -1 : 1;
    return [
      { at: start, by: sign },
      { at: end, by: -sign },
    ];
  });
  const moments = [...new Set(steps.map(({ at }) => at))].toSorted((a, b) => a - b);
  let covered = 0;
  return moments.flatMap((moment) => {
    for (const { at, by } of steps) if (at === moment) covered += by;
    return covered === 0 || covered === 1 ? [] : [`charged ${covered} times at ${moment}`];
  });
}

/** Charges of which another share was given back than of their time, to a unit for each credit. */
function wrongShares(all: readonly Charge[]): readonly string[] {
  return all
    .filter(({ amount }) => amount > 0)
    .flatMap((debit) => {
      const credits = all.filter(({ of }) => of === debit.id);
      const back = credits.reduce((sum, credit) => sum - credit.amount, 0);
      const time = credits.reduce((sum, credit) => sum + credit.end - credit.start, 0);
      const due = (debit.amount * time) / (debit.end - debit.start);
      const right = back <= debit.amount && Math.abs(back - due) <= credits.length;
      return right ? [] : [`${back} of ${debit.amount} given back instead of ${due}`];
    });
}

async function faults(scene: Scene): Promise<readonly string[]> {
  const all = await charges(scene);
  const items = [...new Set(all.map((each) => each.item))];
  return [
    ...(await billedTwice(scene)),
    ...items.flatMap((item) => chargedTwice(all.filter((each) => each.item === item))),
    ...wrongShares(all),
  ];
}

describe('whatever is done to a subscription', () => {
  test(
    'no time of an item is charged twice, no period is billed twice, and credits are exact shares',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.boolean(), fc.array(step, { maxLength: 25 }), async (sends, steps) => {
          const scene = await begin(sends);
          for (const next of steps) await take(scene, next);
          scene.control.advance({ ms: 70 * DAY });
          expect(await faults(scene)).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
  );

  test('a year passes the same in one move as in many', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 12 }),
        async (hours) => {
          const shown = async (moves: readonly number[]): Promise<string> => {
            const { stripe, control } = createSubject();
            await subscribe(stripe);
            await subscribeCharged(stripe, await payingCustomer(stripe, 'pm_success_de'));
            await subscribeCharged(stripe, await payingCustomer(stripe), { trial_period_days: 10 });
            for (const move of moves) control.advance({ ms: move * HOUR });
            const types = ['invoice', 'subscription', 'subscription_item', 'payout', 'charge'] as const;
            return JSON.stringify(types.map((type) => control.objects({ type })));
          };
          const whole = hours.reduce((sum, each) => sum + each, 0);
          expect((await shown(hours)) === (await shown([whole]))).toBe(true);
        },
      ),
      { numRuns: 10 },
    );
  });
});
