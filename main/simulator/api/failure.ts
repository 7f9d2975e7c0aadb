// Everything Stripe refuses, as one error that carries the answer's status and body.

export type FailureType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';

/** The fields of Stripe's error object beside type and message. */
export interface FailureDetails {
  readonly code?: string;
  readonly param?: string;
  readonly decline_code?: string;
  readonly advice_code?: string;
  readonly charge?: string;
  readonly payment_intent?: unknown;
  readonly payment_method?: unknown;
}

export class Failure extends Error {
  readonly status: number;
  readonly type: FailureType;
  readonly details: FailureDetails;
  /** A declined payment leaves its charge, events and changed intent behind; every other refusal leaves nothing. */
  readonly leavesEffects: boolean;

  constructor(
    status: number,
    type: FailureType,
    message: string,
    details: FailureDetails = {},
    leavesEffects = false,
  ) {
    super(message);
    this.name = 'Failure';
    this.status = status;
    this.type = type;
    this.details = details;
    this.leavesEffects = leavesEffects;
  }

  /** The JSON body of the answer. */
  body(): { readonly error: Readonly<Record<string, unknown>> } {
    const documented =
      this.details.code === undefined
        ? {}
        : { doc_url: `https://stripe.com/docs/error-codes/${this.details.code.replaceAll('_', '-')}` };
    return { error: { ...this.details, ...documented, message: this.message, type: this.type } };
  }
}

/** 400 with Stripe's wording. */
export function refuse(message: string, details: FailureDetails = {}): Failure {
  return new Failure(400, 'invalid_request_error', message, details);
}

/** An unknown object in the address is 404, one named by a parameter is 400. */
export function missing(noun: string, id: string, param = 'id'): Failure {
  const status = param === 'id' ? 404 : 400;
  return new Failure(status, 'invalid_request_error', `No such ${noun}: '${id}'`, {
    code: 'resource_missing',
    param,
  });
}
