import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { CreditNotesScreen } from '../../../renderer/corrections/credit-notes-screen.tsx';
import { CreditNoteScreen } from '../../../renderer/corrections/detail/credit-note-screen.tsx';
import { UnmatchedScreen } from '../../../renderer/corrections/unmatched-screen.tsx';
import { giveElementsASize } from '../support/element-size.ts';
import { refuse } from '../support/fixture-bridge.ts';
import { renderPage } from '../support/render-page.tsx';
import { salesAnswers } from '../support/sample-sales.ts';

giveElementsASize(1200, 400);

beforeEach(() => {
  location.hash = '#/credit-notes';
});

describe('the list of credit notes', () => {
  it('says how each stands and where the money went, and leads to those that lack their counterpart', async () => {
    renderPage(<CreditNotesScreen />, salesAnswers);
    expect(await screen.findByText('Refund failed', { selector: '.badge' })).toBeVisible();
    expect(screen.getAllByText('Off what was owed').length).toBeGreaterThan(0);
    expect(await screen.findByText('2 refunds and credit notes have no counterpart.')).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: 'Look at them' }));
    expect(location.hash).toBe('#/unmatched');
  });
});

describe('the page of a credit note', () => {
  it('shows its taxes, where the money went and that it failed', async () => {
    renderPage(<CreditNoteScreen id="cn_2" />, salesAnswers);
    expect(await screen.findByText('VAT 19 %')).toBeVisible();
    expect(screen.getByText('Failed · lost or stolen card')).toBeVisible();
    expect(screen.getByRole('link', { name: 'NL-410' })).toHaveAttribute(
      'href',
      expect.stringContaining('inv_2'),
    );
  });

  it('asks before it is voided', async () => {
    const user = userEvent.setup();
    const page = renderPage(<CreditNoteScreen id="cn_3" />, salesAnswers);
    await user.click(await screen.findByRole('button', { name: 'More actions' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Void/ }));
    await screen.findByRole('alertdialog', { name: 'Void this credit note?' });
    expect(page.bridge.asked.map(({ name }) => name)).not.toContain('creditNotes.void');
    await user.click(screen.getByRole('button', { name: 'Void credit note' }));
    await waitFor(() =>
      expect(page.bridge.asked.find(({ name }) => name === 'creditNotes.void')?.input).toMatchObject({
        id: 'cn_3',
      }),
    );
  });

  it('says that one is not there', async () => {
    renderPage(<CreditNoteScreen id="cn_9" />, {
      ...salesAnswers,
      'creditNotes.get': () => refuse({ kind: 'not-found', what: 'credit note' }),
    });
    expect(await screen.findByText('There is no such credit note')).toBeVisible();
  });
});

describe('what lacks its counterpart', () => {
  it('is taken off the list when a person says so', async () => {
    const user = userEvent.setup();
    const page = renderPage(<UnmatchedScreen />, salesAnswers);
    await screen.findByText('Refund without a credit note');
    await user.keyboard(' ');
    await user.click(await screen.findByRole('button', { name: 'Needs nothing more (1)' }));
    await user.type(await screen.findByLabelText(/How it was put right/), 'Settled by letter');
    await user.click(screen.getByRole('button', { name: 'Take off the list' }));
    await waitFor(() =>
      expect(page.bridge.asked.find(({ name }) => name === 'corrections.settle')?.input).toMatchObject({
        ids: ['re_7'],
        note: 'Settled by letter',
      }),
    );
  });
});
