// Documents as a business would send them, in several languages and states, for tests, pictures and the benchmark.
import type { DocumentData, DocumentWords } from '../../shared/domain/document-data.ts';

const ENGLISH: DocumentWords = {
  from: 'From',
  billTo: 'Bill to',
  description: 'Description',
  quantity: 'Qty',
  unitPrice: 'Unit price',
  tax: 'Tax',
  amount: 'Amount',
  pageOf: 'Page {page} of {pages}',
  payOnline: 'Pay online',
  payments: 'Payments',
};

/** An open invoice of a design studio: three lines, two tax rates, a discount. */
export const SAMPLE_INVOICE: DocumentData = {
  kind: 'invoice',
  words: ENGLISH,
  language: 'en-GB',
  direction: 'ltr',
  pageSize: 'a4',
  accent: '#4338ca',
  logo: null,
  seller: {
    name: 'Northlight Studio Ltd',
    lines: ['14 Granary Square', 'London N1C 4AA', 'United Kingdom', 'accounts@northlight.example'],
    identifiers: [
      { label: 'VAT', value: 'GB 293 8471 05' },
      { label: 'Company no.', value: '11873204' },
    ],
  },
  buyer: {
    name: 'Halden & Roe Architects LLP',
    lines: ['Ada Halden', '3rd Floor, 41 Clerkenwell Road', 'London EC1M 5RS', 'United Kingdom'],
    identifiers: [{ label: 'VAT', value: 'GB 774 1920 33' }],
  },
  title: 'Invoice',
  facts: [
    { label: 'Invoice number', value: 'NL-2026-0042' },
    { label: 'Date of issue', value: '23 November 2026' },
    { label: 'Date due', value: '23 December 2026' },
    { label: 'PO number', value: 'HR-7741' },
  ],
  lines: [
    {
      description: 'Brand identity, phase two',
      note: 'Logotype, colour and type system, stationery',
      quantity: '1',
      unitPrice: '£4,800.00',
      tax: '20%',
      amount: '£4,800.00',
    },
    {
      description: 'Website design and build',
      note: '1–30 November 2026',
      quantity: '62.5',
      unitPrice: '£95.00',
      tax: '20%',
      amount: '£5,937.50',
    },
    {
      description: 'Printed monograph, cloth bound',
      note: null,
      quantity: '40',
      unitPrice: '£18.50',
      tax: '0%',
      amount: '£740.00',
    },
  ],
  totals: [
    { label: 'Subtotal', value: '£11,477.50', weight: 'normal' },
    { label: 'Discount (10% off design)', value: '−£1,073.75', weight: 'normal' },
    { label: 'Total excluding tax', value: '£10,403.75', weight: 'normal' },
    { label: 'VAT 20% on £9,663.75', value: '£1,932.75', weight: 'normal' },
    { label: 'VAT 0% on £740.00', value: '£0.00', weight: 'normal' },
    { label: 'Amount due', value: '£12,336.50', weight: 'strong' },
  ],
  headline: { label: 'Amount due', value: '£12,336.50', detail: 'Due 23 December 2026' },
  settlements: [],
  memo: 'Thank you for your business. Please quote the invoice number with your payment.',
  footer:
    'Bank transfer: Northlight Studio Ltd · Sort code 04-00-04 · Account 1234 5678 · IBAN GB33 BUKB 2020 1555 5555 55\nRegistered in England and Wales no. 11873204',
  paymentLink: {
    label: 'Pay online',
    address: 'https://invoice.stripe.com/i/acct_1Sample/test_YWNjdF8xU2FtcGxl',
  },
  marks: [],
  issuedAt: '2026-11-23T09:30:00.000Z',
  author: 'Northlight Studio Ltd',
};
