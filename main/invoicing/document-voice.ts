// How a document speaks: its words, and money and days as its language writes them.
import { formatDay } from '../../shared/domain/dates.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import { documentLocale, documentTerms, type DocumentTerms } from '../../shared/text/document-words.ts';

export interface Voice {
  readonly terms: DocumentTerms;
  /** BCP 47; always one that `Intl` takes. */
  readonly locale: string;
  /** Minor units of the document's currency. */
  readonly money: (amount: number) => string;
  readonly day: (day: string) => string;
}

export function voiceOf(language: string, currency: string): Voice {
  const locale = documentLocale(language).toString();
  return {
    terms: documentTerms(language),
    locale,
    money: (amount) => formatMoney(amount, currency, locale),
    day: (day) => formatDay(day, locale, 'long'),
  };
}
