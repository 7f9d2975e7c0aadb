// The manifest of a pack: the SHA-256 of every file in it, in the form that `sha256sum --check` reads.
import { createHash } from 'node:crypto';
import type { FileContent } from '../../documents/file-content.ts';
import { uniqueNames } from '../../documents/file-name.ts';
import { readZip } from '../../documents/read-zip.ts';
import type { ZipEntry } from '../../documents/zip.ts';
import { wrongState } from '../../refusal.ts';

export const MANIFEST = 'SHA256SUMS';

/** Names and hashes in hexadecimal digits, in the order of the files; filled while the files are read. */
export type Hashes = Map<string, string>;

/** The entries under names of their own, each hashed while it is read, and the manifest as the last of them. */
export async function* withManifest(
  entries: AsyncIterable<ZipEntry>,
  hashes: Hashes,
  modifiedAt: string,
): AsyncGenerator<ZipEntry> {
  const unique = uniqueNames();
  for await (const entry of entries) {
    const name = unique(entry.name);
    yield { ...entry, name, bytes: hashed(entry.bytes, (hash) => hashes.set(name, hash)) };
  }
  yield { name: MANIFEST, bytes: new TextEncoder().encode(manifestOf(hashes)), modifiedAt };
}

async function* hashed(content: FileContent, done: (hash: string) => void): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const part of content instanceof Uint8Array ? [content] : content) {
    hash.update(part);
    yield part;
  }
  done(hash.digest('hex'));
}

/** Names have no character that the form would have to escape. */
function manifestOf(hashes: ReadonlyMap<string, string>): string {
  return [...hashes].map(([name, hash]) => `${hash}  ${name}\n`).join('');
}

/** Reads a pack from the disk, file by file. Refuses one that is not what was hashed while it was made. */
export async function checkPack(path: string, hashes: ReadonlyMap<string, string>): Promise<void> {
  const found = new Map<string, string>();
  let manifest = '';
  try {
    await readZip(path, async ({ name, parts }) => {
      const hash = createHash('sha256');
      const texts: Uint8Array[] = [];
      for await (const part of parts()) {
        hash.update(part);
        if (name === MANIFEST) texts.push(part);
      }
      if (name === MANIFEST) manifest = Buffer.concat(texts).toString('utf8');
      else found.set(name, hash.digest('hex'));
    });
  } catch (error) {
    throw notAsWritten(error);
  }
  const isSame = found.size === hashes.size && [...hashes].every(([name, hash]) => found.get(name) === hash);
  if (!isSame || manifest !== manifestOf(hashes)) throw notAsWritten(null);
}

function notAsWritten(cause: unknown): Error {
  const refusal = wrongState(
    'not-as-written',
    'What was read back from the disk is not what was written. Nothing was kept: try another place.',
  );
  refusal.cause = cause;
  return refusal;
}
