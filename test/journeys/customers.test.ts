// Customers with metadata: made, changed, found, archived and taken away, with what only we know of them kept at Stripe.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { ACME } from '../support/acme.ts';
import { dashboard } from '../support/dashboard.ts';
import { idOf } from '../support/id-of.ts';
import { type Program, startConnected } from '../support/program.ts';

const customer = (program: Program, id: string): Promise<CallOutput<'customers.get'>> =>
  program.call('customers.get', { id });
const atStripe = (program: Program) => program.simulator.control.objects({ type: 'customer' });

async function saved(program: Program, fields = ACME, id: string | null = null): Promise<string> {
  const { id: known } = await program.call('customers.save', { commandId: randomUUID(), id, fields });
  await program.until('Stripe has it', async () => (await customer(program, known)).state === 'saved');
  return known;
}

describe('Customers with metadata', () => {
  it('are kept at Stripe with address, tax ids, language, and our own reference and note in the metadata', async () => {
    const program = await startConnected();
    const id = await saved(program, { ...ACME, note: 'Asks for the 7th floor.' });
    expect(atStripe(program)).toMatchObject([
      {
        name: ACME.name,
        email: ACME.email,
        address: { line1: 'Hafenstraße 1', postal_code: '20457', city: 'Hamburg', country: 'DE' },
        preferred_locales: ['de'],
        metadata: {
          quittance_customer: id,
          quittance_reference: 'K-1001',
          quittance_note: 'Asks for the 7th floor.',
          quittance_currency: 'eur',
        },
      },
    ]);
    const stripe = dashboard(program.simulator);
    const { data } = await stripe.customers.listTaxIds(idOf(atStripe(program)[0]));
    expect(data.map(({ type, value }) => [type, value])).toEqual([['eu_vat', 'DE123456789']]);
  });

  it('are changed here and in the dashboard, and found by name, e-mail address and reference', async () => {
    const program = await startConnected();
    const id = await saved(program);
    await saved(program, { ...ACME, name: 'Acme Bridges Ltd', reference: 'K-2002', taxIds: [] }, id);
    expect(atStripe(program)).toMatchObject([
      { name: 'Acme Bridges Ltd', metadata: { quittance_reference: 'K-2002' } },
    ]);
    for (const text of ['bridges', 'rechnung@', 'K-2002'])
      expect(
        (await program.call('customers.find', { text })).rows.map((row) => row.id),
        text,
      ).toEqual([id]);
    const stripeId = idOf(atStripe(program)[0]);
    await dashboard(program.simulator).customers.update(stripeId, { email: 'ap@acme.example' });
    await program.until('the change is here', async () => {
      return (await customer(program, id)).fields.email === 'ap@acme.example';
    });
    expect(await customer(program, id)).toMatchObject({ fields: { reference: 'K-2002', taxIds: [] } });
  });

  it('are archived and brought back, and shown as gone when they were deleted at Stripe', async () => {
    const program = await startConnected();
    const id = await saved(program);
    const views = async (): Promise<readonly number[]> => {
      const { all, archived } = await program.call('customers.counts', {});
      return [all, archived];
    };
    const archive = async (archived: boolean): Promise<void> => {
      await program.call('customers.archive', { commandId: randomUUID(), id, archived });
    };
    await archive(true);
    expect(await views()).toEqual([0, 1]);
    await program.until('Stripe has it', async () => (await customer(program, id)).state === 'saved');
    expect(atStripe(program)).toMatchObject([{ metadata: { quittance_archived: '1' } }]);
    await archive(false);
    expect(await views()).toEqual([1, 0]);
    await program.until('Stripe has it', async () => (await customer(program, id)).state === 'saved');
    await dashboard(program.simulator).customers.del(idOf(atStripe(program)[0]));
    await program.until('it is known', async () => (await customer(program, id)).deletedAtStripe);
  });
});
