import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { addMoney } from '../../../renderer/payments/add-money.ts';
import { isInForce, sumsOf } from '../../../renderer/payments/list-sums.ts';
import { PaymentScreen } from '../../../renderer/payments/detail/payment-screen.tsx';
import { PaymentsScreen } from '../../../renderer/payments/payments-screen.tsx';
import { RefundsScreen } from '../../../renderer/payments/refunds-screen.tsx';
import { giveElementsASize } from '../support/element-size.ts';
import { renderPage } from '../support/render-page.tsx';
import { savedCard } from '../support/sample-customers.ts';
import { samplePayment } from '../support/sample-money.ts';
import { salesAnswers } from '../support/sample-sales.ts';

giveElementsASize(1200, 400);

const OPTIONS = {
  amount: { amount: 59_500, currency: 'eur' },
  customerName: 'Kaffeerösterei Elbe',
  hasPaymentPage: true,
  refusal: null,
  methods: [{ ...savedCard, refusal: null }],
};

beforeEach(() => {
  location.hash = '#/payments';
});

describe('sums', () => {
  it('are made per currency only', () => {
    const eur = { currency: 'eur', amount: 100 };
    const usd = { currency: 'usd', amount: 7 };
    expect(addMoney([[eur, usd], [eur]])).toEqual([{ currency: 'eur', amount: 200 }, usd]);
    expect(addMoney([])).toEqual([]);
  });
});

describe('the foot of a list', () => {
  const eur = (amount: number) => [{ currency: 'eur', amount }];
  const entries = [
    { status: 'succeeded', count: 2, sum: eur(300) },
    { status: 'failed', count: 1, sum: eur(50) },
  ];

  it('counts in the list of all what came to nothing, and not its money', () => {
    expect(sumsOf(entries, 'all', isInForce)).toEqual({ count: 3, money: eur(300), isPart: true });
    expect(sumsOf(entries, 'failed', isInForce)).toEqual({ count: 1, money: eur(50), isPart: false });
    expect(sumsOf(entries.slice(0, 1), 'all', isInForce).isPart).toBe(false);
    expect(sumsOf(undefined, 'all', isInForce)).toEqual({ count: undefined, money: [], isPart: false });
  });
});

describe('the list of payments', () => {
  it('says in words how a payment stands and what to do next', async () => {
    renderPage(<PaymentsScreen />, salesAnswers);
    expect((await screen.findAllByText('Needs the customer', { selector: '.badge' })).length).toBeGreaterThan(
      0,
    );
    expect(
      screen.getAllByText('The customer confirms it on the payment page; send them the link').length,
    ).toBeGreaterThan(0);
  });

  it('opens the invoice of the focused row by key', async () => {
    const user = userEvent.setup();
    renderPage(<PaymentsScreen />, salesAnswers);
    const grid = await screen.findByRole('grid', { name: 'Payments' });
    await screen.findAllByRole('link', { name: /^NL-/ });
    grid.focus();
    await user.keyboard('i');
    expect(location.hash).toMatch(/^#\/invoices\//);
  });

  it('never cuts the last digits of a card, but the words before them', async () => {
    renderPage(<PaymentsScreen />, salesAnswers);
    const digits = await screen.findAllByText('•••• 4242');
    expect(digits[0]).toHaveClass('method__digits');
    expect(digits[0]?.previousElementSibling).toHaveClass('truncate');
  });

  it('shows one status by its tab with the reason, and opens the invoice of a payment', async () => {
    const user = userEvent.setup();
    renderPage(<PaymentsScreen />, salesAnswers);
    await user.click(await screen.findByRole('tab', { name: /^Failed/ }));
    await screen.findAllByText('Failed', { selector: '.badge' });
    expect(screen.getAllByText(/There was not enough money/).length).toBeGreaterThan(0);
    expect(screen.queryByText('Succeeded', { selector: '.badge' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'NL-407' }));
    expect(location.hash).toBe('#/invoices/inv_5');
  });
});

describe('a failed payment', () => {
  it.each([
    ['its invoice is open', 'failed', true, 1],
    ['its invoice is settled', 'failed', false, 0],
    ['it is on its way', 'processing', true, 0],
  ] as const)('offers on its page to try again: %s', async (_title, standing, isOpen, count) => {
    const user = userEvent.setup();
    const { cursor: _cursor, ...row } = samplePayment(5);
    renderPage(<PaymentScreen id={row.id} />, {
      ...salesAnswers,
      'charges.refresh': () => ({ known: 1 }),
      'charges.options': () => OPTIONS,
      'payments.get': () => ({
        ...row,
        standing,
        chargeId: null,
        received: 0,
        refundable: 0,
        noteInvoiceId: null,
        invoices: [{ id: 'inv_5', number: 'NL-407', amount: 59_500, isOpen }],
        hasPaymentPage: false,
        attempts: [],
        settlement: null,
        refunds: [],
        disputes: [],
        timeline: [],
      }),
    });
    expect(await screen.findByRole('link', { name: 'Open invoice' })).toBeVisible();
    const buttons = screen.queryAllByRole('button', { name: 'Retry now…' });
    expect(buttons).toHaveLength(count);
    for (const button of buttons) {
      await user.click(button);
      expect(await screen.findByText('Charge €595.00')).toBeVisible();
    }
  });

  it('is tried again at once with what the customer has saved', async () => {
    const user = userEvent.setup();
    const page = renderPage(<PaymentsScreen />, {
      ...salesAnswers,
      'charges.refresh': () => ({ known: 1 }),
      'charges.options': () => OPTIONS,
      'charges.create': () => ({ operationId: 'op_1' }),
    });
    await user.click(await screen.findByRole('tab', { name: /^Failed/ }));
    await user.click(await screen.findByLabelText('Retry now: NL-407'));
    expect(location.hash).toBe('#/payments');
    await user.click(await screen.findByText('Charge €595.00'));
    await waitFor(() =>
      expect(page.bridge.asked.findLast(({ name }) => name === 'charges.create')?.input).toMatchObject({
        invoiceId: 'inv_5',
        methodId: 'pm_1',
        amount: { amount: 59_500, currency: 'eur' },
      }),
    );
    expect(await screen.findByText('Charge of €595.00 accepted')).toBeVisible();
  });
});

describe('the list of refunds', () => {
  it('tells why one failed', async () => {
    renderPage(<RefundsScreen />, salesAnswers);
    expect(
      await screen.findByText(
        'The money came back to you; pay the customer another way (lost or stolen card)',
      ),
    ).toBeVisible();
  });
});
