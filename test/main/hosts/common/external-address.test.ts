import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowedAddress } from '../../../../main/hosts/common/external-address.ts';

test.each([
  'https://dashboard.stripe.com/test/invoices/in_1',
  'https://invoice.stripe.com/i/acct_1/test_x?s=db',
  'https://pay.stripe.com/receipts/x',
  'mailto:ada@example.com?subject=Invoice%20A-1&body=Dear%20Ada%0AThank%20you',
])('may be opened: %s', (address) => {
  expect(allowedAddress(address)).toBe(address);
});

test.each([
  'file:///etc/passwd',
  'smb://server/share',
  'ms-msdt:/id',
  ['javascript', 'alert(1)'].join(':'),
  'data:text/html,x',
  'http://dashboard.stripe.com/',
  'https://dashboard.stripe.com@evil.example/',
  'https://dashboard.stripe.com:8443/',
  'https://user@dashboard.stripe.com/',
  'https://dashboard.stripe.com.evil.example/',
  'https://evil.example/?https://dashboard.stripe.com/',
  'https://evil.example\\@dashboard.stripe.com/',
  'https://stripe.com.evil.example#dashboard.stripe.com',
  'app://bundle/',
  'mailto:',
  'mailto:a@b.example,c@d.example',
  'mailto:a@b.example?attach=/etc/passwd',
  'mailto:a@b.example?bcc=c@d.example',
  'dashboard.stripe.com',
  '',
])('may not be opened: %j', (address) => {
  expect(allowedAddress(address)).toBeNull();
});

test('of all addresses that a generator makes, only https ones of the four hosts pass', () => {
  const host = fc.oneof(
    fc.domain(),
    fc.constantFrom('dashboard.stripe.com', 'pay.stripe.com', 'DASHBOARD.stripe.com'),
  );
  const address = fc
    .tuple(
      fc.constantFrom('http:', 'https:', 'file:', 'ftp:', 'ws:'),
      fc.constantFrom('', 'a@', 'a:b@'),
      host,
      fc.webPath(),
    )
    .map(([protocol, user, name, path]) => `${protocol}//${user}${name}${path}`);
  fc.assert(
    fc.property(address, (text) => {
      const allowed = allowedAddress(text);
      if (allowed === null) return;
      const url = new URL(allowed);
      expect([url.protocol, url.username, url.password, url.port]).toEqual(['https:', '', '', '']);
      expect(['dashboard.stripe.com', 'docs.stripe.com', 'invoice.stripe.com', 'pay.stripe.com']).toContain(
        url.host,
      );
    }),
  );
});
