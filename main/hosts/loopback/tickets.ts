// One-time download tickets: a finished file waits until the page fetches it once, or a minute has passed.
import { randomBytes, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, rmSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileCheck, FileContent } from '../../documents/file-content.ts';
import { writeFileAtomically } from '../../documents/write-file.ts';
import type { Clock, FileSaver } from '../../ports.ts';

export interface Download {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** To be read once: what waits on the disk is gone afterwards. */
  readonly content: FileContent;
}

export interface Tickets {
  readonly saver: FileSaver;
  /** The file of a ticket, once. */
  redeem(ticket: string): Download | null;
}

const lifetimeMs = 60_000;

interface Waiting extends Download {
  /** Where it waits; null in memory. */
  readonly path: string | null;
}

/**
 * Makes the loopback host's file saver and the drawer its files wait in: what comes in parts waits in `folder`, which is the host's
 * own and is emptied here, because a crash may have left something in it.
 */
export function createTickets(clock: Clock, folder: string): Tickets {
  rmSync(folder, { recursive: true, force: true });
  const waiting = new Map<string, Waiting>();
  const expire = (ticket: string): void => {
    const path = waiting.get(ticket)?.path ?? null;
    waiting.delete(ticket);
    if (path !== null) rmSync(path, { force: true });
  };
  return {
    saver: {
      async save(name, mediaType, produce, check) {
        const content = await produce();
        const kept = content instanceof Uint8Array ? inMemory(content) : await onDisk(folder, content, check);
        const ticket = randomBytes(24).toString('base64url');
        waiting.set(ticket, { name, mediaType, ...kept });
        clock.schedule(lifetimeMs, () => expire(ticket));
        return { kind: 'download', name, ticket };
      },
    },
    redeem(ticket) {
      const download = waiting.get(ticket) ?? null;
      waiting.delete(ticket);
      return download;
    },
  };
}

type Kept = Pick<Waiting, 'size' | 'content' | 'path'>;

function inMemory(content: Uint8Array): Kept {
  return { size: content.byteLength, content, path: null };
}

/** Whole before a ticket is given for it, so that what goes wrong is said by the call and not by a download that breaks off. */
async function onDisk(
  folder: string,
  content: AsyncIterable<Uint8Array>,
  check: FileCheck | undefined,
): Promise<Kept> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  await writeFileAtomically(path, content, 0o600, check);
  const { size } = await stat(path);
  return { size, content: readOnce(path), path };
}

async function* readOnce(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    // Without an encoding set, a stream gives bytes; its own type does not say so.
    const stream: AsyncIterable<Uint8Array> = createReadStream(path);
    yield* stream;
  } finally {
    await rm(path, { force: true });
  }
}
