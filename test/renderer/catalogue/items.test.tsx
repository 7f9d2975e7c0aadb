import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { CatalogueScreen } from '../../../renderer/catalogue/catalogue-screen.tsx';
import { everyWords } from '../../../renderer/catalogue/every-words.ts';
import { ItemScreen } from '../../../renderer/catalogue/item-screen.tsx';
import { giveElementsASize } from '../support/element-size.ts';
import { refuse } from '../support/fixture-bridge.ts';
import { renderPage } from '../support/render-page.tsx';
import { catalogueAnswers } from '../support/sample-catalogue.ts';
import { sampleOperations } from '../support/sample-operations.ts';

giveElementsASize(1200, 400);

beforeEach(() => {
  location.hash = '#/catalogue';
});

const asked = (page: ReturnType<typeof renderPage>, name: string): unknown =>
  page.bridge.asked.findLast((call) => call.name === name)?.input;

describe('how often a price is billed', () => {
  it('is said in words', () => {
    expect(everyWords(null)).toBe('Once');
    expect(everyWords({ interval: 'year', count: 1 })).toBe('Yearly');
    expect(everyWords({ interval: 'month', count: 3 })).toBe('Every 3 months');
  });
});

describe('the list of items', () => {
  it('shows the price, how it is billed and what uses it, and opens an item', async () => {
    const user = userEvent.setup();
    renderPage(<CatalogueScreen tab={undefined} />, catalogueAnswers);
    const row = (await screen.findByText('Hosting and backups')).closest('[role="row"]');
    expect(row).toHaveTextContent('€49.00');
    expect(row).toHaveTextContent('Monthly +1');
    expect(row).toHaveTextContent('52');
    expect(screen.getByText('Queued', { selector: '.badge' })).toBeVisible();
    await user.click(screen.getByText('Advice'));
    expect(location.hash).toBe('#/catalogue/items/item_advice');
  });

  it('asks for the archived ones, and in another order', async () => {
    const user = userEvent.setup();
    const page = renderPage(<CatalogueScreen tab={undefined} />, catalogueAnswers);
    await user.click(await screen.findByRole('radio', { name: 'Archived 1' }));
    expect(await screen.findByText('Fax number')).toBeVisible();
    await user.click(screen.getByRole('button', { name: /Added/ }));
    await waitFor(() =>
      expect(asked(page, 'items.list')).toMatchObject({
        filter: { view: 'archived' },
        sort: { by: 'created' },
      }),
    );
  });

  it('says why nothing is there', async () => {
    renderPage(<CatalogueScreen tab={undefined} />, {
      ...catalogueAnswers,
      'items.list': () => ({ rows: [] }),
      'items.counts': () => ({ active: 0, archived: 0 }),
    });
    expect(await screen.findByText('No items yet')).toBeVisible();
  });

  it('says when the list cannot be read', async () => {
    renderPage(<CatalogueScreen tab={undefined} />, {
      ...catalogueAnswers,
      'items.list': () => refuse({ kind: 'storage', reason: 'disk-full', message: 'The disk is full.' }),
    });
    expect(await screen.findByText('The disk is full.')).toBeVisible();
  });
});

describe('a new item', () => {
  it('is added with its first price, and opened', async () => {
    const user = userEvent.setup();
    const page = renderPage(<CatalogueScreen tab={undefined} />, catalogueAnswers);
    await user.click(await screen.findByRole('button', { name: 'New item' }));
    await user.keyboard('Menu service');
    await user.type(screen.getByLabelText('Price of one'), '115');
    await user.click(screen.getByRole('button', { name: 'Add item' }));
    await waitFor(() => expect(location.hash).toBe('#/catalogue/items/item_new'));
    expect(asked(page, 'items.create')).toMatchObject({
      fields: { name: 'Menu service', description: '', unitLabel: '' },
      price: { currency: 'eur', unitAmount: 11_500, every: null },
    });
  });

  it('needs no price, and shows the reason at the field that was refused', async () => {
    const user = userEvent.setup();
    const page = renderPage(<CatalogueScreen tab={undefined} />, {
      ...catalogueAnswers,
      'items.create': () =>
        refuse({ kind: 'invalid-input', issues: [{ path: 'fields.name', message: 'this name is taken' }] }),
    });
    await user.click(await screen.findByRole('button', { name: 'New item' }));
    await user.keyboard('Menu');
    await user.click(screen.getByRole('button', { name: 'Add item' }));
    await waitFor(() => expect(screen.getByLabelText('Name')).toBeInvalid());
    expect(screen.getByText('This name is taken.')).toBeVisible();
    expect(asked(page, 'items.create')).toMatchObject({ price: null });
  });
});

