// One-time download tickets: a finished file waits in memory until the page fetches it once, or a minute has passed.
import { randomBytes } from 'node:crypto';
import type { Clock, FileSaver } from '../../ports.ts';

export interface Download {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface Tickets {
  readonly saver: FileSaver;
  /** The file of a ticket, once. */
  redeem(ticket: string): Download | null;
}

const lifetimeMs = 60_000;

/** Makes the loopback host's file saver and the drawer its files wait in. */
export function createTickets(clock: Clock): Tickets {
  const waiting = new Map<string, Download>();
  return {
    saver: {
      async save(name, mediaType, produce) {
        const bytes = await produce();
        const ticket = randomBytes(24).toString('base64url');
        waiting.set(ticket, { name, mediaType, bytes });
        clock.schedule(lifetimeMs, () => waiting.delete(ticket));
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
