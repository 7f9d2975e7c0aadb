import { useIsFetching } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import type { CallInput, CallOutput } from '../../shared/contract/calls.ts';
import { usePagedRows } from '../../renderer/paged-rows.ts';
import { renderPage } from './support/render-page.tsx';

type Answer = CallOutput<'refunds.list'>;

function page({ page: { offset, limit } }: CallInput<'refunds.list'>): Answer {
  return {
    rows: Array.from({ length: limit }, (_, index) => ({
      id: `re_${offset + index}`,
      date: '2026-11-23',
      invoiceId: null,
      invoiceNumber: null,
      customerName: `Customer ${offset + index}`,
      currency: 'eur',
      amount: 100,
      status: 'succeeded' as const,
      reason: null,
      failureReason: null,
      cursor: `after ${offset + index}`,
    })),
  };
}

function Sight({ at }: { readonly at: number }) {
  const rows = usePagedRows('refunds.list', { direction: 'desc' });
  return (
    <>
      <button type="button" onClick={() => rows.onRange(at, at + 20)}>
        Scroll
      </button>
      <output>{rows.rowAt(at)?.customerName ?? 'on its way'}</output>
    </>
  );
}

/** Draws its rows only when it is told, as a table does that does not know yet how many there are. */
function Late() {
  const rows = usePagedRows('refunds.list', { direction: 'desc' });
  return <Drawn rowAt={rows.rowAt} />;
}

function Drawn({
  rowAt,
}: {
  readonly rowAt: (index: number) => { readonly customerName: string } | undefined;
}) {
  const [isDrawn, setDrawn] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setDrawn(true)}>
        Draw
      </button>
      {isDrawn && <output>{rowAt(0)?.customerName ?? 'on its way'}</output>}
    </>
  );
}

function Traffic() {
  return <p>{useIsFetching() === 0 ? 'quiet' : 'busy'}</p>;
}

const pagesAsked = (asked: readonly { readonly name: string; readonly input: unknown }[]): unknown[] =>
  asked.flatMap(({ name, input }) =>
    name === 'refunds.list' && typeof input === 'object' && input !== null && 'page' in input
      ? [input.page]
      : [],
  );

describe('a long list', () => {
  it('asks for the pages in sight, and names the row before when it is known', async () => {
    const { bridge } = renderPage(<Sight at={190} />, { 'refunds.list': page });
    await waitFor(() => expect(pagesAsked(bridge.asked)).toEqual([{ offset: 0, limit: 100 }]));
    act(() => screen.getByRole('button').click());
    expect(await screen.findByText('Customer 190')).toBeVisible();
    expect(pagesAsked(bridge.asked).slice(1)).toEqual([
      { offset: 100, limit: 100, after: 'after 99' },
      { offset: 200, limit: 100 },
    ]);
  });

  it('has its rows when they came before anything was drawn', async () => {
    const content = (
      <>
        <Late />
        <Traffic />
      </>
    );
    const { bridge } = renderPage(content, { 'refunds.list': page });
    await waitFor(() => expect(pagesAsked(bridge.asked)).toHaveLength(1));
    await screen.findByText('quiet');
    act(() => screen.getByRole('button').click());
    expect(screen.getByText('Customer 0')).toBeVisible();
  });
});
