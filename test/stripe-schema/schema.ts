// The part of JSON Schema in which Stripe's types are written down, and what all of them are together.

export interface Schema {
  readonly type?: 'string' | 'number' | 'object' | 'array';
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  /** The value of one field says which of the schemas holds. */
  readonly discriminator?: {
    readonly propertyName: string;
    readonly mapping: Readonly<Record<string, Schema>>;
  };
  /** The name of a definition. */
  readonly $ref?: string;
  /** Only what has changed is there: fields may be missing, at every depth down to lists. */
  readonly partial?: true;
}

/** One method of the SDK: what can be asked at an address, and what the answer is. */
export interface Endpoint {
  readonly method: string;
  /** With `:` in place of each id, as in `/v1/invoices/:/pay`. */
  readonly path: string;
  /** As in `InvoiceResource.pay`. */
  readonly name: string;
  readonly params: Schema;
  readonly answer: Schema;
}

export interface Schemas {
  readonly endpoints: readonly Endpoint[];
  /** The body of every answer that is a refusal. */
  readonly refusal: Schema;
  readonly definitions: Readonly<Record<string, Schema>>;
}
