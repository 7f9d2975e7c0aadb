import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../../../shared/contract/calls.ts';
import { EditorScreen } from '../../../../renderer/invoices/editor/editor-screen.tsx';
import type { Answers } from '../../support/fixture-bridge.ts';
import { renderPage, type RenderedPage } from '../../support/render-page.tsx';
import { sampleDraft, sampleDraftContent } from '../../support/sample-drafts.ts';
import { salesAnswers } from '../../support/sample-sales.ts';

const oneLine = {
  ...sampleDraft,
  content: { ...sampleDraftContent, lines: [] },
};

async function openEditor(answers: Answers = {}): Promise<RenderedPage> {
  const page = renderPage(<EditorScreen id="inv_0" />, { ...salesAnswers, ...answers });
  await screen.findByLabelText('Description, line 1');
  return page;
}

const cell = (name: string, line: number): HTMLElement => screen.getByLabelText(`${name}, line ${line}`);
const descriptions = (): readonly string[] =>
  screen
    .getAllByLabelText(/^Description, line/)
    .map((field) => (field instanceof HTMLTextAreaElement ? field.value : ''));
const total = (): string => screen.getByTestId('draft-total').textContent;

function lastSaved(page: RenderedPage): CallInput<'drafts.save'> | undefined {
  // What was asked under this name has this input: the bridge holds it to the contract.
  return page.bridge.asked.findLast(({ name }) => name === 'drafts.save')?.input as
    | CallInput<'drafts.save'>
    | undefined;
}

beforeEach(() => {
  location.hash = '#/drafts/inv_0';
});

describe('the lines by keyboard', () => {
  it('have the focus at once when the customer is known', async () => {
    await openEditor();
    expect(cell('Description', 1)).toHaveFocus();
  });

  it('go on with Tab from the last cell, and leave the table from a blank line', async () => {
    const user = userEvent.setup();
    await openEditor({ 'drafts.get': () => oneLine });
    await user.click(cell('Description', 1));
    await user.keyboard('Design{Tab}2{Tab}3*45+10{Tab}{Tab}10%{Tab}');
    expect(cell('Description', 2)).toHaveFocus();
    expect(cell('Unit price', 1)).toHaveValue('145.00');
    expect(cell('Discount', 1)).toHaveValue('10%');
    await user.keyboard('{Tab}{Tab}{Tab}{Tab}{Tab}');
    expect(screen.queryByLabelText('Description, line 3')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Add line' })).toHaveFocus();
    // 2 × 145 less 10%, and 19% of it.
    expect(total()).toBe('€310.59');
  });

  it('move with Alt and the arrows, and keep the focus in the line', async () => {
    const user = userEvent.setup();
    await openEditor();
    const [first = '', second = '', third = ''] = descriptions();
    await user.click(cell('Quantity', 1));
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(descriptions()).toEqual([second, first, third]);
    expect(cell('Quantity', 2)).toHaveFocus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}{ArrowDown}');
    expect(descriptions()).toEqual([first, second, third]);
    expect(cell('Quantity', 2)).toHaveFocus();
  });

  it('are deleted with Alt and Backspace; one always stays', async () => {
    const user = userEvent.setup();
    await openEditor();
    await user.click(cell('Unit price', 3));
    await user.keyboard('{Alt>}{Backspace}{/Alt}');
    expect(cell('Description', 2)).toHaveFocus();
    await user.keyboard('{Alt>}{Backspace}{Backspace}{/Alt}');
    expect(descriptions()).toEqual(['']);
    expect(cell('Description', 1)).toHaveFocus();
  });

  it('go down with Enter, and show the result of arithmetic before it is left', async () => {
    const user = userEvent.setup();
    await openEditor();
    await user.click(cell('Unit price', 1));
    await user.keyboard('12,50*2');
    expect(screen.getByText('= 25.00')).toBeVisible();
    await user.keyboard('{Enter}');
    expect(cell('Unit price', 2)).toHaveFocus();
    expect(cell('Unit price', 1)).toHaveValue('25.00');
  });

  it('keep what cannot be read and say why', async () => {
    const user = userEvent.setup();
    await openEditor();
    const quantity = cell('Quantity', 1);
    await user.click(quantity);
    await user.keyboard('two{Tab}');
    expect(quantity).toHaveValue('two');
    expect(quantity).toBeInvalid();
    expect(quantity).toHaveAccessibleDescription('Not a number');
  });
});

describe('the amounts', () => {
  it('of lines and sums are those of the document', async () => {
    await openEditor({
      'drafts.get': () => ({
        ...sampleDraft,
        content: { ...sampleDraftContent, discount: { kind: 'percent', percent: '10' } },
      }),
    });
    // 42.5 × 95 less 10%.
    expect(within(screen.getAllByRole('row')[2] ?? document.body).getByText('€3,633.75')).toBeVisible();
    const sums = within(screen.getByRole('region', { name: 'Totals' }));
    expect(sums.getByText('Subtotal').nextElementSibling).toHaveTextContent('€8,579.25');
    expect(sums.getByText('Discount').nextElementSibling).toHaveTextContent('857.93');
  });

  it('that Stripe cannot charge are refused in their cell at once, and capped nowhere', async () => {
    const user = userEvent.setup();
    await openEditor();
    await user.click(cell('Unit price', 3));
    await user.keyboard('999999999999');
    expect(cell('Unit price', 3)).toHaveAccessibleDescription('More than Stripe can charge');
    expect(total()).toBe('€10,191.85');
    await user.click(cell('Quantity', 1));
    await user.keyboard('9999999999');
    expect(cell('Quantity', 1)).toHaveAccessibleDescription('More than Stripe can charge');
  });

  it('that were pasted so large say it where they stand', async () => {
    const user = userEvent.setup();
    await openEditor({ 'drafts.get': () => oneLine });
    await user.click(cell('Description', 1));
    await user.paste('Screws\t1\t999999999999\nNails\t1000000000\t500');
    expect(cell('Unit price', 1)).toHaveAccessibleDescription('More than Stripe can charge');
    expect(cell('Quantity', 2)).toHaveAccessibleDescription('More than Stripe can charge');
    expect(cell('Unit price', 2)).toBeValid();
  });
});

