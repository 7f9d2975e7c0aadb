import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useCall, useCommand } from '../../renderer/data.ts';
import { describeError } from '../../renderer/error-text.ts';
import { clearToasts } from '../../renderer/ui/toast.tsx';
import { refuse } from './support/fixture-bridge.ts';
import { renderPage } from './support/render-page.tsx';
import { sampleSync } from './support/sample-answers.ts';

function Phase() {
  const { data, error } = useCall('sync.status', {});
  return <output>{error === null ? data?.phase : describeError(error.error)}</output>;
}

function Forget() {
  const forget = useCommand('stripe.forgetKey');
  return (
    <button type="button" onClick={() => void forget.run({})}>
      {forget.isPending ? 'Forgetting' : 'Forget'}
    </button>
  );
}

function Decide() {
  const resolve = useCommand('outbox.resolve');
  const decide = (): void => {
    void resolve.run({ id: 'op_1', decision: 'accept' });
    void resolve.run({ id: 'op_2', decision: 'discard' });
  };
  return (
    <button type="button" onClick={decide}>
      Decide
    </button>
  );
}

const countOf = (asked: readonly { readonly name: string }[], name: string): number =>
  asked.filter((call) => call.name === name).length;

afterEach(() => act(() => clearToasts()));

describe('a query', () => {
  it('is asked once, and again only after an event that concerns it', async () => {
    let phase: 'idle' | 'polling' = 'idle';
    const { bridge } = renderPage(<Phase />, { 'sync.status': () => ({ ...sampleSync, phase }) });
    expect(await screen.findByText('idle')).toBeVisible();
    phase = 'polling';
    act(() => bridge.emit({ kind: 'changed', topic: 'customer', ids: ['cus_1'] }));
    act(() => bridge.emit({ kind: 'changed', topic: 'sync', ids: [] }));
    expect(await screen.findByText('polling')).toBeVisible();
    expect(countOf(bridge.asked, 'sync.status')).toBe(2);
  });

  it('asks once for a burst of events', async () => {
    const { bridge } = renderPage(<Phase />);
    await screen.findByText('idle');
    act(() => {
      for (let number = 0; number < 50; number += 1) bridge.emit({ kind: 'changed', topic: 'sync', ids: [] });
    });
    await waitFor(() => expect(countOf(bridge.asked, 'sync.status')).toBe(2));
  });

  it('that is refused says why', async () => {
    renderPage(<Phase />, { 'sync.status': () => refuse({ kind: 'offline' }) });
    expect(await screen.findByText('There is no connection to Stripe at the moment.')).toBeVisible();
  });
});

describe('a command', () => {
  it('carries an id, and a double click is one command', async () => {
    const { bridge } = renderPage(<Forget />, { 'stripe.forgetKey': () => refuse({ kind: 'no-books' }) });
    act(() => {
      screen.getByRole('button').click();
      screen.getByRole('button').click();
    });
    await screen.findByText('No books are open.');
    const sent = bridge.asked.filter((call) => call.name === 'stripe.forgetKey');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.input).toEqual({ commandId: expect.stringMatching(/^[\da-f-]{36}$/) });
  });

  it('with another input is another command, however soon', async () => {
    const { bridge } = renderPage(<Decide />, { 'outbox.resolve': () => ({}) });
    act(() => screen.getByRole('button').click());
    await waitFor(() => expect(countOf(bridge.asked, 'outbox.resolve')).toBe(2));
    const ids = bridge.asked.flatMap(({ name, input }) =>
      name === 'outbox.resolve' ? [JSON.stringify(input)] : [],
    );
    expect(new Set(ids).size).toBe(2);
  });
});
