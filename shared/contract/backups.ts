// Calls about backups of the books, and about books that are damaged or were restored. No path comes from the page.
import { z } from 'zod';
import { CommandId, Id, Nothing, UnixSeconds } from './common.ts';
import { command, query } from './define.ts';
import { Saved } from './documents.ts';
import { AppState } from './session.ts';

/** How much is in a copy of the books. */
export const Held = z.object({
  /** Issued ones. */
  invoices: z.int(),
  drafts: z.int(),
  customers: z.int(),
  payments: z.int(),
  /** Of the journal. */
  entries: z.int(),
});
export type Held = z.infer<typeof Held>;

/** Why the last attempt failed. `gone` is a folder that is not there, `not-sound` a copy that did not pass its check. */
export const BackupFailure = z.enum(['disk-full', 'read-only', 'gone', 'not-sound', 'unknown']);
export type BackupFailure = z.infer<typeof BackupFailure>;

const BackupStatus = z.object({
  /** False while no backups are made: the books are open for reading only, or the host makes none. */
  isKept: z.boolean(),
  isRunning: z.boolean(),
  place: z.object({
    /** For the person to read; null is the program's own data folder. */
    chosen: z.string().nullable(),
    canChoose: z.boolean(),
  }),
  /** The newest that is there; every one of them was verified before it had its name. */
  last: z.object({ at: UnixSeconds, bytes: z.int() }).nullable(),
  isOld: z.boolean(),
  failure: z.object({ at: UnixSeconds, why: BackupFailure }).nullable(),
  /** What became of the last restore; null when these books never were restored. */
  restored: z
    .object({
      at: UnixSeconds,
      /** When the backup was made that the books come from. */
      madeAt: UnixSeconds,
      /** Null until everything that happened since is here again: until then nothing is sent. */
      settledAt: UnixSeconds.nullable(),
      /** Operations of then that Stripe has not been asked about yet. */
      unsure: z.int(),
    })
    .nullable(),
});

const BackupRow = z.object({
  id: Id,
  /** `replaced` are books that an earlier restore put aside. */
  kind: z.enum(['regular', 'before-update', 'replaced']),
  at: UnixSeconds,
  bytes: z.int(),
  /** Null where the file does not tell: it is looked through before anything is restored from it. */
  held: Held.nullable(),
});

/** Drafts that are named before a restore; the others are counted. */
export const NAMED_DRAFTS = 5;

export const backupCalls = {
  'backups.status': query(z.object({}), BackupStatus),
  /** Of the open books, or of those that could not be opened; newest first. */
  'backups.list': query(z.object({}), z.object({ rows: z.array(BackupRow) })),
  /** What of this computer's own a restore would lose. `isKnown` is false when the books that are there cannot be read. */
  'backups.loss': query(
    z.object({ id: Id }),
    z.object({
      isKnown: z.boolean(),
      drafts: z.array(z.object({ customerName: z.string(), at: UnixSeconds })).max(NAMED_DRAFTS),
      draftCount: z.int(),
      /** Accepted since, and not done at Stripe yet. */
      waiting: z.int(),
      /** Of months, made or taken back since. */
      closings: z.int(),
    }),
  ),
  'backups.make': command(z.object({ commandId: CommandId }), Nothing),
  /** Asks with the system's own dialog; `false` when it was canceled. */
  'backups.choosePlace': command(z.object({ commandId: CommandId }), z.object({ chosen: z.boolean() })),
  /** Looks the backup through, copies it to a new file and opens that; the books of before stay in their own file. */
  'backups.restore': command(z.object({ commandId: CommandId, id: Id }), AppState),
  /** Opens damaged books as they are, to be looked at and exported. */
  'books.openReadOnly': command(z.object({ commandId: CommandId, id: Id }), AppState),
  /** Everything that can be read of the books, damaged or not, as one file. */
  'books.salvage': command(
    z.object({ commandId: CommandId }),
    z.object({ saved: Saved, rows: z.int(), isWhole: z.boolean() }),
  ),
} as const;
