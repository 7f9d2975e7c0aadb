// A bank statement of the sample studio: one line that is suggested, and what a file would bring.
import type { BankLine, BankPreview } from '../../../shared/contract/bank.ts';
import type { Answers } from './fixture-bridge.ts';
import { NOW } from './sample-answers.ts';

const payout = { id: 'po_1', arrival: '2026-11-02', amount: 154_178, currency: 'eur', status: 'paid' };

export function bankLine(more: Partial<BankLine> = {}): BankLine {
  return {
    id: 'line_1',
    account: 'Giro',
    day: '2026-11-03',
    currency: 'eur',
    amount: 154_178,
    counterparty: 'Stripe Payments Europe',
    text: 'STRIPE PAYOUT',
    standing: 'suggested',
    payout,
    cursor: '',
    ...more,
  };
}

type Statement = BankPreview['statements'][number];

const statement: Statement = {
  account: 'Giro',
  currency: 'eur',
  opening: null,
  closing: null,
  unexplained: null,
  lines: 2,
  known: 0,
  pending: 0,
  repeated: 0,
  lookalikes: 0,
  first: [{ day: '2026-11-03', amount: 154_178, currency: 'eur', words: 'Stripe' }],
};

export const csvPreview: BankPreview = {
  format: 'csv',
  encoding: 'utf-8',
  statements: [statement],
  csv: {
    mapping: {
      delimiter: ';',
      firstRow: 1,
      date: 0,
      dateOrder: 'dmy',
      decimal: ',',
      amount: 2,
      debit: null,
      credit: null,
      direction: null,
      balance: 3,
      currencyColumn: null,
      id: null,
      texts: [1],
      currency: 'eur',
      account: 'Giro',
    },
    header: ['Buchungstag', 'Verwendungszweck', 'Betrag', 'Saldo'],
    rows: [['03.11.2026', 'Stripe', '1.541,78', '9,00']],
    unread: { count: 1, first: [{ row: 4, text: 'Endsaldo', reason: 'no-date' }] },
  },
};

export function bankPreview(more: Partial<Statement>): BankPreview {
  return { ...csvPreview, statements: [{ ...statement, ...more }] };
}

export const bankAnswers: Answers = {
  'bank.overview': () => ({
    statements: [
      {
        id: 'statement_1',
        fileName: 'november.csv',
        format: 'csv',
        account: 'Giro',
        currency: 'eur',
        opening: null,
        closing: null,
        unexplained: null,
        from: '2026-11-01',
        to: '2026-11-30',
        lines: 1,
        known: 0,
        leftOut: 0,
        importedAt: NOW,
      },
    ],
    counts: { review: 1, matched: 0, sure: 0, aside: 0, other: 0 },
    missing: { count: 0, first: [] },
  }),
  'bank.lines': () => ({ rows: [bankLine()] }),
  'bank.line': () => ({
    line: bankLine(),
    candidates: [payout, { ...payout, id: 'po_2', arrival: '2026-11-05' }],
  }),
  'bank.match': () => ({}),
  'bank.unmatch': () => ({}),
  'bank.reconsider': () => ({}),
  'bank.setAside': () => ({}),
  'bank.import': () => ({ added: 2, known: 0, matched: 1 }),
};
