// Makes the schemas of everything that the SDK can ask and be answered.
import type { Schema, Schemas } from '../schema.ts';
import { readEndpoints } from './endpoints.ts';
import { readSdk } from './sdk-program.ts';
import { TypeSchemas } from './type-schema.ts';

/** The error object has no type of its own in the SDK; a failed payment keeps the whole of it. */
const ERROR = 'PaymentIntents#PaymentIntent.LastPaymentError';

/** The one place where the SDK's words contradict its types: "the received Invoice object will not have an invoice ID". */
const UPCOMING = 'Events#InvoiceUpcomingEvent.Data';
const INVOICE = 'Invoices#Invoice';

function withUpcoming(definitions: Readonly<Record<string, Schema>>): Schemas['definitions'] {
  const { [UPCOMING]: data, [INVOICE]: invoice } = definitions;
  if (data?.properties === undefined || invoice?.required === undefined)
    throw new Error('The SDK has no upcoming invoices');
  const object = { ...invoice, required: invoice.required.filter((name) => name !== 'id') };
  return { ...definitions, [UPCOMING]: { ...data, properties: { ...data.properties, object } } };
}

export function makeSchemas(): Schemas {
  const sdk = readSdk();
  const schemas = new TypeSchemas(sdk.checker);
  const endpoints = readEndpoints(sdk, schemas);
  if (schemas.definitions[ERROR] === undefined) throw new Error(`The SDK has no ${ERROR}`);
  const refusal: Schema = {
    type: 'object',
    properties: { error: { $ref: ERROR } },
    required: ['error'],
    additionalProperties: false,
  };
  return { endpoints, refusal, definitions: withUpcoming(schemas.definitions) };
}
