// The document of a credit note, in the customer's language: pages for the screen, a PDF for the bookkeeper.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import type { DocumentData, LabelledValue, TotalRow } from '../../../shared/domain/document-data.ts';
import { documentDirection } from '../../../shared/text/document-words.ts';
import { safeFileName } from '../../documents/file-name.ts';
import type { UseContext } from '../context.ts';
import { buyerOf, type Letterhead, marksOfMode, sellerOf, textOrNull } from '../document-of.ts';
import { lineOf, taxLabel } from '../document-rows.ts';
import { type Voice, voiceOf } from '../document-voice.ts';
import { letterheadOf, pagesOf, type PreparedFile } from '../documents.ts';
import { type PrintedCreditNote, printedCreditNote } from './printed-credit-note.ts';

export async function creditNoteDocument(
  context: UseContext,
  { id }: ParsedInput<'creditNotes.document'>,
): Promise<CallOutput<'creditNotes.document'>> {
  return pagesOf(context, toDocument(printedCreditNote(context, id), letterheadOf(context)));
}

/** Refuses a credit note that Stripe has not issued. */
export function prepareCreditNotePdf(context: UseContext, id: string): PreparedFile {
  const printed = printedCreditNote(context, id);
  const document = toDocument(printed, letterheadOf(context));
  return {
    name: safeFileName(['Credit note', printed.number, printed.invoice.buyer.name], 'pdf'),
    mediaType: 'application/pdf',
    produce: () => context.documents.pdf(document),
  };
}

/** Pure. */
function toDocument(printed: PrintedCreditNote, { settings, logo, mode }: Letterhead): DocumentData {
  const { company, document } = settings;
  const language = printed.invoice.language ?? document.language;
  const voice = voiceOf(language, printed.currency);
  const { terms } = voice;
  const across = marksOfMode(mode, terms);
  return {
    kind: 'credit-note',
    words: terms,
    language,
    direction: documentDirection(language),
    pageSize: document.pageSize,
    accent: document.accent,
    logo,
    seller: sellerOf(settings, voice),
    buyer: buyerOf(printed.invoice, company.address.country, voice),
    title: terms.creditNote,
    facts: factsOf(printed, voice),
    lines: printed.lines.map((line) => lineOf(line, printed.currency, voice)),
    tables: [],
    totals: totalsOf(printed, voice),
    headline: {
      label: terms.amountCredited,
      value: voice.money(printed.isVoid ? 0 : printed.total),
      detail: null,
    },
    settlements: [],
    memo: textOrNull(printed.memo),
    footer: textOrNull(
      [document.footer, printed.invoice.reverseCharge ? terms.reverseCharge : '']
        .filter((text) => text !== '')
        .join('\n'),
    ),
    paymentLink: null,
    marks: printed.isVoid ? [...across, { kind: 'void', text: terms.void }] : across,
    issuedAt: `${printed.day}T00:00:00.000Z`,
    author: company.name,
  };
}

function factsOf(printed: PrintedCreditNote, { terms, day }: Voice): readonly LabelledValue[] {
  const { number } = printed.invoice;
  return [
    { label: terms.creditNoteNumber, value: printed.number },
    { label: terms.issueDate, value: day(printed.day) },
    ...(number === null ? [] : [{ label: terms.forInvoice, value: number }]),
  ];
}

/** The sum, and below it where the money went. */
function totalsOf(printed: PrintedCreditNote, voice: Voice): readonly TotalRow[] {
  const { terms, money } = voice;
  const row = (label: string, value: string, weight: TotalRow['weight'] = 'normal'): TotalRow => ({
    label,
    value,
    weight,
  });
  const unlessZero = (label: string, amount: number): readonly TotalRow[] =>
    amount === 0 ? [] : [row(label, money(amount))];
  return [
    ...(printed.discount > 0 || printed.taxes.length > 0
      ? [row(terms.subtotal, money(printed.subtotal))]
      : []),
    ...(printed.discount > 0 ? [row(terms.discount, `−${money(printed.discount)}`)] : []),
    ...(printed.taxes.length > 0 ? [row(terms.totalExcludingTax, money(printed.net))] : []),
    ...printed.taxes.map((tax) => row(taxLabel(tax, voice), money(tax.amount))),
    row(terms.total, money(printed.total), 'strong'),
    ...unlessZero(terms.deducted, printed.deducted),
    ...unlessZero(terms.refunded, printed.refunded),
    ...unlessZero(terms.toBalance, printed.toBalance),
    ...unlessZero(terms.settledOtherwise, printed.outside),
  ];
}
