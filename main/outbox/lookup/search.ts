// How evidence is looked for at Stripe: by the mark in a list, or by the state of the object written to.
import { z } from 'zod';
import type {
  FrozenRequest,
  Gateway,
  Json,
  JsonObject,
  ListPage,
  ListResource,
  ReadFailure,
  ReadOutcome,
  StripeObject,
} from '../../stripe/request.ts';
import { type OutboxStep, stepMark } from '../step.ts';

export type Evidence =
  /** It has happened; `object` is what to apply. */
  | { readonly kind: 'done'; readonly object: StripeObject; readonly stripeTime: number | null }
  | { readonly kind: 'absent'; readonly stripeTime: number | null }
  /** Stripe could not be asked. */
  | { readonly kind: 'unknown'; readonly failure: ReadFailure }
  /** It has not happened and cannot any more. */
  | { readonly kind: 'impossible'; readonly message: string }
  /** It was tried and refused; a person may try again. */
  | { readonly kind: 'refused'; readonly code: string | null; readonly message: string }
  /** A person has to decide. */
  | { readonly kind: 'review'; readonly message: string };

/** Lists reach back this much before the floor, seconds: Stripe's clocks may differ among themselves. */
const SLACK_SECONDS = 600;

export interface Search {
  readonly gateway: Gateway;
  readonly step: OutboxStep;
  readonly request: FrozenRequest;
}

export type Finder = (search: Search) => Promise<Evidence>;

export function sinceFloor({ step }: Search): JsonObject {
  return { created: { gte: Math.max(0, step.floor - SLACK_SECONDS) } };
}

const Metadata = z.record(z.string(), z.string()).catch({});

export function hasMark(object: StripeObject, { step }: Search): boolean {
  return (
    Metadata.parse(object['metadata'])['quittance_operation'] === stepMark(step.operationId, step.position)
  );
}

/** Whether the object carries our own id, as the request puts it there. */
export function sameMetadata(object: StripeObject, { request }: Search, name: string): boolean {
  const wanted = Metadata.parse(request.params['metadata'])[name];
  return wanted !== undefined && Metadata.parse(object['metadata'])[name] === wanted;
}

/** Whether the object carries all that the request puts into its metadata. */
export function hasAllMetadata(object: StripeObject, { request }: Search): boolean {
  const there = Metadata.parse(object['metadata']);
  const wanted = Object.entries(Metadata.parse(request.params['metadata']));
  return wanted.every(([name, value]) => there[name] === value);
}

export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Pages through a list until the effect is found or the list ends. */
export async function inList(
  { gateway }: Search,
  resource: ListResource,
  params: JsonObject,
  isIt: (object: StripeObject) => boolean,
): Promise<Evidence> {
  let after: string | null = null;
  for (;;) {
    const page: ReadOutcome<ListPage> = await gateway.list(resource, {
      ...params,
      limit: 100,
      ...(after === null ? {} : { starting_after: after }),
    });
    if (!page.ok) return { kind: 'unknown', failure: page.failure };
    const found = page.value.data.find(isIt);
    if (found) return { kind: 'done', object: found, stripeTime: page.stripeTime };
    const last = page.value.data.at(-1);
    if (!page.value.hasMore || !last) return { kind: 'absent', stripeTime: page.stripeTime };
    after = last.id;
  }
}

export type Judgement = 'done' | 'absent' | { readonly impossible: string } | { readonly review: string };

export async function onTarget(
  { gateway, request }: Search,
  type: string,
  judge: (object: StripeObject) => Judgement,
): Promise<Evidence> {
  const answer = await gateway.get(type, request.target ?? '');
  if (!answer.ok) return { kind: 'unknown', failure: answer.failure };
  const { value: object, stripeTime } = answer;
  if (object === null || object['deleted'] === true) {
    return { kind: 'impossible', message: `Stripe no longer has this ${type}: it was deleted there.` };
  }
  const judgement = judge(object);
  if (judgement === 'done') return { kind: 'done', object, stripeTime };
  if (judgement === 'absent') return { kind: 'absent', stripeTime };
  return 'review' in judgement
    ? { kind: 'review', message: judgement.review }
    : { kind: 'impossible', message: judgement.impossible };
}

export async function exists({ gateway }: Search, type: string, id: string): Promise<Evidence> {
  const answer = await gateway.get(type, id);
  if (!answer.ok) return { kind: 'unknown', failure: answer.failure };
  const { value: object, stripeTime } = answer;
  return object === null || object['deleted'] === true
    ? { kind: 'absent', stripeTime }
    : { kind: 'done', object, stripeTime };
}
