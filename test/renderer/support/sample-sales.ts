// Answers about invoices and drafts of the sample studio, for tests of their screens.
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { DraftContent } from '../../../shared/contract/drafts.ts';
import { INVOICE_TABS } from '../../../shared/domain/invoice-tabs.ts';
import { estimateTotals } from '../../../shared/domain/totals.ts';
import type { Answers } from './fixture-bridge.ts';
import { correctionAnswers } from './sample-corrections.ts';
import { customerAnswers } from './sample-customers.ts';
import { sampleDraft, sampleDraftContent, sampleTaxRates } from './sample-drafts.ts';
import { sampleInvoice } from './sample-invoice.ts';
import { moneyAnswers } from './sample-money.ts';
import { filteredRows, sampleRows, sumsOf } from './sample-rows.ts';

const PAGE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="595" height="842" viewBox="0 0 595 842"><rect width="595" height="842" fill="#fff"/></svg>';

export const sampleReview: CallOutput<'drafts.review'> = {
  findings: [],
  balance: 0,
  amountDue: 2_000,
  totals: estimateTotals(sampleDraftContent, sampleTaxRates),
  recipient: { name: 'Kaffeerösterei Elbe', email: 'ap@elbe.example' },
  dueDate: '2026-12-07',
  steps: [
    'The invoice is created at Stripe',
    'Its lines are added',
    'It is finalized and gets its number',
    'Stripe e-mails it to ap@elbe.example',
  ],
  numbering: 'Stripe numbers it next in the account’s series NL-',
};

export const salesAnswers: Answers = {
  ...customerAnswers,
  ...moneyAnswers,
  ...correctionAnswers,
  'invoices.list': ({ filter, page, sort }) => {
    const rows = sort.direction === 'asc' ? filteredRows(filter).toReversed() : filteredRows(filter);
    return { rows: rows.slice(page.offset, page.offset + page.limit) };
  },
  'invoices.tabs': ({ filter }) => ({
    tabs: INVOICE_TABS.map((tab) => ({
      tab,
      sums: sumsOf(filteredRows({ tab, search: filter.search })),
    })),
  }),
  'invoices.sums': ({ filter, ids }) =>
    sumsOf(ids === undefined ? filteredRows(filter) : sampleRows.filter((row) => ids.includes(row.id))),
  'invoices.get': ({ id }) => sampleInvoice(id),
  'invoices.document': () => ({ pages: [PAGE], pageSize: 'a4' }),
  'creditNotes.document': () => ({ pages: [PAGE], pageSize: 'a4' }),
  'invoices.note': () => ({}),
  'drafts.get': ({ id }) => ({ ...sampleDraft, id }),
  'drafts.create': () => sampleDraft,
  'drafts.save': ({ id, revision, content }) => ({
    ...sampleDraft,
    id,
    content: DraftContent.parse(content),
    revision: revision + 1,
  }),
  'drafts.delete': () => ({}),
  'drafts.preview': () => ({ pages: [PAGE], pageSize: 'a4' }),
  'drafts.review': () => sampleReview,
  'drafts.send': () => ({ operationId: 'op_1' }),
};
