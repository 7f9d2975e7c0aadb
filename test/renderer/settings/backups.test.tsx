import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { SettingsScreen } from '../../../renderer/settings/settings-screen.tsx';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { type Answers, refuse } from '../support/fixture-bridge.ts';
import { renderPage } from '../support/render-page.tsx';
import { NOW, sampleState } from '../support/sample-answers.ts';

const status: CallOutput<'backups.status'> = {
  isKept: true,
  isRunning: false,
  place: { chosen: null, canChoose: true },
  last: { at: NOW - 3600, bytes: 14_708_736 },
  isOld: false,
  failure: null,
  restored: null,
};

const answers: Answers = {
  'backups.status': () => status,
  'backups.list': () => ({
    rows: [
      {
        id: '0.books-1.db',
        kind: 'regular',
        at: NOW - 3600,
        bytes: 14_708_736,
        held: { invoices: 736, drafts: 1, customers: 50, payments: 742, entries: 2857 },
      },
      { id: 'books.quittance.db', kind: 'replaced', at: NOW - 86_400, bytes: 9_400_000, held: null },
    ],
  }),
  'backups.loss': () => ({
    isKnown: true,
    drafts: [{ customerName: 'Brunnen & Söhne', at: NOW - 60 }],
    draftCount: 3,
    waiting: 1,
    closings: 0,
  }),
  'backups.restore': () => sampleState,
  'backups.make': () => ({}),
};

const show = (more: Answers = {}) =>
  renderPage(<SettingsScreen section="backups" />, { ...answers, ...more });

it('say when the last verified backup was made, how large it is and what each holds', async () => {
  show();
  expect(await screen.findByText('736 invoices, 50 customers, 1 draft')).toBeVisible();
  expect(screen.getByText('Put aside by a restore')).toBeVisible();
  expect(screen.getAllByText(/15 MB/)[0]).toBeVisible();
});

it('say that the last one failed, why, and what can be done', async () => {
  show({ 'backups.status': () => ({ ...status, failure: { at: NOW, why: 'gone' } }) });
  expect(await screen.findByText(/The folder is not there. Connect its disk/)).toBeVisible();
});

it('restore nothing before it is said what will be lost and the bookkeeper has agreed', async () => {
  const user = userEvent.setup();
  const { bridge } = show();
  await user.click((await screen.findAllByRole('button', { name: 'Restore…' }))[0] ?? document.body);
  const dialog = await screen.findByRole('alertdialog');
  expect(
    await within(dialog).findByText(/Lost: 3 drafts written or changed since, 1 operation/),
  ).toBeVisible();
  expect(within(dialog).getByText('Brunnen & Söhne')).toBeVisible();
  expect(within(dialog).getByText('and 2 others')).toBeVisible();
  expect(bridge.asked.some(({ name }) => name === 'backups.restore')).toBe(false);
  await user.click(within(dialog).getByRole('button', { name: 'Restore' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(bridge.asked.find(({ name }) => name === 'backups.restore')?.input).toMatchObject({
    id: '0.books-1.db',
  });
});

it('say in the question itself that a backup is damaged', async () => {
  const user = userEvent.setup();
  const message = 'This backup is damaged itself. Nothing was changed; choose another one.';
  show({ 'backups.restore': () => refuse({ kind: 'wrong-state', code: 'damaged', message }) });
  await user.click((await screen.findAllByRole('button', { name: 'Restore…' }))[1] ?? document.body);
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Restore' }));
  expect(await screen.findByText(message)).toBeVisible();
});
