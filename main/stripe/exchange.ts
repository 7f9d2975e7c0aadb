// Sees the one HTTP request of a call: its status and headers, which the SDK does not tell for every outcome.
import { AsyncLocalStorage } from 'node:async_hooks';
import { Stripe } from 'stripe';

/** What was seen of a request; `status` is null until headers have arrived. */
export interface Exchange {
  readonly begun: boolean;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
}

interface MutableExchange {
  begun: boolean;
  status: number | null;
  headers: Record<string, string>;
}

type HttpClient = NonNullable<Stripe.StripeConfig['httpClient']>;
type HttpResponse = Awaited<ReturnType<HttpClient['makeRequest']>>;

export interface WatchedClient {
  readonly client: HttpClient;
  /** Runs one call of the SDK and tells what its request met, whether it succeeded or threw. */
  readonly watch: <Value>(call: () => Promise<Value>) => {
    readonly exchange: Exchange;
    readonly result: Promise<Value>;
  };
}

export function watchClient(inner: HttpClient = Stripe.createNodeHttpClient()): WatchedClient {
  const current = new AsyncLocalStorage<MutableExchange>();
  const client: HttpClient = {
    getClientName: () => inner.getClientName(),
    async makeRequest(...request) {
      const exchange = current.getStore();
      if (exchange) exchange.begun = true;
      try {
        const response = await inner.makeRequest(...request);
        const headers = textHeaders(response.getHeaders());
        if (exchange) Object.assign(exchange, { status: response.getStatusCode(), headers });
        return quiet(response);
      } catch (error) {
        throw withoutRetry(error);
      }
    },
  };
  return {
    client,
    watch: (call) => {
      const exchange: MutableExchange = { begun: false, status: null, headers: {} };
      return { exchange, result: current.run(exchange, call) };
    },
  };
}

function textHeaders(headers: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

/**
 * The SDK sends a request again when its connection closed, even with retries switched off. Whether and when to repeat is
 * decided by the outbox and the poller alone, so such an error reaches the SDK under a code that it does not repeat.
 */
function withoutRetry(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string' || !Stripe.HttpClient.CONNECTION_CLOSED_ERROR_CODES.includes(code))
    return error;
  return Object.assign(new Error('The connection closed', { cause: error }), { code: 'CONNECTION_CLOSED' });
}

/** Keeps Stripe's notices to developers out of the program's warnings. */
function quiet(response: HttpResponse): HttpResponse {
  const { 'stripe-notice': _notice, 'stripe-should-retry': _retry, ...headers } = response.getHeaders();
  return {
    getStatusCode: () => response.getStatusCode(),
    getHeaders: () => headers,
    getRawResponse: () => response.getRawResponse(),
    toStream: (done) => response.toStream(done),
    toJSON: () => response.toJSON(),
    dispose: () => response.dispose?.(),
  };
}
