// Statements of account for tests and pictures: several pages, two currencies, long names, right to left, and one of nothing.
import type { OpenItem } from '../../main/books/reports/receivables.ts';
import {
  type PrintedStatement,
  statementDocument,
} from '../../main/invoicing/statements/statement-document.ts';
import type { StatementFacts } from '../../main/invoicing/statements/statement-facts.ts';
import { readSettings } from '../../main/store/settings.ts';
import type { DocumentData } from '../../shared/domain/document-data.ts';
import { addDays } from '../../shared/domain/dates.ts';
import { memoryDb } from './memory-db.ts';
import { SAMPLE_LOGO } from './sample-document.ts';

const TODAY = '2026-11-23';
const ADDRESS = {
  line1: '41 Clerkenwell Road',
  line2: '3rd Floor',
  postalCode: 'EC1M 5RS',
  city: 'London',
  state: '',
  country: 'GB',
};
const BUYER: PrintedStatement['buyer'] = {
  name: 'Halden & Roe Architects LLP',
  email: 'ada@halden.example',
  address: ADDRESS,
  taxIds: [{ type: 'gb_vat', value: 'GB774192033' }],
};

function documentWith(changes: Pick<PrintedStatement, 'facts'> & Partial<PrintedStatement>): DocumentData {
  const settings = readSettings(memoryDb());
  const company = { ...settings.company, name: 'Northlight Studio Ltd', address: ADDRESS };
  const document = {
    ...settings.document,
    accent: '#0f766e',
    footer: 'Sort code 04-00-04 · Account 1234 5678',
  };
  return {
    ...statementDocument(
      { buyer: BUYER, language: 'en-GB', currency: 'gbp', ...changes },
      { settings: { ...settings, company, document }, logo: SAMPLE_LOGO, mode: 'live' },
      ({ case_id: number, cause }) => ({
        document: number,
        to: { kind: cause.startsWith('credit-note') ? 'credit-note' : 'invoice', id: number },
      }),
    ),
    // The same instant in all samples.
    issuedAt: `${TODAY}T09:30:00.000Z`,
  };
}

function item(index: number, currency: string): OpenItem {
  const issued = addDays('2026-08-01', index);
  const total = 50_000 + index * 12_345;
  return {
    invoiceId: `inv_${index}`,
    number: `NL-2026-${String(index).padStart(4, '0')}`,
    customerStripeId: 'cus_1',
    customerName: BUYER.name,
    issued,
    due: addDays(issued, 30),
    currency,
    total,
    open: index % 3 === 0 ? total - 20_000 : total,
  };
}

function openItems(...counts: readonly (readonly [currency: string, count: number])[]): StatementFacts {
  const currencies = counts.map(([currency, count]) => {
    const items = Array.from({ length: count }, (_unused, index) => item(index + 1, currency));
    return { currency, items, open: items.reduce((sum, { open }) => sum + open, 0) };
  });
  return { kind: 'open-items', day: TODAY, currencies };
}

const CAUSES = ['invoice.finalized', 'payment.applied', 'invoice.finalized', 'credit-note.issued'] as const;

/** Every second line settles the one before. */
function activity(currencies: readonly string[], count: number, factor = 1): StatementFacts {
  const accounts = currencies.map((currency) => {
    let balance = 120_000;
    const lines = Array.from({ length: count }, (_unused, index) => {
      const amount = (index % 2 === 0 ? 1 : -1) * (30_000 + Math.floor(index / 2) * 1_900) * factor;
      balance += amount;
      const cause = CAUSES[index % CAUSES.length] ?? CAUSES[0];
      const posted = {
        seq: index + 1,
        day: addDays('2026-08-01', index),
        case_id: `NL-2026-${String(Math.floor(index / 2) + 1).padStart(4, '0')}`,
        cause: `${cause}:in_${index}`,
        version: 1,
        sub: 'cus_1',
        currency,
        amount,
      };
      return { posted, givenBack: null, balance };
    });
    return { currency, opening: 120_000, lines, closing: balance, credit: 4_500 };
  });
  return { kind: 'activity', period: { from: '2026-08-01', to: TODAY, currency: null }, accounts };
}

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

export const STATEMENTS: Readonly<Record<string, DocumentData>> = {
  OPEN_ITEMS: documentWith({ facts: openItems(['gbp', 6]) }),
  OPEN_ITEMS_OF_PAGES: documentWith({ facts: openItems(['eur', 70], ['gbp', 40]), language: 'de-DE' }),
  ACTIVITY: documentWith({ facts: activity(['gbp'], 12) }),
  ACTIVITY_OF_PAGES: documentWith({ facts: activity(['eur', 'usd'], 60), language: 'fr-FR' }),
  HUGE_ACTIVITY: documentWith({
    facts: activity(['idr'], 6, 9_000_000),
    buyer: {
      ...BUYER,
      name: `The Honourable Society of ${LONG} International Holdings (Proprietary) Limited`,
    },
    currency: 'idr',
  }),
  ARABIC_ACTIVITY: documentWith({
    facts: activity(['sar', 'usd'], 10),
    buyer: { ...BUYER, name: 'شركة الأفق للتصميم والهندسة المعمارية المحدودة' },
    language: 'ar-SA',
    currency: 'sar',
  }),
  HEBREW_OPEN_ITEMS: documentWith({
    facts: openItems(['ils', 8]),
    buyer: { ...BUYER, name: 'סטודיו צפון בע״מ (Northlight Studio)' },
    language: 'he-IL',
    currency: 'ils',
  }),
  NOTHING_OPEN: documentWith({ facts: openItems(), language: 'ja-JP', currency: 'jpy' }),
};
