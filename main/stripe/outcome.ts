// What an answer or an error of the SDK means, as a value. Pure.
import { Stripe } from 'stripe';
import type { Exchange } from './exchange.ts';
import { plainObject } from './normalise.ts';
import type { ReadFailure, WriteOutcome } from './request.ts';

export interface Answered {
  readonly requestId: string | null;
  readonly stripeTime: number | null;
}

/** Who answered and when, by Stripe's own clock (unix seconds). */
export function answeredBy(exchange: Exchange): Answered {
  const at = Date.parse(exchange.headers['date'] ?? '');
  return {
    requestId: exchange.headers['request-id'] ?? null,
    stripeTime: Number.isNaN(at) ? null : Math.floor(at / 1000),
  };
}

/** A 2xx answer; one that is no object of Stripe's leaves open what happened. */
export function outcomeOfAnswer(answer: unknown, exchange: Exchange): WriteOutcome {
  const object = plainObject(answer);
  if (object === null) return { kind: 'no-answer', why: 'malformed' };
  const replayed = exchange.headers['idempotent-replayed'] === 'true';
  return { kind: 'accepted', object, replayed, ...answeredBy(exchange) };
}

/**
 * What a failed call means. An error before anything was sent is a defect of this program and is thrown again, because
 * no outcome of Stripe's would describe it.
 */
export function failureOf(error: unknown, exchange: Exchange): ReadFailure {
  if (!exchange.begun) throw error;
  if (error instanceof Stripe.errors.StripeConnectionError)
    return { kind: 'no-answer', why: whyNoAnswer(error) };
  if (!(error instanceof Stripe.errors.StripeError) || error.statusCode === undefined) {
    // The body was not JSON, or JSON that the SDK could not take in: a proxy's page, half an answer, a new shape.
    return { kind: 'no-answer', why: exchange.status === null ? 'network' : 'malformed' };
  }
  return failureOfStatus(error, error.statusCode, answeredBy(exchange));
}

function whyNoAnswer(error: Stripe.errors.StripeConnectionError): 'network' | 'timeout' {
  const cause: unknown = error.detail;
  const timedOut = cause instanceof Error && 'code' in cause && cause.code === 'ETIMEDOUT';
  return timedOut ? 'timeout' : 'network';
}

/** Stripe quotes a key, masked but for its ends, in what it says about it: no part of one may reach books, page or log. */
const QUOTED_KEY = /'?\b[prs]k_(?:test|live|org)_[\w*]+'?/g;

function wordsOf(error: Stripe.errors.StripeError): string {
  return error.message.replaceAll(QUOTED_KEY, '(key)');
}

const DID_NOT_RUN = new Set(['rate_limit', 'lock_timeout']);

function failureOfStatus(error: Stripe.errors.StripeError, status: number, answered: Answered): ReadFailure {
  if (status === 401 || status === 403)
    return { kind: 'key-refused', status, message: wordsOf(error), ...answered };
  if (status === 429 || (status === 400 && DID_NOT_RUN.has(error.code ?? '')))
    return { kind: 'rate-limited', ...answered };
  if (status === 409) return { kind: 'conflict', ...answered };
  if (status >= 500) return { kind: 'server-error', status, ...answered };
  if (status < 400) return { kind: 'no-answer', why: 'malformed' };
  return { kind: 'refused', status, code: codeOf(error), message: wordsOf(error), ...answered };
}

/** The bank's own reason is more exact than Stripe's; a key that was used for another request has a type but no code. */
function codeOf(error: Stripe.errors.StripeError): string | null {
  // The SDK's word for "none" is an empty text.
  if (error.decline_code) return error.decline_code;
  return error.code ?? (error.rawType === 'idempotency_error' ? 'idempotency_error' : null);
}
