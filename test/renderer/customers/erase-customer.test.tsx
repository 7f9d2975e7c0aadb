import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CustomerScreen } from '../../../renderer/customers/customer-screen.tsx';
import { renderPage } from '../support/render-page.tsx';
import { sampleCustomer } from '../support/sample-customers.ts';
import { salesAnswers } from '../support/sample-sales.ts';

async function ask(): Promise<ReturnType<typeof userEvent.setup>> {
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'More actions' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Erase their data…' }));
  return user;
}

describe('the question before a customer is erased', () => {
  it('says what goes and what stays, and does nothing by Enter alone', async () => {
    const page = renderPage(<CustomerScreen id="cus_0" />, salesAnswers);
    const user = await ask();
    const dialog = await screen.findByRole('alertdialog', {
      name: 'Erase the data of Kaffeerösterei Elbe?',
    });
    expect(within(dialog).getByText(/^14 issued invoices and credit notes, with the name/)).toBeVisible();
    expect(within(dialog).getByText(/^The customer at Stripe/)).toBeVisible();
    expect(within(dialog).getByText('Backups that were made before')).toBeVisible();
    const asked = () => page.bridge.asked.findLast(({ name }) => name === 'customers.erase')?.input;
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus());
    await user.click(within(dialog).getByRole('button', { name: 'Erase for good' }));
    await waitFor(() => expect(asked()).toMatchObject({ id: 'cus_0' }));
    expect(await screen.findByText('On its way: see Activity')).toBeVisible();
  });

  it('gives the reason where it cannot be done, and no button for it', async () => {
    const refusal = 'An invoice of this customer is open. It must be paid, voided or written off first.';
    renderPage(<CustomerScreen id="cus_0" />, {
      ...salesAnswers,
      'customers.erasure': () => ({ refusal, documents: 14 }),
    });
    await ask();
    expect(await screen.findByText(refusal)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Erase for good' })).toBeNull();
  });
});

describe('a customer that Stripe no longer has', () => {
  it('is kept here until it is erased, and the page says so', async () => {
    renderPage(<CustomerScreen id="cus_0" />, {
      ...salesAnswers,
      'customers.get': ({ id }) => ({ ...sampleCustomer(id), deletedAtStripe: true }),
    });
    expect(await screen.findByText('Deleted at Stripe')).toBeVisible();
    expect(screen.getByText(/stays here until you erase it/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'New invoice' })).toBeDisabled();
    await ask();
    expect(await screen.findByRole('alertdialog')).not.toHaveTextContent('The customer at Stripe');
  });

  it('cannot be erased twice', async () => {
    const user = userEvent.setup();
    renderPage(<CustomerScreen id="cus_0" />, {
      ...salesAnswers,
      'customers.get': ({ id }) => ({
        ...sampleCustomer(id),
        deletedAtStripe: true,
        erasedAt: 1_790_000_000,
      }),
    });
    expect(await screen.findByText('Personal data erased')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    expect(await screen.findByRole('menuitem', { name: /^Export their data/ })).toBeVisible();
    expect(screen.queryByRole('menuitem', { name: 'Erase their data…' })).toBeNull();
  });
});
