// The last requests to Stripe, for Activity: in memory, and as lines of the log.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import type { Log } from '../ports.ts';
import type { RequestRecord } from '../stripe/record.ts';

const KEPT = 500;

type Row = CallOutput<'requests.list'>['rows'][number];

export interface RequestLog {
  add(record: RequestRecord): void;
  list(input: ParsedInput<'requests.list'>): CallOutput<'requests.list'>;
}

export function createRequestLog(log: Log, newId: () => string): RequestLog {
  const rows: Row[] = [];
  return {
    add(record) {
      log.info('stripe.request', { ...record });
      rows.unshift(rowOf(record, newId()));
      rows.length = Math.min(rows.length, KEPT);
    },
    list: ({ search, limit }) => ({ rows: rows.filter((row) => matches(row, search)).slice(0, limit) }),
  };
}

function rowOf(record: RequestRecord, id: string): Row {
  return {
    id,
    at: Math.floor(record.at / 1000),
    operation: record.operation,
    status: record.status,
    durationMs: Math.round(record.durationMs),
    requestId: record.requestId,
    idempotencyKey: record.idempotencyKey,
    replayed: record.replayed,
    objectIds: [...record.objectIds],
    error: record.error,
  };
}

function matches(row: Row, search: string | undefined): boolean {
  if (search === undefined || search.trim() === '') return true;
  const wanted = search.trim().toLowerCase();
  const texts = [row.operation, row.requestId, row.idempotencyKey, row.error, ...row.objectIds];
  return texts.some((text) => text?.toLowerCase().includes(wanted) === true);
}
