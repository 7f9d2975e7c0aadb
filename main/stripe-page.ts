// Which addresses are pages of Stripe that people may be sent to: a pure check of a parsed address.

/** Compared whole, never searched. */
const HOSTS: ReadonlySet<string> = new Set([
  'dashboard.stripe.com',
  'docs.stripe.com',
  'invoice.stripe.com',
  'pay.stripe.com',
]);

/** The normalised address when it is a page of Stripe's over https, else null. */
export function stripePage(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const plain = url.username === '' && url.password === '' && url.port === '';
  return url.protocol === 'https:' && plain && HOSTS.has(url.hostname) ? url.href : null;
}
