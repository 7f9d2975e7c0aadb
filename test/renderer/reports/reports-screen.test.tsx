import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { EVERYTHING } from '../../../shared/domain/reports/parameters.ts';
import { columns, count, heading, money, row, text, total } from '../../../shared/domain/reports/table.ts';
import { fromAddress, toAddress } from '../../../renderer/reports/report-parameters.ts';
import { ReportsScreen } from '../../../renderer/reports/reports-screen.tsx';
import { type Answers, refuse } from '../support/fixture-bridge.ts';
import { renderPage } from '../support/render-page.tsx';

type Report = CallOutput<'reports.run'>;

const CHOICES: CallOutput<'reports.choices'> = {
  currencies: ['eur', 'usd'],
  accounts: [{ account: 1200, number: '1200', name: 'Accounts receivable' }],
  today: '2026-11-30',
};

const FEES: Report = {
  title: 'Stripe fees',
  subtitle: 'All dates',
  columns: [...columns({ fee: ['Fee', 'text'], count: ['Times', 'count'], amount: ['Amount', 'money'] })],
  lines: [
    heading('EUR'),
    row([
      text('Stripe’s fee'),
      count(1_234),
      money(56_789, 'eur', {
        kind: 'report',
        id: 'fees',
        parameters: { ...EVERYTHING, currency: 'eur', only: '5000:stripe_fee' },
      }),
    ]),
    total([text('Total'), null, money(56_789, 'eur')]),
  ],
  hasMore: false,
};

const NOTHING: Report = { ...FEES, lines: [] };

function open(id: string, address: string, run: NonNullable<Answers['reports.run']> = () => FEES) {
  return renderPage(<ReportsScreen id={id} address={address} />, {
    'reports.choices': () => CHOICES,
    'reports.run': run,
    'reports.export': ({ format }) => ({ kind: 'saved', name: `Fees.${format}` }),
  });
}

