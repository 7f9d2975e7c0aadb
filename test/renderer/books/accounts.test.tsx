import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { BooksScreen } from '../../../renderer/books/books-screen.tsx';
import { renderPage } from '../support/render-page.tsx';
import { NOW } from '../support/sample-answers.ts';

type Account = CallOutput<'books.accounts'>['rows'][number];

const REVENUE: Account = {
  account: 4000,
  part: '',
  partName: null,
  type: 'income',
  name: 'Revenue',
  standard: 'Revenue',
  items: 0,
  number: '4000',
  codes: { datev: '', quickbooks: '', xero: '' },
};

describe('the accounts', () => {
  const renderAccounts = (refuses = false) =>
    renderPage(<BooksScreen tab="accounts" />, {
      'books.accounts': () => ({
        rows: [
          REVENUE,
          {
            ...REVENUE,
            part: 'txr_1',
            partName: 'VAT 19 %',
            codes: { datev: '8400', quickbooks: '', xero: '' },
          },
        ],
      }),
      'books.saveAccount': () =>
        refuses
          ? {
              refused: {
                kind: 'invalid-input',
                issues: [{ path: 'number', message: 'Another account has this number' }],
              },
            }
          : {},
    });

  it('are named, numbered and coded, each tax rate by itself', async () => {
    const { bridge } = renderAccounts();
    const rate = await screen.findByRole('row', { name: /VAT 19 %/ });
    expect(rate).toHaveTextContent('8400');
    await userEvent.click(screen.getByRole('button', { name: 'Change Revenue' }));
    const name = await screen.findByLabelText('Name');
    await userEvent.clear(name);
    await userEvent.type(name, 'Sales');
    await userEvent.type(screen.getByLabelText(/^Xero code/), '200');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(bridge.asked.findLast((call) => call.name === 'books.saveAccount')?.input).toMatchObject({
        account: 4000,
        part: '',
        name: 'Sales',
        number: '4000',
        codes: { datev: '', quickbooks: '', xero: '200' },
      }),
    );
  });

  it('say at the field why a number cannot be', async () => {
    renderAccounts(true);
    await userEvent.click(await screen.findByRole('button', { name: 'Change Revenue' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Another account has this number.')).toBeVisible();
  });
});

describe('the export for DATEV', () => {
  it('asks for a period, a currency and the numbers there', async () => {
    const { bridge } = renderPage(<BooksScreen tab="accounts" />, {
      'books.accounts': () => ({ rows: [REVENUE] }),
      'books.exportChoices': () => ({
        currencies: ['eur', 'usd'],
        first: '2025-01-01',
        today: '2026-03-05',
        datev: { consultant: 1001, client: 42 },
      }),
      'books.exportTo': () => ({ kind: 'saved', name: 'EXTF_Buchungsstapel.csv' }),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Export journal' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'For DATEV…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Export for DATEV' });
    expect(within(dialog).getByLabelText('Consultant number')).toHaveValue('1001');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Export' }));
    await waitFor(() =>
      expect(bridge.asked.findLast((call) => call.name === 'books.exportTo')?.input).toMatchObject({
        program: 'datev',
        from: '2026-02-01',
        to: '2026-02-28',
        currency: 'eur',
        datev: { consultant: 1001, client: 42 },
      }),
    );
  });
});

describe('the months', () => {
  const PERIODS: CallOutput<'books.periods'> = {
    begins: null,
    closedThrough: '2026-01',
    first: '2025-11',
    closable: ['2026-02'],
    refusal: null,
    log: [
      { seq: 2, kind: 'closed', through: '2026-01', reason: '', at: NOW },
      { seq: 1, kind: 'reopened', through: null, reason: 'A receipt was found', at: NOW },
    ],
  };

  it('are closed, and opened again with a reason', async () => {
    const { bridge } = renderPage(<BooksScreen tab="months" />, {
      'books.periods': () => PERIODS,
      'books.closeMonth': () => ({}),
      'books.reopenMonth': () => ({}),
    });
    expect(await screen.findByText('January 2026')).toBeVisible();
    expect(screen.getByRole('row', { name: /A receipt was found/ })).toHaveTextContent('Opened again');
    await userEvent.click(screen.getByRole('button', { name: 'Close a month…' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Close February 2026' }));
    await waitFor(() =>
      expect(bridge.asked.findLast(({ name }) => name === 'books.closeMonth')?.input).toMatchObject({
        month: '2026-02',
      }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Open again…' }));
    await userEvent.type(await screen.findByLabelText('Why'), 'The accountant asked');
    await userEvent.click(screen.getByRole('button', { name: 'Open again' }));
    await waitFor(() =>
      expect(bridge.asked.findLast(({ name }) => name === 'books.reopenMonth')?.input).toMatchObject({
        month: '2026-01',
        reason: 'The accountant asked',
      }),
    );
  });

  it('say why none can be closed now', async () => {
    renderPage(<BooksScreen tab="months" />, {
      'books.periods': () => ({ ...PERIODS, closable: [], refusal: 'The books are out of balance' }),
    });
    expect(await screen.findByText('The books are out of balance')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Close a month…' })).toBeDisabled();
  });
});
