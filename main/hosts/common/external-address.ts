// Which addresses may leave for the system's browser or mail program: a pure check of a parsed address.
import type { ExternalOpener } from '../../ports.ts';

/** The pages of Stripe that people are sent to; compared whole, never searched. */
const allowedHosts: ReadonlySet<string> = new Set([
  'dashboard.stripe.com',
  'docs.stripe.com',
  'invoice.stripe.com',
  'pay.stripe.com',
]);

/** Headers of a new message that we fill in; anything else (attachments above all) is not ours. */
const allowedMailFields: ReadonlySet<string> = new Set(['subject', 'body']);

/** The normalised address when it may be opened, else null. */
export function allowedAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const allowed = url.protocol === 'mailto:' ? isMail(url) : isStripePage(url);
  return allowed ? url.href : null;
}

function isStripePage(url: URL): boolean {
  const plain = url.username === '' && url.password === '' && url.port === '';
  return url.protocol === 'https:' && plain && allowedHosts.has(url.hostname);
}

function isMail(url: URL): boolean {
  const oneRecipient = /^[^@\s,;?&]+@[^@\s,;?&]+$/.test(url.pathname);
  return (
    oneRecipient &&
    url.hash === '' &&
    [...url.searchParams.keys()].every((field) => allowedMailFields.has(field))
  );
}

/** Opens what is on the allow-list with `open`, and nothing else. */
export function createOpener(open: (address: string) => Promise<boolean>): ExternalOpener {
  return {
    open(text) {
      const address = allowedAddress(text);
      return address === null ? Promise.resolve(false) : open(address);
    },
  };
}
