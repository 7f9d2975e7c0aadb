import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { DisputeScreen } from '../../../renderer/disputes/dispute-screen.tsx';
import type { CompellingPart } from '../../../shared/contract/compelling-evidence.ts';
import { NOTHING_SAID } from '../../../shared/domain/compelling-evidence.ts';
import { type Answers, refuse } from '../support/fixture-bridge.ts';
import { renderPage } from '../support/render-page.tsx';
import { DISPUTE } from '../support/sample-dispute.ts';

const candidate = (number: string) => ({
  chargeId: `ch_${number}`,
  date: '2026-05-14',
  number,
  currency: 'eur',
  amount: 24_000,
  description: `Website care ${number}`,
  email: 'anna@lind.example',
  shippedTo: null,
});

const PART: CompellingPart = {
  tone: 'info',
  title: 'This dispute is eligible',
  text: 'Two earlier payments can speak for this one.',
  actions: ['Choose two earlier payments.'],
  answer: NOTHING_SAID,
  problems: [],
  disputed: { description: 'A new form', email: 'anna@lind.example', shippedTo: null },
  candidates: ['A-3', 'A-2', 'A-1'].map(candidate),
  said: [],
};

function show(
  part: Partial<CompellingPart> = {},
  answer: Partial<typeof DISPUTE.answer> = {},
  answers: Answers = {},
) {
  const compelling = { ...PART, ...part };
  const { bridge } = renderPage(<DisputeScreen id="du_1" />, {
    'disputes.get': () => ({ ...DISPUTE, answer: { ...DISPUTE.answer, ...answer, compelling } }),
    'disputes.write': () => ({}),
    'disputes.submit': () => ({ operationId: 'op_1' }),
    ...answers,
  });
  const writes = (): readonly unknown[] =>
    bridge.asked.filter(({ name }) => name === 'disputes.write').map(({ input }) => input);
  return { user: userEvent.setup(), writes, written: (): unknown => writes().at(-1) };
}

const box = (number: string) => screen.findByRole('checkbox', { name: number });

/** What is said of a field below it. */
function described(name: string): string {
  const ids = screen.getByLabelText(name).getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.querySelector(`[id="${id}"]`)?.textContent ?? '').join(' ');
}

