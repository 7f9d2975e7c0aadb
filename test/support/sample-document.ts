// Documents as a business would send them, in several languages and states, for tests, pictures and the benchmark.
import type { DocumentData, DocumentLine } from '../../shared/domain/document-data.ts';
import { documentTerms } from '../../shared/text/document-words.ts';

/** An open invoice of a design studio: three lines, two tax rates, a discount. */
export const SAMPLE_INVOICE: DocumentData = {
  kind: 'invoice',
  words: documentTerms('en'),
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
  tables: [],
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

/** A small mark of a lamp and a word, as businesses have them: wide, with thin strokes. */
export const SAMPLE_LOGO: NonNullable<DocumentData['logo']> = {
  mediaType: 'image/svg+xml',
  bytes: new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 60"><circle cx="30" cy="30" r="26" fill="#0f766e"/>' +
      '<path d="M30 12v36M12 30h36M18 18l24 24M42 18L18 42" stroke="#fff" stroke-width="3" stroke-linecap="round"/>' +
      '<rect x="74" y="20" width="132" height="8" rx="4" fill="#0f766e"/><rect x="74" y="36" width="86" height="6" rx="3" fill="#94a3b8"/></svg>',
  ),
};

/** The same business after the customer has paid, in two parts, and got some of it back. */
export const SAMPLE_RECEIPT: DocumentData = {
  ...SAMPLE_INVOICE,
  kind: 'receipt',
  title: 'Receipt',
  logo: SAMPLE_LOGO,
  accent: '#0f766e',
  facts: [
    { label: 'Receipt number', value: '2718-2814' },
    { label: 'Invoice number', value: 'NL-2026-0042' },
    { label: 'Date paid', value: '30 November 2026' },
  ],
  headline: { label: 'Amount paid', value: '£12,336.50', detail: 'Paid on 30 November 2026' },
  settlements: [
    { label: '28 November 2026 · Visa •••• 4242', value: '£5,000.00' },
    { label: '30 November 2026 · Bank transfer', value: '£7,336.50' },
    { label: '2 December 2026 · Refund to Visa •••• 4242', value: '−£120.00' },
  ],
  memo: null,
  paymentLink: null,
  marks: [{ kind: 'paid', text: 'PAID' }],
};

const ITEMS: readonly (readonly [string, string | null])[] = [
  ['Single-origin coffee, Huila, 1 kg', 'Lot 2231, roasted 4 November'],
  ['Oat milk, barista edition', null],
  ['Descaling and service of two-group machine', 'Includes replacement of group gaskets and shower screens'],
  ['Takeaway cups 8 oz, compostable', null],
  ['Staff training, latte art', 'Two afternoons at your premises'],
];

/** Sixty lines: several pages. */
export const SAMPLE_LONG: DocumentData = {
  ...SAMPLE_INVOICE,
  logo: SAMPLE_LOGO,
  accent: '#b45309',
  lines: Array.from({ length: 60 }, (_unused, index): DocumentLine => {
    const [description, note] = ITEMS[index % ITEMS.length] ?? ['', null];
    const quantity = 1 + ((index * 7) % 24);
    return {
      description,
      note,
      quantity: String(quantity),
      unitPrice: '£12.50',
      tax: '20%',
      amount: `£${quantity * 12}.50`,
    };
  }),
};

const WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/** Everything longer than anyone would write, and yet it must not leave the page. */
export const SAMPLE_EXTREME: DocumentData = {
  ...SAMPLE_INVOICE,
  pageSize: 'letter',
  title: 'Tax invoice and statement of services',
  seller: {
    name: `The Honourable Society of ${WORD} International Holdings (Proprietary) Limited & Partners`,
    lines: [
      'Unit 14B, The Very Long Building Name at the Old Industrial Estate, Upper Lower Road',
      'a.very.long.address.of.a.person@accounts.receivable.subsidiary.example.com',
    ],
    identifiers: [
      { label: 'Umsatzsteuer-Identifikationsnummer', value: 'DE123456789 / ATU12345678 / CHE-123.456.789' },
    ],
  },
  facts: [
    ...SAMPLE_INVOICE.facts,
    { label: 'Project', value: WORD },
    { label: 'Cost centre', value: '4711-0815-4711-0815-4711-0815-4711-0815-4711' },
    { label: 'Contract', value: 'Framework agreement of 1 January 2019 with all amendments' },
  ],
  lines: [
    {
      description: `${WORD}${WORD}`,
      note: 'https://example.com/a/very/long/path?with=a&query=string&that=goes&on=and&on=forever',
      quantity: '1,000,000.123456',
      unitPrice: 'IDR 999,999,999.99',
      tax: 'VAT 20%, City tax 4.5%, Levy 1.25%',
      amount: 'IDR 999,999,999,999.99',
    },
    {
      description: Array.from(
        { length: 160 },
        (_unused, index) => `Sentence number ${index} of a description without end.`,
      ).join(' '),
      note: null,
      quantity: '1',
      unitPrice: 'IDR 1.00',
      tax: '',
      amount: 'IDR 1.00',
    },
  ],
  totals: [
    {
      label: `A label of a total that goes on for much longer than the column that it has to stand in: ${WORD}`,
      value: 'IDR 999,999,999,999.99',
      weight: 'normal',
    },
    { label: 'Amount due', value: 'IDR 999,999,999,999,999.99', weight: 'strong' },
  ],
  headline: { label: 'Amount due', value: 'IDR 999,999,999,999,999.99', detail: 'Due 23 December 2026' },
  memo: Array.from({ length: 20 }, () => 'A memo may have paragraphs as well, and they are long.').join('\n'),
  marks: [
    { kind: 'test', text: 'TEST' },
    { kind: 'draft', text: 'DRAFT' },
    { kind: 'sample', text: 'SAMPLE' },
    { kind: 'paid', text: 'PAID' },
    { kind: 'void', text: 'VOID' },
  ],
};

export const SAMPLE_CREDIT_NOTE: DocumentData = {
  ...SAMPLE_INVOICE,
  kind: 'credit-note',
  title: 'Credit note',
  pageSize: 'letter',
  accent: '#be123c',
  facts: [
    { label: 'Credit note number', value: 'NL-2026-0042-CN-01' },
    { label: 'Date of issue', value: '2 December 2026' },
    { label: 'For invoice', value: 'NL-2026-0042' },
  ],
  lines: SAMPLE_INVOICE.lines.slice(2).map((line) => ({ ...line, quantity: '', unitPrice: '' })),
  totals: [{ label: 'Amount credited', value: '£740.00', weight: 'strong' }],
  headline: { label: 'Amount credited', value: '£740.00', detail: null },
  memo: null,
  footer: null,
  paymentLink: null,
  marks: [{ kind: 'test', text: 'TEST' }],
};

const SAMPLE_VOID: DocumentData = {
  ...SAMPLE_INVOICE,
  paymentLink: null,
  marks: [{ kind: 'void', text: 'VOID' }],
};

/** A draft with almost nothing in it. */
const SAMPLE_DRAFT: DocumentData = {
  ...SAMPLE_INVOICE,
  lines: [],
  facts: [],
  totals: [{ label: 'Amount due', value: '£0.00', weight: 'strong' }],
  headline: { label: 'Amount due', value: '£0.00', detail: null },
  buyer: { name: '', lines: [], identifiers: [] },
  memo: null,
  footer: null,
  paymentLink: null,
  marks: [{ kind: 'draft', text: 'DRAFT' }],
};

export const SAMPLE_STATEMENT: DocumentData = {
  ...SAMPLE_INVOICE,
  kind: 'statement',
  title: 'Statement',
  facts: [
    { label: 'As of', value: '30 November 2026' },
    { label: 'Customer since', value: 'March 2024' },
  ],
  lines: ['NL-2026-0031', 'NL-2026-0038', 'NL-2026-0042'].map((number) => ({
    description: number,
    note: 'Due 23 December 2026',
    quantity: '',
    unitPrice: '',
    tax: '',
    amount: '£1,240.00',
  })),
  totals: [{ label: 'Balance due', value: '£3,720.00', weight: 'strong' }],
  headline: { label: 'Balance due', value: '£3,720.00', detail: '3 open invoices' },
  paymentLink: null,
};

export const SAMPLES: Readonly<Record<string, DocumentData>> = {
  SAMPLE_INVOICE,
  SAMPLE_RECEIPT,
  SAMPLE_LONG,
  SAMPLE_EXTREME,
  SAMPLE_CREDIT_NOTE,
  SAMPLE_VOID,
  SAMPLE_DRAFT,
  SAMPLE_STATEMENT,
};
