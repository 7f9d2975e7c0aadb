// Handlers of the calls about customers, drafts and invoices: each names its use case.
import type { customerCalls } from '../shared/contract/customers.ts';
import type { draftCalls } from '../shared/contract/drafts.ts';
import type { invoiceCalls } from '../shared/contract/invoices.ts';
import type { reminderCalls } from '../shared/contract/reminders.ts';
import type { Handlers } from './handlers.ts';
import { contextOf, type HandlerDependencies, handlerOf } from './handlers-context.ts';
import { changeInvoice, markInvoicePaid } from './invoicing/change-invoice.ts';
import { createDraft } from './invoicing/create-draft.ts';
import { deleteDraft } from './invoicing/delete-draft.ts';
import { invoiceDocument, previewDraft } from './invoicing/documents.ts';
import { getCustomer } from './invoicing/get-customer.ts';
import { getDraft } from './invoicing/get-draft.ts';
import { getInvoice } from './invoicing/get-invoice.ts';
import { countCustomers, findCustomers, listCustomers } from './invoicing/list-customers.ts';
import { invoiceTabs, listInvoices, sumInvoices } from './invoicing/list-invoices.ts';
import { noteInvoice } from './invoicing/note-invoice.ts';
import { listReminders, sendReminders, skipReminders } from './invoicing/reminders.ts';
import { eraseCustomer, getErasure } from './invoicing/personal-data/erase-customer.ts';
import { prepareCustomerData } from './invoicing/personal-data/export-data.ts';
import { reviseInvoice } from './invoicing/revise-invoice.ts';
import { reviewDraft } from './invoicing/review-draft.ts';
import { archiveCustomer, saveCustomer } from './invoicing/save-customer.ts';
import { saveDraft } from './invoicing/save-draft.ts';
import { sendDraft } from './invoicing/send-draft.ts';
import { Changes } from './sync/changes.ts';

type SalesHandlers = Pick<
  Handlers,
  | keyof typeof customerCalls
  | keyof typeof draftCalls
  | keyof typeof invoiceCalls
  | keyof typeof reminderCalls
>;

export function salesHandlers(dependencies: HandlerDependencies): SalesHandlers {
  const run = handlerOf(dependencies);
  return {
    'customers.list': run(listCustomers),
    'customers.counts': run(countCustomers),
    'customers.find': run(findCustomers),
    'customers.get': run(getCustomer),
    'customers.save': run(saveCustomer),
    'customers.archive': run(archiveCustomer),
    'customers.erasure': run(getErasure),
    'customers.erase': run(eraseCustomer),
    'customers.exportData': ({ id }) => {
      const file = prepareCustomerData(contextOf(dependencies, new Changes()), id);
      return dependencies.ports.files.save(file.name, file.mediaType, file.produce);
    },
    'drafts.create': run(createDraft),
    'drafts.get': run(getDraft),
    'drafts.save': run(saveDraft),
    'drafts.delete': run(deleteDraft),
    'drafts.preview': run(previewDraft),
    'drafts.review': run(reviewDraft),
    'drafts.send': run(sendDraft),
    'invoices.list': run(listInvoices),
    'invoices.tabs': run(invoiceTabs),
    'invoices.sums': run(sumInvoices),
    'invoices.get': run(getInvoice),
    'invoices.document': run(invoiceDocument),
    'invoices.sendAgain': run((context, input) => changeInvoice(context, 'invoices.sendAgain', input)),
    'invoices.void': run((context, input) => changeInvoice(context, 'invoices.void', input)),
    'invoices.markUncollectible': run((context, input) =>
      changeInvoice(context, 'invoices.markUncollectible', input),
    ),
    'invoices.markPaid': run(markInvoicePaid),
    'invoices.revise': run(reviseInvoice),
    'invoices.note': run(noteInvoice),
    'reminders.list': run(listReminders),
    'reminders.send': run(sendReminders),
    'reminders.skip': run(skipReminders),
  };
}
