// What a new customer starts with.
import type { CustomerFields } from '../../shared/contract/customers.ts';

/** `country` is that of the business: most customers are there, too. */
export function newCustomerFields(country: string | null, name = ''): CustomerFields {
  return {
    name,
    email: '',
    phone: '',
    address: { line1: '', line2: '', postalCode: '', city: '', state: '', country },
    taxIds: [],
    taxExempt: 'none',
    currency: null,
    language: null,
    reference: '',
    note: '',
  };
}

/** Half-filled rows are not sent: a tax number without a number is none. */
export function completeFields(fields: CustomerFields): CustomerFields {
  return { ...fields, taxIds: fields.taxIds.filter((taxId) => taxId.value.trim() !== '') };
}
