// What each invoice was owed at the end of a day, from the postings of the receivables account: their sum is the account's balance.
import { CHART } from '../../../shared/domain/books/accounts.ts';
import { endOfJournal } from '../../store/journal.ts';
import { invoiceByStripeId } from '../../store/reports/parties.ts';
import { caseSums, caseSumsOfSub, type CaseSum } from '../../store/reports/posted.ts';
import type { ReportContext } from './report-context.ts';

export interface OpenItem {
  /** Ours; null for what is posted without an invoice, such as an opening balance. */
  readonly invoiceId: string | null;
  readonly number: string;
  readonly customerStripeId: string;
  readonly customerName: string;
  readonly issued: string | null;
  /**
   * Null where Stripe has none, as of every invoice that it charges by itself (docs.stripe.com/api/invoices/object, `due_date`): Stripe
   * collects it, so the customer can be late with nothing, and it is past due neither there nor in any list here.
   */
  readonly due: string | null;
  readonly currency: string;
  /** Minor units, as the amount that is open; zero where the invoice is not known. */
  readonly total: number;
  readonly open: number;
}

/** Entries that are read at a time. */
const PORTION = 5_000;

/** `customer` is Stripe's id of one of them; null asks for all. Oldest due first within a customer is left to the reader. */
export async function openItems(
  context: ReportContext,
  day: string,
  customer: string | null,
): Promise<readonly OpenItem[]> {
  const { db } = context;
  const account = CHART.receivables.number;
  const end = endOfJournal(db).seq;
  if (customer !== null)
    return caseSumsOfSub(db, { account, sub: customer, until: end, day }).map((sum) => itemOf(context, sum));
  const sums = new Map<string, CaseSum>();
  for (let after = 0; after < end; after += PORTION) {
    const until = Math.min(after + PORTION, end);
    for (const sum of caseSums(db, { account, after, until, day })) add(sums, sum);
    if (until < end) await context.pause();
  }
  return [...sums.values()].map((sum) => itemOf(context, sum));
}

/** What has come to nothing is forgotten, so that only what is open stays in memory. */
function add(sums: Map<string, CaseSum>, sum: CaseSum): void {
  const key = `${sum.case_id} ${sum.sub} ${sum.currency}`;
  const whole = (sums.get(key)?.sum ?? 0) + sum.sum;
  if (whole === 0) sums.delete(key);
  else sums.set(key, { ...sum, sum: whole });
}

function itemOf({ db }: ReportContext, { case_id: caseId, sub, currency, sum }: CaseSum): OpenItem {
  const invoice = invoiceByStripeId(db, caseId);
  return {
    invoiceId: invoice?.id ?? null,
    number: invoice?.number ?? caseId,
    customerStripeId: sub,
    customerName: invoice?.customer_name ?? '',
    issued: invoice?.issue_day ?? null,
    due: invoice?.due_day ?? null,
    currency,
    total: invoice?.total ?? 0,
    open: sum,
  };
}

/** By the day on which they are due; what has none comes last, as in the lists of invoices, by the day of issue. */
export function oldestFirst(a: OpenItem, b: OpenItem): number {
  const [dueA, dueB] = [dueOrder(a), dueOrder(b)];
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  return a.number < b.number ? -1 : Number(a.number > b.number);
}

function dueOrder({ due, issued }: OpenItem): string {
  return due ?? `9999-12-31 ${issued ?? ''}`;
}
