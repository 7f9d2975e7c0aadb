// A gateway whose answers are given by the test: the real SDK over a scripted HTTP client.
import { createGateway } from '../../main/stripe/gateway.ts';
import type { RequestRecord } from '../../main/stripe/record.ts';
import type { FrozenRequest, Gateway } from '../../main/stripe/request.ts';
import { json, type ScriptedAnswer, scriptedClient, type SentRequest } from './scripted-client.ts';

export const KEY = 'op-1:1:1';
export const HEAD = { 'request-id': 'req_1', date: 'Mon, 23 Nov 2026 10:00:00 GMT' };
export const ANSWERED = { requestId: 'req_1', stripeTime: 1_795_428_000 };
export const CREATE: FrozenRequest = {
  operation: 'refunds.create',
  target: null,
  params: { payment_intent: 'pi_1', amount: 500 },
};

export function gatewayOver(...answers: readonly ScriptedAnswer[]): {
  readonly gateway: Gateway;
  readonly sent: readonly SentRequest[];
  readonly records: readonly RequestRecord[];
} {
  const { client, sent } = scriptedClient(...answers);
  const records: RequestRecord[] = [];
  let now = 1_000;
  const gateway = createGateway({
    apiKey: 'sk_test_canary0000000000',
    transport: { httpClient: client },
    now: () => (now += 5),
    observe: (record) => records.push(record),
  });
  return { gateway, sent, records };
}

export function refusal(status: number, error: object): ScriptedAnswer {
  return json(status, { error: { message: 'No.', ...error } }, HEAD);
}
