// Bank statements as files, made of lines: what journeys and pages import.
import type { CallInput } from '../../shared/contract/calls.ts';

export interface BankRow {
  readonly day: string;
  readonly words: string;
  /** Minor units of a currency with two digits. */
  readonly amount: number;
}

/** A German bank's export, with a decimal comma and the balance after each line. */
export function germanCsv(rows: readonly BankRow[], opening = 100_000): string {
  let balance = opening;
  const lines = rows.map(({ day, words, amount }) => {
    balance += amount;
    const date = day.split('-').toReversed().join('.');
    return [date, `"${words.replaceAll('"', '""')}"`, comma(amount), 'EUR', comma(balance)].join(';');
  });
  return ['Buchungstag;Verwendungszweck;Betrag;Währung;Saldo', ...lines, ''].join('\r\n');
}

function comma(minor: number): string {
  return (minor / 100).toFixed(2).replace('.', ',');
}

export function bankFile(name: string, text: string): CallInput<'bank.preview'>['file'] {
  return { name, base64: Buffer.from(text).toString('base64') };
}

/** OFX 1.x of the account 0815, with an id for each line. */
export function ofx(rows: readonly (BankRow & { readonly id: string })[]): string {
  const lines = rows.map(
    ({ day, words, amount, id }) =>
      `<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>${day.replaceAll('-', '')}<TRNAMT>${(amount / 100).toFixed(2)}<FITID>${id}<NAME>${words}</STMTTRN>`,
  );
  return `OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>0815</BANKACCTFROM><BANKTRANLIST>${lines.join('\n')}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
}
