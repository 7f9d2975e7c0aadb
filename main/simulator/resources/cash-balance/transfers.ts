// Money that a customer transfers to the business.
import { refuse } from '../../api/failure.ts';
import type { CashTransaction } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { liveCustomer } from '../customer-lookup.ts';
import { availableCash, emitFundsAvailable, moveCash } from './cash.ts';
import { transferTypeOf } from './instructions.ts';
import { applyCash } from './reconcile.ts';

function sender(
  type: string,
  name: string,
): Partial<NonNullable<CashTransaction['funded']>['bank_transfer']> {
  if (type === 'gb_bank_transfer')
    return {
      gb_bank_transfer: { account_number_last4: '6789', sender_name: name, sort_code: '108800' },
    };
  if (type === 'us_bank_transfer') return { us_bank_transfer: { network: 'ach', sender_name: name } };
  return { eu_bank_transfer: { bic: 'TESTDEFFXXX', iban_last4: '3000', sender_name: name } };
}

/** A transfer of the customer reaches the account; what it covers is paid with it. */
export function receiveTransfer(
  world: World,
  customerId: string,
  transfer: { readonly amount: number; readonly currency: string; readonly reference: string | null },
): CashTransaction {
  const customer = liveCustomer(world, customerId);
  if (transfer.amount <= 0)
    throw refuse('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
  const type = transferTypeOf(transfer.currency);
  const name = customer.name ?? 'Customer';
  const funded = moveCash(world, customerId, transfer.currency, transfer.amount, {
    type: 'funded',
    funded: { bank_transfer: { ...sender(type, name), reference: transfer.reference, type } },
  });
  applyCash(world, customerId, transfer.currency, transfer.reference);
  if (availableCash(world, customerId, transfer.currency) > 0) emitFundsAvailable(world, customerId);
  return funded;
}
