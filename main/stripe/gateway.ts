// The only way to Stripe: the real SDK, one HTTP request a call, outcomes as values, and a record of each request.
import { Stripe } from 'stripe';
import { assert } from '../../shared/domain/assert.ts';
import type { StripeTransport } from '../ports.ts';
import { type Exchange, watchClient, type WatchedClient } from './exchange.ts';
import { isLiveKey } from './key.ts';
import { plainObject, plainPage, plainRecord } from './normalise.ts';
import { answeredBy, failureOf, outcomeOfAnswer } from './outcome.ts';
import { sendGet, sendList, sendCreditPreview, sendPreview } from './reads.ts';
import { type RequestRecord, recordOf } from './record.ts';
import type { Gateway, ReadFailure, ReadOutcome } from './request.ts';
import { sendWrite } from './writes.ts';

export interface GatewayOptions {
  readonly apiKey: string;
  readonly transport: StripeTransport['options'];
  /** Milliseconds. */
  readonly now: () => number;
  /** Told once per HTTP request, after its outcome is known. */
  readonly observe: (record: RequestRecord) => void;
}

const TIMEOUT_MS = 20_000;

type Called =
  | { readonly ok: true; readonly value: unknown; readonly exchange: Exchange }
  | { readonly ok: false; readonly failure: ReadFailure };

interface CallNames {
  readonly operation: string;
  readonly target?: string | null;
  readonly key?: string;
  readonly attempt?: number;
}

export function createGateway(options: GatewayOptions): Gateway {
  const { client, watch } = watchClient(options.transport.httpClient);
  const stripe = sdkOver(options, client);

  const call: Call = async (names, send) => {
    const startedAt = options.now();
    const { exchange, result } = watch(send);
    let called: Called;
    try {
      called = { ok: true, value: await result, exchange };
    } catch (error) {
      called = { ok: false, failure: failureOf(error, exchange) };
    }
    const answer = called.ok ? called.value : null;
    const failure = called.ok ? null : called.failure;
    options.observe(recordOf({ ...names, exchange, answer, failure, startedAt, endedAt: options.now() }));
    return called;
  };

  return {
    async write(request, key, attempt = 1, bytes) {
      const { operation, target } = request;
      const called = await call({ operation, target, key, attempt }, () =>
        sendWrite(stripe, request, key, bytes),
      );
      return called.ok ? outcomeOfAnswer(called.value, called.exchange) : called.failure;
    },
    async get(object, id) {
      const called = await call({ operation: `${object}.get`, target: id }, () =>
        sendGet(stripe, object, id),
      );
      return isMissing(called) ? missing(called.failure) : read(called, plainObject);
    },
    list: async (resource, params) =>
      read(
        await call({ operation: `${resource}.list` }, () => sendList(stripe, resource, params)),
        plainPage,
      ),
    ...previews(stripe, call),
    account: async () =>
      read(await call({ operation: 'account.get' }, () => stripe.accounts.retrieveCurrent()), plainObject),
    balance: async () =>
      read(await call({ operation: 'balance.get' }, () => stripe.balance.retrieve()), plainRecord),
  };
}

type Call = (names: CallNames, send: () => Promise<unknown>) => Promise<Called>;

function previews(stripe: Stripe, call: Call): Pick<Gateway, 'preview' | 'previewCreditNote'> {
  return {
    preview: async (params) =>
      read(
        await call({ operation: 'invoices.createPreview' }, () => sendPreview(stripe, params)),
        plainRecord,
      ),
    previewCreditNote: async (params) =>
      read(
        await call({ operation: 'creditNotes.preview' }, () => sendCreditPreview(stripe, params)),
        plainRecord,
      ),
  };
}

function sdkOver({ apiKey, transport }: GatewayOptions, httpClient: WatchedClient['client']): Stripe {
  // Only Stripe itself is ever given a live key; any other host is a simulator.
  assert(transport.host === undefined || !isLiveKey(apiKey), 'a live key goes to Stripe only');
  return new Stripe(apiKey, {
    ...transport,
    httpClient,
    maxNetworkRetries: 0,
    timeout: TIMEOUT_MS,
    telemetry: false,
    appInfo: { name: 'Quittance' },
  });
}

function read<Value>(called: Called, parse: (answer: unknown) => Value | null): ReadOutcome<Value> {
  if (!called.ok) return called;
  const value = parse(called.value);
  if (value === null) return { ok: false, failure: { kind: 'no-answer', why: 'malformed' } };
  return { ok: true, value, ...answeredBy(called.exchange) };
}

type Missing = { readonly ok: false; readonly failure: Extract<ReadFailure, { kind: 'refused' }> };

function isMissing(called: Called): called is Missing {
  return !called.ok && called.failure.kind === 'refused' && called.failure.status === 404;
}

function missing({ requestId, stripeTime }: Missing['failure']): ReadOutcome<null> {
  return { ok: true, value: null, requestId, stripeTime };
}
