// Puts an invoice into the words and figures of a document, in the customer's language. Pure.
import type { Address } from '../../shared/contract/customers.ts';
import type { BooksMode } from '../../shared/contract/session.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import type { DocumentData, LabelledValue, PartyBlock } from '../../shared/domain/document-data.ts';
import { documentDirection, type DocumentTerms } from '../../shared/text/document-words.ts';
import { factsOf, lineOf, totalsOf } from './document-rows.ts';
import { type Voice, voiceOf } from './document-voice.ts';
import type { PrintedInvoice } from './printed-invoice.ts';

export interface Letterhead {
  readonly settings: Settings;
  readonly logo: DocumentData['logo'];
  readonly mode: BooksMode;
}

export function documentOf(
  kind: 'invoice' | 'receipt',
  printed: PrintedInvoice,
  head: Letterhead,
): DocumentData {
  const { company, document } = head.settings;
  const language = printed.language ?? document.language;
  const voice = voiceOf(language, printed.currency);
  const { terms } = voice;
  return {
    kind,
    words: terms,
    language,
    direction: documentDirection(language),
    pageSize: document.pageSize,
    accent: document.accent,
    logo: head.logo,
    seller: sellerOf(head.settings, voice),
    buyer: buyerOf(printed, company.address.country, voice),
    title: kind === 'receipt' ? terms.receipt : terms.invoice,
    facts: factsOf(kind, printed, voice),
    lines: printed.lines.map((line) => lineOf(line, printed.currency, voice)),
    tables: [],
    totals: totalsOf(printed, voice),
    headline: headlineOf(kind, printed, voice),
    settlements: kind === 'receipt' ? settlementsOf(printed, voice) : [],
    memo: textOrNull(printed.memo),
    footer: textOrNull(joined([printed.footer, printed.reverseCharge ? terms.reverseCharge : ''], '\n')),
    paymentLink:
      kind === 'invoice' && document.showPaymentLink && printed.paymentPage !== null
        ? { label: terms.payOnline, address: printed.paymentPage }
        : null,
    marks: marksOf(kind, printed, head.mode, terms),
    issuedAt: `${printed.issueDay}T00:00:00.000Z`,
    author: company.name,
  };
}

export function sellerOf({ company }: Settings, voice: Voice): PartyBlock {
  const contacts = [company.email, company.phone, company.website];
  return partyOf(company.name, company.address, contacts, company.taxIds, voice, null);
}

export function buyerOf(
  { buyer }: Pick<PrintedInvoice, 'buyer'>,
  homeCountry: string | null,
  voice: Voice,
): PartyBlock {
  return partyOf(buyer.name, buyer.address, [buyer.email], buyer.taxIds, voice, homeCountry);
}

function partyOf(
  name: string,
  address: Address | null,
  contacts: readonly string[],
  taxIds: readonly { readonly type: string; readonly value: string }[],
  { terms, locale }: Voice,
  homeCountry: string | null,
): PartyBlock {
  const country = address?.country ?? null;
  // A letter inside the country does not name it.
  const shown =
    country !== null && country !== homeCountry
      ? new Intl.DisplayNames([locale], { type: 'region' }).of(country)
      : undefined;
  const lines = address
    ? [
        address.line1,
        address.line2,
        [address.postalCode, address.city].filter(Boolean).join(' '),
        address.state,
        shown ?? '',
      ]
    : [];
  return {
    name,
    lines: [...lines, ...contacts].filter((line) => line.trim() !== ''),
    identifiers: taxIds.map(({ type, value }) => ({
      label: isVatNumber(type) ? terms.vatNumber : terms.taxId,
      value,
    })),
  };
}

/** By Stripe's name of the kind: `eu_vat`, `gb_vat`, `eu_oss_vat` and so on (docs.stripe.com/billing/customer/tax-ids). */
function isVatNumber(type: string): boolean {
  return type.endsWith('_vat');
}

function headlineOf(
  kind: 'invoice' | 'receipt',
  printed: PrintedInvoice,
  { terms, money, day }: Voice,
): DocumentData['headline'] {
  if (kind === 'receipt' || printed.status === 'paid') {
    const paidOn = printed.paidDay === null ? null : terms.paidOn.replace('{date}', day(printed.paidDay));
    return { label: terms.amountPaid, value: money(printed.amountPaid), detail: paidOn };
  }
  const due =
    printed.dueDay === null || printed.status === 'void'
      ? null
      : terms.dueOn.replace('{date}', day(printed.dueDay));
  return {
    label: terms.amountDue,
    value: money(printed.amountDue),
    detail: due,
  };
}

function settlementsOf(printed: PrintedInvoice, { terms, money, day }: Voice): readonly LabelledValue[] {
  return [
    ...printed.payments.map((payment) => ({
      label: [day(payment.day), payment.method === '' ? terms.payment : payment.method].join(' · '),
      value: money(payment.amount),
    })),
    ...printed.refunds.map((refund) => ({
      label: `${day(refund.day)} · ${terms.refund}`,
      value: `−${money(refund.amount)}`,
    })),
  ];
}

function marksOf(
  kind: 'invoice' | 'receipt',
  printed: PrintedInvoice,
  mode: BooksMode,
  terms: DocumentTerms,
): DocumentData['marks'] {
  const across = marksOfMode(mode, terms);
  if (printed.status === 'draft') return [...across, { kind: 'draft', text: terms.draft }];
  if (printed.status === 'void') return [...across, { kind: 'void', text: terms.void }];
  return kind === 'receipt' || printed.status === 'paid'
    ? [...across, { kind: 'paid', text: terms.paid }]
    : across;
}

/** What stands across every page of books that are not the real ones. */
export function marksOfMode(mode: BooksMode, terms: DocumentTerms): DocumentData['marks'] {
  if (mode === 'sample') return [{ kind: 'sample', text: terms.sample }];
  return mode === 'test' ? [{ kind: 'test', text: terms.test }] : [];
}

export function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

function joined(texts: readonly string[], separator: string): string {
  return texts.filter((text) => text !== '').join(separator);
}
