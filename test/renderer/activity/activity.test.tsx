import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ActivityScreen } from '../../../renderer/activity/activity-screen.tsx';
import { renderPage } from '../support/render-page.tsx';
import { NOW, sampleEvents } from '../support/sample-answers.ts';

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

  it('counts what waits for a person once', async () => {
    renderPage(<ActivityScreen tab={undefined} />, {
      'outbox.list': () => ({ operations: [], active: 3, needPerson: 2 }),
    });
    expect(await screen.findByRole('tab', { name: /^Outbox ?3$/ })).toBeVisible();
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

describe('events', () => {
  it('are said in words with where they happened, searched, and gone on with by hand', async () => {
    const user = userEvent.setup();
    const { bridge } = renderPage(<ActivityScreen tab="sync" />, {
      'events.list': ({ before }) => ({
        rows: before === undefined ? sampleEvents : [],
        next: before === undefined ? '1.evt_1' : null,
      }),
    });
    expect(await screen.findByText('Invoice paid')).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'NL-0412' })[0]).toHaveAttribute('href', '#/invoices/in_1Q8');
    await user.click(screen.getByRole('button', { name: 'Show older events' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Show older events' })).toBeNull());
    await user.type(screen.getByRole('searchbox', { name: 'Search events' }), 'paid');
    await waitFor(() =>
      expect(bridge.asked.filter(({ name }) => name === 'events.list').at(-1)).toEqual({
        name: 'events.list',
        input: { search: 'paid', limit: 100 },
      }),
    );
  });
});

describe('the comparison with Stripe', () => {
  const resource = (name: string, objects: number, done = true) => ({
    resource: name,
    objects,
    done,
    missing: 0,
    changed: 0,
    gone: 0,
  });

  it('is begun once and shows how far it has come', async () => {
    const user = userEvent.setup();
    let isRunning = false;
    const { bridge } = renderPage(<ActivityScreen tab="sync" />, {
      'sync.compare': () => {
        isRunning = true;
        return {};
      },
      'sync.comparison': () => ({
        comparison: isRunning
          ? {
              state: 'running',
              startedAt: NOW,
              finishedAt: null,
              resources: [resource('customers', 2140), resource('invoices', 1800, false)],
              differences: [],
            }
          : null,
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Compare everything with Stripe now' }));
    bridge.emit({ kind: 'changed', topic: 'sync', ids: [] });
    expect(
      await screen.findByRole('progressbar', { name: '1 of 2 kinds compared, now invoices' }),
    ).toBeVisible();
    expect(screen.getByText('3,940 objects')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Compare everything with Stripe now' })).toBeDisabled();
  });

  it('says what differed, by kind and by name', async () => {
    renderPage(<ActivityScreen tab="sync" />, {
      'sync.comparison': () => ({
        comparison: {
          state: 'done',
          startedAt: NOW - 60,
          finishedAt: NOW,
          resources: [resource('customers', 40), { ...resource('invoices', 200), changed: 1, gone: 1 }],
          differences: [
            {
              objectId: 'in_1Q8',
              resource: 'invoices',
              what: 'changed',
              fields: ['status', 'amount_paid'],
              place: { kind: 'invoice', id: 'in_1Q8', label: 'NL-0412' },
            },
            { objectId: 'in_2Q9', resource: 'invoices', what: 'gone', fields: [], place: null },
          ],
        },
      }),
    });
    expect(await screen.findByText('2 differed')).toBeVisible();
    const named = screen.getByRole('table', { name: 'The first differences' });
    expect(
      within(named).getByRole('row', { name: /NL-0412 Was different here status, amount_paid/ }),
    ).toBeVisible();
    expect(within(named).getByRole('row', { name: /No longer at Stripe/ })).toBeVisible();
  });
});
