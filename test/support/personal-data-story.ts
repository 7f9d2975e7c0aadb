// Two customers, one of whom is to be exported or erased; and where the books still hold a text of theirs.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { ACME, clickSend, writeInvoice, type WrittenInvoice } from './acme.ts';
import { idOf } from './id-of.ts';
import { type Program, startConnected } from './program.ts';

export const PHONE = '+49 40 7654321';
export const NOTE = 'Asks for the 7th floor.';

/** A customer who has nothing to do with the first. */
export const OTHER = {
  ...ACME,
  name: 'Someone Else Ltd',
  email: 'other@else.example',
  address: { ...ACME.address, line1: 'Marktplatz 9' },
  taxIds: [],
  reference: 'K-2002',
  note: 'Prefers the telephone.',
};

export interface TwoCustomers {
  readonly program: Program;
  readonly written: WrittenInvoice;
  readonly stripeId: string;
  readonly otherId: string;
}

/** An invoice that was sent and paid, another draft, and a customer who has nothing to do with them. */
export async function paidCustomer(): Promise<TwoCustomers> {
  const program = await startConnected();
  const written = await writeInvoice(program);
  const saved = async (id: string): Promise<boolean> => {
    const customer = await program.call('customers.get', { id });
    return customer.state === 'saved' && customer.stripeId !== null;
  };
  await program.until('the customer is at Stripe', () => saved(written.customerId));
  await program.call('customers.save', {
    commandId: randomUUID(),
    id: written.customerId,
    fields: { ...ACME, phone: PHONE, note: NOTE },
  });
  const { id: otherId } = await program.call('customers.save', {
    commandId: randomUUID(),
    id: null,
    fields: OTHER,
  });
  await clickSend(program, written);
  const badge = async (): Promise<string> =>
    (await program.call('invoices.get', { id: written.draftId })).badge;
  await program.until('it is open', async () => (await badge()) === 'open');
  program.simulator.control.payInvoice({
    invoice: idOf(program.simulator.control.objects({ type: 'invoice' })[0]),
  });
  await program.until('it is paid', async () => (await badge()) === 'paid');
  const customer = await program.call('customers.get', { id: written.customerId });
  await program.until('the other is saved', () => saved(otherId));
  return { program, written, stripeId: customer.stripeId ?? '', otherId };
}

/** Where the books hold a text: the table, and for what Stripe said the type of the object. */
export function whereKept(program: Program, text: string): readonly string[] {
  const path = readdirSync(program.directory, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('quittance.db'),
  );
  const books = new Database(join(program.directory, path ?? ''), { readonly: true });
  const tables = books
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`,
    )
    .all();
  const found = tables.flatMap(({ name }) =>
    books
      .prepare<[], Record<string, unknown>>(`SELECT * FROM ${name}`)
      .all()
      .filter((row) =>
        Object.values(row).some((value) =>
          (Buffer.isBuffer(value) ? value.toString('utf8') : String(value)).includes(text),
        ),
      )
      .map((row) => (name === 'stripe_object' ? `stripe_object:${String(row['type'])}` : name)),
  );
  books.close();
  return [...new Set(found)];
}

export function logsOf({ directory, logLines }: Program): string {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => readFileSync(join(directory, name), 'utf8'));
  expect(files.join('')).toContain('customers.del');
  return [...files, ...logLines].join('\n');
}
