// The journal of a period as one of the accountants' programs takes it: what cannot be written rightly is refused with the reason.
import type { ParsedInput } from '../../shared/contract/calls.ts';
import { minorDigits } from '../../shared/domain/money.ts';
import { type Chart, readChart } from '../books/chart.ts';
import { invalidInput, wrongState } from '../refusal.ts';
import type { Db } from '../store/database.ts';
import { datevLines } from './datev.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { quickbooksLines } from './quickbooks.ts';
import { textParts } from './text-parts.ts';
import { windows1252 } from './windows-1252.ts';
import { xeroLines } from './xero.ts';

type Wanted = Omit<ParsedInput<'books.exportTo'>, 'commandId'>;

export interface AccountantFile {
  /** The parts of its name. */
  readonly name: readonly string[];
  readonly parts: AsyncIterable<Uint8Array>;
}

export interface FileContext {
  readonly db: Db;
  /** Unix seconds. */
  readonly now: number;
  /** The company's; two capital letters. */
  readonly country: string | null;
}

export function accountantFile({ db, now, country }: FileContext, wanted: Wanted): AccountantFile {
  const { program, from, to, currency } = wanted;
  if (to < from) throw invalidInput('to', 'the last day is before the first');
  const chart = readChart(db);
  const entries = ledgerEntries(db, { from, to, currency }, { chart, program });
  const period = `${from} ${to}`;
  switch (program) {
    case 'datev': {
      const { consultant, client } = datevNumbers(wanted);
      refuseForDatev(wanted);
      const accountLength = lengthOfAccounts(chart);
      const madeAt = new Date(now * 1000).toISOString().replace(/\D/g, '');
      const batch = { from, to, currency, consultant, client, accountLength, madeAt };
      const name = ['EXTF_Buchungsstapel', currency.toUpperCase(), period];
      return { name, parts: windowsParts(datevLines(batch, entries)) };
    }
    case 'quickbooks':
      return {
        name: ['QuickBooks journal', currency.toUpperCase(), period],
        parts: textParts(quickbooksLines(currency, entries)),
      };
    case 'xero':
      return {
        name: ['Xero manual journals', currency.toUpperCase(), period],
        parts: textParts(xeroLines({ currency, country }, entries)),
      };
  }
}

function datevNumbers({ datev }: Wanted): NonNullable<Wanted['datev']> {
  if (datev === null)
    throw invalidInput('datev.consultant', 'DATEV needs the numbers of consultant and client');
  return datev;
}

/** The dates of a batch have no year, and its amounts two decimals. */
function refuseForDatev({ from, to, currency }: Wanted): void {
  if (from.slice(0, 4) !== to.slice(0, 4))
    throw invalidInput('to', 'a DATEV batch lies within one calendar year');
  if (minorDigits(currency) > 2)
    throw invalidInput('currency', 'DATEV holds amounts of two decimals, and this currency has more');
}

function lengthOfAccounts(chart: Chart): number {
  const codes = chart.codes('datev');
  const lengths = [...new Set(codes.map((code) => code.length))];
  const [length = 0] = lengths;
  if (lengths.length === 1 && length >= 4 && length <= 8) return length;
  throw wrongState(
    'account-lengths',
    'All DATEV accounts must have the same number of digits, 4 to 8. Set them under Books, Accounts.',
  );
}

async function* windowsParts(lines: Iterable<string>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder();
  for await (const part of textParts(lines)) yield windows1252(decoder.decode(part, { stream: true }));
}
