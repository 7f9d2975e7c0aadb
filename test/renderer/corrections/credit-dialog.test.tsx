import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { CreditDialog } from '../../../renderer/corrections/dialog/credit-dialog.tsx';
import { refuse } from '../support/fixture-bridge.ts';
import { renderPage, type RenderedPage } from '../support/render-page.tsx';
import { creditOptions } from '../support/sample-corrections.ts';
import { salesAnswers } from '../support/sample-sales.ts';

async function open(
  intent: 'credit' | 'refund',
  answers = salesAnswers,
): Promise<{ readonly page: RenderedPage; readonly user: ReturnType<typeof userEvent.setup> }> {
  const user = userEvent.setup();
  const page = renderPage(
    <CreditDialog invoiceId="inv_2" intent={intent} onClose={vi.fn<() => void>()} />,
    answers,
  );
  await screen.findByRole('button', { name: 'Continue' });
  return { page, user };
}

const created = (page: RenderedPage): unknown =>
  page.bridge.asked.findLast(({ name }) => name === 'creditNotes.create')?.input;

describe('the dialog of a refund', () => {
  it('waits for Stripe’s reckoning when Enter is pressed at once, asks with the sum, and writes the credit note with it', async () => {
    const { page, user } = await open('refund');
    await waitFor(() => expect(screen.getByLabelText('Amount')).toHaveFocus());
    await user.keyboard('119{Enter}');
    await screen.findByRole('dialog', { name: 'Refund €119.00?' });
    expect(created(page)).toBeUndefined();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Refund €119.00' })).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(created(page)).toMatchObject({
        what: { kind: 'amount', amount: 11_900 },
        total: { amount: 11_900, currency: 'eur' },
        refund: { paymentId: 'py_1', amount: 11_900 },
        toBalance: 0,
        outside: 0,
      }),
    );
  });

  it('refuses more than is left, at once', async () => {
    const { page, user } = await open('refund');
    await waitFor(() => expect(screen.getByLabelText('Amount')).toHaveFocus());
    // In one piece: while it is typed it is first an amount that may be quoted.
    await user.paste('238.01');
    expect(screen.getByLabelText('Amount')).toHaveAccessibleDescription('At most €238.00');
    await user.keyboard('{Enter}');
    expect(screen.getByRole('dialog', { name: 'Refund' })).toBeVisible();
    expect(page.bridge.asked.map(({ name }) => name)).not.toContain('creditNotes.quote');
  });

  it('shows Stripe’s taxes before anything is queued', async () => {
    const { user } = await open('refund');
    await user.click(screen.getByRole('button', { name: 'All of it' }));
    const quote = within(screen.getByRole('region', { name: 'Stripe’s reckoning' }));
    expect(await quote.findByText('VAT 19 %')).toBeVisible();
    expect(quote.getByText('€238.00')).toBeVisible();
  });

  it('sends the money one way or a part each, but not another sum', async () => {
    const { page, user } = await open('refund');
    await user.click(screen.getByRole('button', { name: 'All of it' }));
    await user.click(screen.getByRole('radio', { name: /A part each/ }));
    await user.type(screen.getByLabelText('To their balance'), '100');
    await screen.findByText('€138.00 still to be given a way.');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByText('€100.00 of €238.00 is given a way')).toBeVisible();
    await user.type(screen.getByLabelText('Outside Stripe'), '138');
    await screen.findByText('All of it has its way.');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await user.click(await screen.findByRole('button', { name: 'Issue credit note' }));
    await waitFor(() =>
      expect(created(page)).toMatchObject({ refund: null, toBalance: 10_000, outside: 13_800 }),
    );
  });

  it('says why Stripe cannot reckon, and asks again', async () => {
    let isOffline = true;
    const { user } = await open('refund', {
      ...salesAnswers,
      'creditNotes.quote': (input) => {
        if (isOffline) return refuse({ kind: 'offline' });
        const answer = salesAnswers['creditNotes.quote'];
        if (!answer) throw new Error('There is a sample quote');
        return answer(input);
      },
    });
    await user.click(screen.getByRole('button', { name: 'All of it' }));
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await screen.findByRole('alert');
    isOffline = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    // What was asked for before goes on by itself.
    expect(await screen.findByRole('dialog', { name: 'Refund €238.00?' })).toBeVisible();
    expect(screen.getByText('VAT 19 %')).toBeVisible();
  });
});

describe('the dialog of a credit note', () => {
  it('credits lines by how many, never more than are left', async () => {
    const { page, user } = await open('credit');
    await user.click(screen.getByRole('radio', { name: 'Lines of the invoice' }));
    await user.type(screen.getByLabelText('Quantity of Corporate design'), '3');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByText('Corporate design: a whole number up to 2')).toBeVisible();
    await user.clear(screen.getByLabelText('Quantity of Corporate design'));
    await user.type(screen.getByLabelText('Quantity of Corporate design'), '1');
    await user.type(screen.getByLabelText('Amount of Proof reading, 7.5 hours'), '20');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await user.click(await screen.findByRole('button', { name: 'Refund €119.00' }));
    await waitFor(() =>
      expect(created(page)).toMatchObject({
        what: {
          kind: 'lines',
          lines: [
            { id: 'il_1', quantity: 1 },
            { id: 'il_2', amount: 2_000 },
          ],
        },
      }),
    );
  });

  it('credits nothing while a quantity cannot be read, whatever was read of it on the way', async () => {
    const { page, user } = await open('credit');
    await user.click(screen.getByRole('radio', { name: 'Lines of the invoice' }));
    await user.type(screen.getByLabelText('Quantity of Corporate design'), '1x');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByText('Corporate design: this cannot be read')).toBeVisible();
    expect(created(page)).toBeUndefined();
    expect(screen.queryByRole('button', { name: 'Issue credit note' })).not.toBeInTheDocument();
    await user.type(screen.getByLabelText('Quantity of Corporate design'), '{Backspace}');
    expect(screen.queryByText('Corporate design: this cannot be read')).not.toBeInTheDocument();
  });

  it('gives no money a way while a part of it cannot be read', async () => {
    const { user } = await open('refund');
    await user.click(screen.getByRole('button', { name: 'All of it' }));
    await user.click(screen.getByRole('radio', { name: /A part each/ }));
    await user.type(screen.getByLabelText('To their balance'), '238');
    await user.type(screen.getByLabelText('Outside Stripe'), 'some');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByText('A part of it cannot be read')).toBeVisible();
  });

  it('says why an invoice cannot be credited', async () => {
    renderPage(<CreditDialog invoiceId="inv_2" intent="credit" onClose={vi.fn<() => void>()} />, {
      ...salesAnswers,
      'creditNotes.options': () => ({ ...creditOptions, refusal: 'All of this invoice has been credited.' }),
    });
    expect(await screen.findByText('All of this invoice has been credited.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Continue' })).not.toBeInTheDocument();
  });
});
