import { expect, test } from 'vitest';
import { readForm } from './wire-form.ts';

const post = { method: 'POST', path: '/v1/invoices?ignored=1', headers: {} };

test.each([
  ['a=1&b=x%20y', { a: '1', b: 'x y' }],
  [
    'lines[0][price_data][currency]=eur&lines[1][amount]=5',
    { lines: { 0: { price_data: { currency: 'eur' } }, 1: { amount: '5' } } },
  ],
  ['expand[]=a&expand[]=b', { expand: { 0: 'a', 1: 'b' } }],
  ['metadata[1]=x&metadata[a.b]=', { metadata: { 1: 'x', 'a.b': '' } }],
  ['', {}],
])('%s', (body, form) => {
  expect(readForm({ ...post, body })).toEqual(form);
});

test('without a body it is the query', () => {
  expect(readForm({ method: 'DELETE', path: '/v1/x/1?invoice_now=true', headers: {}, body: '' })).toEqual({
    invoice_now: 'true',
  });
});

test('an upload', () => {
  const body = [
    '--b1',
    'Content-Disposition: form-data; name="file"; filename="a.pdf"',
    'Content-Type: application/pdf',
    '',
    '%PDF',
    '--b1',
    'Content-Disposition: form-data; name="file_link_data[create]"',
    '',
    'true',
    '--b1--',
    '',
  ].join('\r\n');
  const headers = { 'content-type': 'multipart/form-data; boundary=b1' };
  expect(readForm({ ...post, headers, body })).toEqual({ file: '%PDF', file_link_data: { create: 'true' } });
});
