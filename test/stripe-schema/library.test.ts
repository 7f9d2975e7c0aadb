import { expect, test } from 'vitest';
import { openLibrary } from './library.ts';

const library = openLibrary();
const fieldOf = (definition: string, name: string) => library.definition(definition).properties?.[name];
const endpoint = (address: string) =>
  library.endpoints.find(({ method, path }) => `${method} ${path}` === address);

test.each([
  ['POST /v1/invoices/:/add_lines', 'InvoiceResource.addLines', 'Invoices#InvoiceAddLinesParams'],
  ['DELETE /v1/customers/:/tax_ids/:', 'CustomerResource.deleteTaxId', 'Customers#CustomerDeleteTaxIdParams'],
  ['POST /v1/files', 'FileResource.create', 'Files#FileCreateParams'],
  [
    'POST /v1/test_helpers/test_clocks',
    'TestClockResource.create',
    'TestHelpers/TestClocks#TestHelpers.TestClockCreateParams',
  ],
])('%s is the SDK’s %s', (address, name, params) => {
  expect(endpoint(address)).toMatchObject({ name, params: { $ref: params } });
});

test('an address that two methods of the SDK share is there', () => {
  expect(endpoint('GET /v1/account')).toMatchObject({ answer: { $ref: 'Accounts#Account' } });
});

test('a list is closed, and holds its objects', () => {
  expect(endpoint('GET /v1/refunds')?.answer).toEqual({
    type: 'object',
    properties: {
      object: { enum: ['list'] },
      data: { type: 'array', items: { $ref: 'Refunds#Refund' } },
      has_more: { enum: [false, true] },
      url: { type: 'string' },
    },
    required: ['object', 'data', 'has_more', 'url'],
    additionalProperties: false,
  });
});

test('a field may be null, absent, or neither, as the SDK says', () => {
  const { required = [] } = library.definition('Invoices#Invoice');
  expect(required).toEqual(expect.arrayContaining(['id', 'customer', 'due_date', 'total']));
  expect(required).not.toContain('payments');
  expect(fieldOf('Invoices#Invoice', 'due_date')).toEqual({ anyOf: [{ type: 'number' }, { enum: [null] }] });
  expect(fieldOf('Invoices#Invoice', 'total')).toEqual({ type: 'number' });
});

test('a field that can only be absent is unknown', () => {
  expect(fieldOf('Customers#Customer', 'deleted')).toBeUndefined();
  expect(fieldOf('Customers#DeletedCustomer', 'deleted')).toEqual({ enum: [true] });
});

test('an id can be expanded to its object', () => {
  expect(fieldOf('Charges#Charge', 'balance_transaction')).toEqual({
    anyOf: [{ $ref: 'BalanceTransactions#BalanceTransaction' }, { type: 'string' }, { enum: [null] }],
  });
});

test('an enumeration that Stripe may extend is held to what is known', () => {
  expect(fieldOf('Invoices#Invoice', 'status')).toEqual({
    enum: ['draft', null, 'open', 'paid', 'uncollectible', 'void'],
  });
});

test('a decimal is text', () => {
  expect(fieldOf('InvoiceLineItems#InvoiceLineItem', 'quantity_decimal')).toEqual({
    anyOf: [{ type: 'string', pattern: String.raw`^-?\d+(\.\d+)?$` }, { enum: [null] }],
  });
});

test('each type of event has its object, and what it was before', () => {
  expect(fieldOf('Events#InvoicePaidEvent', 'data')).toEqual({ $ref: 'Events#InvoicePaidEvent.Data' });
  expect(library.definition('Events#InvoicePaidEvent.Data').properties).toEqual({
    object: { $ref: 'Invoices#Invoice' },
    previous_attributes: { $ref: 'Invoices#Invoice', partial: true },
  });
});

test('an invoice that is only announced has no id yet', () => {
  const { properties } = library.definition('Events#InvoiceUpcomingEvent.Data');
  expect(properties?.['object']?.required).toContain('total');
  expect(properties?.['object']?.required).not.toContain('id');
});

test('every address has its place', () => {
  expect(library.endpoints.length).toBeGreaterThan(500);
  expect(library.endpoints.filter(({ path }) => !/^\/v1(\/(:|[a-z_0-9]+))+$/.test(path))).toEqual([]);
});
