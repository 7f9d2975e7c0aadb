// The shape of work for Stripe: an operation that a person accepted, made of steps that are one POST each.
import { z } from 'zod';
import type { OperationState } from '../../shared/contract/activity.ts';
import { type FrozenRequest, type Json, JsonObject, WriteOperation } from '../stripe/request.ts';

/**
 * Stands in a planned request for what only Stripe can tell: the id of something of ours that may not be there yet, or, as
 * `recurring-end`, when the `periods` of a recurring invoice are over, or, as `copied-lines`, which lines a revision has from the
 * invoice that it replaces. `id` is our own.
 */
export const Reference = z.discriminatedUnion('$ref', [
  z.object({
    $ref: z.enum([
      'customer',
      'tax-rate',
      'invoice',
      'item',
      'price',
      'coupon',
      'recurring',
      'evidence-file',
      'refund',
      'copied-lines',
    ]),
    id: z.string(),
  }),
  z.object({ $ref: z.literal('recurring-end'), id: z.string(), periods: z.int().positive() }),
]);
export type Reference = Readonly<z.infer<typeof Reference>>;

/** What a step is to do, complete but for references; saved at the click and never changed. */
export const StepIntent = z.object({
  operation: WriteOperation,
  /** Our reference, a Stripe id, or null for a create. */
  target: z.union([Reference, z.string(), z.null()]),
  /** JSON in which any value may be a Reference. */
  params: JsonObject,
  /** What the invoice must come to before this step may run, minor units; null asks for nothing. */
  expectTotal: z.object({ amount: z.int(), currency: z.string() }).nullable(),
  /** A first send is done when anybody sent the invoice; a repeated one only by its own key. */
  again: z.boolean().optional(),
  /** Stripe's id of the invoice that this one replaces: it is issued only while that one can still be voided. */
  replaces: z.string().optional(),
  /** The step after this one says all of it anew and for good: once that is taken, Stripe refuses whatever this one might still do. */
  overtaken: z.boolean().optional(),
  /** Unix seconds: what is not certain by then is left to a person, because time runs out. */
  decideBy: z.int().optional(),
  /** What of ours a create brings to Stripe, for things that show by themselves how far they are. */
  makes: Reference.optional(),
});
export type StepIntent = Readonly<z.infer<typeof StepIntent>>;

export interface PlannedStep {
  readonly title: string;
  readonly intent: StepIntent;
}

export type OperationKind =
  | 'invoice.send'
  | 'invoice.issue'
  | 'invoice.send-again'
  | 'invoice.void'
  | 'invoice.mark-uncollectible'
  | 'invoice.mark-paid'
  | 'invoice.charge'
  | 'draft.delete'
  | 'customer.save'
  | 'customer.erase'
  | 'tax-rate.create'
  | 'tax-rate.archive'
  | 'item.create'
  | 'item.change'
  | 'item.archive'
  | 'price.create'
  | 'price.replace'
  | 'price.archive'
  | 'coupon.create'
  | 'coupon.delete'
  | 'refund.create'
  | 'recurring.create'
  | 'recurring.change'
  | 'recurring.pause'
  | 'recurring.resume'
  | 'recurring.cancel'
  | 'recurring.keep'
  | 'dispute.stage'
  | 'dispute.submit'
  | 'dispute.accept'
  | 'credit-note.create'
  | 'credit-note.void';

export interface PlannedOperation {
  readonly kind: OperationKind;
  readonly title: string;
  readonly subject: {
    readonly kind: 'invoice' | 'customer' | 'payment' | 'catalogue' | 'recurring' | 'dispute';
    readonly id: string;
  };
  readonly amount: { readonly amount: number; readonly currency: string } | null;
  readonly steps: readonly PlannedStep[];
}

/** Why a step stopped, in words for a person. */
export const StepError = z.object({ code: z.string().nullable(), message: z.string() });
export type StepError = Readonly<z.infer<typeof StepError>>;

export interface OutboxStep {
  readonly id: string;
  readonly operationId: string;
  readonly position: number;
  readonly generation: number;
  readonly title: string;
  readonly intent: StepIntent;
  readonly request: FrozenRequest | null;
  readonly key: string;
  readonly state: OperationState;
  readonly attempts: number;
  /** Stripe's clock, unix seconds, before anything of this step can have happened. */
  readonly floor: number;
  /** Stripe's clock when it answered with a server error; from then on the step is looked up, never repeated blindly. */
  readonly serverErrorAt: number | null;
  /** Milliseconds of the local clock. */
  readonly nextAttemptAt: number | null;
  readonly resultId: string | null;
  readonly requestId: string | null;
  readonly error: StepError | null;
}

/**
 * The mark that a step leaves on what it makes, in Stripe's metadata: the same for every generation, so that an effect is
 * found whichever attempt caused it.
 */
export function stepMark(operationId: string, position: number): string {
  return `${operationId}:${position}`;
}

export function stepKey(operationId: string, position: number, generation: number): string {
  return `${stepMark(operationId, position)}:${generation}`;
}

export function isReference(value: Json | undefined): value is Reference {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && '$ref' in value;
}
