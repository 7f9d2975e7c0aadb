import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { App } from '../../../renderer/app.tsx';
import { go, paths } from '../../../renderer/paths.ts';
import { type Answers, createFixtureBridge } from '../support/fixture-bridge.ts';
import { salesAnswers } from '../support/sample-sales.ts';
import { noBooks, sampleAnswers, sampleState } from '../support/sample-answers.ts';

function start(answers: Answers = {}) {
  const bridge = createFixtureBridge({ ...sampleAnswers, ...answers });
  render(<App platform={bridge} />);
  return bridge;
}

beforeEach(() => {
  location.hash = '#/';
});

describe('the program', () => {
  it('opens on the start page, in a frame that says whose books and which kind they are', async () => {
    start();
    expect(await screen.findByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Books: Atelier Nordlicht' })).toBeVisible();
    expect(document.title).toBe('SAMPLE – Home – Quittance');
    expect(screen.getByRole('link', { name: 'Home' })).toHaveAttribute('aria-current', 'page');
  });

  it('goes from place to place by two letters', async () => {
    const user = userEvent.setup();
    start();
    await screen.findByRole('heading', { level: 1, name: 'Home' });
    await user.keyboard('ga');
    expect(await screen.findByRole('heading', { level: 1, name: 'Activity' })).toBeVisible();
    expect(screen.getByRole('link', { name: /Activity/ })).toHaveAttribute('aria-current', 'page');
  });

  it.each([
    ['recurring', '#/recurring/x%201'],
    ['credit-note', '#/credit-notes/x%201'],
    ['dispute', '#/disputes/x%201'],
    ['payment', '#/payments/x%201'],
  ] as const)('opens the page of a %s that was found', async (kind, hash) => {
    const user = userEvent.setup();
    start({ 'search.everything': () => ({ hits: [{ kind, id: 'x 1', title: 'Found', detail: 'Elbe' }] }) });
    await screen.findByRole('heading', { level: 1, name: 'Home' });
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('elbe');
    await user.click(await screen.findByRole('menuitem', { name: /Found/ }));
    expect(location.hash).toBe(hash);
  });

  it('lists the keys for the focused row of the invoice list', async () => {
    const user = userEvent.setup();
    location.hash = '#/invoices';
    start(salesAnswers);
    await screen.findByRole('grid', { name: 'Invoices' });
    await user.keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    const part = within(sheet).getByRole('heading', { name: 'Focused row' }).closest('section');
    expect(part).toHaveTextContent(/Edit\s*E.*Void\s*V$/i);
  });

  it('finds commands and what is in the books in one palette', async () => {
    const user = userEvent.setup();
    start();
    await screen.findByRole('heading', { level: 1, name: 'Home' });
    await user.keyboard('{Control>}k{/Control}');
    const palette = screen.getByRole('dialog', { name: 'Commands and search' });
    await user.keyboard('elbe');
    expect(await within(palette).findByRole('menuitem', { name: /NL-0412/ })).toBeVisible();
    await user.clear(within(palette).getByRole('searchbox'));
    await user.keyboard('credit no');
    await within(palette).findByRole('menuitem', { name: 'Credit notes' });
    await user.clear(within(palette).getByRole('searchbox'));
    await user.keyboard('sett');
    await within(palette).findByRole('menuitem', { name: /^Settings(?!:)/ });
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  });

  it.each([
    ['aged', 'Report: Aged receivables', '#/reports/aging'],
    ['journal', 'Books: Journal', '#/books/journal'],
    ['coupons', 'Catalogue: Coupons', '#/catalogue/coupons'],
    ['backup', 'Settings: Backups', '#/settings/backups'],
  ])('leads by “%s” in the palette to %s', async (text, title, hash) => {
    const user = userEvent.setup();
    start();
    await screen.findByRole('heading', { level: 1, name: 'Home' });
    await user.keyboard('{Control>}k{/Control}');
    expect(screen.queryByRole('menuitem', { name: title })).not.toBeInTheDocument();
    await user.keyboard(text);
    await user.click(screen.getByRole('menuitem', { name: title }));
    expect(location.hash).toBe(hash);
  });

  it('closes the palette when the place changes below it', async () => {
    const user = userEvent.setup();
    start();
    await screen.findByRole('heading', { level: 1, name: 'Home' });
    await user.keyboard('{Control>}k{/Control}');
    expect(screen.getByRole('dialog', { name: 'Commands and search' })).toBeVisible();
    act(() => go(paths.customers));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('lists its shortcuts', async () => {
    const user = userEvent.setup();
    start();
    await screen.findByRole('heading', { level: 1, name: 'Home' });
    await user.keyboard('?');
    const sheet = screen.getByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(within(sheet).getByText('New invoice')).toBeVisible();
    expect(within(sheet).queryByText('To the list')).toBeNull();
  });

  it('does what the application menu asks for', async () => {
    const bridge = start();
    await screen.findByRole('heading', { level: 1, name: 'Home' });
    act(() => bridge.emit({ kind: 'command', command: 'settings' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  });

  it('says above every screen when there is no key', async () => {
    const live = sampleState.books && { ...sampleState.books, mode: 'live' as const };
    start({
      'app.state': () => ({ ...sampleState, books: live, key: { ...noBooks.key } }),
    });
    expect(await screen.findByText(/There is no Stripe key/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Give a key' })).toHaveAttribute('href', '#/settings/stripe');
  });

  it('shows the cards of a first start when no books are open, and the books when they are', async () => {
    let state = noBooks;
    const bridge = start({ 'app.state': () => state });
    expect(await screen.findByRole('heading', { name: 'Welcome to Quittance' })).toBeVisible();
    state = sampleState;
    act(() => bridge.emit({ kind: 'changed', topic: 'books', ids: [] }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  });

  it('says so when the address leads nowhere', async () => {
    location.hash = '#/nowhere';
    start();
    expect(await screen.findByText('There is no such screen')).toBeVisible();
  });
});
