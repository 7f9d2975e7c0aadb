import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { EditCustomerScreen, NewCustomerScreen } from '../../../renderer/customers/customer-edit-screen.tsx';
import { CustomerScreen } from '../../../renderer/customers/customer-screen.tsx';
import { renderPage } from '../support/render-page.tsx';
import { sampleCustomer, savedCard } from '../support/sample-customers.ts';
import { salesAnswers } from '../support/sample-sales.ts';

beforeEach(() => {
  location.hash = '#/customers';
});

describe('a new customer', () => {
  it('is added by keyboard and opened', async () => {
    const user = userEvent.setup();
    const page = renderPage(<NewCustomerScreen />, salesAnswers);
    await waitFor(() => expect(screen.getByLabelText('Name')).toHaveFocus());
    await user.keyboard('Acme Ltd{Tab}ap@acme.example{Control>}{Enter}{/Control}');
    await waitFor(() => expect(location.hash).toBe('#/customers/cus_new'));
    expect(page.bridge.asked.findLast(({ name }) => name === 'customers.save')?.input).toMatchObject({
      id: null,
      // Where the business is.
      fields: { name: 'Acme Ltd', email: 'ap@acme.example', address: { country: 'DE' }, taxIds: [] },
    });
  });

  it('is still being written when the form is opened again, and begun anew after it was cancelled', async () => {
    const user = userEvent.setup();
    function Leaving() {
      const [isAway, setAway] = useState(false);
      return (
        <>
          <button type="button" onClick={() => setAway(!isAway)}>
            Leave
          </button>
          {!isAway && <NewCustomerScreen />}
        </>
      );
    }
    renderPage(<Leaving />, salesAnswers);
    const leaveAndComeBack = () => user.dblClick(screen.getByRole('button', { name: 'Leave' }));
    await user.type(screen.getByLabelText('Name'), 'Acme Ltd');
    await leaveAndComeBack();
    expect(screen.getByLabelText('Name')).toHaveValue('Acme Ltd');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await leaveAndComeBack();
    expect(screen.getByLabelText('Name')).toHaveValue('');
  });

  it('has no reason beside an e-mail address that has been corrected', async () => {
    const user = userEvent.setup();
    renderPage(<NewCustomerScreen />, {
      ...salesAnswers,
      'customers.save': () => ({
        refused: {
          kind: 'invalid-input',
          issues: [
            { path: 'fields.email', message: 'This is not an e-mail address' },
            { path: 'fields.phone', message: 'This is no number' },
          ],
        },
      }),
    });
    await waitFor(() => expect(screen.getByLabelText('Name')).toHaveFocus());
    await user.keyboard('Acme Ltd{Tab}ap@acme.exampl{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.getByLabelText('E-mail')).toBeInvalid());
    await user.type(screen.getByLabelText('E-mail'), 'e');
    expect(screen.getByLabelText('E-mail')).toBeValid();
    expect(screen.getByLabelText('Phone')).toBeInvalid();
  });

  it('shows the reason at the field that was refused', async () => {
    const user = userEvent.setup();
    renderPage(<NewCustomerScreen />, {
      ...salesAnswers,
      'customers.save': () => ({
        refused: {
          kind: 'invalid-input',
          issues: [{ path: 'fields.phone', message: 'a phone number has at most 20 characters' }],
        },
      }),
    });
    await waitFor(() => expect(screen.getByLabelText('Name')).toHaveFocus());
    await user.keyboard('Acme Ltd{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.getByLabelText('Phone')).toBeInvalid());
    expect(screen.getByLabelText('Phone')).toHaveAccessibleDescription(
      'A phone number has at most 20 characters.',
    );
  });
});

describe('an existing customer', () => {
  it('keeps what is not changed, and drops a tax number without a number', async () => {
    const user = userEvent.setup();
    const page = renderPage(<EditCustomerScreen id="cus_0" />, salesAnswers);
    const reference = await screen.findByLabelText('Reference');
    await user.clear(reference);
    await user.type(reference, 'K-7');
    await user.click(screen.getByRole('button', { name: 'Add tax number' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(page.bridge.asked.findLast(({ name }) => name === 'customers.save')?.input).toMatchObject({
        id: 'cus_0',
        fields: {
          name: 'Kaffeerösterei Elbe',
          reference: 'K-7',
          taxIds: [{ type: 'eu_vat', value: 'DE811569869' }],
          address: { city: 'Hamburg', country: 'DE' },
        },
      }),
    );
  });

  it('is told from a form that could not be opened where there is no such customer', async () => {
    renderPage(<EditCustomerScreen id="gone" />, {
      ...salesAnswers,
      'customers.get': () => ({ refused: { kind: 'not-found', what: 'customer' } }),
    });
    expect(await screen.findByText('There is no such customer')).toBeVisible();
    expect(screen.getByRole('link', { name: 'All customers' })).toBeVisible();
  });

  it('hands out everything that is kept about them as one file', async () => {
    const user = userEvent.setup();
    const page = renderPage(<CustomerScreen id="cus_0" />, salesAnswers);
    await user.click(await screen.findByRole('button', { name: 'More actions' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Export their data/ }));
    expect(await screen.findByText('Customer-data-Kaffeerosterei-Elbe.json saved')).toBeVisible();
    expect(page.bridge.asked.findLast(({ name }) => name === 'customers.exportData')?.input).toMatchObject({
      id: 'cus_0',
    });
  });

  it('writes a statement of account to them', async () => {
    const user = userEvent.setup();
    const page = renderPage(<CustomerScreen id="cus_0" />, {
      ...salesAnswers,
      'reports.export': () => ({ kind: 'saved', name: 'Statement.pdf' }),
    });
    await user.click(await screen.findByRole('button', { name: 'More actions' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Statement, open items/ }));
    expect(await screen.findByText('Statement.pdf saved')).toBeVisible();
    expect(page.bridge.asked.findLast(({ name }) => name === 'reports.export')?.input).toMatchObject({
      id: 'open-items',
      parameters: { customer: 'cus_0' },
      format: 'pdf',
    });
  });

  it('says that invoices cannot be sent without an e-mail address', async () => {
    renderPage(<CustomerScreen id="cus_4" />, salesAnswers);
    expect(await screen.findByText('No e-mail address')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Add one' })).toHaveAttribute('href', '#/customers/cus_4/edit');
  });

  it('shows the saved cards and accounts, asks Stripe for them again, and says what a credit balance is', async () => {
    const user = userEvent.setup();
    const customer = sampleCustomer('cus_0');
    const account = {
      id: 'pm_2',
      type: 'sepa_debit',
      label: 'SEPA debit •••• 3000',
      expires: null,
      isExpired: false,
      isDefault: false,
    };
    const page = renderPage(<CustomerScreen id="cus_0" />, {
      ...salesAnswers,
      'customers.get': () => ({ ...customer, credit: [{ amount: 2_500, currency: 'eur' }] }),
      'customers.methods': () => ({ methods: [savedCard, account] }),
      'charges.refresh': () => ({ known: 2 }),
    });
    const card = (await screen.findByText('Visa •••• 4242')).closest('li');
    expect(card).toHaveTextContent('Default · Good until Apr 2028');
    expect(screen.getByText('SEPA debit •••• 3000')).toBeVisible();
    expect(screen.getByText('Stripe takes it off the next invoice')).toBeVisible();
    await user.click(screen.getByLabelText('Ask Stripe again'));
    await waitFor(() =>
      expect(page.bridge.asked.findLast(({ name }) => name === 'charges.refresh')?.input).toMatchObject({
        customerId: 'cus_0',
      }),
    );
  });

  it('says how a card comes to be saved where there is none', async () => {
    renderPage(<CustomerScreen id="cus_0" />, {
      ...salesAnswers,
      'customers.methods': () => ({ methods: [] }),
    });
    expect(await screen.findByText(/Customers save a card or account on Stripe’s page/)).toBeVisible();
  });
});
