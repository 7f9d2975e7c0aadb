import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { BankCard } from '../../../renderer/payouts/bank-card.tsx';
import { ReconcileScreen } from '../../../renderer/reconcile/reconcile-screen.tsx';
import type { BankLine, BankPreview } from '../../../shared/contract/bank.ts';
import { giveElementsASize } from '../support/element-size.ts';
import { type Answers, refuse } from '../support/fixture-bridge.ts';
import { renderPage } from '../support/render-page.tsx';
import { bankAnswers, bankLine, bankPreview, csvPreview } from '../support/sample-bank.ts';

giveElementsASize(1200, 400);

beforeEach(() => {
  location.hash = '#/reconcile';
});

const show = (answers: Answers = {}, lineId?: string) =>
  renderPage(<ReconcileScreen lineId={lineId} />, { ...bankAnswers, ...answers });

const inputs = ({ bridge }: ReturnType<typeof show>, name: string): readonly unknown[] =>
  bridge.asked.filter((call) => call.name === name).map(({ input }) => input);

describe('the lines of the statements', () => {
  it('stand with their payout and what is between the two', async () => {
    show({ 'bank.lines': () => ({ rows: [bankLine({ amount: 154_078 })] }) });
    const row = (await screen.findByText('Stripe Payments Europe')).closest('[role="row"]');
    if (!(row instanceof HTMLElement)) throw new Error('The line stands in no row');
    expect(within(row).getByText('Suggested')).toBeVisible();
    expect(within(row).getByRole('link', { name: '€1,541.78' })).toHaveAttribute('href', '#/payouts/po_1');
    expect(within(row).getByText('-€1.00')).toBeVisible();
  });

  it('are accepted by key, and that is taken back by another', async () => {
    const user = userEvent.setup();
    const page = show();
    await screen.findByText('Stripe Payments Europe');
    screen.getByRole('grid').focus();
    await user.keyboard('a');
    const pairs = [{ lineId: 'line_1', payoutId: 'po_1' }];
    await waitFor(() => expect(inputs(page, 'bank.match')).toMatchObject([{ pairs }]));
    await screen.findByText('Matched with the payout');
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(inputs(page, 'bank.reconsider')).toMatchObject([{ pairs }]));
  });

  it('are set aside by key and brought back by the notice', async () => {
    const user = userEvent.setup();
    const page = show();
    await screen.findByText('Stripe Payments Europe');
    screen.getByRole('grid').focus();
    await user.keyboard('x');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(inputs(page, 'bank.setAside')).toMatchObject([{ isAside: true }, { isAside: false }]),
    );
  });

  it('that a person confirmed and then rejects are confirmed again by undoing', async () => {
    const user = userEvent.setup();
    const confirmed = bankLine({ standing: 'confirmed' });
    const page = show({ 'bank.lines': () => ({ rows: [confirmed] }) });
    await screen.findByText('Stripe Payments Europe');
    screen.getByRole('grid').focus();
    await user.keyboard('xau');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(inputs(page, 'bank.setAside')).toEqual([]);
    expect(inputs(page, 'bank.unmatch')).toMatchObject([{ lineIds: ['line_1'] }]);
    await waitFor(() => expect(inputs(page, 'bank.match')).toHaveLength(1));
  });

  it('show one of them with the payouts that it may be, one of which is chosen', async () => {
    const user = userEvent.setup();
    const page = show({}, 'line_1');
    const sheet = await screen.findByRole('dialog', { name: 'Line of the bank’s statement' });
    expect(await within(sheet).findByText('Or another payout')).toBeVisible();
    await user.click(within(sheet).getByRole('button', { name: 'Match with the payout due 5 Nov 2026' }));
    await waitFor(() =>
      expect(inputs(page, 'bank.match')).toMatchObject([{ pairs: [{ lineId: 'line_1', payoutId: 'po_2' }] }]),
    );
    expect(location.hash).toBe('#/reconcile');
  });

  it('say that there is no statement yet, and why they cannot be shown', async () => {
    const { unmount } = show({
      'bank.overview': () => ({
        statements: [],
        counts: { review: 0, matched: 0, sure: 0, aside: 0, other: 0 },
        missing: { count: 0, first: [] },
      }),
    });
    expect(await screen.findByText('No statement yet')).toBeVisible();
    unmount();
    show({ 'bank.overview': () => refuse({ kind: 'bug', reference: 'R1' }) });
    expect(await screen.findByText(/Reference: R1/)).toBeVisible();
  });
});