describe('a report', () => {
  it('shows figures in columns, and leads on from them', async () => {
    open('fees', '');
    const table = await screen.findByRole('table', { name: 'Stripe fees' });
    const fee = within(table).getByRole('row', { name: /Stripe’s fee/ });
    expect(fee).toHaveTextContent('1,234');
    expect(within(fee).getByRole('link', { name: '€567.89' })).toHaveAttribute(
      'href',
      '#/reports/fees/currency=eur&only=5000~3Astripe_fee',
    );
    expect(within(table).getByRole('row', { name: /Total/ })).toHaveTextContent('€567.89');
  });

  it('asks for what its address says, and for nothing that is no parameter', async () => {
    const { bridge } = open('fees', 'from=2026-01-01&to=2026-03-31&account=12x&nonsense=1');
    await screen.findByRole('table');
    const asked = bridge.asked.find(({ name }) => name === 'reports.run')?.input;
    expect(asked).toMatchObject({
      id: 'fees',
      parameters: { from: '2026-01-01', to: '2026-03-31', basis: 'invoice' },
    });
    expect(asked).not.toHaveProperty('parameters.account');
    expect(asked).not.toHaveProperty('parameters.nonsense');
  });

  it('fetches more lines when they are asked for', async () => {
    const rest = { ...FEES, lines: [row([text('Another'), null, null])] };
    const { bridge } = open('fees', '', ({ offset }) => (offset === 0 ? { ...FEES, hasMore: true } : rest));
    await userEvent.click(await screen.findByRole('button', { name: 'Show more lines' }));
    expect(await screen.findByText('Another')).toBeVisible();
    expect(screen.getByText('Stripe’s fee')).toBeVisible();
    const offsets = bridge.asked.filter(({ name }) => name === 'reports.run').length;
    expect(offsets).toBe(2);
  });

  it('says when there is nothing, and what is missing', async () => {
    open('payouts', '', () => NOTHING);
    expect(await screen.findByText('Nothing to report')).toBeVisible();
  });

  it('of a period that ends before it begins has no figures and no export', async () => {
    const { bridge } = open('fees', 'from=2026-12-31&to=2026-01-01');
    expect(await screen.findByText('From is after To')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Export' })).toBeDisabled();
    expect(screen.queryByRole('table')).toBeNull();
    expect(bridge.asked.map(({ name }) => name)).not.toContain('reports.run');
  });

  it('as of a day is made whatever period the address still has', async () => {
    open('aging', 'from=2026-12-31&to=2026-01-01');
    expect(await screen.findByRole('table')).toBeVisible();
  });

  it('asks for a customer before it tells of one', async () => {
    const { bridge } = open('activity', '');
    expect(await screen.findByText('Choose a customer')).toBeVisible();
    expect(bridge.asked.map(({ name }) => name)).not.toContain('reports.run');
  });

  it('of one customer can be a letter to them, and no other report can', async () => {
    const { bridge } = open('open-items', 'customer=cus_0&asOf=2026-06-30');
    await userEvent.click(await screen.findByRole('button', { name: 'Export' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Statement \(PDF\)/ }));
    expect(await screen.findByText('Fees.pdf saved')).toBeVisible();
    expect(bridge.asked.findLast(({ name }) => name === 'reports.export')?.input).toMatchObject({
      id: 'open-items',
      parameters: { customer: 'cus_0', asOf: '2026-06-30' },
      format: 'pdf',
    });
  });

  it('leads to the accountant pack of its period, which tells how far it is', async () => {
    const user = userEvent.setup();
    const page = renderPage(<ReportsScreen id="fees" address="from=2026-01-01&to=2026-03-31" />, {
      'reports.choices': () => CHOICES,
      'reports.run': () => FEES,
      'books.packProgress': () => ({ files: { done: 120, all: 340 } }),
      'books.pack': ({ to }) =>
        to === '2026-03-31'
          ? refuse({ kind: 'wrong-state', code: 'posting', message: 'Something is not posted yet.' })
          : { kind: 'saved', name: 'Accountant-pack.zip' },
    });
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Accountant pack/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Accountant pack' });
    expect(await within(dialog).findByText('120 of 340 files are done.')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Make pack' }));
    expect(await within(dialog).findByText('Something is not posted yet.')).toBeVisible();
    expect(page.bridge.asked.findLast(({ name }) => name === 'books.pack')?.input).toMatchObject({
      from: '2026-01-01',
      to: '2026-03-31',
    });
  });

  it('of all customers is no letter', async () => {
    open('open-items', '');
    await userEvent.click(await screen.findByRole('button', { name: 'Export' }));
    expect(await screen.findByRole('menuitem', { name: /Workbook/ })).toBeVisible();
    expect(screen.queryByRole('menuitem', { name: /PDF/ })).toBeNull();
  });

  it('is handed over as it was asked for', async () => {
    const { bridge } = open('fees', 'currency=eur');
    await userEvent.click(await screen.findByRole('button', { name: 'Export' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /Workbook/ }));
    expect(await screen.findByText('Fees.xlsx saved')).toBeVisible();
    const asked = bridge.asked.find(({ name }) => name === 'reports.export')?.input;
    expect(asked).toMatchObject({ id: 'fees', format: 'xlsx', parameters: { currency: 'eur' } });
  });

  it('says what is wrong, and can be asked again', async () => {
    let tries = 0;
    open('fees', '', () => {
      tries += 1;
      return tries === 1 ? refuse({ kind: 'bug', reference: 'a1b2c3d4' }) : FEES;
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.getByRole('table')).toBeVisible());
  });
});

it('writes parameters so that they are read back', () => {
  const parameters = {
    from: '2026-01-01',
    to: '2026-12-31',
    currency: 'eur',
    only: 'a&b=c d/~%é',
    account: 1200,
    basis: 'payment',
  } as const;
  expect(fromAddress(toAddress(parameters))).toEqual(parameters);
});