describe('pasted rows', () => {
  it('take the place of a blank line', async () => {
    const user = userEvent.setup();
    const page = await openEditor({ 'drafts.get': () => oneLine });
    await user.click(cell('Description', 1));
    await user.paste('Screws\t100\t0.015\nNails\t50\t0.02\n');
    expect(descriptions()).toEqual(['Screws', 'Nails']);
    expect(cell('Unit price', 1)).toHaveValue('0.015');
    await waitFor(() =>
      expect(lastSaved(page)?.content.lines.map((line) => line.unitAmountDecimal)).toEqual(['1.5', '2']),
    );
  });

  it('follow a line that is written in; a plain text stays in its field', async () => {
    const user = userEvent.setup();
    await openEditor();
    await user.click(cell('Description', 3));
    await user.paste(', bound');
    expect(descriptions()[2]).toBe('Printed style guide, bound');
    await user.paste('One\nTwo');
    expect(descriptions().slice(2)).toEqual(['Printed style guide, bound', 'One', 'Two']);
  });
});

describe('undo', () => {
  it('reaches figures, texts and deleted lines, whichever field has the focus', async () => {
    const user = userEvent.setup();
    await openEditor();
    const before = total();
    await user.click(cell('Quantity', 1));
    await user.keyboard('7');
    await user.click(screen.getByLabelText('Memo'));
    await user.keyboard(' Danke');
    await user.click(cell('Quantity', 3));
    await user.keyboard('{Alt>}{Backspace}{/Alt}');
    expect(descriptions()).toHaveLength(2);
    await user.keyboard('{Control>}z{/Control}');
    expect(descriptions()).toHaveLength(3);
    await user.keyboard('{Control>}zz{/Control}');
    expect(screen.getByLabelText('Memo')).toHaveValue(sampleDraftContent.memo);
    await user.keyboard('{Control>}z{/Control}');
    expect(cell('Quantity', 1)).toHaveValue('1');
    expect(total()).toBe(before);
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(cell('Quantity', 1)).toHaveValue('7');
  });

  it('takes a figure back while it is being typed', async () => {
    const user = userEvent.setup();
    await openEditor();
    await user.click(cell('Unit price', 1));
    await user.keyboard('9{Control>}z{/Control}');
    expect(cell('Unit price', 1)).toHaveValue('4,800.00');
  });
});

describe('saving', () => {
  it('happens by itself, with the revision of the save before', async () => {
    const user = userEvent.setup();
    const page = await openEditor();
    await user.click(screen.getByLabelText('Memo'));
    await user.keyboard('!');
    await waitFor(() => expect(lastSaved(page)?.content.memo).toBe(`${sampleDraftContent.memo}!`));
    expect(lastSaved(page)?.revision).toBe(3);
    await screen.findByText('Saved');
    await user.keyboard('?');
    await waitFor(() => expect(lastSaved(page)?.revision).toBe(4));
  });

  it('is finished when the editor is closed at once', async () => {
    const user = userEvent.setup();
    const page = await openEditor();
    await user.click(screen.getByLabelText('Memo'));
    await user.keyboard('!');
    page.unmount();
    expect(lastSaved(page)?.content.memo).toBe(`${sampleDraftContent.memo}!`);
  });

  it('never overwrites what another window saved', async () => {
    const user = userEvent.setup();
    await openEditor({
      'drafts.save': () => ({
        refused: { kind: 'wrong-state', code: 'stale', message: 'The draft was changed in another window' },
      }),
    });
    await user.click(screen.getByLabelText('Memo'));
    await user.keyboard('!');
    const banner = await screen.findByRole('alert');
    expect(banner).toHaveTextContent('The draft was changed in another window');
    await user.click(within(banner).getByRole('button', { name: 'Load it again' }));
    await waitFor(() => expect(screen.getByLabelText('Memo')).toHaveValue(sampleDraftContent.memo));
  });

  it('leaves no trace of a draft that nobody wrote in', async () => {
    const blank = { ...oneLine, content: { ...oneLine.content, customerId: null } };
    const page = await openEditor({ 'drafts.get': () => blank });
    page.unmount();
    await waitFor(() => expect(page.bridge.asked.map(({ name }) => name)).toContain('drafts.delete'));
  });

  it('is told from an editor that could not be opened where there is no such draft', async () => {
    renderPage(<EditorScreen id="gone" />, {
      ...salesAnswers,
      'drafts.get': () => ({ refused: { kind: 'not-found', what: 'invoice' } }),
    });
    expect(await screen.findByText('There is no such draft invoice')).toBeVisible();
    expect(screen.getByRole('link', { name: 'All invoices' })).toBeVisible();
  });
});
