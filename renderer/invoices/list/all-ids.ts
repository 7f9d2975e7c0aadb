// The ids of a whole filtered list, for "select all": asked for page by page, as far as one command may name them.
import type { CallInput } from '../../../shared/contract/calls.ts';
import type { Client } from '../../client.ts';

/** The most invoices that one command takes. */
export const MOST_SELECTED = 5000;
const PAGE = 200;

type ListInput = Omit<CallInput<'invoices.list'>, 'page'>;

/** Null when the list could not be read. */
export async function allInvoiceIds(
  client: Client,
  input: ListInput,
  found: readonly string[] = [],
  after?: string,
): Promise<readonly string[] | null> {
  const page = { offset: found.length, limit: PAGE, ...(after === undefined ? {} : { after }) };
  const answer = await client('invoices.list', { ...input, page });
  if (!answer.ok) return null;
  const { rows } = answer.value;
  const ids = [...found, ...rows.map((row) => row.id)];
  if (rows.length < PAGE || ids.length >= MOST_SELECTED) return ids.slice(0, MOST_SELECTED);
  return allInvoiceIds(client, input, ids, rows.at(-1)?.cursor);
}
