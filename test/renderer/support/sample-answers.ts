// A believable day in a small studio's books, for tests of the page that need the whole of it.
import type { CallOutput } from '../../../shared/contract/calls.ts';
import type { Answers } from './fixture-bridge.ts';
import { sampleHome } from './sample-home.ts';
import { sampleOperations } from './sample-operations.ts';

type AppState = CallOutput<'app.state'>;

/** Monday, 23 November 2026, 09:30 in Berlin. */
export const NOW = 1_795_422_600;

export const sampleState: AppState = {
  books: {
    id: 'bk_sample',
    mode: 'sample',
    accountId: 'acct_1PVqK2',
    name: 'Atelier Nordlicht',
    country: 'DE',
    homeCountry: 'DE',
    defaultCurrency: 'eur',
    timeZone: 'Europe/Berlin',
    aheadSeconds: 0,
    isReadOnly: false,
  },
  key: { present: true, kind: 'sample', keeps: 'session', vault: 'session', problem: null },
  lock: { isOffered: false, afterMinutes: null, isLocked: false },
  known: [
    { id: 'bk_sample', mode: 'sample', name: 'Atelier Nordlicht', lastOpenedAt: NOW - 30 },
    { id: 'bk_live', mode: 'live', name: 'Brunnen & Söhne GmbH', lastOpenedAt: NOW - 86_400 * 3 },
  ],
  problem: null,
  problemBooksId: null,
  version: '0.1.0',
};

export const noBooks: AppState = {
  ...sampleState,
  books: null,
  key: { present: false, kind: null, keeps: null, vault: 'os', problem: null },
};

export const sampleSettings: CallOutput<'settings.get'> = {
  company: {
    name: 'Atelier Nordlicht',
    email: 'hallo@nordlicht.example',
    phone: '+49 40 555 0142',
    website: 'https://nordlicht.example',
    address: {
      line1: 'Speicherstraße 14',
      line2: '',
      postalCode: '20457',
      city: 'Hamburg',
      state: '',
      country: 'DE',
    },
    taxIds: [
      { type: 'eu_vat', value: 'DE298371544' },
      { type: 'de_stn', value: '22/482/01935' },
    ],
    timeZone: 'Europe/Berlin',
  },
  document: {
    pageSize: 'a4',
    accent: '#1d5f8a',
    language: 'de',
    footer: 'Nordlicht Design GmbH · HRB 155023 · IBAN DE02 1203 0000 0000 2020 51',
    memo: 'Vielen Dank für Ihren Auftrag.',
    showPaymentLink: true,
    hasLogo: false,
  },
  invoicing: {
    defaultCurrency: 'eur',
    defaultTerms: 14,
    defaultTaxRateIds: ['tr_19'],
    defaultPaymentMethods: [],
  },
  reminders: { steps: [3, 14, 30] },
  appearance: { theme: 'system', density: 'comfortable' },
};

const taxRates: CallOutput<'taxRates.list'>['rows'] = [
  rate('tr_19', 'VAT', '19', false, 'saved'),
  rate('tr_7', 'VAT reduced', '7', false, 'saved'),
  rate('tr_0', 'Reverse charge', '0', false, 'saved'),
  rate('tr_77', 'MWST', '8.1', true, 'queued'),
];

function rate(id: string, name: string, percentage: string, inclusive: boolean, state: 'saved' | 'queued') {
  const country = id === 'tr_77' ? 'CH' : 'DE';
  return {
    id,
    stripeId: state === 'saved' ? `txr_${id}` : null,
    name,
    percentage,
    inclusive,
    country,
    active: true,
    state,
    usedBy: { recurring: id === 'tr_19' ? 2 : 0, invoices: id === 'tr_0' ? 0 : 31 },
  };
}

export const sampleSync: CallOutput<'sync.status'> = {
  phase: 'idle',
  lastPolledAt: NOW - 20,
  nextPollAt: NOW + 40,
  error: null,
  backfill: [],
  balance: [
    { currency: 'eur', available: 1_284_350, pending: 312_075 },
    { currency: 'usd', available: 0, pending: 84_000 },
  ],
};

/** Answers for the general screens; a test replaces what it is about. */
export const sampleAnswers: Answers = {
  'app.state': () => sampleState,
  'app.presence': () => ({}),
  'settings.get': () => sampleSettings,
  'settings.save': ({ settings }) => settings,
  'settings.logo': () => ({ dataUrl: null }),
  'taxRates.list': () => ({ rows: taxRates }),
  'home.get': () => sampleHome,
  'sync.status': () => sampleSync,
  'sync.now': () => ({}),
  'outbox.list': ({ view }) => {
    const operations =
      view === 'all' ? sampleOperations : sampleOperations.filter((operation) => operation.state !== 'done');
    return { operations, active: 3, needPerson: 2 };
  },
  'requests.list': () => ({ rows: sampleRequests, next: null }),
  'events.list': () => ({ rows: sampleEvents, next: null }),
  'events.of': () => ({ rows: sampleEvents }),
  'sync.comparison': () => ({ comparison: null }),
  'search.everything': ({ text }) => ({
    hits: [
      { kind: 'invoice', id: 'in_1Q8', title: 'NL-0412', detail: `Kaffeerösterei Elbe · matches “${text}”` },
      { kind: 'customer', id: 'cus_9', title: 'Kaffeerösterei Elbe', detail: 'hanna@elbe.example' },
    ],
  }),
};

export const sampleEvents: CallOutput<'events.list'>['rows'] = [
  event(3, 'invoice.paid', 'Invoice paid', 'good'),
  event(2, 'charge.succeeded', 'Charge succeeded', 'good'),
  event(1, 'invoice.finalized', 'Invoice issued', 'neutral'),
];

function event(number: number, type: string, text: string, tone: 'good' | 'neutral') {
  return {
    id: `evt_${number}`,
    at: NOW - 1200 * (4 - number),
    type,
    objectId: type.startsWith('invoice') ? 'in_1Q8' : 'ch_3Q8',
    text,
    detail: '€1,240.00',
    tone,
    place: { kind: 'invoice' as const, id: 'in_1Q8', label: 'NL-0412' },
    cursor: `${number}.evt_${number}`,
  };
}

const sampleRequests: CallOutput<'requests.list'>['rows'] = [
  request(4, 'invoices.sendInvoice', 200, 412, null),
  request(3, 'invoices.finalizeInvoice', 200, 530, null),
  request(2, 'refunds.create', 402, 611, 'charge_already_refunded'),
  request(1, 'events.list', null, 20_000, 'timeout'),
];

function request(
  number: number,
  operation: string,
  status: number | null,
  durationMs: number,
  error: string | null,
) {
  const isWrite = !operation.endsWith('.list');
  return {
    id: `1.${number}`,
    at: NOW - 600 * (5 - number),
    operation,
    status,
    durationMs,
    requestId: status === null ? null : `req_8sKd0Pq2${number}`,
    idempotencyKey: isWrite ? `c0ffee-${number}:1:1` : null,
    attempt: number === 3 ? 2 : 1,
    replayed: number === 3,
    objectIds: isWrite ? [`in_1Q8${number}`] : [],
    amount: isWrite ? 124_000 : null,
    currency: isWrite ? 'eur' : null,
    error,
  };
}
