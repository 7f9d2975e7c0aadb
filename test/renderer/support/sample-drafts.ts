// A draft of the sample studio: three lines, two tax rates, a discount.
import type { CallOutput } from '../../../shared/contract/calls.ts';
import type { DraftContent } from '../../../shared/contract/drafts.ts';

export const sampleDraftContent: DraftContent = {
  customerId: 'cus_0',
  currency: 'eur',
  lines: [
    {
      id: 'l1',
      description: 'Corporate design: logo, colours, typefaces',
      quantity: '1',
      unitAmountDecimal: '480000',
      taxRateIds: ['tr_19'],
      discount: null,
      item: null,
    },
    {
      id: 'l2',
      description:
        'Website: design of 12 pages, two rounds of corrections, handover to the developers of the customer',
      quantity: '42.5',
      unitAmountDecimal: '9500',
      taxRateIds: ['tr_19'],
      discount: { kind: 'percent', percent: '10' },
      item: null,
    },
    {
      id: 'l3',
      description: 'Printed style guide',
      quantity: '3',
      unitAmountDecimal: '4850',
      taxRateIds: ['tr_7'],
      discount: null,
      item: null,
    },
  ],
  discount: null,
  couponId: null,
  terms: { kind: 'days', days: 14 },
  paymentMethods: [],
  memo: 'Vielen Dank für Ihren Auftrag.',
  footer: 'Nordlicht Design GmbH · HRB 155023 · IBAN DE02 1203 0000 0000 2020 51',
  customFields: [],
  poNumber: '',
  language: null,
  internalNote: '',
};

export const sampleDraft: CallOutput<'drafts.get'> = {
  id: 'inv_0',
  content: sampleDraftContent,
  revision: 3,
  state: 'editing',
  revises: null,
  updatedAt: 1_795_422_600,
};

export const sampleTaxRates = [
  { id: 'tr_19', name: 'VAT', percentage: '19', inclusive: false },
  { id: 'tr_7', name: 'VAT reduced', percentage: '7', inclusive: false },
];
