import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { InvoiceScreen } from '../../../../renderer/invoices/detail/invoice-screen.tsx';
import { refundProblem } from '../../../../renderer/invoices/detail/refund-amount.ts';
import { renderPage, type RenderedPage } from '../../support/render-page.tsx';
import { salesAnswers } from '../../support/sample-sales.ts';

/** The third sample invoice is paid: 12,500.00 EUR. */
async function openRefund(): Promise<RenderedPage> {
  const page = renderPage(<InvoiceScreen id="inv_2" />, salesAnswers);
  await userEvent.click(await screen.findByRole('button', { name: 'Refund…' }));
  await screen.findByRole('dialog', { name: 'Refund' });
  return page;
}

describe('what may be refunded', () => {
  it.each([
    [null, 'Enter how much goes back'],
    [0, 'A refund is more than zero'],
    [-5, 'A refund is more than zero'],
    [10_001, 'At most €100.00 can be refunded'],
    [10_000, null],
    [1, null],
  ])('%s: %s', (amount, problem) => {
    expect(refundProblem(amount, 10_000, 'eur', 'en-GB')).toBe(problem);
  });

  it('keeps to the steps of the currency', () => {
    expect(refundProblem(1_234, 10_000, 'isk', 'en-GB')).toBe('Too many digits for ISK');
  });
});

describe('the refund dialog', () => {
  it('refuses more than is left, at once', async () => {
    const user = userEvent.setup();
    const page = await openRefund();
    const amount = screen.getByLabelText('Amount');
    await waitFor(() => expect(amount).toHaveFocus());
    await user.keyboard('12500.01');
    expect(amount).toHaveAccessibleDescription('At most €12,500.00 can be refunded');
    await user.keyboard('{Enter}');
    expect(screen.getByRole('dialog', { name: 'Refund' })).toBeVisible();
    expect(page.bridge.asked.map(({ name }) => name)).not.toContain('refunds.create');
  });

  it('asks once more with the sum, then refunds it', async () => {
    const user = userEvent.setup();
    const page = await openRefund();
    await waitFor(() => expect(screen.getByLabelText('Amount')).toHaveFocus());
    await user.keyboard('500');
    expect(screen.getByText('€12,500.00 can be refunded; €12,000.00 stays after this.')).toBeVisible();
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: 'Refund €500.00?' });
    expect(page.bridge.asked.map(({ name }) => name)).not.toContain('refunds.create');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Refund €500.00' })).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(page.bridge.asked.findLast(({ name }) => name === 'refunds.create')?.input).toMatchObject({
      paymentId: 'py_1',
      amount: { amount: 50_000, currency: 'eur' },
      reason: 'requested_by_customer',
    });
  });

  it('takes all of it by one button', async () => {
    const user = userEvent.setup();
    await openRefund();
    await user.click(screen.getByRole('button', { name: 'All of it' }));
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByRole('button', { name: 'Refund €12,500.00' })).toBeVisible();
  });
});
