import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { EditorScreen } from '../../../../renderer/invoices/editor/editor-screen.tsx';
import type { CallOutput } from '../../../../shared/contract/calls.ts';
import type { ReviewFinding } from '../../../../shared/contract/drafts.ts';
import type { Answers } from '../../support/fixture-bridge.ts';
import { renderPage, type RenderedPage } from '../../support/render-page.tsx';
import { sampleDraft, sampleDraftContent } from '../../support/sample-drafts.ts';
import { salesAnswers, sampleReview } from '../../support/sample-sales.ts';

function withReview(change: Partial<CallOutput<'drafts.review'>>): Answers {
  return { ...salesAnswers, 'drafts.review': () => ({ ...sampleReview, ...change }) };
}

async function openReview(answers: Answers): Promise<RenderedPage> {
  const page = renderPage(<EditorScreen id="inv_0" />, answers);
  await userEvent.click(await screen.findByLabelText('Description, line 1'));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('What happens at Stripe');
  return page;
}

const noDescription: ReviewFinding = {
  severity: 'error',
  code: 'empty-line',
  path: 'lines.1.description',
  message: 'Line 2 has no description.',
};

beforeEach(() => {
  location.hash = '#/drafts/inv_0';
});

describe('review and send', () => {
  it('sends what was seen, once, and opens the invoice', async () => {
    const user = userEvent.setup();
    const page = await openReview(salesAnswers);
    expect(screen.getByText('Kaffeerösterei Elbe')).toBeVisible();
    await user.keyboard('{Control>}{Enter}{Enter}{/Control}');
    await waitFor(() => expect(location.hash).toBe('#/invoices/inv_0'));
    const sends = page.bridge.asked.filter(({ name }) => name === 'drafts.send');
    expect(sends).toHaveLength(1);
    expect(sends[0]?.input).toMatchObject({
      id: 'inv_0',
      email: true,
      revision: 3,
      total: { amount: 1_019_185, currency: 'eur' },
    });
  });

  it('issues without an e-mail when asked to', async () => {
    const page = await openReview(salesAnswers);
    await userEvent.click(screen.getByRole('button', { name: 'Issue without e-mailing' }));
    await waitFor(() =>
      expect(page.bridge.asked.findLast(({ name }) => name === 'drafts.send')?.input).toMatchObject({
        email: false,
      }),
    );
  });

  it('leads from an error to its field, which says why until it changes', async () => {
    const user = userEvent.setup();
    const page = await openReview(withReview({ findings: [noDescription] }));
    expect(screen.getByRole('button', { name: /Send invoice/ })).toBeDisabled();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(page.bridge.asked.map(({ name }) => name)).not.toContain('drafts.send');
    await user.click(screen.getByRole('button', { name: 'Go to: Line 2 has no description.' }));
    const field = await screen.findByLabelText('Description, line 2');
    await waitFor(() => expect(field).toHaveFocus());
    expect(field).toHaveAccessibleDescription('Line 2 has no description.');
    await user.keyboard('!');
    expect(field).toBeValid();
  });

  it('sends past warnings', async () => {
    await openReview(
      withReview({
        findings: [{ ...noDescription, severity: 'warning', code: 'no-tax-id', path: 'customerId' }],
      }),
    );
    expect(screen.getByText('Please check')).toBeVisible();
    expect(screen.getByRole('button', { name: /Send invoice/ })).toBeEnabled();
  });

  it('only issues when there is nobody to e-mail', async () => {
    await openReview(withReview({ recipient: { name: 'Walk-in', email: '' } }));
    expect(screen.getByRole('button', { name: /Send invoice/ })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Issue without e-mailing' })).toBeEnabled();
  });

  it('says why sending was refused and keeps the sheet open', async () => {
    await openReview({
      ...salesAnswers,
      'drafts.send': () => ({
        refused: { kind: 'wrong-state', code: 'total', message: 'The total has changed' },
      }),
    });
    await userEvent.click(screen.getByRole('button', { name: /Send invoice/ }));
    expect(await screen.findByText('The total has changed.')).toBeVisible();
    expect(location.hash).toBe('#/drafts/inv_0');
  });
});

describe('fields that cannot be read', () => {
  async function typeInto(label: string, text: string): Promise<void> {
    await userEvent.clear(screen.getByLabelText(label));
    await userEvent.type(screen.getByLabelText(label), text);
  }

  it('block the review, each with a way to it, and change nothing', async () => {
    const user = userEvent.setup();
    const page = renderPage(<EditorScreen id="inv_0" />, salesAnswers);
    await screen.findByLabelText('Description, line 1');
    await typeInto('Discount on the invoice', '150%');
    await typeInto('Quantity, line 3', '2 Stück');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('What happens at Stripe');
    expect(screen.getByRole('button', { name: /Send invoice/ })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Issue without e-mailing' })).toBeDisabled();
    await user.keyboard('{Control>}{Enter}{/Control}');
    const asked = page.bridge.asked.map(({ name }) => name);
    expect(asked).not.toContain('drafts.send');
    expect(screen.getByText('Discount on the invoice: A discount cannot be more than 100%.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Go to: Quantity of line 3: Not a number.' }));
    await waitFor(() => expect(screen.getByLabelText('Quantity, line 3')).toHaveFocus());
    expect(screen.getByLabelText('Quantity, line 3')).toHaveValue('2 Stück');
    expect(screen.getByTestId('draft-total')).toHaveTextContent('€10,191.85');
  });

  it('block it no more once they are undone, or their line is gone', async () => {
    const user = userEvent.setup();
    renderPage(<EditorScreen id="inv_0" />, salesAnswers);
    await screen.findByLabelText('Description, line 1');
    await typeInto('Unit price, line 2', 'about 90');
    await typeInto('Discount, line 3', '-5');
    await user.keyboard('{Control>}z{/Control}');
    expect(screen.getByLabelText('Discount, line 3')).toBeValid();
    await typeInto('Quantity, line 2', '?');
    await user.keyboard('{Alt>}{Backspace}{/Alt}{Control>}{Enter}{/Control}');
    await screen.findByText('What happens at Stripe');
    expect(screen.getByRole('button', { name: /Send invoice/ })).toBeEnabled();
  });

  it('count the days until it is due as they are typed, and block by what is no number of days', async () => {
    const user = userEvent.setup();
    const page = renderPage(<EditorScreen id="inv_0" />, {
      ...salesAnswers,
      'drafts.get': () => ({
        ...sampleDraft,
        content: { ...sampleDraftContent, terms: { kind: 'days', days: 33 } },
      }),
    });
    await screen.findByLabelText('Days');
    await typeInto('Days', '30');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('What happens at Stripe');
    expect(page.bridge.asked.findLast(({ name }) => name === 'drafts.save')?.input).toMatchObject({
      content: { terms: { kind: 'days', days: 30 } },
    });
    await user.keyboard('{Escape}');
    await typeInto('Days', '400');
    await user.keyboard('{Control>}{Enter}{/Control}');
    const fix = { name: 'Go to: Days until it is due: A whole number up to 365.' };
    await user.click(await screen.findByRole('button', fix));
    await waitFor(() => expect(screen.getByLabelText('Days')).toHaveFocus());
  });

  it('keep their line, though nothing else is written in it', async () => {
    const user = userEvent.setup();
    renderPage(<EditorScreen id="inv_0" />, salesAnswers);
    await user.click(await screen.findByRole('button', { name: 'Add line' }));
    await typeInto('Unit price, line 4', '5 EUR/h');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Unit price of line 4: Not an amount.')).toBeVisible();
  });
});
