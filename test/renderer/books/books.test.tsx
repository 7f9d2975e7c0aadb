import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { BooksScreen } from '../../../renderer/books/books-screen.tsx';
import { ProofPanel } from '../../../renderer/books/proof-panel.tsx';
import { AppStateContext } from '../../../renderer/shell/app-state.ts';
import { ProofButton } from '../../../renderer/shell/proof-button.tsx';
import { renderPage } from '../support/render-page.tsx';
import { NOW, sampleState } from '../support/sample-answers.ts';

type Proof = CallOutput<'books.proof'>;

const PROOF: Proof = {
  state: 'in-balance',
  checkedAt: NOW,
  waiting: 0,
  entries: 2_857,
  movements: [{ currency: 'eur', books: 123_456, stripe: 123_456 }],
  balance: [],
  receivables: [{ currency: 'eur', books: 50_000, stripe: 50_000 }],
  problems: { count: 0, first: [] },
  suspense: [],
  verification: { running: false, done: 0, all: 0, finishedAt: null, entries: 0, finding: null },
};

const renderProof = (change: Partial<Proof> = {}) =>
  renderPage(<BooksScreen tab="proof" />, {
    'books.proof': () => ({ ...PROOF, ...change }),
    'books.verify': () => ({}),
    'sync.compare': () => ({}),
    'books.export': ({ format }) => ({ kind: 'saved', name: `Journal.${format}` }),
  });

