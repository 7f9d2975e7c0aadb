import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { InvoiceScreen } from '../../../../renderer/invoices/detail/invoice-screen.tsx';
import { renderPage } from '../../support/render-page.tsx';
import { sampleInvoice } from '../../support/sample-invoice.ts';
import { sampleOperations } from '../../support/sample-operations.ts';
import { salesAnswers } from '../../support/sample-sales.ts';

beforeEach(() => {
  location.hash = '#/invoices/inv_1';
});

const isOpen = 'inv_1';

describe('the invoice page', () => {
  it.each([
    ['v', 'alertdialog', 'Void this invoice?', 'Void invoice', 'invoices.void'],
    ['m', 'alertdialog', 'Send this invoice again?', 'Send again', 'invoices.sendAgain'],
    ['r', 'dialog', 'Was this invoice paid outside Stripe?', 'Mark as paid', 'invoices.markPaid'],
  ])('asks before it acts: %s', async (key, role, question, confirm, call) => {
    const user = userEvent.setup();
    const page = renderPage(<InvoiceScreen id={isOpen} />, {
      ...salesAnswers,
      'invoices.void': () => ({ operationId: 'op' }),
      'invoices.sendAgain': () => ({ operationId: 'op' }),
      'invoices.markPaid': () => ({ operationId: 'op' }),
    });
    await screen.findByText('Brunnen & Söhne GmbH', { selector: '.invoice__name' });
    await user.keyboard(key);
    await screen.findByRole(role, { name: question });
    expect(page.bridge.asked.map(({ name }) => name)).not.toContain(call);
    await user.click(screen.getByRole('button', { name: confirm }));
    await waitFor(() =>
      expect(page.bridge.asked.findLast(({ name }) => name === call)?.input).toMatchObject({ id: isOpen }),
    );
  });

  it('says what has come in of a sum that is partly paid, and what came in too much', async () => {
    const invoice = sampleInvoice(isOpen);
    const part = renderPage(<InvoiceScreen id={isOpen} />, {
      ...salesAnswers,
      'invoices.get': () => ({ ...invoice, amountPaid: 5_000, balanceDue: invoice.total - 5_000 }),
    });
    expect(await screen.findByText(/^Partly paid:/)).toHaveTextContent('Partly paid: €50.00 has come in.');
    part.unmount();
    renderPage(<InvoiceScreen id={isOpen} />, {
      ...salesAnswers,
      'invoices.get': () => ({
        ...invoice,
        badge: 'paid' as const,
        balanceDue: 0,
        amountPaid: invoice.total,
        amountOverpaid: 1_250,
      }),
    });
    expect(await screen.findByText(/^Overpaid by/)).toHaveTextContent(
      'Overpaid by €12.50. Stripe keeps it as the customer’s credit balance',
    );
  });

  it('adds up to the balance due, with what was refunded after it', async () => {
    const invoice = sampleInvoice(isOpen);
    const settled = { badge: 'partially-refunded', balanceDue: 0, amountOverpaid: 0, credited: 500 } as const;
    renderPage(<InvoiceScreen id={isOpen} />, {
      ...salesAnswers,
      'invoices.get': () => ({
        ...invoice,
        ...settled,
        total: 10_500,
        balanceApplied: 0,
        amountPaid: 10_000,
        refunded: 2_000,
      }),
    });
    const due = await screen.findByText('Balance due', { selector: 'dt' });
    const shown = [...(due.closest('dl')?.querySelectorAll('dt, dd') ?? [])].map((one) => one.textContent);
    expect(shown.slice(shown.indexOf('Total')).join(' ')).toBe(
      'Total €105.00 Credited -€5.00 Paid -€100.00 Balance due €0.00 Refunded €20.00',
    );
  });

  it('offers only what is allowed', async () => {
    const user = userEvent.setup();
    renderPage(<InvoiceScreen id="inv_2" />, salesAnswers);
    await user.click(await screen.findByRole('button', { name: 'More actions' }));
    expect(await screen.findByRole('menuitem', { name: /^Refund/ })).toBeVisible();
    expect(screen.queryByRole('menuitem', { name: /^Void/ })).not.toBeInTheDocument();
  });

  it('leads a draft to its editor', async () => {
    renderPage(<InvoiceScreen id="inv_0" />, salesAnswers);
    await waitFor(() => expect(location.hash).toBe('#/drafts/inv_0'));
  });

  it('tells why sending failed, and tries again', async () => {
    const failed = sampleOperations.find(({ state }) => state === 'failed');
    const page = renderPage(<InvoiceScreen id="inv_12" />, {
      ...salesAnswers,
      'outbox.get': () => failed ?? { refused: { kind: 'not-found', what: 'operation' } },
      'outbox.retry': () => ({}),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(page.bridge.asked.map(({ name }) => name)).toContain('outbox.retry'));
    expect(screen.getByText(failed?.explanation ?? '')).toBeVisible();
  });

  it('follows what happens to the invoice', async () => {
    let badge: 'open' | 'paid' = 'open';
    const page = renderPage(<InvoiceScreen id={isOpen} />, {
      ...salesAnswers,
      'invoices.get': ({ id }) => ({ ...sampleInvoice(id), badge }),
    });
    expect(await screen.findByText('Open', { selector: '.badge' })).toBeVisible();
    badge = 'paid';
    page.bridge.emit({ kind: 'changed', topic: 'invoice', ids: [isOpen] });
    expect(await screen.findByText('Paid', { selector: '.badge' })).toBeVisible();
  });

  it('says so when there is no such invoice', async () => {
    renderPage(<InvoiceScreen id="gone" />, {
      ...salesAnswers,
      'invoices.get': () => ({ refused: { kind: 'not-found', what: 'invoice' } }),
    });
    expect(await screen.findByText('There is no such invoice')).toBeVisible();
  });
});
