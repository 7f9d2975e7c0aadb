// Reads a bounded JSON body.
import type { IncomingMessage } from 'node:http';

/** Room for a company logo as base64 and for a long invoice, not for an attack on memory. */
const maximumBytes = 16 * 1024 * 1024;

export type JsonBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 413 | 415 };

/** The request's body, or the HTTP status that refuses it. */
export async function readJson(request: IncomingMessage): Promise<JsonBody> {
  if (request.headers['content-type']?.split(';', 1)[0] !== 'application/json')
    return { ok: false, status: 415 };
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Without an encoding set, a request gives bytes; its own type does not say so.
  const stream: AsyncIterable<Uint8Array> = request;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maximumBytes) return { ok: false, status: 413 };
    chunks.push(chunk);
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { ok: false, status: 400 };
  }
}
