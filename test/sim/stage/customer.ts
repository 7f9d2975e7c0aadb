// The customer of the scenes, full of words that no log may say.
import type { CustomerFields } from '../../../shared/contract/customers.ts';

export const CUSTOMER: CustomerFields = {
  name: 'Zedernholz & Söhne',
  email: 'canary@zedernholz.example',
  phone: '',
  address: {
    line1: 'Kanarienweg 7',
    line2: '',
    postalCode: '20457',
    city: 'Hamburg',
    state: '',
    country: 'DE',
  },
  taxIds: [{ type: 'eu_vat', value: 'DE123456789' }],
  taxExempt: 'none',
  currency: null,
  language: null,
  reference: '',
  note: '',
};
