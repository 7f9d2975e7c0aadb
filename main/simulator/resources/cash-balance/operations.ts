// The operations on customers' cash balances, and the incoming transfers of test mode.
import { pageFields } from '../../api/common-params.ts';
import { missing } from '../../api/failure.ts';
import { operation, type Operation } from '../../api/operation.ts';
import { pageOf } from '../../api/pages.ts';
import { currency, integer, object, oneOf, optional, required, text } from '../../api/params.ts';
import { cashOf, shownCash } from '../../world/cash-balance.ts';
import { render } from '../../world/render.ts';
import { liveCustomer } from '../customer-lookup.ts';
import { bankTransferRule, fundingInstructions } from './instructions.ts';
import { receiveTransfer } from './transfers.ts';

export const cashBalanceOperations: readonly Operation[] = [
  operation('GET /v1/customers/:customer/cash_balance', {}, (world, _params, customer = '') => {
    liveCustomer(world, customer);
    return shownCash(world, customer);
  }),
  operation(
    'POST /v1/customers/:customer/cash_balance',
    {
      settings: optional(
        object({ reconciliation_mode: optional(oneOf('automatic', 'manual', 'merchant_default')) }),
      ),
    },
    (world, params, customer = '') => {
      liveCustomer(world, customer);
      const mode = params.settings?.reconciliation_mode;
      if (mode !== undefined)
        world.put('cash_balance', {
          ...cashOf(world, customer),
          mode: mode === 'merchant_default' ? null : mode,
        });
      return shownCash(world, customer);
    },
  ),
  operation(
    'GET /v1/customers/:customer/cash_balance_transactions',
    pageFields,
    (world, params, customer = '') => {
      liveCustomer(world, customer);
      return pageOf(
        world,
        'customer_cash_balance_transaction',
        `/v1/customers/${customer}/cash_balance_transactions`,
        params,
        (transaction) => transaction.customer === customer,
      );
    },
  ),
  operation(
    'GET /v1/customers/:customer/cash_balance_transactions/:id',
    {},
    (world, _params, customer = '', id = '') => {
      const transaction = world.get('customer_cash_balance_transaction', id);
      if (transaction.customer !== customer) throw missing('customer_cash_balance_transaction', id);
      return render(world, 'customer_cash_balance_transaction', transaction);
    },
  ),
  operation(
    'POST /v1/customers/:customer/funding_instructions',
    {
      bank_transfer: required(bankTransferRule),
      currency: required(currency),
      funding_type: required(oneOf('bank_transfer')),
    },
    (world, params, customer = '') => {
      liveCustomer(world, customer);
      return fundingInstructions(world, customer, params.currency, params.bank_transfer);
    },
  ),
  operation(
    'POST /v1/test_helpers/customers/:customer/fund_cash_balance',
    { amount: required(integer), currency: required(currency), reference: optional(text()) },
    (world, params, customer = '') =>
      render(
        world,
        'customer_cash_balance_transaction',
        receiveTransfer(world, customer, { ...params, reference: params.reference ?? null }),
      ),
  ),
];
