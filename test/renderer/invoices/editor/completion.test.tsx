import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../../../shared/contract/calls.ts';
import { EditorScreen } from '../../../../renderer/invoices/editor/editor-screen.tsx';
import type { Answers } from '../../support/fixture-bridge.ts';
import { renderPage, type RenderedPage } from '../../support/render-page.tsx';
import { samplePrice } from '../../support/sample-catalogue.ts';
import { sampleDraft, sampleDraftContent } from '../../support/sample-drafts.ts';
import { salesAnswers } from '../../support/sample-sales.ts';

const FOUND = [
  { itemId: 'item_hosting', name: 'Hosting', price: samplePrice({ id: 'cost_hosting' }) },
  {
    itemId: 'item_host',
    name: 'Hostess, per evening',
    price: samplePrice({ id: 'cost_host', every: null, unitAmountDecimal: '12050' }),
  },
].map((item) => ({ ...item, description: '', unitLabel: '' }));

async function openBlank(answers: Answers = {}): Promise<RenderedPage> {
  const page = renderPage(<EditorScreen id="inv_0" />, {
    ...salesAnswers,
    'drafts.get': () => ({ ...sampleDraft, content: { ...sampleDraftContent, lines: [] } }),
    'items.find': ({ text }) => ({
      rows: FOUND.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase())),
    }),
    ...answers,
  });
  await screen.findByLabelText('Description, line 1');
  return page;
}

const cell = (name: string, line = 1): HTMLElement => screen.getByLabelText(`${name}, line ${line}`);
const options = (): readonly (string | null)[] =>
  screen.queryAllByRole('option').map(({ textContent }) => textContent);

beforeEach(() => {
  location.hash = '#/drafts/inv_0';
});

describe('typing a description', () => {
  it('offers items in the currency of the invoice, and takes one by keyboard with its price and tax', async () => {
    const user = userEvent.setup();
    const page = await openBlank();
    await user.click(cell('Description'));
    await user.keyboard('host');
    await waitFor(() =>
      expect(page.bridge.asked.findLast(({ name }) => name === 'items.find')?.input).toEqual({
        text: 'host',
        currency: 'eur',
      }),
    );
    await waitFor(() => expect(options()).toHaveLength(2));
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(cell('Description')).toHaveFocus();
    expect(cell('Description')).toHaveAttribute(
      'aria-activedescendant',
      screen.getAllByRole('option')[1]?.id,
    );
    await user.keyboard('{Enter}');
    expect(cell('Description')).toHaveValue('Hostess, per evening');
    expect(cell('Unit price')).toHaveValue('120.50');
    expect(cell('Quantity')).toHaveFocus();
    expect(screen.getByLabelText(/^Tax, line 1/)).toHaveTextContent('19%');
    expect(options()).toEqual([]);
    expect(screen.getByRole('img', { name: 'An item of the catalogue' })).toBeVisible();
    // One step back is what had been typed.
    await user.keyboard('{Control>}z{/Control}');
    expect(cell('Description')).toHaveValue('host');
    expect(cell('Unit price')).toHaveValue('0.00');
    expect(screen.queryByRole('img', { name: 'An item of the catalogue' })).toBeNull();
  });

  it('keeps the item through a changed price and other words, until the words are emptied or it is set free', async () => {
    const user = userEvent.setup();
    const page = await openBlank();
    const saved = (): unknown => {
      const input = page.bridge.asked.findLast(({ name }) => name === 'drafts.save')?.input;
      return (input as CallInput<'drafts.save'> | undefined)?.content.lines[0]?.item;
    };
    const choose = async (): Promise<void> => {
      await user.click(cell('Description'));
      await user.keyboard('hosting');
      await user.click(await screen.findByRole('option'));
    };
    await choose();
    await user.clear(cell('Unit price'));
    await user.type(cell('Unit price'), '39');
    await user.type(cell('Description'), ', in June');
    await waitFor(() => expect(saved()).toEqual({ itemId: 'item_hosting', priceId: 'cost_hosting' }));
    await user.clear(cell('Description'));
    await waitFor(() => expect(saved()).toBeNull());
    await choose();
    await user.click(screen.getByRole('button', { name: 'Actions for line 1' }));
    await user.click(await screen.findByRole('menuitem', { name: /Not of the catalogue/ }));
    await waitFor(() => expect(saved()).toBeNull());
    expect(cell('Description')).toHaveValue('Hosting');
  });

  it('takes one by the mouse', async () => {
    const user = userEvent.setup();
    await openBlank();
    await user.click(cell('Description'));
    await user.keyboard('hosting');
    await user.click(await screen.findByRole('option'));
    expect(cell('Unit price')).toHaveValue('49.00');
  });

  it('is not disturbed: Enter goes on, Escape only closes the list, one letter offers nothing', async () => {
    const user = userEvent.setup();
    await openBlank();
    await user.click(cell('Description'));
    await user.keyboard('h');
    await user.keyboard('ost');
    await waitFor(() => expect(options()).toHaveLength(2));
    await user.keyboard('{Escape}');
    expect(options()).toEqual([]);
    expect(location.hash).toBe('#/drafts/inv_0');
    await user.keyboard('ing');
    await waitFor(() => expect(options()).toHaveLength(1));
    await user.keyboard('{Enter}');
    expect(cell('Description', 1)).toHaveValue('hosting');
    expect(cell('Description', 2)).toHaveFocus();
    expect(options()).toEqual([]);
  });
});

describe('the ways to pay', () => {
  it('are those of the currency; one that does not know a new currency says so until it is taken away', async () => {
    const user = userEvent.setup();
    const page = await openBlank({
      'drafts.get': () => ({
        ...sampleDraft,
        content: { ...sampleDraftContent, currency: 'usd', paymentMethods: ['sepa_debit'] },
      }),
    });
    expect(screen.getByText('SEPA direct debit takes EUR only, and this is in USD.')).toBeVisible();
    expect(screen.queryByLabelText('Bacs direct debit')).not.toBeInTheDocument();
    await user.click(screen.getByLabelText('SEPA direct debit'));
    expect(screen.queryByLabelText('SEPA direct debit')).not.toBeInTheDocument();
    expect(screen.getByText('None chosen: as set in Stripe’s dashboard')).toBeVisible();
    await user.click(screen.getByLabelText('Card'));
    await waitFor(() =>
      expect(page.bridge.asked.findLast(({ name }) => name === 'drafts.save')?.input).toMatchObject({
        content: { paymentMethods: ['card'] },
      }),
    );
  });
});
