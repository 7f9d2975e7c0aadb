// Any list as a table, by its name: what it is asked for leaves the same rows here as on the page.
import type { ListAsked } from '../../../shared/contract/list-exports.ts';
import type { Table } from '../../../shared/domain/reports/table.ts';
import { listItems } from '../catalogue/items.ts';
import type { UseContext } from '../context.ts';
import { listCreditNotes } from '../corrections/list-credit-notes.ts';
import { listDisputes } from '../disputes/list-disputes.ts';
import { listCustomers } from '../list-customers.ts';
import { listInvoices } from '../list-invoices.ts';
import { listPayments, listRefunds } from '../list-payments.ts';
import { listPayouts } from '../payouts.ts';
import { recurringList } from '../recurring/get.ts';
import * as moved from './money-tables.ts';
import { pagedTable } from './paged-table.ts';
import * as sold from './sales-tables.ts';

export function listTable(context: UseContext, asked: ListAsked, pause: () => Promise<void>): Table {
  const { timeZone } = context;
  switch (asked.list) {
    case 'invoices': {
      const read = (page: Page) => listInvoices(context, { ...asked.input, page }).rows;
      return pagedTable(
        { title: 'Invoices', columns: sold.INVOICE_COLUMNS, read, lines: sold.invoiceLines },
        pause,
      );
    }
    case 'customers': {
      const read = (page: Page) => listCustomers(context, { ...asked.input, page }).rows;
      const lines = (row: Parameters<typeof sold.customerLines>[0]) => sold.customerLines(row, timeZone);
      return pagedTable({ title: 'Customers', columns: sold.CUSTOMER_COLUMNS, read, lines }, pause);
    }
    case 'recurring': {
      const read = (page: Page) => recurringList(context, { ...asked.input, page }).rows;
      return pagedTable(
        { title: 'Recurring invoices', columns: sold.RECURRING_COLUMNS, read, lines: sold.recurringLines },
        pause,
      );
    }
    case 'items': {
      const read = (page: Page) => listItems(context, { ...asked.input, page }).rows;
      return pagedTable({ title: 'Items', columns: sold.ITEM_COLUMNS, read, lines: sold.itemLines }, pause);
    }
    default:
      return moneyTable(context, asked, pause);
  }
}

type Page = Parameters<typeof listInvoices>[1]['page'];
type MoneyAsked = Extract<
  ListAsked,
  { list: 'payments' | 'refunds' | 'credit-notes' | 'payouts' | 'disputes' }
>;

function moneyTable(context: UseContext, asked: MoneyAsked, pause: () => Promise<void>): Table {
  const { timeZone } = context;
  switch (asked.list) {
    case 'payments': {
      const read = (page: Page) => listPayments(context, { ...asked.input, page }).rows;
      return pagedTable(
        { title: 'Payments', columns: moved.PAYMENT_COLUMNS, read, lines: moved.paymentLines },
        pause,
      );
    }
    case 'refunds': {
      const read = (page: Page) => listRefunds(context, { ...asked.input, page }).rows;
      return pagedTable(
        { title: 'Refunds', columns: moved.REFUND_COLUMNS, read, lines: moved.refundLines },
        pause,
      );
    }
    case 'credit-notes': {
      const read = (page: Page) => listCreditNotes(context, { ...asked.input, page }).rows;
      return pagedTable(
        { title: 'Credit notes', columns: moved.CREDIT_NOTE_COLUMNS, read, lines: moved.creditNoteLines },
        pause,
      );
    }
    case 'payouts': {
      const read = (page: Page) => listPayouts(context, { ...asked.input, page }).rows;
      return pagedTable(
        { title: 'Payouts', columns: moved.PAYOUT_COLUMNS, read, lines: moved.payoutLines },
        pause,
      );
    }
    case 'disputes': {
      const read = (page: Page) => listDisputes(context, { ...asked.input, page }).rows;
      const lines = (row: Parameters<typeof moved.disputeLines>[0]) => moved.disputeLines(row, timeZone);
      return pagedTable({ title: 'Disputes', columns: moved.DISPUTE_COLUMNS, read, lines }, pause);
    }
  }
}
