// A new draft: empty with the company's defaults, for a customer, or a copy of another invoice.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import type { DraftContent } from '../../shared/contract/drafts.ts';
import { assert } from '../../shared/domain/assert.ts';
import { methodRefusal } from '../../shared/domain/payment-methods.ts';
import { notFound } from '../refusal.ts';
import { once } from '../store/commands.ts';
import { customerById } from '../store/customers.ts';
import { draftById, insertDraft } from '../store/drafts.ts';
import { readSettings } from '../store/settings.ts';
import type { UseContext } from './context.ts';
import { contentFromMirror } from './content-from-mirror.ts';
import { summaryOf } from './draft-summary.ts';
import { draftOf } from './get-draft.ts';
import { refuseWhileErasing } from './personal-data/erase-customer.ts';

export function createDraft(
  context: UseContext,
  input: ParsedInput<'drafts.create'>,
): CallOutput<'drafts.create'> {
  const { db } = context;
  return once(db, input.commandId, 'drafts.create', context.now(), () => {
    const id = `draft_${context.randomId()}`;
    const content =
      input.copyOf === null ? emptyContent(context, input.customerId) : copyOf(context, input.copyOf);
    insertDraft(db, id, content, summaryOf(context, content), context.now());
    context.changes.add('invoice', id);
    const stored = draftById(db, id);
    assert(stored, 'A draft that was just inserted must be there');
    return draftOf(db, stored);
  });
}

function emptyContent(context: UseContext, customerId: string | null): DraftContent {
  const settings = readSettings(context.db);
  const customer = customerId === null ? undefined : customerById(context.db, customerId);
  if (customerId !== null && !customer) throw notFound('customer');
  if (customer) refuseWhileErasing(context.db, customer.id);
  const currency = customer?.currency ?? settings.invoicing.defaultCurrency;
  return {
    customerId,
    currency,
    lines: [emptyLine(context, settings.invoicing.defaultTaxRateIds)],
    discount: null,
    couponId: null,
    terms: { kind: 'days', days: settings.invoicing.defaultTerms },
    paymentMethods: settings.invoicing.defaultPaymentMethods.filter(
      (type) => methodRefusal(type, currency) === null,
    ),
    memo: settings.document.memo,
    footer: settings.document.footer,
    customFields: [],
    poNumber: '',
    language: null,
    internalNote: '',
  };
}

function emptyLine(context: UseContext, taxRateIds: readonly string[]): DraftContent['lines'][number] {
  return {
    id: context.randomId(),
    description: '',
    quantity: '1',
    unitAmountDecimal: '0',
    taxRateIds: [...taxRateIds],
    discount: null,
    item: null,
  };
}

/** Our own draft word for word, else what the mirror knows. The PO number belongs to the original and is left out. */
function copyOf(context: UseContext, id: string): DraftContent {
  const content = draftById(context.db, id)?.content ?? contentFromMirror(context, id);
  return {
    ...content,
    poNumber: '',
    lines: content.lines.map((line) => ({ ...line, id: context.randomId() })),
  };
}
