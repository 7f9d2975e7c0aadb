import { describe, expect, it, test } from 'vitest';
import { readCamt } from '../../../main/bank/camt.ts';
import { readBankFile } from '../../../main/bank/read-file.ts';
import { Refusal } from '../../../main/refusal.ts';
import { type Statement, unexplained } from '../../../shared/domain/bank/statement.ts';

const noPause = async (): Promise<void> => {};

async function read(text: string): Promise<readonly Statement[]> {
  const expected = { currency: 'eur', account: '', dateOrder: 'dmy' as const };
  const known = { expected, remembered: () => null };
  return (await readBankFile(new TextEncoder().encode(text), null, known, noPause)).statements;
}

async function refusalOf(text: string): Promise<string> {
  try {
    await read(text);
  } catch (error) {
    if (error instanceof Refusal && error.error.kind === 'invalid-input')
      return error.error.issues[0]?.message ?? '';
    throw error;
  }
  throw new Error('It was expected to be refused');
}

const facts = (statement: Statement | undefined) =>
  statement?.lines.map(({ day, amount, counterparty, text, bankId }) => [
    day,
    amount,
    counterparty,
    text,
    bankId,
  ]);

const SGML = `OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:USASCII
CHARSET:1252

<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS></SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD
<BANKACCTFROM><BANKID>121000248<ACCTID>0001234<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20261101<DTEND>20261130
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261103120000[-5:EST]<TRNAMT>1541.78<FITID>A1<NAME>STRIPE &amp; CO<MEMO></STMTTRN>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20261104<TRNAMT>-12,50<FITID>A2<MEMO>Fee</MEMO></STMTTRN>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261103120000[-5:EST]<TRNAMT>1541.78<FITID>A1<NAME>STRIPE &amp; CO<MEMO></STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>2000.00<DTASOF>20261130</LEDGERBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

describe('OFX', () => {
  it('1.x is read though its elements are not closed, and a line repeated under one id is taken once', async () => {
    const [statement] = await read(SGML);
    expect(statement).toMatchObject({
      account: '0001234',
      currency: 'usd',
      opening: null,
      closing: 200_000,
      repeated: 1,
    });
    expect(facts(statement)).toEqual([
      ['2026-11-03', 154_178, 'STRIPE & CO', '', 'A1'],
      ['2026-11-04', -1250, '', 'Fee', 'A2'],
    ]);
  });

  it('2.x is read as the XML that it is', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?><?OFX OFXHEADER="200" VERSION="211"?>
      <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR</CURDEF><BANKACCTFROM><ACCTID>DE89</ACCTID></BANKACCTFROM>
      <BANKTRANLIST><STMTTRN><DTPOSTED>20261103</DTPOSTED><TRNAMT>5.00</TRNAMT><FITID>X</FITID><NAME>Stripe</NAME></STMTTRN></BANKTRANLIST>
      </STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
    expect(facts((await read(xml))[0])).toEqual([['2026-11-03', 500, 'Stripe', '', 'X']]);
  });

  it.each([0.1, 0.5, 0.9, 0.99])('that ends after %d of it is refused', async (part) => {
    expect(await refusalOf(SGML.slice(0, SGML.length * part))).toMatch(/middle|no bank statement/);
  });
});

const entry = (inner: string, amount = '100.00', mark = 'CRDT', status = '<Sts>BOOK</Sts>') =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd>${status}<BookgDt><Dt>2026-11-03</Dt></BookgDt>${inner}</Ntry>`;
const balance = (code: string, amount: string, day: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;
const camt = (content: string, version = '02', message = 'camt.053') =>
  `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:${message}.001.${version}"><BkToCstmrStmt><Stmt><Id>1</Id>
   <Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>${content}</Stmt></BkToCstmrStmt></Document>`;

const party02 = '<RltdPties><Dbtr><Nm>STRIPE PAYMENTS EUROPE</Nm></Dbtr></RltdPties>';
const party08 = '<RltdPties><Dbtr><Pty><Nm>STRIPE PAYMENTS EUROPE</Nm></Pty></Dbtr></RltdPties>';
const words = '<RmtInf><Ustrd>STRIPE PAYOUT </Ustrd><Ustrd>S-12</Ustrd></RmtInf>';

describe('CAMT.053', () => {
  it.each([
    ['02', '<Sts>BOOK</Sts>', '<Sts>PDNG</Sts>', party02],
    ['08', '<Sts><Cd>BOOK</Cd></Sts>', '<Sts><Cd>PDNG</Cd></Sts>', party08],
  ])(
    'of version %s says account, balances, who and what; what is pending is counted and left',
    async (version, booked, pending, party) => {
      const [statement] = await read(
        camt(
          balance('OPBD', '10.00', '2026-11-02') +
            balance('CLBD', '70.00', '2026-11-03') +
            entry(
              `<AcctSvcrRef>R1</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>${party}${words}</TxDtls></NtryDtls>`,
              '100.00',
              'CRDT',
              booked,
            ) +
            entry('<AddtlNtryInf>Entgelt</AddtlNtryInf>', '40.00', 'DBIT', booked) +
            entry('', '7.00', 'CRDT', pending),
          version,
        ),
      );
      expect(statement).toMatchObject({
        account: 'DE89370400440532013000',
        opening: 1000,
        closing: 7000,
        pending: 1,
      });
      expect(facts(statement)).toEqual([
        ['2026-11-03', 10_000, 'STRIPE PAYMENTS EUROPE', 'STRIPE PAYOUT · S-12', 'R1'],
        ['2026-11-03', -4000, '', 'Entgelt', ''],
      ]);
      expect(statement && unexplained(statement)).toBe(0);
    },
  );

  const part = (amount: string, name: string) =>
    `<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties></TxDtls>`;

  it('tells a batch apart when its payments come to the entry, and keeps it whole when they do not', async () => {
    const batch = async (second: string) =>
      (
        await read(
          camt(
            entry(
              `<AcctSvcrRef>B</AcctSvcrRef><NtryDtls>${part('60.00', 'Stripe')}${part(second, 'Acme')}</NtryDtls>`,
            ),
          ),
        )
      )[0];
    expect(facts(await batch('40.00'))).toEqual([
      ['2026-11-03', 6000, 'Stripe', '', 'B/1'],
      ['2026-11-03', 4000, 'Acme', '', 'B/2'],
    ]);
    expect(facts(await batch('41.00'))).toEqual([['2026-11-03', 10_000, '', '2 payments', 'B']]);
  });

  it('takes the direction of a reversal from its mark', async () => {
    const [statement] = await read(camt(entry('<RvslInd>true</RvslInd>', '100.00', 'DBIT')));
    expect(facts(statement)).toEqual([['2026-11-03', -10_000, '', 'Reversal', '']]);
  });

  it('refuses a line in another currency than the account, and one without an amount', async () => {
    expect(await refusalOf(camt(entry('').replace('"EUR"', '"USD"')))).toMatch(/another currency/);
    expect(await refusalOf(camt(entry('', 'ten')))).toMatch(/no amount/);
  });

  it('refuses other messages by their name, and XML that is no statement', async () => {
    expect(await refusalOf(camt('', '02', 'camt.052'))).toMatch(/CAMT\.052/);
    expect(await refusalOf('<html><body>Please sign in</body></html>')).toMatch(/no bank statement/);
  });

  it('refuses a file that ends in the middle, at any place', async () => {
    const whole = camt(balance('OPBD', '10.00', '2026-11-02') + entry(words));
    for (let length = 200; length < whole.length - 1; length += 37)
      await expect(readCamt(whole.slice(0, length), noPause)).rejects.toThrow(Refusal);
  });
});

test.each([
  [
    'a billion laughs',
    `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]><Document>&lol2;</Document>`,
    /document type/,
  ],
  [
    'a file of this computer',
    `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><Document>&f;</Document>`,
    /document type/,
  ],
  ['an entity that nobody declared', '<Document>&lol;</Document>', /not well formed/],
  ['a thousand levels', `${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`, /deeper/],
  ['a thousand levels of SGML', `<OFX>${'<A>'.repeat(1000)}`, /deeper/],
])('%s is refused', async (_name, text, reason) => {
  expect(await refusalOf(text)).toMatch(reason);
});
