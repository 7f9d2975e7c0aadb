import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ActivityScreen } from '../../../renderer/activity/activity-screen.tsx';
import { renderPage } from '../support/render-page.tsx';
import { NOW } from '../support/sample-answers.ts';

describe('the outbox', () => {
  it('offers for each operation what can be done about it, and nothing else', async () => {
    renderPage(<ActivityScreen tab={undefined} />);
    const waiting = await screen.findByRole('article', { name: 'Refund Müller Sanitärtechnik' });
    expect(within(waiting).getByText('Waiting')).toBeVisible();
    expect(within(waiting).getByRole('button', { name: 'Cancel' })).toBeVisible();
    expect(within(waiting).queryByRole('button', { name: 'Try again' })).toBeNull();
    const sending = screen.getByRole('article', { name: 'Send invoice to Harbour & Finch Ltd' });
    expect(within(sending).queryByRole('button', { name: 'Cancel' })).toBeNull();
  });

  it('carries a person’s decision', async () => {
    const user = userEvent.setup();
    const { bridge } = renderPage(<ActivityScreen tab={undefined} />, {
      'outbox.resolve': () => ({}),
      'outbox.retry': () => ({}),
    });
    const review = await screen.findByRole('article', { name: 'Send invoice to Brauhaus Krüger KG' });
    await user.click(within(review).getByRole('button', { name: 'Go on' }));
    const failed = screen.getByRole('article', { name: 'Send invoice to Werkstatt Ost' });
    await user.click(within(failed).getByRole('button', { name: 'Try again' }));
    expect(bridge.asked.filter((call) => call.name.startsWith('outbox.re'))).toEqual([
      { name: 'outbox.resolve', input: { id: 'op_2', decision: 'accept', commandId: expect.any(String) } },
      { name: 'outbox.retry', input: { id: 'op_3', commandId: expect.any(String) } },
    ]);
  });

  it('shows the steps with the ids by which Stripe knows them', async () => {
    const user = userEvent.setup();
    renderPage(<ActivityScreen tab={undefined} />);
    const failed = await screen.findByRole('article', { name: 'Send invoice to Werkstatt Ost' });
    await user.click(within(failed).getByRole('button', { name: 'Show steps' }));
    expect(within(failed).getByText('req_Jk29sLw0')).toBeVisible();
    expect(within(failed).getByText('Invalid email address: werkstatt@ost')).toBeVisible();
  });
});

describe('synchronisation', () => {
  it('counts what has arrived while everything is loaded for the first time', async () => {
    renderPage(<ActivityScreen tab="sync" />, {
      'sync.status': () => ({
        phase: 'back-fill',
        lastPolledAt: NOW,
        nextPollAt: null,
        error: null,
        balance: [],
        backfill: [
          { resource: 'Customers', objects: 2140, done: true },
          { resource: 'Invoices', objects: 18_400, done: false },
        ],
      }),
    });
    expect(await screen.findByRole('progressbar', { name: '1 of 2 kinds complete' })).toHaveAttribute(
      'aria-valuenow',
      '50',
    );
    expect(screen.getByText('20,540 objects')).toBeVisible();
  });

  it('says what went wrong', async () => {
    renderPage(<ActivityScreen tab="sync" />, {
      'sync.status': () => ({
        phase: 'stopped',
        lastPolledAt: null,
        nextPollAt: null,
        balance: [],
        backfill: [],
        error: { kind: 'key-refused', reason: 'revoked', message: 'The key has been revoked' },
      }),
    });
    expect(await screen.findByText('The key has been revoked.')).toBeVisible();
  });
});
