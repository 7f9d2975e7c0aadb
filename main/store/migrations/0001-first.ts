// The first schema: mirror of Stripe, our own drafts, the outbox, the event position.
// Tables that mirror Stripe have no foreign keys, because things arrive in any order; our own have.
import { APPLICATION_ID } from '../pragmas.ts';
import { customers } from './0001/customers.ts';
import { invoices } from './0001/invoices.ts';
import { payments } from './0001/payments.ts';
import { search } from './0001/search.ts';
import { work } from './0001/work.ts';

export const first = `
PRAGMA application_id = ${APPLICATION_ID};
${[customers, invoices, payments, work, search].join('\n')}`;
