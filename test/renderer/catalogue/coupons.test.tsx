import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CatalogueScreen } from '../../../renderer/catalogue/catalogue-screen.tsx';
import { refuse } from '../support/fixture-bridge.ts';
import { renderPage } from '../support/render-page.tsx';
import { catalogueAnswers } from '../support/sample-catalogue.ts';

const open = (answers = catalogueAnswers) => renderPage(<CatalogueScreen tab="coupons" />, answers);
const asked = (page: ReturnType<typeof open>, name: string): unknown =>
  page.bridge.asked.findLast((call) => call.name === name)?.input;

describe('the coupons of the catalogue', () => {
  it('say what they give, how often and until when, without those of single invoices', async () => {
    const user = userEvent.setup();
    open();
    const partner = (await screen.findByText('Partner')).closest('tr');
    expect(partner).toHaveTextContent('12.5 % off');
    expect(partner).toHaveTextContent('6 months');
    expect(partner).toHaveTextContent('3 of 10');
    expect(screen.getByText('Summer').closest('tr')).toHaveTextContent('$25.00 offOne invoice013 Dec 20262');
    expect(screen.queryByText('10 % discount')).not.toBeInTheDocument();
    expect(screen.queryByText('Opening')).not.toBeInTheDocument();
    await user.click(screen.getByText('With those made for the discount of an invoice'));
    expect(await screen.findByText('10 % discount')).toBeVisible();
    await user.click(screen.getByText('Over 1'));
    expect(await screen.findByText('Opening')).toBeVisible();
  });

  it('are withdrawn after a question', async () => {
    const user = userEvent.setup();
    const page = open();
    await user.click(await screen.findByLabelText('Actions for Partner'));
    await user.click(await screen.findByText('Withdraw…'));
    expect(await screen.findByText(/cannot be brought back/)).toBeVisible();
    expect(asked(page, 'coupons.delete')).toBeUndefined();
    await user.click(screen.getByText('Withdraw coupon'));
    await waitFor(() => expect(asked(page, 'coupons.delete')).toMatchObject({ id: 'PARTNER' }));
  });
});

describe('a new coupon', () => {
  it('takes a share off on one invoice', async () => {
    const user = userEvent.setup();
    const page = open();
    await user.click(await screen.findByText('New coupon', { selector: 'button' }));
    await user.keyboard('Friends');
    expect(screen.getByText('Add coupon')).toBeDisabled();
    await user.type(screen.getByLabelText('Percent off'), '7.5');
    await user.type(screen.getByLabelText(/How often at most/), '2x');
    expect(screen.getByText('A whole number above zero')).toBeVisible();
    expect(screen.getByText('Add coupon')).toBeDisabled();
    await user.type(screen.getByLabelText(/How often at most/), '{Backspace}');
    await user.click(screen.getByText('Add coupon'));
    await waitFor(() =>
      expect(asked(page, 'coupons.create')).toMatchObject({
        fields: {
          name: 'Friends',
          off: { kind: 'percent', percent: '7.5' },
          duration: 'once',
          months: null,
          redeemBy: null,
          maxRedemptions: 2,
        },
      }),
    );
  });

  it('takes an amount off, and says at the field why it was refused', async () => {
    const user = userEvent.setup();
    const page = open({
      ...catalogueAnswers,
      'coupons.create': () =>
        refuse({
          kind: 'invalid-input',
          issues: [{ path: 'fields.off.money', message: 'a coupon takes more than zero off' }],
        }),
    });
    await user.click(await screen.findByText('New coupon', { selector: 'button' }));
    await user.keyboard('Nothing');
    await user.click(screen.getByText('An amount'));
    await user.type(screen.getByLabelText('Amount off'), '0');
    await user.click(screen.getByText('Add coupon'));
    await waitFor(() => expect(screen.getByLabelText('Amount off')).toBeInvalid());
    expect(asked(page, 'coupons.create')).toMatchObject({
      fields: { off: { kind: 'amount', money: { amount: 0, currency: 'eur' } } },
    });
  });
});
