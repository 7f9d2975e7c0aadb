// Reports: what the books say, in portions on the page and whole as a file.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CallInput } from '../../shared/contract/calls.ts';
import { voiceOf } from '../../main/invoicing/document-voice.ts';
import type { DocumentData } from '../../shared/domain/document-data.ts';
import { clickSend, writeInvoice } from '../support/acme.ts';
import { type Program, startConnected } from '../support/program.ts';
import { readCsv } from '../support/read-csv.ts';
import { readXlsx } from '../support/read-xlsx.ts';

const run = (
  program: Program,
  input: Omit<CallInput<'reports.run'>, 'limit'> & { readonly limit?: number },
) => program.call('reports.run', { limit: 200, ...input });

async function sentInvoice(program: Program) {
  const written = await writeInvoice(program);
  await clickSend(program, written);
  const invoice = () => program.call('invoices.get', { id: written.draftId });
  await program.until('it is open', async () => (await invoice()).badge === 'open');
  await program.until(
    'it is in the books',
    async () => (await program.call('books.proof', {})).state === 'in-balance',
  );
  return invoice;
}

describe('a report', () => {
  it('is empty in books in which nothing is posted', async () => {
    const program = await startConnected();
    const { lines, hasMore, subtitle } = await run(program, { id: 'trial-balance', parameters: {} });
    expect({ lines, hasMore, subtitle }).toEqual({ lines: [], hasMore: false, subtitle: 'All dates' });
  });

  it('comes in portions, and whole as a file that agrees with them', async () => {
    const program = await startConnected();
    const invoice = await sentInvoice(program);
    const { total } = await invoice();
    const whole = await run(program, { id: 'trial-balance', parameters: {} });
    const first = await run(program, { id: 'trial-balance', parameters: {}, limit: 2 });
    const rest = await run(program, { id: 'trial-balance', parameters: {}, offset: 2 });
    expect([first.hasMore, rest.hasMore]).toEqual([true, false]);
    expect([...first.lines, ...rest.lines]).toEqual(whole.lines);

    for (const format of ['csv', 'xlsx'] as const)
      await program.call('reports.export', {
        commandId: randomUUID(),
        id: 'trial-balance',
        parameters: {},
        format,
      });
    const csv = readCsv(new TextDecoder().decode(program.savedFiles.get('Trial-balance-All-dates.csv')));
    expect(csv).toContainEqual([
      '1200 Accounts receivable',
      'Asset',
      'EUR',
      '0.00',
      (total / 100).toFixed(2),
      '0.00',
      (total / 100).toFixed(2),
    ]);
    const bytes = program.savedFiles.get('Trial-balance-All-dates.xlsx') ?? new Uint8Array();
    const sheet = readXlsx(bytes).lines.map((line) => line.map(({ value }) => value));
    expect(sheet).toContainEqual([
      '1200 Accounts receivable',
      'Asset',
      'EUR',
      '0',
      String(total / 100),
      '0',
      String(total / 100),
    ]);
  });
});

