// An HTTP client for the real SDK whose answers are given by the test; keeps what was sent.
import type { StripeTransport } from '../../main/ports.ts';

type HttpClient = NonNullable<StripeTransport['options']['httpClient']>;

export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type ScriptedAnswer =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body: string }
  | { readonly fails: Error };

export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): ScriptedAnswer {
  return { status, headers, body: JSON.stringify(body) };
}

export function connectionError(code: string): ScriptedAnswer {
  return { fails: Object.assign(new Error(code), { code }) };
}

/** Answers the given answers in order; the last one is repeated. */
export function scriptedClient(...answers: readonly ScriptedAnswer[]): {
  readonly client: HttpClient;
  readonly sent: readonly SentRequest[];
} {
  const sent: SentRequest[] = [];
  const client: HttpClient = {
    getClientName: () => 'scripted',
    async makeRequest(_host, _port, path, method, headers, body) {
      const names = Object.entries(headers).map(
        ([name, value]) => [name.toLowerCase(), String(value)] as const,
      );
      sent.push({ method, path, headers: Object.fromEntries<string>(names), body });
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      if (!answer) throw new Error('No answer is scripted');
      if ('fails' in answer) throw answer.fails;
      return {
        getStatusCode: () => answer.status,
        getHeaders: () => ({ ...answer.headers }),
        getRawResponse: () => ({}),
        toStream: () => null,
        toJSON: async () => JSON.parse(answer.body) as unknown,
      };
    },
  };
  return { client, sent };
}