describe('the proof of the books', () => {
  it('says that they are in balance, and with what', async () => {
    const { bridge } = renderProof({ suspense: [{ amount: 500, currency: 'eur' }] });
    expect(await screen.findByText('In balance')).toBeVisible();
    expect(screen.getByText(/2,857 entries/)).toHaveTextContent(
      'In suspense until somebody decides what it was: €5.00',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Verify my books' }));
    await waitFor(() => expect(bridge.asked.map(({ name }) => name)).toContain('books.verify'));
  });

  it('offers to fetch everything again where nothing that it could name differs', async () => {
    const { bridge } = renderProof({
      state: 'out-of-balance',
      receivables: [{ currency: 'eur', books: 5_174_816, stripe: 5_175_816 }],
    });
    const banner = await screen.findByRole('alert');
    expect(banner).toHaveTextContent('The figures that differ are marked below');
    await userEvent.click(within(banner).getByRole('button', { name: 'Fetch everything again' }));
    await waitFor(() => expect(bridge.asked.map(({ name }) => name)).toContain('sync.compare'));
  });

  it('names what does not agree, and offers to fetch it again', async () => {
    const { bridge } = renderProof({
      state: 'out-of-balance',
      movements: [{ currency: 'eur', books: 123_456, stripe: 123_457 }],
      problems: {
        count: 2,
        first: [
          {
            stripeId: 'in_1',
            invoiceId: 'in_1',
            number: 'NL-0412',
            currency: 'eur',
            expected: 11_900,
            found: 0,
          },
        ],
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Out of balance');
    const row = screen.getByRole('row', { name: /NL-0412/ });
    expect(within(row).getByRole('link')).toHaveAttribute('href', '#/invoices/in_1');
    expect(row).toHaveTextContent('€119.00');
    expect(screen.getByText('And 1 more.')).toBeVisible();
    expect(screen.getByText('-€0.01')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Fetch everything again' }));
    await waitFor(() => expect(bridge.asked.map(({ name }) => name)).toContain('sync.compare'));
  });

  it.each([
    [{ kind: 'chain', what: '17' }, 'Entry 17 was changed, or is not the next one'],
    [{ kind: 'case', what: 'movement:txn_1' }, 'movement:txn_1 is not what follows from Stripe’s word'],
    [{ kind: 'period', what: '18' }, 'Entry 18 stands in a month that was closed'],
    [{ kind: 'closing', what: '2' }, 'Closing 2 was changed after it was made'],
    [{ kind: 'sum', what: '1100 eur' }, 'The sum of account 1100 eur is not that of its postings'],
  ] as const)('says what a verification found: %o', async (finding, words) => {
    renderProof({ verification: { ...PROOF.verification, finishedAt: NOW, entries: 20, finding } });
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('shows how far a verification is', async () => {
    renderProof({ verification: { ...PROOF.verification, running: true, done: 500, all: 2_000 } });
    expect(await screen.findByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
    expect(screen.getByRole('button', { name: 'Verify my books' })).toBeDisabled();
  });

  it('hands the journal to other programs', async () => {
    const { bridge } = renderProof();
    await userEvent.click(await screen.findByRole('button', { name: 'Export journal' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'For Beancount' }));
    expect(await screen.findByText('Journal.beancount saved')).toBeVisible();
    expect(bridge.asked.find(({ name }) => name === 'books.export')?.input).toMatchObject({
      format: 'beancount',
    });
  });
});

describe('the foot of every screen', () => {
  it.each([
    [{}, /^In balance, \d\d:\d\d$/],
    [{ state: 'posting', waiting: 3 }, /^Posting$/],
    [{ state: 'out-of-balance' }, /^Out of balance$/],
  ] as const)('says how the books stand: %o', async (change, name) => {
    renderPage(<ProofButton />, { 'books.proof': () => ({ ...PROOF, ...change }) });
    expect(await screen.findByRole('link', { name })).toHaveAttribute('href', '#/books');
  });

  it('claims nothing of damaged books', async () => {
    const books = sampleState.books && { ...sampleState.books, isReadOnly: true };
    renderPage(
      <AppStateContext value={{ ...sampleState, books }}>
        <ProofPanel />
        <ProofButton />
      </AppStateContext>,
      { 'books.proof': () => PROOF },
    );
    expect(await screen.findByText('In balance')).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});

describe('the trial balance', () => {
  it('sums each currency by itself, and asks for a period', async () => {
    const row = { type: 'asset', opening: 0, debit: 10_000, credit: 0, closing: 10_000 } as const;
    const { bridge } = renderPage(<BooksScreen tab="trial-balance" />, {
      'books.trialBalance': () => ({
        rows: [
          { ...row, account: 1000, number: '1000', name: 'Bank', currency: 'eur' },
          {
            ...row,
            account: 4000,
            number: '4000',
            name: 'Revenue',
            currency: 'eur',
            debit: 0,
            credit: 10_000,
            closing: -10_000,
          },
        ],
      }),
    });
    const sum = await screen.findByRole('row', { name: /^Sum/ });
    expect(
      within(sum)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['€0.00', '€100.00', '€100.00', '€0.00']);
    expect(bridge.asked.at(-1)?.input).toEqual({ from: null, to: null });
  });

  it('has no figures of a period that ends before it begins, and says so at the field', async () => {
    const row = { type: 'asset', opening: 0, debit: 10_000, credit: 0, closing: 10_000 } as const;
    const bank = { ...row, account: 1000, number: '1000', name: 'Bank', currency: 'eur' };
    const { bridge } = renderPage(<BooksScreen tab="trial-balance" />, {
      'books.trialBalance': () => ({ rows: [bank] }),
    });
    await screen.findByRole('row', { name: /^Sum/ });
    const type = async (name: string, keys: string): Promise<void> => {
      const [month] = within(screen.getByRole('group', { name })).getAllByRole('spinbutton');
      if (month) await userEvent.click(month);
      await userEvent.keyboard(keys);
    };
    await type('From', '12312026');
    await type('To', '01012026');
    expect(await screen.findByText('From is after To')).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
    expect(bridge.asked.map(({ input }) => input)).not.toContainEqual({
      from: '2026-12-31',
      to: '2026-01-01',
    });
  });

  it('says that nothing is posted yet', async () => {
    renderPage(<BooksScreen tab="trial-balance" />, { 'books.trialBalance': () => ({ rows: [] }) });
    expect(await screen.findByText('Nothing posted yet')).toBeVisible();
  });
});

describe('the journal', () => {
  it('shows each entry with what it is about, debits and credits', async () => {
    renderPage(<BooksScreen tab="journal" />, {
      'books.journal': () => ({
        rows: [
          {
            seq: 2,
            day: '2026-03-05',
            happened: '2026-02-27',
            kind: 'movement',
            category: 'charge',
            stripeId: 'txn_1',
            isCorrection: true,
            subject: { kind: 'payment', id: 'pi_1', label: 'Kaffeerösterei Elbe' },
            postings: [
              {
                account: 1100,
                number: '1100',
                name: 'Stripe balance',
                partName: null,
                currency: 'eur',
                amount: 11_707,
              },
              {
                account: 2200,
                number: '2200',
                name: 'Payments to be applied',
                partName: null,
                currency: 'eur',
                amount: -11_707,
              },
            ],
          },
        ],
        next: null,
      }),
    });
    const row = await screen.findByRole('row', { name: /Payment received, corrected/ });
    expect(within(row).getByRole('link', { name: 'Kaffeerösterei Elbe' })).toHaveAttribute(
      'href',
      '#/payments/pi_1',
    );
    expect(row).toHaveTextContent('5 Mar 2026of 27 Feb 2026');
    expect(screen.getAllByText('€117.07')).toHaveLength(2);
  });

  it('tells which tax a posting to tax payable is of', async () => {
    const tax = { account: 2100, number: '2100', name: 'Tax payable', currency: 'eur' };
    const entry = { seq: 1, day: '2026-03-05', happened: null, kind: 'invoice.finalized', category: null };
    renderPage(<BooksScreen tab="journal" />, {
      'books.journal': () => ({
        rows: [
          {
            ...entry,
            stripeId: 'in_1',
            isCorrection: false,
            subject: null,
            postings: [
              { ...tax, partName: 'VAT 19 %', amount: -1_900 },
              { ...tax, partName: 'VAT 7 %', amount: -700 },
            ],
          },
        ],
        next: null,
      }),
    });
    expect(await screen.findByText('VAT 19 %')).toBeVisible();
    expect(screen.getByText('VAT 7 %')).toBeVisible();
  });
});
