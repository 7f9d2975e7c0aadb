// Calls about the program itself: which books are open, the Stripe key, synchronisation.
import { z } from 'zod';
import { CommandId, Country, Currency, Id, Nothing, UnixSeconds } from './common.ts';
import { CallError } from './errors.ts';
import { command, query } from './define.ts';
import { Lock } from './session-lock.ts';

export const BooksMode = z.enum(['sample', 'test', 'live']);
export type BooksMode = z.infer<typeof BooksMode>;

export const Books = z.object({
  id: Id,
  mode: BooksMode,
  accountId: Id,
  name: z.string(),
  /** Of the Stripe account. */
  country: Country.nullable(),
  /** Of the address on documents; of the Stripe account while that has none. */
  homeCountry: Country.nullable(),
  defaultCurrency: Currency,
  timeZone: z.string(),
  /** How far the books' time is ahead of this computer's: the sample books' time can be moved. */
  aheadSeconds: z.int().nonnegative(),
  /** Damaged books, opened to be looked at: nothing can be changed in them. */
  isReadOnly: z.boolean(),
});

const KeyState = z.object({
  present: z.boolean(),
  kind: z.enum(['secret', 'restricted', 'sample']).nullable(),
  keeps: z.enum(['os', 'session']).nullable(),
  /** How this computer would keep a key that is given now. */
  vault: z.enum(['os', 'session']),
  /** Set when Stripe refused the key: what the bookkeeper must do. */
  problem: CallError.nullable(),
});

export const KnownBooks = z.object({
  id: Id,
  mode: BooksMode,
  name: z.string(),
  lastOpenedAt: UnixSeconds.nullable(),
});

export const AppState = z.object({
  books: Books.nullable(),
  key: KeyState,
  lock: Lock,
  known: z.array(KnownBooks),
  /** Why the books that should be open are not. */
  problem: CallError.nullable(),
  /** Which books the problem is about, when they are known. */
  problemBooksId: Id.nullable(),
  version: z.string(),
});

const SyncStatus = z.object({
  phase: z.enum(['idle', 'back-fill', 'polling', 'offline', 'stopped']),
  lastPolledAt: UnixSeconds.nullable(),
  nextPollAt: UnixSeconds.nullable(),
  error: CallError.nullable(),
  /** One row per resource while a back-fill runs or has been interrupted; Stripe tells no totals, so these count what has arrived. */
  backfill: z.array(z.object({ resource: z.string(), objects: z.int(), done: z.boolean() })),
  balance: z.array(z.object({ currency: Currency, available: z.int(), pending: z.int() })),
});

export const sessionCalls = {
  'app.state': query(z.object({}), AppState),
  /** The page says whether it is in front; sets the pace of polling. */
  'app.presence': command(z.object({ focused: z.boolean() }), Nothing),
  'books.openSample': command(z.object({ commandId: CommandId }), AppState),
  'books.open': command(z.object({ commandId: CommandId, id: Id }), AppState),
  'books.close': command(z.object({ commandId: CommandId }), AppState),
  /** Checks the key with Stripe, keeps it, opens (or makes) the books of its account and mode, and starts the first sync. */
  'stripe.connect': command(z.object({ commandId: CommandId, key: z.string().max(300) }), AppState),
  'stripe.forgetKey': command(z.object({ commandId: CommandId }), AppState),
  'sync.status': query(z.object({}), SyncStatus),
  'sync.now': command(z.object({ commandId: CommandId }), Nothing),
  'external.open': command(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('dashboard'),
        of: z.enum(['account', 'invoice', 'customer', 'payment', 'item', 'dispute', 'recurring', 'request']),
        id: Id.nullable(),
      }),
      z.object({ kind: z.literal('hosted-invoice'), invoiceId: Id }),
      z.object({ kind: z.literal('mail-to-customer'), customerId: Id }),
    ]),
    z.object({ opened: z.boolean() }),
  ),
  /**
   * Copies the address of an invoice's payment page, asked for anew because Stripe's links expire, and checked to be Stripe's own.
   * Where the program has no clipboard (`copied` is false) the page copies it.
   */
  'external.copyLink': command(
    z.object({ commandId: CommandId, invoiceId: Id }),
    z.object({ address: z.url({ protocol: /^https$/ }), copied: z.boolean() }),
  ),
} as const;