async function choose(preview: BankPreview, more: Answers = {}) {
  const page = show({ 'bank.preview': () => preview, ...more });
  await screen.findByText('Stripe Payments Europe');
  const input = document.querySelector('input[type="file"]');
  if (!(input instanceof HTMLInputElement)) throw new Error('There is no field for a file');
  fireEvent.change(input, { target: { files: [new File(['a;b'], 'bank.csv')] } });
  return { page, sheet: await screen.findByRole('dialog', { name: 'Import bank.csv' }) };
}

describe('an import', () => {
  it('says what is known, repeated, not booked, left out and does not add up', async () => {
    const { sheet } = await choose(
      bankPreview({ known: 2, repeated: 1, pending: 1, lookalikes: 1, unexplained: 500 }),
    );
    expect(await within(sheet).findByText(/2 lines came with an earlier import/)).toBeVisible();
    expect(within(sheet).getByText(/1 line stands in the file twice/)).toBeVisible();
    expect(within(sheet).getByText(/1 line is not booked yet/)).toBeVisible();
    expect(within(sheet).getByText('Perhaps the same lines in another form')).toBeVisible();
    expect(within(sheet).getByText('The balances do not agree')).toBeVisible();
    expect(within(sheet).getByText('One row is left out: it cannot be read')).toBeVisible();
  });

  it('is read anew when a column is something else, and taken in as corrected', async () => {
    const user = userEvent.setup();
    const { page, sheet } = await choose(csvPreview);
    await user.click(await within(sheet).findByRole('button', { name: /What Saldo is$/ }));
    await user.click(await screen.findByRole('option', { name: 'Not used' }));
    const mapping = { balance: null, amount: 2 };
    await waitFor(() => expect(inputs(page, 'bank.preview')).toMatchObject([{ mapping: null }, { mapping }]));
    await user.click(await within(sheet).findByRole('button', { name: 'Import 2 lines' }));
    await waitFor(() =>
      expect(inputs(page, 'bank.import')).toMatchObject([{ mapping, file: { name: 'bank.csv' } }]),
    );
    expect(await screen.findByText('2 lines imported')).toBeVisible();
    expect(screen.getByText('One payout was found.')).toBeVisible();
  });

  it('of what is known already, or is no statement, is not offered', async () => {
    const { sheet } = await choose(bankPreview({ lines: 2, known: 2 }));
    await within(sheet).findByText(/2 lines came with an earlier import/);
    expect(within(sheet).getByRole('button', { name: 'Import' })).toBeDisabled();
  });

  it('of a file that cannot be read says why', async () => {
    const reason = 'The file is empty.';
    const { sheet } = await choose(csvPreview, {
      'bank.preview': () => refuse({ kind: 'invalid-input', issues: [{ path: 'file', message: reason }] }),
    });
    expect(await within(sheet).findByText(reason)).toBeVisible();
    expect(within(sheet).getByRole('button', { name: 'Import' })).toBeDisabled();
  });
});

describe('a payout', () => {
  const card = (line: BankLine | null, isMissing: boolean) =>
    renderPage(<BankCard payoutId="po_1" />, { 'bank.ofPayout': () => ({ line, isMissing }) });

  it('leads to its line', async () => {
    card(bankLine(), false);
    expect(await screen.findByRole('link', { name: 'Open the line' })).toHaveAttribute(
      'href',
      '#/reconcile/line_1',
    );
  });

  it('that did not arrive says so', async () => {
    card(null, true);
    expect(await screen.findByText(/it is in none of them/)).toBeVisible();
  });
});
