import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { InvoicesScreen } from '../../../../renderer/invoices/list/invoices-screen.tsx';
import type { Answers } from '../../support/fixture-bridge.ts';
import { giveElementsASize } from '../../support/element-size.ts';
import { renderPage, type RenderedPage } from '../../support/render-page.tsx';
import { sampleRow, sampleRows } from '../../support/sample-rows.ts';
import { salesAnswers } from '../../support/sample-sales.ts';

giveElementsASize(1200, 400);

async function openList(answers: Answers = {}): Promise<RenderedPage> {
  const page = renderPage(<InvoicesScreen />, { ...salesAnswers, ...answers });
  await screen.findByRole('grid', { name: 'Invoices' });
  return page;
}

beforeEach(() => {
  location.hash = '#/invoices';
  localStorage.clear();
});

describe('the invoice list', () => {
  it('opens a draft in the editor and an issued invoice on its page', async () => {
    const user = userEvent.setup();
    await openList();
    await screen.findByText('NL-0411');
    await user.keyboard('{Enter}');
    expect(location.hash).toBe('#/drafts/inv_0');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(location.hash).toBe('#/invoices/inv_1');
  });

  it.each([
    ['v', 'alertdialog', 'Void this invoice?', 'Void invoice', 'invoices.void'],
    ['m', 'alertdialog', 'Send this invoice again?', 'Send again', 'invoices.sendAgain'],
    ['r', 'dialog', 'Was this invoice paid outside Stripe?', 'Mark as paid', 'invoices.markPaid'],
  ] as const)('acts on the focused row by the key %s, and names it', async (key, role, title, verb, call) => {
    const user = userEvent.setup();
    const page = await openList({ [call]: () => ({ operationId: 'op_1' }) });
    await screen.findByText('NL-0411');
    await user.keyboard(`{ArrowDown}${key}`);
    const dialog = await screen.findByRole(role, { name: title });
    expect(dialog).toHaveTextContent('NL-0411');
    await user.click(within(dialog).getByRole('button', { name: verb }));
    await waitFor(() =>
      expect(page.bridge.asked.findLast(({ name }) => name === call)?.input).toMatchObject({ id: 'inv_1' }),
    );
    expect(location.hash).toBe('#/invoices');
  });

  it('opens a draft by e, a copy by d, and says what an invoice does not allow', async () => {
    const user = userEvent.setup();
    const page = await openList();
    await screen.findByText('NL-0411');
    await user.keyboard('e');
    await waitFor(() => expect(location.hash).toBe('#/drafts/inv_0'));
    location.hash = '#/invoices';
    await user.keyboard('{ArrowDown}e');
    expect(await screen.findByText('NL-0411 cannot be edited any more')).toBeVisible();
    expect(location.hash).toBe('#/invoices');
    await user.keyboard('d');
    await waitFor(() => expect(location.hash).toMatch(/^#\/drafts\//));
    expect(page.bridge.asked.findLast(({ name }) => name === 'drafts.create')?.input).toMatchObject({
      copyOf: 'inv_1',
    });
  });

  it('acts on no row while the focus is elsewhere', async () => {
    const user = userEvent.setup();
    const page = await openList();
    await screen.findByText('NL-0411');
    await user.keyboard('{ArrowDown}');
    screen.getByRole('tab', { name: /^All/ }).focus();
    await user.keyboard('vd');
    screen.getByRole('searchbox', { name: 'Search invoices' }).focus();
    await user.keyboard('vd');
    expect(page.bridge.asked.map(({ name }) => name)).not.toContain('invoices.get');
    expect(screen.queryByRole('alertdialog', { name: 'Void this invoice?' })).not.toBeInTheDocument();
  });

  it('says of a late invoice that a part of it has come in', async () => {
    const late = { ...sampleRow(3), daysPastDue: 12, balanceDue: 4000, amountPaid: 5900 };
    await openList({
      'invoices.list': () => ({ rows: [late, { ...late, id: 'inv_b', balanceDue: 9900, amountPaid: 0 }] }),
      'invoices.sums': () => ({ count: 2, total: [], balanceDue: [] }),
    });
    expect(await screen.findByText('12 days, partly paid')).toBeVisible();
    expect(screen.getByText('12 days')).toBeVisible();
  });

  it('tells how many and how much, of all and of what is selected', async () => {
    const user = userEvent.setup();
    await openList();
    expect(await screen.findByText('220 invoices')).toBeVisible();
    await screen.findByText('NL-0411');
    await user.keyboard('j {Shift>}{ArrowDown}{/Shift}');
    const bar = await screen.findByRole('region', { name: 'Selected invoices' });
    expect(within(bar).getByRole('status')).toHaveTextContent('2 selected');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: 'Selected invoices' })).not.toBeInTheDocument();
  });

  it('exports what is selected and names what was left out', async () => {
    const user = userEvent.setup();
    const page = await openList({
      'documents.exportMany': ({ invoiceIds }) => ({
        saved: { kind: 'download', name: 'invoices.zip', ticket: 't-1' },
        included: invoiceIds.length - 1,
        skipped: [{ invoiceId: 'inv_1', reason: 'It is still a draft' }],
      }),
    });
    await screen.findByText('NL-0411');
    await user.keyboard('{Control>}a{/Control}');
    await screen.findByText('220 selected', { selector: '.bulk-bar__count' });
    await user.keyboard('{Control>}e{/Control}');
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    expect(await screen.findByText('invoices.zip downloaded')).toBeVisible();
    expect(screen.getByText('It is still a draft')).toBeVisible();
    expect(page.bridge.downloads).toEqual(['t-1']);
    expect(page.bridge.asked.findLast(({ name }) => name === 'documents.exportMany')?.input).toMatchObject({
      invoiceIds: sampleRows.map(({ id }) => id),
    });
  });

  it('says what to do when nothing matches, and takes the filters away', async () => {
    const user = userEvent.setup();
    await openList();
    await user.keyboard('/');
    await user.keyboard('nobody');
    await user.click(await screen.findByRole('button', { name: 'Clear search and filters' }));
    expect(await screen.findByText('220 invoices')).toBeVisible();
    expect(screen.getByRole('searchbox', { name: 'Search invoices' })).toHaveValue('');
  });

  it.each([
    ['Draft', 'No drafts'],
    ['Open', 'Nothing is open'],
    ['Past due', 'Nothing is past due'],
    ['Paid', 'Nothing has been paid yet'],
    ['Recurring', 'Nothing has recurred yet'],
  ])('has its own words for an empty tab: %s', async (tab, title) => {
    renderPage(<InvoicesScreen />, {
      ...salesAnswers,
      'invoices.sums': () => ({ count: 0, total: [], balanceDue: [] }),
      'invoices.list': () => ({ rows: [] }),
    });
    await userEvent.click(await screen.findByRole('tab', { name: new RegExp(`^${tab}`) }));
    expect(await screen.findByText(title)).toBeVisible();
  });

  it('keeps the columns that were chosen', async () => {
    const user = userEvent.setup();
    const page = await openList();
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Tax' }));
    expect(screen.getByRole('columnheader', { name: 'Tax', hidden: true })).toBeInTheDocument();
    page.unmount();
    await openList();
    expect(screen.getByRole('columnheader', { name: 'Tax' })).toBeInTheDocument();
  });
});
