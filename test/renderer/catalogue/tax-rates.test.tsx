import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CatalogueScreen } from '../../../renderer/catalogue/catalogue-screen.tsx';
import { refuse } from '../support/fixture-bridge.ts';
import { renderPage } from '../support/render-page.tsx';
import { catalogueAnswers } from '../support/sample-catalogue.ts';

describe('the tax rates of the catalogue', () => {
  it('say what they add, where, and what uses them', async () => {
    renderPage(<CatalogueScreen tab="tax-rates" />, catalogueAnswers);
    const row = (await screen.findByText('MWST')).closest('tr');
    expect(row).toHaveTextContent('8.1 %');
    expect(row).toHaveTextContent('Included');
    expect(row).toHaveTextContent('Switzerland');
    expect(row).toHaveTextContent('Queued');
    expect(screen.getByText('VAT', { selector: 'td' }).closest('tr')).toHaveTextContent(
      '19 %AddedGermany231',
    );
  });

  it('are archived from their row', async () => {
    const user = userEvent.setup();
    const page = renderPage(<CatalogueScreen tab="tax-rates" />, catalogueAnswers);
    await user.click(await screen.findByLabelText('Actions for VAT reduced 7 %'));
    await user.click(await screen.findByText('Archive', { selector: '.list-box__text' }));
    await waitFor(() =>
      expect(page.bridge.asked.findLast(({ name }) => name === 'taxRates.archive')?.input).toMatchObject({
        id: 'tr_7',
        archived: true,
      }),
    );
    expect(await screen.findByText('VAT reduced 7 % archived')).toBeVisible();
  });

  it('are explained where there are none, and when they cannot be read', async () => {
    const none = renderPage(<CatalogueScreen tab="tax-rates" />, {
      ...catalogueAnswers,
      'taxRates.list': () => ({ rows: [] }),
    });
    expect(await screen.findByText('No tax rates yet')).toBeVisible();
    none.unmount();
    renderPage(<CatalogueScreen tab="tax-rates" />, {
      ...catalogueAnswers,
      'taxRates.list': () => refuse({ kind: 'storage', reason: 'busy', message: 'The books are busy.' }),
    });
    expect(await screen.findByText('The books are busy.')).toBeVisible();
  });
});
