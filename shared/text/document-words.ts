// The words printed on documents, by language: the customer reads them, so they follow the customer's language and not the program's.
import type { DocumentWords } from '../domain/document-data.ts';
import type { DocumentLanguage } from '../domain/document-languages.ts';
import { ARABIC } from './document-words/ar.ts';
import { GERMAN } from './document-words/de.ts';
import { GREEK } from './document-words/el.ts';
import { ENGLISH } from './document-words/en.ts';
import { SPANISH } from './document-words/es.ts';
import { FRENCH } from './document-words/fr.ts';
import { HEBREW } from './document-words/he.ts';
import { ITALIAN } from './document-words/it.ts';
import { JAPANESE } from './document-words/ja.ts';
import { KOREAN } from './document-words/ko.ts';
import { DUTCH } from './document-words/nl.ts';
import { POLISH } from './document-words/pl.ts';
import { PORTUGUESE } from './document-words/pt.ts';
import { RUSSIAN } from './document-words/ru.ts';
import { UKRAINIAN } from './document-words/uk.ts';
import { CHINESE_SIMPLIFIED } from './document-words/zh-hans.ts';
import { CHINESE_TRADITIONAL } from './document-words/zh-hant.ts';

/** Words for every part of a document. Those with braces have placeholders, all of which every language uses. */
export interface DocumentTerms extends DocumentWords {
  readonly invoice: string;
  readonly receipt: string;
  readonly creditNote: string;
  readonly statement: string;

  readonly invoiceNumber: string;
  readonly receiptNumber: string;
  readonly creditNoteNumber: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly paidDate: string;
  readonly servicePeriod: string;
  readonly purchaseOrder: string;
  /** Names the invoice that a credit note or a receipt belongs to. */
  readonly forInvoice: string;
  readonly paymentMethod: string;

  readonly amountDue: string;
  readonly amountPaid: string;
  readonly amountCredited: string;
  /** With `{date}`. */
  readonly dueOn: string;
  /** With `{date}`. */
  readonly paidOn: string;

  readonly subtotal: string;
  readonly discount: string;
  readonly shipping: string;
  readonly totalExcludingTax: string;
  /** With `{tax}`, such as "VAT 20%", and `{amount}`, on which it is due. */
  readonly taxOn: string;
  /** With `{tax}`: a tax that the prices include. */
  readonly taxIncluded: string;
  readonly total: string;
  readonly appliedBalance: string;
  readonly credited: string;
  readonly refunded: string;
  /** Where the money of a credit note went: off the invoice, to the customer's balance, or settled in another way. */
  readonly deducted: string;
  readonly toBalance: string;
  readonly settledOtherwise: string;

  readonly taxId: string;
  /** Of a tax number that is one of value added tax, which in many countries is another number. */
  readonly vatNumber: string;
  readonly reverseCharge: string;
  readonly payment: string;
  readonly refund: string;

  /** Heads and rows of a statement of account. */
  readonly date: string;
  readonly period: string;
  readonly charged: string;
  /** Paid, credited, or given up. */
  readonly settled: string;
  readonly balance: string;
  readonly openingBalance: string;
  readonly writtenOff: string;
  /** Of the customer, and not used yet. */
  readonly creditKept: string;

  /** Marks: a stamp, or a word across the page. */
  readonly paid: string;
  readonly void: string;
  readonly test: string;
  readonly draft: string;
  readonly sample: string;
}

const BY_LANGUAGE: Readonly<Record<DocumentLanguage, DocumentTerms>> = {
  ar: ARABIC,
  de: GERMAN,
  el: GREEK,
  en: ENGLISH,
  es: SPANISH,
  fr: FRENCH,
  he: HEBREW,
  it: ITALIAN,
  ja: JAPANESE,
  ko: KOREAN,
  nl: DUTCH,
  pl: POLISH,
  pt: PORTUGUESE,
  ru: RUSSIAN,
  uk: UKRAINIAN,
  'zh-Hans': CHINESE_SIMPLIFIED,
  'zh-Hant': CHINESE_TRADITIONAL,
};

/** Looked up by what a customer's record says. */
const BY_TAG: Readonly<Record<string, DocumentTerms | undefined>> = BY_LANGUAGE;

/** The words for a BCP 47 tag such as `de-AT` or `zh-TW`; English for a language not among ours. */
export function documentTerms(language: string): DocumentTerms {
  return termsOf(documentLocale(language)) ?? ENGLISH;
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'he']);

/** Direction of the page in the language that `documentTerms` answers with. */
export function documentDirection(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(documentLocale(language).language) ? 'rtl' : 'ltr';
}

const LANGUAGE_TAG = /^([a-z]{2,3})(-[a-z]{4})?(-(?:[a-z]{2}|[0-9]{3}))?(?:-|$)/i;

/** English as it is written where it is nobody's own. */
const WORLD_ENGLISH = 'en-001';

/**
 * How a document in a language writes money, days and names of countries: language, script and region of its tag, and nothing else of it.
 * A document whose language is not among ours is in English as a whole, and so is one of what is no tag: a customer's record at Stripe
 * may hold anything.
 */
export function documentLocale(language: string): Intl.Locale {
  const [, base = 'en', script = '', region = ''] = LANGUAGE_TAG.exec(language) ?? [];
  const locale = new Intl.Locale(`${base}${script}${region}`);
  return termsOf(locale) ? locale : new Intl.Locale(WORLD_ENGLISH);
}

/** Undefined for a language not among ours. */
function termsOf(locale: Intl.Locale): DocumentTerms | undefined {
  const { language: base, script } = locale.maximize();
  return BY_TAG[`${base}-${script ?? ''}`] ?? BY_TAG[base];
}
