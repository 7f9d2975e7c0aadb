// Stands between the SDK and whoever answers: tags all that is made, where Stripe keeps metadata of it, and notes what was made.
import type Stripe from 'stripe';
import { createFinder } from '../../../../stripe-schema/net.ts';
import { openLibrary } from '../../../../stripe-schema/library.ts';

export type HttpClient = NonNullable<Stripe.StripeConfig['httpClient']>;

export interface Made {
  readonly object: string;
  readonly id: string;
}

export const TAG = 'quittance_conformance';

const library = openLibrary();
const find = createFinder(library.endpoints);

/** New things, and only where their parameters have metadata. */
function isTaggable(method: string, path: string): boolean {
  const endpoint = find(method, path);
  if (endpoint === null || method !== 'POST' || endpoint.path.includes(':')) return false;
  const { $ref } = endpoint.params;
  const params = $ref === undefined ? endpoint.params : library.definition($ref);
  return params.properties?.['metadata'] !== undefined;
}

export function createRecorder(inner: HttpClient): {
  readonly httpClient: HttpClient;
  /** Everything written, oldest first. */
  readonly made: () => readonly Made[];
} {
  const made = new Map<string, Made>();
  const note = (answer: unknown): void => {
    if (typeof answer !== 'object' || answer === null) return;
    const { id, object } = answer as { readonly id?: unknown; readonly object?: unknown };
    if (typeof id === 'string' && typeof object === 'string') made.set(id, { id, object });
  };
  return {
    made: () => [...made.values()],
    httpClient: {
      getClientName: () => inner.getClientName(),
      async makeRequest(host, port, path, method, headers, body, ...rest) {
        const tagged = isTaggable(method, path)
          ? `${body}${body === '' ? '' : '&'}metadata[${TAG}]=yes`
          : body;
        const length = tagged === body ? {} : { 'Content-Length': Buffer.byteLength(tagged) };
        const response = await inner.makeRequest(
          host,
          port,
          path,
          method,
          { ...headers, ...length },
          tagged,
          ...rest,
        );
        if (method !== 'POST') return response;
        return {
          getStatusCode: () => response.getStatusCode(),
          getHeaders: () => response.getHeaders(),
          getRawResponse: (): unknown => response.getRawResponse(),
          toStream: (done) => response.toStream(done),
          async toJSON(): Promise<unknown> {
            const answer: unknown = await response.toJSON();
            note(answer);
            return answer;
          },
        };
      },
    },
  };
}
