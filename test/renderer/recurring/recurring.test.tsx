import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { RecurringInvoiceScreen } from '../../../renderer/recurring/detail/recurring-invoice-screen.tsx';
import { ChangeRecurringScreen } from '../../../renderer/recurring/form/change-screen.tsx';
import { NewRecurringScreen } from '../../../renderer/recurring/form/new-screen.tsx';
import { RecurringListScreen } from '../../../renderer/recurring/list/recurring-list-screen.tsx';
import { giveElementsASize } from '../support/element-size.ts';
import { refuse } from '../support/fixture-bridge.ts';
import { renderPage } from '../support/render-page.tsx';
import { sampleAnswers } from '../support/sample-answers.ts';
import { recurringAnswers, recurringDetail } from '../support/sample-recurring.ts';

giveElementsASize(1200, 600);

const answers = { ...sampleAnswers, ...recurringAnswers };

const nothingYet = {
  findings: [
    { path: 'customerId', message: 'Choose a customer.' },
    { path: 'lines', message: 'A recurring invoice needs at least one item.' },
  ],
  totals: { currency: 'eur', lines: [], subtotal: 0, discount: 0, net: 0, taxes: [], total: 0 },
  days: ['2026-11-23'],
  past: null,
  invoices: null,
  lastDay: null,
  notes: [],
};

beforeEach(() => {
  location.hash = '#/recurring';
});

describe('the list of recurring invoices', () => {
  it('shows what is billed next and how each stands, and opens one', async () => {
    const user = userEvent.setup();
    renderPage(<RecurringListScreen />, answers);
    expect(await screen.findByText('Verlag Nebelhorn')).toBeVisible();
    expect(screen.getByText('Ending', { selector: '.badge' })).toHaveTextContent('1 Jun 2027');
    await user.click(screen.getByText('Kaffeerösterei Elbe'));
    expect(location.hash).toBe('#/recurring/rec_1');
  });
});

describe('the page of a recurring invoice', () => {
  it('shows what Stripe bills next, its items and the invoices that came of it', async () => {
    renderPage(<RecurringInvoiceScreen id="rec_1" />, answers);
    expect(await screen.findByText('1 × Hosting (at €49.00 / month)')).toBeVisible();
    expect(screen.getByRole('link', { name: 'NL-0407' })).toHaveAttribute('href', '#/invoices/inv_5');
    expect(screen.getByRole('link', { name: 'Support' })).toBeVisible();
  });

  it('says so when Stripe cannot be asked, and shows the day that is expected', async () => {
    renderPage(<RecurringInvoiceScreen id="rec_1" />, {
      ...answers,
      'recurring.preview': () => refuse({ kind: 'offline' }),
    });
    expect(await screen.findByText('Stripe could not be asked')).toBeVisible();
    expect(screen.getByText(/^Expected on/)).toHaveTextContent('1 Dec 2026');
  });

  it('ends it with its period unless the bookkeeper says now', async () => {
    const user = userEvent.setup();
    const { bridge } = renderPage(<RecurringInvoiceScreen id="rec_1" />, answers);
    await user.click(await screen.findByRole('button', { name: 'More actions' }));
    await user.click(screen.getByRole('menuitem', { name: /^End/ }));
    const dialog = await screen.findByRole('dialog', { name: 'End recurring invoice' });
    await user.click(within(dialog).getByRole('button', { name: 'End with this period' }));
    expect(bridge.asked.find(({ name }) => name === 'recurring.cancel')?.input).toMatchObject({
      id: 'rec_1',
      when: 'period-end',
      credit: false,
    });
  });

  it('offers no change of one that has ended', async () => {
    renderPage(<RecurringInvoiceScreen id="rec_1" />, {
      ...answers,
      'recurring.get': () => ({ ...recurringDetail, standing: 'ended', nextDay: null, actions: [] }),
    });
    expect(await screen.findByText('Ended', { selector: '.badge' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Change' })).not.toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'Next invoice' })).not.toBeInTheDocument();
  });
});

describe('the form of a recurring invoice', () => {
  it('says what is missing only once the bookkeeper wants to begin', async () => {
    const user = userEvent.setup();
    const { bridge } = renderPage(<NewRecurringScreen customerId={null} />, {
      ...answers,
      'recurring.review': () => nothingYet,
    });
    const begin = await screen.findByRole('button', { name: 'Begin recurring invoice' });
    expect(screen.queryByText('Choose a customer.')).not.toBeInTheDocument();
    await user.click(begin);
    expect((await screen.findAllByText('Choose a customer.')).length).toBeGreaterThan(0);
    expect(bridge.asked.map(({ name }) => name)).not.toContain('recurring.create');
  });

  it('begins nothing while a figure cannot be read, and leads to it', async () => {
    const user = userEvent.setup();
    const { bridge } = renderPage(<NewRecurringScreen customerId={null} />, {
      ...answers,
      'recurring.review': () => ({ ...nothingYet, findings: [] }),
    });
    const days = await screen.findByLabelText('Due within');
    await user.type(screen.getByRole('combobox', { name: 'What is billed, item 1' }), 'Hosting');
    await user.type(screen.getByRole('textbox', { name: 'Price, item 1' }), '49');
    await user.clear(days);
    await user.type(days, '3x');
    await user.click(screen.getByRole('button', { name: 'Begin recurring invoice' }));
    expect(days).toHaveFocus();
    expect(days).toHaveValue('3x');
    expect(days).toBeInvalid();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(bridge.asked.map(({ name }) => name)).not.toContain('recurring.create');
    await user.clear(days);
    await user.type(days, '21{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bridge.asked.findLast(({ name }) => name === 'recurring.create')?.input).toMatchObject({
        fields: { collection: { days: 21 } },
      }),
    );
  });

  it('adds an item by Tab after the last cell, and removes one by key', async () => {
    const user = userEvent.setup();
    renderPage(<NewRecurringScreen customerId={null} />, {
      ...answers,
      'recurring.review': () => nothingYet,
    });
    await user.type(await screen.findByRole('combobox', { name: 'What is billed, item 1' }), 'Hosting');
    await user.type(screen.getByRole('textbox', { name: 'Price, item 1' }), '49');
    screen.getByRole('button', { name: /Tax, item 1/ }).focus();
    await user.keyboard('{Tab}');
    expect(await screen.findByRole('combobox', { name: 'What is billed, item 2' })).toHaveFocus();
    await user.keyboard('{Alt>}{Backspace}{/Alt}');
    expect(screen.queryByRole('combobox', { name: 'What is billed, item 2' })).not.toBeInTheDocument();
  });

  it('sends a change with the proration that was chosen', async () => {
    const user = userEvent.setup();
    const { bridge } = renderPage(<ChangeRecurringScreen id="rec_1" />, answers);
    const quantity = await screen.findByRole('textbox', { name: 'Quantity, item 2' });
    await user.clear(quantity);
    await user.type(quantity, '3');
    await user.click(screen.getByRole('button', { name: 'Save the change' }));
    expect(bridge.asked.find(({ name }) => name === 'recurring.change')?.input).toMatchObject({
      id: 'rec_1',
      change: { proration: 'next-invoice', end: null, lines: [{ quantity: 1 }, { quantity: 3 }] },
    });
  });
});
