// Evidence of what was done to customers.
import { z } from 'zod';
import type { StripeObject, WriteOperation } from '../../stripe/request.ts';
import {
  type Evidence,
  type Finder,
  hasMark,
  inList,
  onTarget,
  sameMetadata,
  type Search,
  sinceFloor,
} from './search.ts';

type CustomerWrite = Extract<WriteOperation, `customers.${string}`>;

export const CUSTOMER_FINDERS: Readonly<Record<CustomerWrite, Finder>> = {
  'customers.create': (search) =>
    inList(search, 'customers', sinceFloor(search), (object) =>
      sameMetadata(object, search, 'quittance_customer'),
    ),
  'customers.update': (search) =>
    onTarget(search, 'customer', (object) => (hasMark(object, search) ? 'done' : 'absent')),
  'customers.del': findDeleted,
  'customers.createTaxId': (search) =>
    onTarget(search, 'customer', (object) => (hasTaxId(object, search) ? 'done' : 'absent')),
  'customers.deleteTaxId': (search) =>
    onTarget(search, 'customer', (object) => (hasTaxId(object, search) ? 'absent' : 'done')),
};

/** Whoever deleted it: what was wanted is so. */
async function findDeleted({ gateway, request }: Search): Promise<Evidence> {
  const id = request.target ?? '';
  const answer = await gateway.get('customer', id);
  if (!answer.ok) return { kind: 'unknown', failure: answer.failure };
  const { value: object, stripeTime } = answer;
  if (object !== null && object['deleted'] !== true) return { kind: 'absent', stripeTime };
  return { kind: 'done', object: { id, object: 'customer', deleted: true }, stripeTime };
}

const TaxIds = z.object({ data: z.array(z.object({ id: z.string(), type: z.string(), value: z.string() })) });

function hasTaxId(object: StripeObject, { request }: Search): boolean {
  const known = TaxIds.safeParse(object['tax_ids']).data?.data ?? [];
  const { tax_id: id, type, value } = request.params;
  return known.some((taxId) =>
    id === undefined ? taxId.type === type && taxId.value === value : taxId.id === id,
  );
}
