import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { downloadFromStripe, fetchBytes, isStripes, pathOf } from '../../../../main/hosts/common/download.ts';

test.each([
  ['https://pay.stripe.com/invoice/acct_1/x/pdf?s=ap', true],
  ['https://files.stripe.com/links/x', true],
  ['http://pay.stripe.com/x', false],
  ['https://pay.stripe.com:8443/x', false],
  ['https://pay.stripe.com@evil.example/x', false],
  ['https://evil.example/pay.stripe.com', false],
  ['file:///etc/passwd', false],
  ['', false],
])('%s is an address of Stripe’s: %s', (address, expected) => {
  expect(isStripes(address)).toBe(expected);
});

test('anything else is not fetched', async () => {
  expect(await downloadFromStripe('https://evil.example/x')).toBeNull();
});

test('a simulator is asked for the path, and only a good answer counts', async () => {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/pdf?s=ap' ? 200 : 302, { location: 'https://evil.example/' });
    response.end('%PDF');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // A server that listens on a port has an address object.
  const { port } = server.address() as AddressInfo;
  const get = (address: string) => fetchBytes(`http://127.0.0.1:${port}${pathOf(address)}`);
  expect(await get('https://pay.stripe.com/pdf?s=ap')).toEqual(new TextEncoder().encode('%PDF'));
  expect(await get('https://pay.stripe.com/moved')).toBeNull();
  expect(await get('no address')).toBeNull();
  server.close();
  expect(await get('https://pay.stripe.com/pdf?s=ap')).toBeNull();
});

test('a connection that breaks in the middle brings nothing', async () => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('%PDF-', () => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // As above.
  const { port } = server.address() as AddressInfo;
  expect(await fetchBytes(`http://127.0.0.1:${port}/pdf`)).toBeNull();
  server.close();
});
