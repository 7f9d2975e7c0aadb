// What keeps a recurring invoice from being made or changed, before anything is queued. Pure; the program and the page judge alike.
import type { Every } from '../contract/catalogue.ts';
import type { RecurringContent, RecurringFields } from '../contract/recurring.ts';
import { priceProblem } from './prices.ts';

export interface PriceFacts {
  readonly itemId: string | null;
  readonly currency: string;
  readonly every: Every | null;
  readonly active: boolean;
  /** Null where Stripe works it out by tiers. */
  readonly unitAmountDecimal: string | null;
}

export interface RecurringFacts {
  /** Null when it is not there. */
  readonly customer: { readonly email: string; readonly archived: boolean } | null;
  readonly price: (id: string) => PriceFacts | null;
  readonly hasItem: (id: string) => boolean;
  readonly taxRate: (id: string) => { readonly active: boolean } | null;
  readonly coupon: (id: string) => { readonly currency: string | null; readonly active: boolean } | null;
  /** Ways to pay that the customer has saved; each with why it cannot be charged. */
  readonly methods: readonly {
    readonly id: string;
    readonly isDefault: boolean;
    readonly refusal: string | null;
  }[];
  /** What it has already stays, even where it could not be chosen anew. */
  readonly before: RecurringContent | null;
}

export interface RecurringProblem {
  /** As in the fields, such as `lines.2.unitAmountDecimal`. */
  readonly path: string;
  readonly message: string;
}

type Terms = RecurringContent & Pick<RecurringFields, 'currency' | 'every'>;

export function recurringProblems(terms: Terms, facts: RecurringFacts): readonly RecurringProblem[] {
  return [
    ...customerProblems(terms, facts),
    ...(terms.lines.length === 0
      ? [{ path: 'lines', message: 'A recurring invoice needs at least one item.' }]
      : []),
    ...terms.lines.flatMap((_line, index) => lineProblems(terms, index, facts)),
    ...couponProblems(terms, facts),
    ...collectionProblems(terms, facts),
  ];
}

function customerProblems({ collection }: Terms, { customer }: RecurringFacts): readonly RecurringProblem[] {
  if (!customer) return [{ path: 'customerId', message: 'Choose a customer.' }];
  if (customer.archived) return [{ path: 'customerId', message: 'This customer is archived.' }];
  return collection.kind === 'send' && customer.email === ''
    ? [
        {
          path: 'customerId',
          message: 'Stripe sends the invoices by e-mail, and this customer has no address.',
        },
      ]
    : [];
}

function lineProblems(terms: Terms, index: number, facts: RecurringFacts): readonly RecurringProblem[] {
  const line = terms.lines[index];
  if (!line || isAsBefore(line, facts.before)) return [];
  const at = (field: string, message: string): RecurringProblem => ({
    path: `lines.${index}.${field}`,
    message,
  });
  const problems: RecurringProblem[] = [];
  if (line.description.trim() === '') problems.push(at('description', 'Say what is billed.'));
  if (line.itemId !== null && !facts.hasItem(line.itemId))
    problems.push(at('description', 'This item is archived or gone. Choose another.'));
  problems.push(
    ...(line.priceId === null
      ? freePriceProblems(terms, index)
      : priceProblems(terms, index, line.priceId, facts)),
  );
  for (const id of line.taxRateIds)
    if (facts.taxRate(id)?.active !== true)
      problems.push(at('taxRateIds', 'This tax rate is archived or gone. Choose another.'));
  return problems;
}

/** Stripe keeps billing what has been archived since. */
function isAsBefore(line: RecurringContent['lines'][number], before: RecurringContent | null): boolean {
  const same = before?.lines.find(({ id }) => id === line.id);
  return same !== undefined && JSON.stringify(termsOf(same)) === JSON.stringify(termsOf(line));
}

/** What Stripe is told of a line but for how many. Of a price, its item may have arrived after the form was opened. */
function termsOf(line: RecurringContent['lines'][number]): object {
  const how = { ...line, quantity: 0 };
  return line.priceId === null ? how : { ...how, description: '', itemId: null };
}

const WHOLE = /^\d{1,12}$/;

function freePriceProblems({ currency, every, lines }: Terms, index: number): readonly RecurringProblem[] {
  const path = `lines.${index}.unitAmountDecimal`;
  const amount = lines[index]?.unitAmountDecimal ?? '';
  if (!WHOLE.test(amount))
    return [
      {
        path,
        message: amount.startsWith('-')
          ? 'A price is zero or more. A deduction is made by a coupon.'
          : `The price has more digits than ${currency.toUpperCase()} has.`,
      },
    ];
  const problem = priceProblem({ currency, unitAmount: Number(amount), every });
  return problem ? [{ path: problem.path === 'every' ? 'every' : path, message: problem.message }] : [];
}

function priceProblems(
  { currency, every }: Terms,
  index: number,
  priceId: string,
  { price: priceOf }: RecurringFacts,
): readonly RecurringProblem[] {
  const problem = (message: string): readonly RecurringProblem[] => [
    { path: `lines.${index}.priceId`, message },
  ];
  const price = priceOf(priceId);
  if (!price?.active) return problem('This price is archived or gone. Choose another.');
  if (price.unitAmountDecimal === null)
    return problem('Stripe works this price out by tiers; that is set up in its dashboard.');
  if (price.currency !== currency)
    return problem(
      `This price is in ${price.currency.toUpperCase()}, the recurring invoice in ${currency.toUpperCase()}.`,
    );
  if (price.every === null) return problem('This price is paid once. Choose one that recurs.');
  return price.every.interval === every.interval && price.every.count === every.count
    ? []
    : problem('All items of a recurring invoice are billed in the same rhythm, and this price has another.');
}

function couponProblems({ couponId, currency }: Terms, facts: RecurringFacts): readonly RecurringProblem[] {
  if (couponId === null || couponId === facts.before?.couponId) return [];
  const coupon = facts.coupon(couponId);
  if (!coupon?.active) return [{ path: 'couponId', message: 'This coupon cannot be given any more.' }];
  return coupon.currency === null || coupon.currency === currency
    ? []
    : [
        {
          path: 'couponId',
          message: `This coupon takes off ${coupon.currency.toUpperCase()}, and the recurring invoice is in ${currency.toUpperCase()}.`,
        },
      ];
}

function collectionProblems(
  { collection }: Terms,
  { methods, before }: RecurringFacts,
): readonly RecurringProblem[] {
  if (collection.kind !== 'charge') return [];
  const problem = (message: string): readonly RecurringProblem[] => [
    { path: 'collection.methodId', message },
  ];
  if (collection.methodId === null) {
    if (before?.collection.kind === 'charge' && before.collection.methodId === null) return [];
    return methods.some(({ isDefault, refusal }) => isDefault && refusal === null)
      ? []
      : problem('Nothing can be charged by itself: the customer has saved no way to pay.');
  }
  const method = methods.find(({ id }) => id === collection.methodId);
  if (!method) return problem('The customer has not saved this card or account any more.');
  return method.refusal === null ? [] : problem(method.refusal);
}
