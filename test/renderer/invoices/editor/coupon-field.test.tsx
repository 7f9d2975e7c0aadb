import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { EditorScreen } from '../../../../renderer/invoices/editor/editor-screen.tsx';
import { catalogueAnswers } from '../../support/sample-catalogue.ts';
import { renderPage } from '../../support/render-page.tsx';
import { sampleDraft, sampleDraftContent } from '../../support/sample-drafts.ts';
import { salesAnswers } from '../../support/sample-sales.ts';

beforeEach(() => {
  location.hash = '#/drafts/inv_0';
});

const open = async (content: Partial<typeof sampleDraftContent> = {}): Promise<void> => {
  renderPage(<EditorScreen id="inv_0" />, {
    ...salesAnswers,
    ...catalogueAnswers,
    'drafts.get': () => ({ ...sampleDraft, content: { ...sampleDraftContent, ...content } }),
  });
  await screen.findByLabelText('Description, line 1');
};

const coupon = (): Promise<HTMLElement> => screen.findByRole('button', { name: /Coupon/ });
const total = (): string | null => screen.getByTestId('draft-total').textContent;

describe('the coupon of an invoice', () => {
  it('offers what can be given in this currency, and changes the total at once', async () => {
    const user = userEvent.setup();
    await open();
    const before = total();
    await user.click(await coupon());
    const list = await screen.findByRole('listbox');
    const names = within(list)
      .getAllByRole('option')
      .map(({ textContent }) => textContent);
    expect(names).not.toContainEqual(expect.stringContaining('Opening'));
    expect(names).not.toContainEqual(expect.stringContaining('10 % discount'));
    await user.click(within(list).getByRole('option', { name: /Partner/ }));
    await waitFor(() => expect(total()).not.toBe(before));
  });

  it('says why one that was chosen cannot be given any more', async () => {
    await open({ couponId: 'OLD' });
    expect(await screen.findByText(/cannot be given any more/)).toBeVisible();
  });
});