describe('the answer by Visa Compelling Evidence 3.0', () => {
  it('says how it stands and what is left to do', async () => {
    show();
    expect(await screen.findByText('This dispute is eligible')).toBeVisible();
    expect(screen.getByText('Choose two earlier payments.')).toBeVisible();
  });

  it('is filled with what the books know as two payments are chosen, and saves itself', async () => {
    const { user, written } = show();
    await user.click(await box('A-3'));
    await user.click(await box('A-1'));
    expect(await box('A-2')).toBeDisabled();
    expect(screen.getByLabelText('With the disputed payment')).toHaveValue('A new form');
    expect(screen.getByLabelText('With A-3')).toHaveValue('Website care A-3');
    await user.type(screen.getByLabelText('With A-1'), ', twice');
    await user.type(screen.getByLabelText('IP address'), '203.0.113.7');
    await waitFor(() =>
      expect(written()).toMatchObject({
        id: 'du_1',
        compelling: {
          description: 'A new form',
          identifiers: { customer_purchase_ip: '203.0.113.7', customer_email_address: 'anna@lind.example' },
          priors: [
            { chargeId: 'ch_A-3', description: 'Website care A-3' },
            { chargeId: 'ch_A-1', description: 'Website care A-1, twice' },
          ],
        },
      }),
    );
    await user.click(await box('A-3'));
    expect(screen.queryByLabelText('With A-3')).not.toBeInTheDocument();
    expect(await box('A-2')).toBeEnabled();
  });

  it('asks for the address of delivery only of goods', async () => {
    const { user, written } = show();
    expect(await screen.findByRole('button', { name: /Goods or services/ })).toBeVisible();
    expect(screen.queryByLabelText('Street and number')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /Goods or services/ }));
    await user.click(await screen.findByRole('option', { name: 'Goods' }));
    await user.type(await screen.findByLabelText('City'), 'Malmö');
    await waitFor(() =>
      expect(written()).toMatchObject({ compelling: { goods: 'merchandise', shippedTo: { city: 'Malmö' } } }),
    );
  });

  it('marks what would not be taken, but not while it is being typed', async () => {
    const message = 'This is no IP address, such as 203.0.113.7.';
    const { user } = show({ problems: [{ field: 'customer_purchase_ip', message }] });
    expect(await screen.findByText(message)).toBeVisible();
    await user.click(screen.getByLabelText('IP address'));
    expect(screen.queryByText(message)).not.toBeInTheDocument();
    await user.tab();
    expect(await screen.findByText(message)).toBeVisible();
  });

  it.each([
    ['compelling.description', ['With the disputed payment']],
    ['compelling.priors.0.description', ['With A-3']],
    ['compelling.identifiers.customer_account_id', ['Account']],
    // The choice of payments has its reason above the table.
    ['compelling.priors', []],
    ['compelling.priors.0', []],
  ])('is marked where it was refused, and keeps no text from being saved: %s', async (path, marked) => {
    const message = 'That is not taken.';
    const isPart = (input: unknown): boolean => JSON.stringify(input).includes('"compelling"');
    const { user, writes } = show(
      {},
      {},
      {
        'disputes.write': (input) =>
          isPart(input) ? refuse({ kind: 'invalid-input', issues: [{ path, message }] }) : {},
      },
    );
    await user.click(await box('A-3'));
    await user.type(screen.getByLabelText('Account'), 'a');
    expect(await screen.findByText(message)).toBeVisible();
    const fields = ['With the disputed payment', 'With A-3', 'Account'];
    expect(fields.filter((name) => described(name).includes(message))).toEqual(marked);
    await user.type(screen.getByLabelText('Anything else'), 'Sent on 3 March');
    await waitFor(() =>
      expect(
        writes()
          .filter((input) => !isPart(input))
          .at(-1),
      ).toMatchObject({
        texts: { uncategorized_text: 'Sent on 3 March' },
      }),
    );
    // What was refused is not sent either.
    await user.click(screen.getByRole('button', { name: 'Submit to the bank…' }));
    expect(screen.queryByRole('alertdialog', { name: /^Submit/ })).not.toBeInTheDocument();
  });

  it('goes along with no text once it is kept', async () => {
    const { user, writes, written } = show();
    await user.type(await screen.findByLabelText('Account'), 'anna');
    await user.tab();
    await waitFor(() =>
      expect(written()).toMatchObject({ compelling: { identifiers: { customer_account_id: 'anna' } } }),
    );
    const before = writes().length;
    await user.type(screen.getByLabelText('Anything else'), 'x');
    await user.tab();
    await waitFor(() => expect(writes()).toHaveLength(before + 1));
    expect(written()).toMatchObject({ texts: { uncategorized_text: 'x' } });
    expect(written()).not.toHaveProperty('compelling');
  });

  it('says where else to look when the books know too few payments', async () => {
    show({ candidates: [candidate('A-1')] });
    expect(await screen.findByText(/fewer than two such payments/)).toBeVisible();
    expect(await box('A-1')).toBeVisible();
  });

  it.each([
    [['Choose two earlier payments.'], 1],
    [[], 0],
  ])('is told of before submitting while it is not complete: %j', async (actions, times) => {
    const { user } = show({ actions });
    await user.click(await screen.findByRole('button', { name: 'Submit to the bank…' }));
    const dialog = await screen.findByRole('alertdialog', { name: /^Submit/ });
    expect(within(dialog).queryAllByText(/Compelling Evidence is not complete/)).toHaveLength(times);
  });

  it('is read where nothing can be changed any more', async () => {
    show(
      { said: [{ name: 'IP address', text: '203.0.113.7' }] },
      { refusal: 'The bank has the case already.', eligibility: 'Eligible, and qualified' },
    );
    expect(await screen.findByText('203.0.113.7')).toBeVisible();
    expect(screen.getByText('Eligible, and qualified')).toBeVisible();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });
});
