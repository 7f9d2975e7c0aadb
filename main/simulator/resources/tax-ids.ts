// Tax ids of customers.
import { pageFields } from '../api/common-params.ts';
import { missing, refuse } from '../api/failure.ts';
import { operation, type Operation } from '../api/operation.ts';
import { pageOfArray } from '../api/pages.ts';
import { object, required, text } from '../api/params.ts';
import { emit } from '../world/events.ts';
import type { TaxId } from '../world/records.ts';
import { renderById, shown } from '../world/render.ts';
import type { World } from '../world/world.ts';
import { liveCustomer } from './customer-lookup.ts';

export const taxIdData = { type: required(text(40)), value: required(text(100)) };
export const taxIdRule = object(taxIdData);

/** European numbers begin with their country. */
function refuseInvalid(type: string, value: string): void {
  if (type === 'eu_vat' && !/^[A-Z]{2}[A-Za-z0-9+*.]{2,14}$/.test(value)) {
    throw refuse('Invalid value for eu_vat.', { code: 'tax_id_invalid', param: 'value' });
  }
}

export function addTaxId(
  world: World,
  customerId: string,
  data: { readonly type: string; readonly value: string },
): TaxId {
  refuseInvalid(data.type, data.value);
  const customer = liveCustomer(world, customerId);
  const taxId = world.put('tax_id', {
    id: world.id('txi'),
    object: 'tax_id',
    country: data.type === 'eu_vat' ? data.value.slice(0, 2) : data.type.slice(0, 2).toUpperCase(),
    created: world.now(),
    customer: customerId,
    customer_account: null,
    livemode: false,
    owner: { customer: customerId, customer_account: null, type: 'customer' },
    type: data.type,
    value: data.value,
    verification: { status: 'pending', verified_address: null, verified_name: null },
  });
  world.put('customer', {
    ...customer,
    inner: { ...customer.inner, taxIds: [...customer.inner.taxIds, taxId.id] },
  });
  emit(world, 'customer.tax_id.created', 'tax_id', taxId);
  return taxId;
}

function taxIdOf(world: World, customerId: string, id: string): TaxId {
  const customer = liveCustomer(world, customerId);
  if (!customer.inner.taxIds.includes(id)) throw missing('tax_id', id);
  return world.get('tax_id', id);
}

export const taxIdOperations: readonly Operation[] = [
  operation('POST /v1/customers/:customer/tax_ids', taxIdData, (world, params, customer = '') =>
    shown(addTaxId(world, customer, params)),
  ),
  operation('GET /v1/customers/:customer/tax_ids/:id', {}, (world, _params, customer = '', id = '') =>
    shown(taxIdOf(world, customer, id)),
  ),
  operation('GET /v1/customers/:customer/tax_ids', pageFields, (world, params, customer = '') => {
    const rows = liveCustomer(world, customer)
      .inner.taxIds.toReversed()
      .map((id) => renderById(world, 'tax_id', id));
    return pageOfArray(`/v1/customers/${customer}/tax_ids`, rows, params);
  }),
  operation('DELETE /v1/customers/:customer/tax_ids/:id', {}, (world, _params, customerId = '', id = '') => {
    const taxId = taxIdOf(world, customerId, id);
    const customer = liveCustomer(world, customerId);
    world.put('customer', {
      ...customer,
      inner: { ...customer.inner, taxIds: customer.inner.taxIds.filter((other) => other !== id) },
    });
    world.remove('tax_id', id);
    emit(world, 'customer.tax_id.deleted', 'tax_id', taxId);
    return { id, object: 'tax_id', deleted: true };
  }),
];