describe('an item', () => {
  it('shows its prices, exact to the digit, and the archived ones as such', async () => {
    renderPage(<ItemScreen id="item_hosting" />, catalogueAnswers);
    const [, month, once, old] = await screen.findAllByRole('row');
    expect(month).toHaveTextContent('€49.00');
    expect(month).toHaveTextContent('Default');
    expect(once).toHaveTextContent('EUR 0.125');
    expect(old).toHaveTextContent('Archived');
  });

  it('gets a new price in place of an old one, after saying what becomes of it', async () => {
    const user = userEvent.setup();
    const page = renderPage(<ItemScreen id="item_hosting" />, catalogueAnswers);
    await user.click(await firstActions());
    await user.click(await screen.findByRole('menuitem', { name: /Replace/ }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('The 3 recurring invoices that bill by it go on at the old price');
    await user.keyboard('59{Enter}');
    await waitFor(() =>
      expect(asked(page, 'prices.replace')).toMatchObject({ id: 'cost_month', unitAmount: 5_900 }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('offers no archiving of the default price, and says why', async () => {
    const user = userEvent.setup();
    renderPage(<ItemScreen id="item_hosting" />, catalogueAnswers);
    await user.click(await firstActions());
    const entry = await screen.findByRole('menuitem', { name: /^Archive/ });
    expect(entry).toHaveAttribute('aria-disabled', 'true');
    expect(entry).toHaveTextContent('Stripe archives no default price');
  });

  it('is sold to the revenue account that is chosen', async () => {
    const user = userEvent.setup();
    const page = renderPage(<ItemScreen id="item_hosting" />, {
      ...catalogueAnswers,
      'books.setItemAccount': () => ({}),
    });
    await user.click(await screen.findByRole('button', { name: /8400 Revenue/ }));
    await user.click(await screen.findByRole('option', { name: '8401 Services' }));
    await waitFor(() =>
      expect(asked(page, 'books.setItemAccount')).toMatchObject({ item: 'item_hosting', account: 4_001 }),
    );
    expect(await screen.findByText('From now on sold to 8401 Services')).toBeVisible();
  });

  it('shows what Stripe refused about it, with the way out, and nothing of others', async () => {
    const refused = sampleOperations.find(({ state }) => state === 'failed');
    if (refused === undefined) throw new Error('The sample has a failed operation');
    const about = (id: string, title: string) => ({
      ...refused,
      id: `op_${id}`,
      title,
      subject: { kind: 'catalogue' as const, id },
    });
    renderPage(<ItemScreen id="item_hosting" />, {
      ...catalogueAnswers,
      'outbox.list': () => ({
        operations: [
          about('cost_once', 'Archive a price of Hosting and backups'),
          about('item_other', 'Add the item Else'),
        ],
        active: 2,
        needPerson: 2,
      }),
    });
    expect(await screen.findByText('Archive a price of Hosting and backups')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(screen.queryByText('Add the item Else')).not.toBeInTheDocument();
  });
});

/** The first of the prices billed monthly: the one in use. */
async function firstActions(): Promise<HTMLElement> {
  const [first] = await screen.findAllByRole('button', { name: 'Actions for the price, Monthly' });
  if (first === undefined) throw new Error('There is no price');
  return first;
}
