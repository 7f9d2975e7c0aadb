// Which addresses may leave for the system's browser or mail program: a pure check of a parsed address.
import type { ExternalOpener } from '../../ports.ts';
import { stripePage } from '../../stripe-page.ts';

/** Headers of a new message that we fill in; anything else (attachments above all) is not ours. */
const allowedMailFields: ReadonlySet<string> = new Set(['subject', 'body']);

/** The normalised address when it may be opened, else null. */
export function allowedAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol === 'mailto:') return isMail(url) ? url.href : null;
  return stripePage(text);
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
