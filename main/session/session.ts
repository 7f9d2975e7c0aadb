// Which books are open and with which key. One set of books at a time; opening others closes these first.
import type { CallError } from '../../shared/contract/errors.ts';
import type { ParsedInput } from '../../shared/contract/calls.ts';
import type { Ports, StripeTransport } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { AccountFacts } from '../store/account.ts';
import { storageProblemOf } from '../store/sqlite-error.ts';
import type { RequestRecord } from '../stripe/record.ts';
import { classifyKey, isLiveKey } from '../stripe/key.ts';
import { Changes } from '../sync/changes.ts';
import { revokedKey } from './account.ts';
import { openAccountBooks } from './account-books.ts';
import { accountOfKey, liveKeyForSimulator, otherAccount, SAMPLE_KEY, sampleAccount } from './check-key.ts';
import { fileFromBackup, howToOpen, meantBooks } from './books-backups.ts';
import { eraseAgain } from './erase-again.ts';
import { type KeyState, NO_KEY, stateOfKey } from './key-state.ts';
import {
  booksFile,
  booksFolder,
  pointTo,
  readLibrary,
  refuseUnknownBooks,
  rememberBooks,
  SAMPLE_ID,
} from './library.ts';
import { type Connection, connect, type OpenBooks, openBooks } from './open-books.ts';
import { lineOf } from './request-line.ts';
import { openRequestLog, type RequestLog } from './request-log.ts';
import { createTurns } from './turns.ts';

/** Owns the open books and their connection. What opens or closes books is done one after the other. */
export class Session {
  readonly #ports: Ports;
  readonly #inTurn = createTurns();
  readonly #announce: (changes: Changes | null) => void;
  #books: OpenBooks | null = null;
  #connection: Connection | null = null;
  #key: KeyState = NO_KEY;
  #problem: CallError | null = null;
  #problemBooksId: string | null = null;
  #focused = true;
  /** Requests about a key whose books are not open yet; they belong to those. */
  #early: RequestRecord[] = [];

  /** `announce(null)` says that the books themselves, or their key, changed. */
  constructor(ports: Ports, announce: (changes: Changes | null) => void) {
    this.#ports = ports;
    this.#announce = announce;
  }

  get books(): OpenBooks | null {
    return this.#books;
  }

  get connection(): Connection | null {
    return this.#connection;
  }

  get key(): KeyState {
    return this.#key;
  }

  /** Why the books that should be open are not. */
  get problem(): CallError | null {
    return this.#problem;
  }

  get problemBooksId(): string | null {
    return this.#problemBooksId;
  }

