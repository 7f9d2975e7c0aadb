// The accountant pack: everything about a period in one file, which other programs find whole and right.
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { check, hledgerBalances, needAccountingTools, wholes } from '../support/accounting-tools.ts';
import { type Program, startConnected } from '../support/program.ts';
import { readCsv } from '../support/read-csv.ts';
import { startSample } from '../support/sample-program.ts';

const TIMEOUT_MS = 600_000;
/** The sample business has two years before 15 June 2026. */
const PERIOD = { from: '2026-01-01', to: '2026-03-31' };

beforeAll(() => needAccountingTools());

/** Time passes while it is made. */
async function make(program: Program, period: typeof PERIOD): Promise<CallOutput<'books.pack'>> {
  let isMade = false;
  const making = program
    .call('books.pack', { commandId: randomUUID(), ...period })
    .finally(() => (isMade = true));
  await program.until('the pack is made', async () => isMade);
  return making;
}

/** The folder into which a pack was unpacked, and the names of its files. */
function unpacked(
  program: Program,
  name: string,
): { readonly folder: string; readonly names: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-pack-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = unzipSync(program.savedFiles.get(name) ?? new Uint8Array());
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return { folder, names: Object.keys(files) };
}

describe('the accountant pack', () => {
  it(
    'of a quarter of the sample business is whole, and its journal adds up to the books',
    { timeout: TIMEOUT_MS },
    async () => {
      const { program } = await startSample();
      await program.until(
        'the books are in balance',
        async () => (await program.call('books.proof', {})).state === 'in-balance',
      );
      const told: string[] = [];
      program.subscribe((event) => {
        if (event.kind === 'changed') told.push(event.topic);
      });
      expect(await make(program, PERIOD)).toEqual({
        kind: 'saved',
        name: 'Accountant-pack-2026-01-01-2026-03-31.zip',
      });
      expect(told.filter((topic) => topic === 'documents').length).toBeGreaterThan(3);
      expect(await program.call('books.packProgress', {})).toEqual({ files: null });
      const { folder, names } = unpacked(program, 'Accountant-pack-2026-01-01-2026-03-31.zip');

      // Every file is in the manifest, and is what the manifest says.
      const sums = check('sha256sum', ['--check', '--strict', 'SHA256SUMS'], folder);
      expect(sums.accepted, sums.output).toBe(true);
      expect(sums.output.trim().split('\n')).toHaveLength(names.length - 1);

      // Every document of the register is there, and nothing else is.
      const register = readCsv(readFileSync(join(folder, 'Register.csv'), 'utf8')).slice(1);
      const pdfs = names.filter((name) => name.endsWith('.pdf'));
      expect(register.length).toBeGreaterThan(40);
      expect(pdfs).toHaveLength(register.length);
      for (const [kind, number = ''] of register) {
        const start =
          kind === 'Invoice' ? `Invoices/Invoice-${number}` : `Credit-notes/Credit-note-${number}`;
        // Names in other letters than ours leave nothing behind the number.
        const own = pdfs.filter((name) => name.startsWith(start) && /^[-.]/.test(name.slice(start.length)));
        expect(own.length, number).toBeGreaterThan(0);
      }
      expect(names).toEqual(
        expect.arrayContaining([
          'About.txt',
          'Journal/Journal.csv',
          'Payouts/Payouts.xlsx',
          'Reports/Trial-balance.csv',
          'Reports/Tax-summary-when-invoiced.csv',
          'Reports/Tax-summary-when-paid.xlsx',
          'Reports/General-ledger.csv',
        ]),
      );

      // Other programs take the journal, and come to what the books come to at the end of the period.
      const journal = join(folder, 'Journal/Journal.journal');
      expect(check('hledger', ['-f', journal, 'check', '--strict', 'ordereddates', 'payees'])).toEqual({
        accepted: true,
        output: '',
      });
      expect(check('ledger', ['-f', journal, '--strict', '--pedantic', 'balance']).accepted).toBe(true);
      expect(check('bean-check', [join(folder, 'Journal/Journal.beancount')])).toEqual({
        accepted: true,
        output: '',
      });
      const { rows } = await program.call('books.trialBalance', { from: null, to: PERIOD.to });
      const theirs = wholes(hledgerBalances(journal));
      const ours = rows.map(
        ({ name, currency, closing }) => [`${name} ${currency.toUpperCase()}`, closing] as const,
      );
      const named = [...theirs].map(([key, amount]) => [key.slice(key.indexOf(':') + 1), amount] as const);
      const notZero = (all: readonly (readonly [string, number])[]) =>
        new Map(all.filter(([, amount]) => amount !== 0));
      expect(notZero(named)).toEqual(notZero(ours));
      // Nothing of the period is missing from the rows, nor is there anything else.
      const lines = readCsv(readFileSync(join(folder, 'Journal/Journal.csv'), 'utf8')).slice(1);
      const days = new Set(lines.map(([, day = '']) => day.slice(0, 7)));
      expect([...days].toSorted()).toEqual(['2026-01', '2026-02', '2026-03']);
      expect(readFileSync(join(folder, 'About.txt'), 'utf8')).toMatch(/SAMPLE BOOKS[\s\S]*In balance, /);
    },
  );

  it('is refused for days in the wrong order', async () => {
    const program = await startConnected();
    expect(
      await program.refusal('books.pack', { commandId: randomUUID(), from: PERIOD.to, to: PERIOD.from }),
    ).toMatchObject({ kind: 'invalid-input', issues: [{ path: 'to' }] });
  });

  it('of a period in which nothing happened is a pack all the same', async () => {
    const program = await startConnected();
    await make(program, PERIOD);
    const { folder, names } = unpacked(program, 'Accountant-pack-2026-01-01-2026-03-31.zip');
    expect(names.filter((name) => name.endsWith('.pdf'))).toEqual([]);
    const sums = check('sha256sum', ['--check', '--strict', 'SHA256SUMS'], folder);
    expect(sums.accepted).toBe(true);
    expect(
      check('hledger', ['-f', join(folder, 'Journal/Journal.journal'), 'check', '--strict']).accepted,
    ).toBe(true);
  });
});
