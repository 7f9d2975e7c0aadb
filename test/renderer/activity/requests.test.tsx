import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { ActivityScreen } from '../../../renderer/activity/activity-screen.tsx';
import { giveElementsASize } from '../support/element-size.ts';
import { renderPage } from '../support/render-page.tsx';
import { NOW } from '../support/sample-answers.ts';

giveElementsASize(1200, 400);

describe('the requests to Stripe', () => {
  const rows = (name: string, count: number, from = 0): CallOutput<'requests.list'>['rows'] =>
    Array.from({ length: count }, (_, index) => ({
      id: `1.${from - index}`,
      at: NOW - index,
      operation: name,
      objectIds: [],
      amount: null,
      currency: null,
      requestId: `req_${name.replace('.', '')}${index}`,
      idempotencyKey: null,
      attempt: 1,
      replayed: false,
      status: 200,
      error: null,
      durationMs: 12,
    }));

  it('are searched, narrowed to errors, and opened one by one', async () => {
    const user = userEvent.setup();
    const { bridge } = renderPage(<ActivityScreen tab="requests" />);
    await user.click(await screen.findByRole('row', { name: /refunds\.create/ }));
    const sheet = await screen.findByRole('dialog', { name: 'refunds.create' });
    expect(within(sheet).getByText('charge already refunded')).toBeVisible();
    expect(within(sheet).getByText('c0ffee-2:1:1')).toBeVisible();
    expect(within(sheet).getByText('Sample data has no dashboard at Stripe.')).toBeVisible();
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('radio', { name: 'Errors' }));
    await user.type(screen.getByRole('searchbox', { name: 'Search requests' }), 'req_8s');
    await waitFor(() =>
      expect(bridge.asked.at(-1)).toEqual({
        name: 'requests.list',
        input: { show: 'errors', search: 'req_8s', limit: 100 },
      }),
    );
  });

  it('go on with older ones when the end comes into sight', async () => {
    const user = userEvent.setup();
    renderPage(<ActivityScreen tab="requests" />, {
      'requests.list': ({ before }) =>
        before === undefined
          ? { rows: rows('newest.list', 100, 200), next: '1.101' }
          : { rows: before === '1.101' ? rows('oldest.list', 30, 100) : [], next: null },
    });
    const table = await screen.findByRole('grid', { name: 'Requests to Stripe' });
    await screen.findByText('req_newestlist0');
    expect(table).toHaveAttribute('aria-rowcount', '101');
    table.focus();
    await user.keyboard('{End}');
    await waitFor(() => expect(table).toHaveAttribute('aria-rowcount', '131'));
  });
});