  /** Opens the books that were open last, if any. */
  async start(): Promise<void> {
    const { last, books } = readLibrary(this.#ports.directory);
    const known = last === SAMPLE_ID || books.some(({ id }) => id === last);
    if (last !== null && known) await this.open(last);
  }

  openSample(): Promise<void> {
    return this.#inTurn(() => this.#replace(SAMPLE_ID, () => this.#openSample()));
  }

  /** Opens known books, with their key when it is kept. */
  async open(id: string): Promise<void> {
    if (id === SAMPLE_ID) return this.openSample();
    refuseUnknownBooks(this.#ports.directory, id);
    return this.#inTurn(() => this.#replace(id, () => this.#openKnown(id)));
  }

  /** Checks a key with Stripe, then opens or makes the books of its account. Refuses with `key-refused` and the reason. */
  async connectKey({ key: text }: ParsedInput<'stripe.connect'>): Promise<void> {
    const key = text.trim();
    const kind = classifyKey(key);
    if (!kind.ok) throw new Refusal({ kind: 'key-refused', reason: kind.reason, message: kind.message });
    const { mode } = kind;
    return this.#inTurn(async () => {
      this.#early = [];
      const account = await accountOfKey(this.#ports, {
        key,
        mode,
        observe: (record) => this.#noteEarly(record),
      });
      const id = `${account.id}-${mode}`;
      this.#refuseOtherAccount(id, mode);
      await this.#replace(id, async () => {
        await this.#openFolder(id, 'stripe', async () => account);
        this.#key = stateOfKey(key, await this.#ports.keys.save(id, key));
        this.#connect(key);
      });
    });
  }

  forgetKey(): Promise<void> {
    return this.#inTurn(async () => {
      const books = this.#books;
      if (!books || books.mode === 'sample') return;
      await this.#disconnect();
      await this.#ports.keys.forget(books.id);
      this.#key = NO_KEY;
      this.#announce(null);
    });
  }

  /** Opens books made of a backup of the open ones, or of those that could not be opened; theirs stay in the file where they are. */
  async restore(backupId: string): Promise<void> {
    return this.#inTurn(async () => {
      const id = meantBooks(this);
      const file = await fileFromBackup(this.#ports, this, backupId);
      await this.#replace(id, async () => {
        await pointTo(booksFolder(this.#ports.directory, id), file);
        await (id === SAMPLE_ID ? this.#openSample() : this.#openKnown(id));
      });
    });
  }

  /** Opens damaged books to be looked at: without a key, and nothing is written to them. */
  async openReadOnly(id: string): Promise<void> {
    refuseUnknownBooks(this.#ports.directory, id);
    const kind = id === SAMPLE_ID ? 'demo' : 'stripe';
    return this.#inTurn(() =>
      this.#replace(id, async () => {
        const books = await this.#openFolder(id, kind, async () => null, true);
        // Every screen needs them: books of which they cannot be read cannot be looked at.
        books.settings();
      }),
    );
  }

  setFocused(focused: boolean): void {
    this.#focused = focused;
    this.#connection?.sync.setFocused(focused);
  }

  /** Closes the books and forgets which were open, so that the next start asks. */
  closeBooks(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#stop();
      this.#announce(null);
      await rememberBooks(this.#ports.directory, null);
    });
  }

  stop(): Promise<void> {
    return this.#inTurn(() => this.#stop());
  }

  async #stop(): Promise<void> {
    try {
      await this.#disconnect();
      await this.#books?.bookkeeping.stop();
      await this.#books?.backups?.stop();
    } finally {
      this.#books?.requests.close();
      this.#books?.transport.close();
      this.#books?.db.close();
      this.#books = null;
      this.#key = NO_KEY;
      this.#problem = null;
      this.#problemBooksId = null;
    }
  }

  async #openSample(): Promise<void> {
    await this.#openFolder(SAMPLE_ID, 'demo', (transport) => sampleAccount(this.#ports, transport));
    this.#key = { kind: 'sample', keeps: null, problem: null };
    this.#connect(SAMPLE_KEY);
  }

  async #openKnown(id: string): Promise<void> {
    const books = await this.#openFolder(id, 'stripe', async () => null);
    const key = await this.#ports.keys.load(id);
    if (key === null) return;
    this.#key = stateOfKey(key, this.#ports.keys.keeps);
    if (isLiveKey(key) && books.transport.options.host !== undefined) {
      this.#key = { ...this.#key, problem: liveKeyForSimulator() };
      return;
    }
    this.#connect(key);
  }

  /** Books that wait for their key take no other account's: that would be a mistake, not a wish. */
  #refuseOtherAccount(id: string, mode: 'test' | 'live'): void {
    const books = this.#books;
    if (!books || books.mode === 'sample' || books.id === id || (this.#connection && !this.#key.problem))
      return;
    throw new Refusal(otherAccount(books, mode));
  }

  /** Closes what is open and runs `open`; a failure leaves nothing half open and is remembered as the problem. */
  async #replace(id: string, open: () => Promise<void>): Promise<void> {
    await this.#stop();
    try {
      await open();
    } catch (error) {
      await this.#stop();
      const problem = error instanceof Refusal ? error.error : storageProblemOf(error);
      if (problem === null) throw error;
      this.#problem = problem;
      this.#problemBooksId = id;
    }
    this.#announce(null);
  }

  /** `account` says whose books these are; null when they are to say so themselves. */
  async #openFolder(
    id: string,
    kind: 'demo' | 'stripe',
    account: (transport: StripeTransport) => Promise<AccountFacts | null>,
    isReadOnly = false,
  ): Promise<OpenBooks> {
    const folder = booksFolder(this.#ports.directory, id);
    const transport = this.#ports.stripe({ kind, folder });
    try {
      const file = booksFile(folder);
      const how = howToOpen(this.#ports, id, file, isReadOnly);
      const { db, facts } = await openAccountBooks(file.path, await account(transport), how);
      if (!isReadOnly) eraseAgain(db, Math.floor(this.#ports.clock.now() / 1000));
      const requests = this.#openRequests(folder);
      this.#books = openBooks(
        { id, mode: facts.mode, db, account: facts, transport, requests, isReadOnly },
        this.#ports,
        (changes) => this.#announce(changes),
      );
      const lastOpenedAt = Math.floor(this.#ports.clock.now() / 1000);
      await rememberBooks(this.#ports.directory, { id, mode: facts.mode, name: facts.name, lastOpenedAt });
      return this.#books;
    } catch (error) {
      if (!this.#books) transport.close();
      throw error;
    }
  }

  /** In the program's log, too: if the key is refused there will be no books to keep them. */
  #noteEarly(record: RequestRecord): void {
    this.#early.push(record);
    this.#ports.log.info('stripe.request', lineOf(record));
  }

  #openRequests(folder: string): RequestLog {
    const { clock, log } = this.#ports;
    const onAdded = (): void => {
      const changes = new Changes();
      changes.add('requests');
      this.#announce(changes);
    };
    const requests = openRequestLog({ folder, clock, log, onAdded });
    for (const record of this.#early.splice(0)) requests.add(record);
    return requests;
  }

  #connect(key: string): void {
    if (!this.#books) return;
    this.#connection = connect({
      ports: this.#ports,
      books: this.#books,
      key,
      announce: (changes) => this.#announce(changes),
      onKeyRefused: () => {
        this.#key = { ...this.#key, problem: revokedKey() };
        this.#announce(null);
      },
    });
    this.#connection.sync.setFocused(this.#focused);
  }

  async #disconnect(): Promise<void> {
    const connection = this.#connection;
    this.#connection = null;
    await connection?.stop();
  }
}
