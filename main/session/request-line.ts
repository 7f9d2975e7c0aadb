// One line of the request log: the fields that are named here and no others, each held to its shape, and the whole line redacted once more.
import { z } from 'zod';
import { redact } from '../redact.ts';
import type { RequestRecord } from '../stripe/record.ts';

const RequestLine = z.object({
  time: z.iso.datetime(),
  operation: z.string(),
  objectIds: z.array(z.string()),
  amount: z.int().nullable(),
  currency: z.string().nullable(),
  requestId: z.string().nullable(),
  idempotencyKey: z.string().nullable(),
  attempt: z.int(),
  replayed: z.boolean(),
  status: z.int().nullable(),
  error: z.string().nullable(),
  durationMs: z.int(),
});
export type RequestLine = z.infer<typeof RequestLine>;

/** Ids, keys, codes and names of operations: no spaces, no `@`. Anything else that stands in their place is not written. */
const TOKEN = /^[\w.:-]{1,255}$/;
const UNUSUAL = '[not written]';

const token = (text: string): string => (TOKEN.test(text) ? text : UNUSUAL);
const maybeToken = (text: string | null): string | null => (text === null ? null : token(text));

export function lineOf(record: RequestRecord): RequestLine {
  const { currency } = record;
  return {
    time: new Date(record.at).toISOString(),
    operation: token(record.operation),
    objectIds: record.objectIds.map(token),
    amount: record.amount,
    currency: currency !== null && /^[a-z]{3}$/.test(currency) ? currency : null,
    requestId: maybeToken(record.requestId),
    idempotencyKey: maybeToken(record.idempotencyKey),
    attempt: record.attempt,
    replayed: record.replayed,
    status: record.status,
    error: maybeToken(record.error),
    durationMs: Math.max(0, Math.round(record.durationMs)),
  };
}

/** Ends in a line feed. */
export function writtenLine(record: RequestRecord): string {
  return `${redact(JSON.stringify(lineOf(record)))}\n`;
}

/** Null for what is no line of ours, such as one that a power cut has cut short. */
export function readLine(text: string): RequestLine | null {
  try {
    return RequestLine.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
