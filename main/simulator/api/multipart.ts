// Decodes multipart/form-data, in which files are uploaded. The body is text with one character for each byte.
import type { RawObject } from './form.ts';
import { refuse } from './failure.ts';

/** The boundary of a multipart body; null when the body is not one. */
function boundaryOf(contentType: string | undefined): string | null {
  const match = /^multipart\/form-data;\s*boundary=("?)([^"]+)\1$/i.exec(contentType ?? '');
  return match?.[2] ?? null;
}

export function isMultipart(contentType: string | undefined): boolean {
  return boundaryOf(contentType) !== null;
}

interface Part {
  readonly name: string;
  readonly filename: string | null;
  readonly data: string;
}

/** What was sent as text is UTF-8. */
function asText(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function partOf(text: string): Part | null {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const header = asText(text.slice(0, end));
  const name = /;\s*name="([^"]*)"/i.exec(header)?.[1];
  if (name === undefined) return null;
  const filename = /;\s*filename="([^"]*)"/i.exec(header)?.[1] ?? null;
  return { name, filename, data: text.slice(end + 4, -2) };
}

/** Every field as text; a file as an object of its name and its bytes. */
export function decodeMultipart(contentType: string | undefined, body: string): RawObject {
  const boundary = boundaryOf(contentType);
  if (boundary === null) throw refuse('The request is not multipart/form-data.', {});
  const sections = body.split(`--${boundary}`).slice(1, -1);
  return Object.fromEntries(
    sections.flatMap((section) => {
      const part = partOf(section.slice(2));
      if (part === null) return [];
      const value = part.filename === null ? asText(part.data) : { filename: part.filename, data: part.data };
      return [[part.name, value]];
    }),
  );
}
