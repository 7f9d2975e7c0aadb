// SEPA debit: payment methods chosen per invoice (card, SEPA debit, bank transfer), only where the currency permits.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { writeInvoice } from '../support/acme.ts';
import { type Program, startConnected } from '../support/program.ts';

type Draft = CallOutput<'drafts.get'>;

async function change(program: Program, id: string, patch: Partial<Draft['content']>): Promise<Draft> {
  const { revision, content } = await program.call('drafts.get', { id });
  return program.call('drafts.save', { id, revision, content: { ...content, ...patch } });
}

describe('SEPA debit', () => {
  it('ways to pay are offered on the invoice that they were chosen for, bank transfers with their account', async () => {
    const program = await startConnected();
    const { draftId, total } = await writeInvoice(program);
    const paymentMethods = ['card', 'sepa_debit', 'customer_balance'];
    const { revision } = await change(program, draftId, { paymentMethods });
    const review = await program.call('drafts.review', { id: draftId });
    expect(review.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(review.steps).toContain('It can be paid by: Card, SEPA direct debit, Bank transfer.');
    await program.call('drafts.send', {
      commandId: randomUUID(),
      id: draftId,
      revision,
      total,
      email: false,
    });
    await program.until(
      'it is issued',
      async () => (await program.call('invoices.get', { id: draftId })).badge === 'open',
    );
    expect(program.simulator.control.objects({ type: 'invoice' })[0]).toMatchObject({
      payment_settings: {
        payment_method_types: paymentMethods,
        payment_method_options: {
          customer_balance: { funding_type: 'bank_transfer', bank_transfer: { type: 'eu_bank_transfer' } },
        },
      },
    });
    const copy = await program.call('drafts.create', {
      commandId: randomUUID(),
      customerId: null,
      copyOf: draftId,
    });
    expect(copy.content.paymentMethods).toEqual(paymentMethods);
  });

  it('ways to pay are refused before anything is queued where the currency does not permit them', async () => {
    const program = await startConnected();
    const { draftId, total } = await writeInvoice(program);
    const { revision } = await change(program, draftId, { currency: 'usd', paymentMethods: ['sepa_debit'] });
    expect((await program.call('drafts.review', { id: draftId })).findings[0]).toMatchObject({
      code: 'method-not-in-currency',
      path: 'paymentMethods',
      message: 'SEPA direct debit takes EUR only, and this is in USD.',
    });
    const send = {
      commandId: randomUUID(),
      id: draftId,
      revision,
      total: { ...total, currency: 'usd' },
      email: false,
    };
    expect(await program.refusal('drafts.send', send)).toMatchObject({
      kind: 'invalid-input',
      issues: [{ path: 'paymentMethods' }],
    });
    expect(program.simulator.control.objects({ type: 'invoice' })).toEqual([]);
  });

  it('ways to pay begin as in the settings, as far as the currency permits', async () => {
    const program = await startConnected();
    const settings = await program.call('settings.get', {});
    const { invoicing } = settings;
    const begin = async (defaultCurrency: string): Promise<readonly string[]> => {
      await program.call('settings.save', {
        settings: {
          ...settings,
          invoicing: { ...invoicing, defaultCurrency, defaultPaymentMethods: ['card', 'sepa_debit'] },
        },
      });
      const draft = await program.call('drafts.create', {
        commandId: randomUUID(),
        customerId: null,
        copyOf: null,
      });
      return draft.content.paymentMethods;
    };
    expect(await begin('eur')).toEqual(['card', 'sepa_debit']);
    expect(await begin('usd')).toEqual(['card']);
  });

  it.each([
    ['applied', { badge: 'partially-paid', amountPaid: 100_000 }],
    ['held', { badge: 'open', amountPaid: 0 }],
  ] as const)(
    'a transfer may bring a part, which is shown as Stripe has it when it is %s',
    async (rule, shown) => {
      const program = await startConnected({ simulator: { rules: { bankTransferPart: rule } } });
      const { draftId, total } = await writeInvoice(program);
      const { revision } = await change(program, draftId, { paymentMethods: ['customer_balance'] });
      await program.call('drafts.send', {
        commandId: randomUUID(),
        id: draftId,
        revision,
        total,
        email: false,
      });
      const invoice = () => program.call('invoices.get', { id: draftId });
      await program.until('it is issued', async () => (await invoice()).badge === 'open');
      const { stripeId } = await invoice();
      program.simulator.control.payInvoice({
        invoice: stripeId ?? '',
        outcome: 'bank_transfer_part',
        amount: 100_000,
      });
      await program.clock.advance(120_000);
      expect(await invoice()).toMatchObject({
        ...shown,
        balanceDue: total.amount - shown.amountPaid,
        amountOverpaid: 0,
      });
    },
  );
});
