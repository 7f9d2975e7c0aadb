// A paid invoice whose payment the customer's bank disputes, as the bookkeeper meets it.
import { randomUUID } from 'node:crypto';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { clickSend, writeInvoice } from './acme.ts';
import { idOf } from './id-of.ts';
import { type Program, type ProgramOptions, startConnected } from './program.ts';

export interface DisputeStory {
  readonly program: Program;
  readonly invoiceId: string;
  readonly customerId: string;
  readonly chargeId: string;
}

/** A paid invoice; nothing is disputed yet. */
export async function paidStory(options: ProgramOptions = {}): Promise<DisputeStory> {
  const program = await startConnected(options);
  const written = await writeInvoice(program);
  await clickSend(program, written);
  const badge = async (): Promise<string> =>
    (await program.call('invoices.get', { id: written.draftId })).badge;
  await program.until('the invoice is open', async () => (await badge()) === 'open');
  const [invoice] = program.simulator.control.objects({ type: 'invoice' });
  program.simulator.control.payInvoice({ invoice: idOf(invoice) });
  await program.until('the invoice is paid', async () => (await badge()) === 'paid');
  const [charge] = program.simulator.control.objects({ type: 'charge' });
  return { program, invoiceId: written.draftId, customerId: written.customerId, chargeId: idOf(charge) };
}

export interface Opened {
  readonly reason?: string;
  readonly kind?: 'chargeback' | 'inquiry' | 'prevented';
  readonly answerable?: boolean;
}

/** The bank opens a dispute, and it arrives here; answers its id. */
export async function opened({ program, chargeId }: DisputeStory, options: Opened = {}): Promise<string> {
  const { dispute } = program.simulator.control.dispute({
    charge: chargeId,
    reason: options.reason ?? 'product_not_received',
    ...options,
  });
  await program.until('the dispute is here', async () =>
    (await listed(program)).some(({ id }) => id === dispute),
  );
  return dispute;
}

export async function listed(program: Program): Promise<CallOutput<'disputes.list'>['rows']> {
  return (await program.call('disputes.list', { page: { offset: 0, limit: 50 } })).rows;
}

/** A whole PDF of so many bytes, in base64. */
export function pdfOf(bytes = 2000): string {
  const data = Buffer.alloc(bytes, 0x20);
  data.write('%PDF-1.7\n', 0, 'latin1');
  data.write('%%EOF\n', bytes - 6, 'latin1');
  return data.toString('base64');
}

export async function attach(
  program: Program,
  id: string,
  base64 = pdfOf(),
  name = 'Lieferschein „März“.pdf',
): Promise<void> {
  await program.call('disputes.attach', {
    commandId: randomUUID(),
    id,
    field: 'shipping_documentation',
    name,
    base64,
  });
}

/** The click on save, submit or accept; answers how the operation ended. */
export async function ordered(
  program: Program,
  name: 'disputes.stage' | 'disputes.submit' | 'disputes.accept',
  id: string,
): Promise<CallOutput<'outbox.get'>> {
  const { operationId } = await program.call(name, { commandId: randomUUID(), id });
  const operation = () => program.call('outbox.get', { id: operationId ?? '' });
  await program.until('it has an end', async () =>
    ['done', 'failed', 'needs-review'].includes((await operation()).state),
  );
  return operation();
}
