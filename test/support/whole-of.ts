// A file that was produced in parts, as one.
import type { FileContent } from '../../main/documents/file-content.ts';

export async function wholeOf(content: FileContent): Promise<Uint8Array<ArrayBuffer>> {
  if (content instanceof Uint8Array) return new Uint8Array(content);
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}
