// Turns a document into what the template reads: text cleaned for paper, and every decision that is not about layout already taken.
import type {
  DocumentData,
  DocumentLine,
  DocumentTable,
  LabelledValue,
  PartyBlock,
} from '../../shared/domain/document-data.ts';
import { documentLocale } from '../../shared/text/document-words.ts';
import { FONT_FILES, fontGroupsFor } from './fonts.ts';
import type { FontGroup } from './fonts.ts';
import { DocumentError } from './document-error.ts';
import { readableOn } from './contrast.ts';
import { plainText, printable, printableFigure, printableLines } from './printable-text.ts';

export interface TemplateInput {
  /** What the template reads as `/document.json`. */
  readonly json: string;
  readonly fontGroups: readonly FontGroup[];
  /** Text of the code that leads to the payment page. */
  readonly paymentAddress: string | null;
}

/** Names of the pictures the template may ask for. */
export const PAYMENT_CODE = '/payment-code.svg';
const LOGO_NAMES = {
  'image/png': '/logo.png',
  'image/jpeg': '/logo.jpg',
  'image/svg+xml': '/logo.svg',
} as const;

export function logoName(logo: NonNullable<DocumentData['logo']>): string {
  return LOGO_NAMES[logo.mediaType];
}

export function templateInput(document: DocumentData): TemplateInput {
  const content = contentOf(document);
  const groups = fontGroupsFor(JSON.stringify(content), document.language);
  const families = groups.map((group) => FONT_FILES.find((font) => font.group === group)?.family);
  return {
    json: JSON.stringify({ ...content, fonts: families }),
    fontGroups: groups,
    paymentAddress: content.paymentLink?.address ?? null,
  };
}

function contentOf(document: DocumentData) {
  const paymentLink = paymentLinkOf(document);
  const memo = document.memo === null || document.memo.trim() === '' ? null : printableLines(document.memo);
  return {
    ...pageOf(document),
    words: printableWords(document),
    logo: document.logo === null ? null : logoName(document.logo),
    sellerName: plainText(document.seller.name),
    seller: party(document.seller),
    buyer: party(document.buyer),
    title: printable(document.title),
    facts: document.facts.map(labelled),
    factColumns: factColumns(document.facts.length),
    columns: columnsOf(document.lines),
    lines: document.lines.map(line),
    tables: document.tables.map(tableOf),
    totals: document.totals.map((row) => ({ ...figured(row), weight: row.weight })),
    headline: { ...figured(document.headline), detail: optional(document.headline.detail) },
    settlements: document.settlements.map(figured),
    memo,
    memoBeside: memo !== null && memo.join('\n').length <= 360 && memo.length <= 8,
    footer:
      document.footer === null || document.footer.trim() === '' ? null : printableLines(document.footer),
    paymentLink,
    paymentCode: paymentLink === null ? null : PAYMENT_CODE,
    ...marksOf(document),
  };
}

/** A part of the world may be a region, too. */
const COUNTRY = /^[A-Z]{2}$/;

function pageOf(document: DocumentData) {
  const locale = documentLocale(document.language);
  const { region = '' } = locale;
  const instant = new Date(document.issuedAt);
  return {
    direction: document.direction,
    paper: document.pageSize === 'letter' ? 'us-letter' : 'a4',
    lang: locale.language,
    region: COUNTRY.test(region) ? region : null,
    accent: document.accent,
    onAccent: readableOn(document.accent),
    author: plainText(document.author),
    documentTitle: [document.title, document.facts[0]?.value ?? ''].map(plainText).join(' ').trim(),
    runningFoot: [document.seller.name, document.title, document.facts[0]?.value ?? '']
      .map(printable)
      .filter((part) => part !== '')
      .join(' · '),
    issuedAt: {
      year: instant.getUTCFullYear(),
      month: instant.getUTCMonth() + 1,
      day: instant.getUTCDate(),
      hour: instant.getUTCHours(),
      minute: instant.getUTCMinutes(),
      second: instant.getUTCSeconds(),
    },
  };
}

/** Only web pages can be linked; anything else is a mistake upstream and must not reach paper. */
function paymentLinkOf(document: DocumentData): { readonly label: string; readonly address: string } | null {
  if (document.paymentLink === null) return null;
  const address = URL.parse(document.paymentLink.address);
  if (address?.protocol !== 'https:') {
    throw new DocumentError('the payment link of a document must be an https address');
  }
  return { label: printable(document.paymentLink.label), address: address.href };
}

function columnsOf(lines: readonly DocumentLine[]): readonly string[] {
  const optionalColumns = (['quantity', 'unitPrice', 'tax'] as const).filter((key) =>
    lines.some((row) => row[key].trim() !== ''),
  );
  return ['description', ...optionalColumns, 'amount'];
}

/** Three or four beside one another, whichever leaves fewer places empty. */
function factColumns(count: number): 3 | 4 {
  return count === 3 || (count > 4 && count % 3 !== 1 && count % 4 !== 0) ? 3 : 4;
}

function marksOf(document: DocumentData) {
  // Capitals by the rules of the language: Greek ones, for example, lose their accents.
  const locale = documentLocale(document.language).toString();
  const marks = document.marks.map(({ kind, text }) => ({
    kind,
    text: printable(text).toLocaleUpperCase(locale),
  }));
  const stamps = marks.filter((mark) => mark.kind === 'paid' || mark.kind === 'void');
  const across = marks.filter((mark) => !stamps.includes(mark)).map((mark) => mark.text);
  return { stamps, across: across.length === 0 ? null : across.join(' · ') };
}

function line(row: DocumentLine) {
  const description = printable(row.description);
  const note = optional(row.note);
  return {
    description,
    note,
    quantity: printableFigure(row.quantity),
    unitPrice: printableFigure(row.unitPrice),
    tax: printable(row.tax),
    amount: printableFigure(row.amount),
    breakable: description.length + (note?.length ?? 0) > 700,
  };
}

function tableOf({ title, columns, rows, totals }: DocumentTable) {
  return {
    title: optional(title),
    columns: columns.map(({ head, kind }) => ({ head: printable(head), kind })),
    rows: rows.map((cells) =>
      cells.map((cell, index) => (columns[index]?.kind === 'text' ? printable(cell) : printableFigure(cell))),
    ),
    totals: totals.map((row) => ({ ...figured(row), weight: row.weight })),
  };
}

function party(block: PartyBlock) {
  return {
    name: printable(block.name),
    lines: block.lines.map(printable).filter((text) => text !== ''),
    identifiers: block.identifiers.map(labelled),
  };
}

function labelled(pair: LabelledValue) {
  return { label: printable(pair.label), value: printable(pair.value) };
}

function figured(pair: LabelledValue) {
  return { label: printable(pair.label), value: printableFigure(pair.value) };
}

function optional(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : printable(text);
}

function printableWords(document: DocumentData) {
  const { words } = document;
  return {
    from: printable(words.from),
    billTo: printable(words.billTo),
    description: printable(words.description),
    quantity: printable(words.quantity),
    unitPrice: printable(words.unitPrice),
    tax: printable(words.tax),
    amount: printable(words.amount),
    pageOf: printable(words.pageOf),
    payments: printable(words.payments),
  };
}
