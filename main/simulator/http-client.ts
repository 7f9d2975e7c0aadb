// Lets the real SDK talk to a simulator in the same process: Stripe's `httpClient` interface.
import type Stripe from 'stripe';
import { TransportFailure, type SimulatorRequest, type SimulatorResponse } from './api/message.ts';

export type StripeHttpClient = NonNullable<Stripe.StripeConfig['httpClient']>;

/** An error with the code by which the SDK recognises what happened to the connection. */
class ConnectionError extends TypeError {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

function headerText(value: string | number | readonly string[]): string {
  return typeof value === 'object' ? value.join(', ') : String(value);
}

/** Uploads are bytes: one character for each, as {@link SimulatorRequest} has it. */
function bodyText(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : Buffer.from(body).toString('latin1');
}

function toResponse(response: SimulatorResponse): Awaited<ReturnType<StripeHttpClient['makeRequest']>> {
  return {
    getStatusCode: () => response.status,
    getHeaders: () => response.headers,
    getRawResponse: () => ({ statusCode: response.status, headers: response.headers }),
    toStream(done) {
      done();
      return response.body;
    },
    toJSON: async (): Promise<unknown> => JSON.parse(response.body),
  };
}

export function createHttpClient(
  handle: (request: SimulatorRequest) => Promise<SimulatorResponse>,
): StripeHttpClient {
  return {
    getClientName: () => 'quittance-simulator',
    async makeRequest(_host, _port, path, method, headers, body) {
      const lowerCase: Record<string, string> = {};
      for (const [name, value] of Object.entries(headers)) lowerCase[name.toLowerCase()] = headerText(value);
      try {
        const response = await handle({ method, path, headers: lowerCase, body: bodyText(body) });
        // The SDK reports a body cut short as a connection error, which only its own response class can raise later.
        if (response.truncated === true) throw new ConnectionError('ECONNABORTED');
        return toResponse(response);
      } catch (error) {
        if (error instanceof TransportFailure)
          throw new ConnectionError(error.kind === 'timeout' ? 'ETIMEDOUT' : 'ECONNRESET');
        throw error;
      }
    },
  };
}
