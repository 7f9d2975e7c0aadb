// Customers of the sample studio.
import type { SavedMethod } from '../../../shared/contract/charging.ts';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import type { Answers } from './fixture-bridge.ts';

type Row = CallOutput<'customers.list'>['rows'][number];

const NAMES = [
  'Kaffeerösterei Elbe',
  'Brunnen & Söhne GmbH',
  'Landesgesellschaft für nachhaltige Infrastruktur und Verkehrswegeplanung Schleswig-Holstein mbH & Co. KG',
  'Møller Skibsbyggeri A/S',
  'Atelier Zoé Lefèvre',
  'Harbor & Pine LLC',
  '北海道デザイン株式会社',
  'Studio Ghiaccio S.r.l.',
];

export const customers: readonly Row[] = NAMES.map((name, index) => ({
  id: `cus_${index}`,
  stripeId: index === 3 ? null : `cus_QxP${index}`,
  name,
  email: index === 4 ? '' : `ap${index}@example.com`,
  country: 'DE',
  reference: index % 2 === 0 ? `K-10${index}` : '',
  currency: index === 5 ? 'usd' : null,
  invoiceCount: 14 - index,
  open:
    index % 3 === 0
      ? [{ amount: 119_000, currency: 'eur' }, ...(index === 0 ? [{ amount: 48_000, currency: 'usd' }] : [])]
      : [],
  pastDue: index === 3 ? [{ amount: 9_900, currency: 'eur' }] : [],
  createdAt: 1_780_000_000,
  archived: false,
  state: index === 3 ? 'queued' : 'saved',
  cursor: `cursor-${index}`,
}));

const ACTIVITY: CallOutput<'customers.get'>['activity'] = [
  {
    date: '2026-11-20',
    kind: 'payment',
    reference: 'NL-0410',
    invoiceId: 'inv_2',
    amount: { amount: -1_250_000, currency: 'eur' },
    balance: { amount: 119_000, currency: 'eur' },
  },
  {
    date: '2026-11-18',
    kind: 'invoice',
    reference: 'NL-0411',
    invoiceId: 'inv_1',
    amount: { amount: 119_000, currency: 'eur' },
    balance: { amount: 1_369_000, currency: 'eur' },
  },
  {
    date: '2026-11-02',
    kind: 'invoice',
    reference: 'NL-0410',
    invoiceId: 'inv_2',
    amount: { amount: 1_250_000, currency: 'eur' },
    balance: { amount: 1_250_000, currency: 'eur' },
  },
  {
    date: '2026-10-30',
    kind: 'refund',
    reference: 'NL-0398',
    invoiceId: 'inv_14',
    amount: { amount: 5_000, currency: 'eur' },
    balance: { amount: 0, currency: 'eur' },
  },
];

export function sampleCustomer(id: string): CallOutput<'customers.get'> {
  const { cursor: _cursor, ...row } = customers.find((customer) => customer.id === id) ?? {
    ...customers[0],
    cursor: '',
  };
  // The list of customers is not empty.
  const known = row as Omit<Row, 'cursor'>;
  return {
    ...known,
    fields: {
      name: known.name,
      email: known.email,
      phone: '+49 40 555 0190',
      address: {
        line1: 'Große Elbstraße 68',
        line2: 'Hinterhaus',
        postalCode: '22767',
        city: 'Hamburg',
        state: '',
        country: 'DE',
      },
      taxIds: [{ type: 'eu_vat', value: 'DE811569869' }],
      taxExempt: 'none',
      currency: known.currency,
      language: 'de',
      reference: known.reference,
      note: 'Pays on the last day of the month.',
    },
    deletedAtStripe: false,
    erasedAt: null,
    paid: [{ amount: 4_284_000, currency: 'eur' }],
    owed: [],
    credit: [],
    activity: ACTIVITY,
  };
}

export const customerAnswers: Answers = {
  'customers.list': ({ page }) => ({ rows: customers.slice(page.offset, page.offset + page.limit) }),
  'customers.counts': () => ({ all: customers.length, open: 3, pastDue: 1, archived: 0 }),
  'customers.find': ({ text }) => ({
    rows: customers
      .filter((customer) => customer.name.toLowerCase().includes(text.toLowerCase()))
      .map(({ id, name, email, currency, country }) => ({ id, name, email, currency, country })),
  }),
  'customers.get': ({ id }) => sampleCustomer(id),
  'customers.methods': () => ({ methods: [savedCard] }),
  'customers.save': ({ id }) => ({ id: id ?? 'cus_new', operationId: 'op_1' }),
  'customers.archive': () => ({}),
  'customers.erasure': () => ({ refusal: null, documents: 14 }),
  'customers.erase': () => ({ operationId: 'op_9' }),
  'customers.exportData': () => ({ kind: 'saved', name: 'Customer-data-Kaffeerosterei-Elbe.json' }),
};

export const savedCard: SavedMethod = {
  id: 'pm_1',
  type: 'card',
  label: 'Visa •••• 4242',
  expires: '2028-04',
  isExpired: false,
  isDefault: true,
};
