// Finds a customer that was not deleted.
import { missing } from '../api/failure.ts';
import type { Customer } from '../world/records.ts';
import type { World } from '../world/world.ts';

export function liveCustomer(world: World, id: string, param = 'id'): Customer {
  const customer = world.get('customer', id, param);
  if (customer.inner.deleted) throw missing('customer', id, param);
  return customer;
}
