import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { FirstRun } from '../../../renderer/start/first-run.tsx';
import { keyKind } from '../../../renderer/start/key-kind.ts';
import { StorageProblem } from '../../../renderer/start/storage-problem.tsx';
import { refuse } from '../support/fixture-bridge.ts';
import { renderPage } from '../support/render-page.tsx';
import { sampleState } from '../support/sample-answers.ts';

describe('the first start', () => {
  it('offers sample data, a connection, and the books that are here', async () => {
    const user = userEvent.setup();
    const { bridge } = renderPage(<FirstRun />, {
      'books.openSample': () => sampleState,
      'books.open': () => sampleState,
    });
    await user.click(screen.getByRole('button', { name: 'Open sample books' }));
    await user.click(screen.getByRole('button', { name: /Brunnen/ }));
    expect(bridge.asked.map((call) => call.name)).toEqual(['books.openSample', 'books.open']);
    expect(bridge.asked[1]?.input).toMatchObject({ id: 'bk_live' });
  });

  it('says what a pasted key is before it is used, and takes no publishable one', async () => {
    const user = userEvent.setup();
    const { bridge } = renderPage(<FirstRun />);
    await user.click(screen.getByRole('button', { name: 'Connect with a key' }));
    const field = screen.getByLabelText('Stripe key');
    await user.type(field, 'pk_live_abc');
    expect(screen.getByText(/publishable key/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Connect' })).toBeDisabled();
    await user.clear(field);
    await user.type(field, 'rk_test_abc');
    expect(screen.getByText('Restricted key, test mode: no real money moves.')).toBeVisible();
    expect(bridge.asked).toEqual([]);
  });

  it('shows why Stripe refused the key, and keeps it to be corrected', async () => {
    const user = userEvent.setup();
    renderPage(<FirstRun />, {
      'stripe.connect': () =>
        refuse({ kind: 'key-refused', reason: 'revoked', message: 'This key has been revoked' }),
    });
    await user.click(screen.getByRole('button', { name: 'Connect with a key' }));
    await user.type(screen.getByLabelText('Stripe key'), 'sk_live_abc{Enter}');
    expect(await screen.findByText('This key has been revoked.')).toBeVisible();
    expect(screen.getByLabelText('Stripe key')).toHaveValue('sk_live_abc');
  });
});

describe('books that cannot be opened', () => {
  it('can be tried again, and say that nothing is lost', async () => {
    const user = userEvent.setup();
    const { bridge } = renderPage(
      <StorageProblem
        problem={{ kind: 'storage', reason: 'disk-full', message: 'No space left' }}
        booksId="bk_live"
      />,
      { 'books.open': () => sampleState },
    );
    expect(screen.getByRole('heading', { name: 'The disk is full' })).toBeVisible();
    expect(screen.getByText(/nothing was half saved/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(bridge.asked[0]).toMatchObject({ name: 'books.open', input: { id: 'bk_live' } });
  });
});

describe('the beginning of a key', () => {
  it.each([
    ['sk_live_1', { kind: 'usable', mode: 'live', restricted: false }],
    [' rk_test_1\n', { kind: 'usable', mode: 'test', restricted: true }],
    ['', { kind: 'empty' }],
  ])('tells what %j is', (text, expected) => {
    expect(keyKind(text)).toEqual(expected);
  });

  it.each(['pk_test_1', 'sk_live_', 'whsec_1', 'sk_org_live_1', 'sk_live_1 2'])('refuses %j', (text) => {
    expect(keyKind(text).kind).toBe('refused');
  });
});
