// The statement of account of a customer as a document: open items on a day, or the activity of a period, per currency.
import type { ReportParameters } from '../../../shared/contract/reports.ts';
import { formatDay } from '../../../shared/domain/dates.ts';
import type { DocumentData, LabelledValue } from '../../../shared/domain/document-data.ts';
import { documentDirection } from '../../../shared/text/document-words.ts';
import { aboutOf } from '../../books/reports/entry-about.ts';
import { refuseReversed } from '../../books/reports/refuse-reversed.ts';
import type { ReportContext } from '../../books/reports/report-context.ts';
import { safeFileName } from '../../documents/file-name.ts';
import { notFound } from '../../refusal.ts';
import { customerById } from '../../store/customers.ts';
import type { UseContext } from '../context.ts';
import { buyerOf, type Letterhead, marksOfMode, sellerOf, textOrNull } from '../document-of.ts';
import { type Voice, voiceOf } from '../document-voice.ts';
import { letterheadOf, type PreparedFile } from '../documents.ts';
import type { PrintedInvoice } from '../printed-invoice.ts';
import { type StatementFacts, statementFacts, type StatementKind } from './statement-facts.ts';
import { type AboutPosting, statementTables } from './statement-tables.ts';

export interface Statement {
  readonly kind: StatementKind;
  /** Ours. */
  readonly customer: string;
  readonly parameters: ReportParameters;
}

/** Refuses a customer that is not there, and a period that ends before it begins. */
export async function prepareStatement(
  context: UseContext,
  report: ReportContext,
  { kind, customer: id, parameters }: Statement,
): Promise<PreparedFile> {
  refuseReversed(kind, parameters);
  const customer = customerById(context.db, id);
  if (!customer) throw notFound('customer');
  const facts = await statementFacts(report, kind, customer.stripeId, parameters);
  const { name, email, address, taxIds, language } = customer.fields;
  const document = statementDocument(
    { facts, buyer: { name, email, address, taxIds }, language, currency: customer.currency },
    letterheadOf(context),
    (posted) => aboutOf(context.db, posted),
  );
  return {
    name: safeFileName(['Statement', name, lastDay(facts)], 'pdf'),
    mediaType: 'application/pdf',
    produce: () => context.documents.pdf(document),
  };
}

export interface PrintedStatement {
  readonly facts: StatementFacts;
  readonly buyer: PrintedInvoice['buyer'];
  /** BCP 47 of the customer, or null for the company's. */
  readonly language: string | null;
  /** Of the customer; null where none is known yet. */
  readonly currency: string | null;
}

/** Pure. */
export function statementDocument(
  { facts, buyer, language: own, currency }: PrintedStatement,
  { settings, logo, mode }: Letterhead,
  about: AboutPosting,
): DocumentData {
  const { company, document } = settings;
  const language = own ?? document.language;
  const voice = voiceOf(language, currency ?? settings.invoicing.defaultCurrency);
  const { terms } = voice;
  const tables = statementTables(facts, language, about);
  return {
    kind: 'statement',
    words: terms,
    language,
    direction: documentDirection(language),
    pageSize: document.pageSize,
    accent: document.accent,
    logo,
    seller: sellerOf(settings, voice),
    buyer: buyerOf({ buyer }, company.address.country, voice),
    title: terms.statement,
    facts: factsOf(facts, voice),
    lines: [],
    tables,
    totals: [],
    headline: {
      label: facts.kind === 'open-items' ? terms.amountDue : terms.balance,
      value: amountsOf(facts, language).join(' · ') || voice.money(0),
      detail: null,
    },
    settlements: [],
    memo: null,
    footer: textOrNull(document.footer),
    paymentLink: null,
    marks: marksOfMode(mode, terms),
    issuedAt: `${lastDay(facts)}T00:00:00.000Z`,
    author: company.name,
  };
}

function lastDay(facts: StatementFacts): string {
  return facts.kind === 'open-items' ? facts.day : (facts.period.to ?? '');
}

function factsOf(facts: StatementFacts, { terms, day, locale }: Voice): readonly LabelledValue[] {
  const from = facts.kind === 'activity' ? facts.period.from : null;
  const last = lastDay(facts);
  if (from === null) return [{ label: terms.date, value: day(last) }];
  // Two days stand in the place of one.
  return [{ label: terms.period, value: `${formatDay(from, locale)} – ${formatDay(last, locale)}` }];
}

function amountsOf(facts: StatementFacts, language: string): readonly string[] {
  const amounts =
    facts.kind === 'open-items'
      ? facts.currencies.map(({ currency, open }) => ({ currency, amount: open }))
      : facts.accounts.map(({ currency, closing }) => ({ currency, amount: closing }));
  return amounts.map(({ currency, amount }) => voiceOf(language, currency).money(amount));
}