describe('a statement of account', () => {
  const letter = (id: 'open-items' | 'activity' | 'fees', customer: string | null) => ({
    commandId: randomUUID(),
    id,
    parameters: { customer, ...(id === 'activity' ? { from: '2026-06-01' } : {}) },
    format: 'pdf' as const,
  });

  it('is a letter to the customer, in their language, of what the books say', async () => {
    const drawn: DocumentData[] = [];
    const program = await startConnected({
      ports: {
        documents: {
          pdf: async (document) => {
            drawn.push(document);
            return new Uint8Array();
          },
          svg: async () => [],
          close: async () => undefined,
        },
      },
    });
    const invoice = await sentInvoice(program);
    const { stripeId, number, total, customerId, customerName } = await invoice();
    const drawnAs = async (id: 'open-items' | 'activity'): Promise<DocumentData | undefined> => {
      const saved = await program.call('reports.export', letter(id, customerId));
      expect(saved).toMatchObject({ name: expect.stringMatching(/^Statement-Acme-.*-2026-06-\d\d\.pdf$/) });
      return drawn.at(-1);
    };
    const amount = voiceOf('de', 'eur').money(total);
    const open = await drawnAs('open-items');
    expect(open).toMatchObject({ kind: 'statement', title: 'Kontoauszug', buyer: { name: customerName } });
    expect(open?.tables[0]?.rows).toEqual([[number, expect.anything(), expect.anything(), amount, amount]]);
    expect(open?.headline.value).toBe(amount);
    expect(open?.marks.map(({ kind }) => kind)).toEqual(['test']);

    program.simulator.control.payInvoice({ invoice: stripeId ?? '' });
    await program.until('the payment is in the books', async () => {
      const { lines } = await run(program, { id: 'open-items', parameters: { customer: customerId } });
      return lines.length === 0;
    });
    const activity = await drawnAs('activity');
    expect(activity?.tables[0]?.rows.map(([, ...cells]) => cells)).toEqual([
      ['Saldovortrag', '', '', voiceOf('de', 'eur').money(0)],
      [`Rechnung ${number}`, amount, '', amount],
      [`Zahlung ${number}`, '', amount, voiceOf('de', 'eur').money(0)],
    ]);
    expect((await drawnAs('open-items'))?.tables).toEqual([]);
  });

  it('is refused of a report that is no letter, to nobody, and to somebody who is not there', async () => {
    const program = await startConnected();
    const refused = (id: 'open-items' | 'fees', customer: string | null) =>
      program.refusal('reports.export', letter(id, customer));
    expect(await refused('fees', 'cus_1')).toMatchObject({ issues: [{ path: 'format' }] });
    expect(await refused('open-items', null)).toMatchObject({ issues: [{ path: 'parameters.customer' }] });
    expect(await refused('open-items', 'nobody')).toMatchObject({ kind: 'not-found' });
  });
});

describe('a list as a file', () => {
  it('holds every row that its filter leaves, whichever list it is', async () => {
    const program = await startConnected();
    const invoice = await sentInvoice(program);
    const { stripeId, number, total, customerName } = await invoice();
    program.simulator.control.payInvoice({ invoice: stripeId ?? '' });
    await program.until('it is paid', async () => (await invoice()).badge === 'paid');
    const sort = { by: 'created', direction: 'desc' } as const;
    const asked: readonly CallInput<'lists.export'>['asked'][] = [
      { list: 'invoices', input: { filter: { tab: 'paid' }, sort: { by: 'issue', direction: 'desc' } } },
      { list: 'customers', input: { filter: {}, sort } },
      { list: 'payments', input: { filter: {}, sort: { by: 'date', direction: 'desc' } } },
      { list: 'refunds', input: {} },
      { list: 'credit-notes', input: {} },
      { list: 'payouts', input: {} },
      { list: 'disputes', input: {} },
      { list: 'recurring', input: { filter: {}, sort } },
      { list: 'items', input: { filter: {}, sort } },
    ];
    const lines: Record<string, readonly (readonly string[])[]> = {};
    for (const one of asked) {
      const saved = await program.call('lists.export', {
        commandId: randomUUID(),
        asked: one,
        format: 'csv',
      });
      const name = saved.kind === 'canceled' ? '' : saved.name;
      lines[one.list] = readCsv(new TextDecoder().decode(program.savedFiles.get(name)));
      expect(
        lines[one.list]?.every((line) => line.length === lines[one.list]?.[0]?.length),
        one.list,
      ).toBe(true);
    }
    const counts = Object.fromEntries(
      Object.entries(lines).map(([list, [, ...rows]]) => [list, rows.length]),
    );
    expect(counts).toMatchObject({
      invoices: 1,
      customers: 1,
      payments: 1,
      refunds: 0,
      disputes: 0,
      recurring: 0,
    });
    const money = (total / 100).toFixed(2);
    expect(lines['invoices']?.[1]).toEqual(
      expect.arrayContaining([number, customerName, 'Paid', 'EUR', money, '0.00', stripeId]),
    );
    expect(lines['payments']?.[1]).toEqual(expect.arrayContaining([customerName, number, 'EUR', money]));
    const open: CallInput<'lists.export'>['asked'] = {
      list: 'invoices',
      input: { filter: { tab: 'open' }, sort: { by: 'issue', direction: 'desc' } },
    };
    const saved = await program.call('lists.export', {
      commandId: randomUUID(),
      asked: open,
      format: 'xlsx',
    });
    const bytes = program.savedFiles.get(saved.kind === 'canceled' ? '' : saved.name) ?? new Uint8Array();
    expect(readXlsx(bytes).lines).toHaveLength(1);
  });
});
