// Taxes of a period by rate and country: as they were invoiced, or as what they are part of was paid.
import { CHART } from '../../../shared/domain/books/accounts.ts';
import { shareOfPart, UNTAXED } from '../../../shared/domain/books/sales.ts';
import { revenueAccounts } from '../../store/account-settings.ts';
import { paidBefore, paidEntries, type PaidEntry } from '../../store/reports/paid.ts';
import { partialEntries, taxBases, taxesOf, taxesPosted } from '../../store/reports/sold.ts';
import { createPacer, monthsOf, type Period } from './portions.ts';
import type { ReportContext } from './report-context.ts';

export interface TaxSum {
  /** Stripe's id of the rate, empty where it names none, `UNTAXED` for what is without tax. */
  readonly rate: string;
  readonly country: string;
  readonly currency: string;
  taxable: number;
  tax: number;
}

const PAID = {
  receivables: CHART.receivables.number,
  openRefunds: CHART.openRefunds.number,
  outsideStripe: CHART.outsideStripe.number,
  customerCredit: CHART.customerCredit.number,
};

class TaxSums {
  readonly #sums = new Map<string, TaxSum>();

  add(
    rate: string,
    country: string | null,
    currency: string,
    amounts: { readonly taxable?: number; readonly tax?: number },
  ): void {
    const key = `${rate} ${country ?? ''} ${currency}`;
    const known = this.#sums.get(key) ?? { rate, country: country ?? '', currency, taxable: 0, tax: 0 };
    known.taxable += amounts.taxable ?? 0;
    known.tax += amounts.tax ?? 0;
    this.#sums.set(key, known);
  }

  /** What came to nothing is left out. */
  all(): readonly TaxSum[] {
    return [...this.#sums.values()].filter(({ taxable, tax }) => taxable !== 0 || tax !== 0);
  }
}

/** The tax is what was posted; together it is what moved on the account. What it was counted on say the documents. */
export async function invoicedTaxes(context: ReportContext, period: Period): Promise<readonly TaxSum[]> {
  const { db } = context;
  const revenue = revenueAccounts(db);
  const pacer = createPacer(context);
  const sums = new TaxSums();
  for (const span of monthsOf(context, period)) {
    for (const { rate, country, currency, tax } of taxesPosted(db, span, CHART.taxPayable.number))
      sums.add(rate, country, currency, { tax });
    for (const { rate, country, currency, taxable, count } of taxBases(db, span, revenue)) {
      sums.add(rate, country, currency, { taxable });
      await pacer.did(count);
    }
    for (const { document, net, country, currency, amount } of partialEntries(db, span, revenue)) {
      const taxes = document === null ? [{ rate: UNTAXED, taxable: -amount }] : taxesOf(db, document);
      for (const { rate, taxable } of taxes) {
        const part = document === null ? taxable : shareOfPart(taxable, net ?? 0, -amount);
        sums.add(rate, country, currency, { taxable: part });
      }
    }
  }
  return sums.all();
}

/** One payment, or one credit note after it, with what of each tax it is. */
export interface PaidTax {
  readonly entry: PaidEntry;
  readonly rate: string;
  readonly taxable: number;
  readonly tax: number;
}

export function paidTaxesOf({ db }: Pick<ReportContext, 'db'>, entry: PaidEntry): readonly PaidTax[] {
  const { document, amount } = entry;
  const total = entry.total ?? 0;
  if (document === null || total === 0) return [{ entry, rate: UNTAXED, taxable: amount, tax: 0 }];
  const isNote = entry.cause.startsWith('credit-note.');
  // What is paid whole needs no looking back.
  const before = isNote || amount === total ? 0 : paidBefore(db, entry, PAID.receivables);
  return taxesOf(db, document).map(({ rate, taxable, tax }) => ({
    entry,
    rate,
    taxable: shareOfPart(taxable, total, amount, before),
    tax: shareOfPart(tax, total, amount, before),
  }));
}

export async function* paidTaxes(context: ReportContext, period: Period): AsyncGenerator<PaidTax> {
  const pacer = createPacer(context);
  for (const span of monthsOf(context, period)) {
    const entries = paidEntries(context.db, span, PAID);
    for (const entry of entries) yield* paidTaxesOf(context, entry);
    await pacer.did(2 * entries.length);
  }
}

export async function taxesWhenPaid(context: ReportContext, period: Period): Promise<readonly TaxSum[]> {
  const sums = new TaxSums();
  for await (const { entry, rate, taxable, tax } of paidTaxes(context, period))
    sums.add(rate, entry.country, entry.currency, { taxable, tax });
  return sums.all();
}
