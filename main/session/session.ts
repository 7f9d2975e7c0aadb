// Which books are open and with which key. One set of books at a time; opening others closes these first.
import type { CallError } from '../../shared/contract/errors.ts';
import type { ParsedInput } from '../../shared/contract/calls.ts';
import type { Ports } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { type AccountFacts, bindAccount, readAccount } from '../store/account.ts';
import { openDatabase } from '../store/open.ts';
import { storageProblemOf } from '../store/sqlite-error.ts';
import { createGateway } from '../stripe/gateway.ts';
import { classifyKey } from '../stripe/key.ts';
import type { Changes } from '../sync/changes.ts';
import { readStripeAccount, revokedKey } from './account.ts';
import { booksFolder, databasePath, readLibrary, rememberBooks, SAMPLE_ID } from './library.ts';
import { type Connection, connect, type OpenBooks, openBooks } from './open-books.ts';
import { createRequestLog, type RequestLog } from './request-log.ts';

/** Accepted by the simulator in this process only; opens nothing anywhere else. */
const SAMPLE_KEY = 'sk_test_sample_books';

export interface KeyState {
  readonly kind: 'secret' | 'restricted' | 'sample' | null;
  readonly keeps: 'os' | 'session' | null;
  readonly problem: CallError | null;
}

const NO_KEY: KeyState = { kind: null, keeps: null, problem: null };

/** Owns the open books and their connection. */
export class Session {
  readonly requests: RequestLog;
  readonly #ports: Ports;
  readonly #announce: (changes: Changes | null) => void;
  #books: OpenBooks | null = null;
  #connection: Connection | null = null;
  #key: KeyState = NO_KEY;
  #problem: CallError | null = null;
  #problemBooksId: string | null = null;
  #focused = true;

  /** `announce(null)` says that the books themselves, or their key, changed. */
  constructor(ports: Ports, announce: (changes: Changes | null) => void) {
    this.#ports = ports;
    this.#announce = announce;
    this.requests = createRequestLog(ports.log, ports.randomId);
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
    const { last } = readLibrary(this.#ports.directory);
    if (last === SAMPLE_ID) await this.openSample();
    else if (last !== null) await this.open(last);
  }

  async openSample(): Promise<void> {
    await this.#replace(SAMPLE_ID, async () => {
      const folder = booksFolder(this.#ports.directory, SAMPLE_ID);
      const transport = this.#ports.stripe({ kind: 'demo', folder });
      const gateway = createGateway({
        apiKey: SAMPLE_KEY,
        transport: transport.options,
        now: () => this.#ports.clock.now(),
        observe: () => undefined,
      });
      const answer = await readStripeAccount(gateway);
      if (!answer.ok) throw new Refusal(answer.error);
      await this.#openFolder(SAMPLE_ID, transport, {
        ...answer.facts,
        mode: 'sample',
        timeZone: this.#ports.timeZone,
      });
      this.#key = { kind: 'sample', keeps: null, problem: null };
      this.#connect(SAMPLE_KEY);
    });
  }

  /** Opens known books, with their key when it is kept. */
  async open(id: string): Promise<void> {
    if (id === SAMPLE_ID) return this.openSample();
    if (!readLibrary(this.#ports.directory).books.some((entry) => entry.id === id)) {
      throw new Refusal({ kind: 'not-found', what: 'books' });
    }
    await this.#replace(id, async () => {
      const folder = booksFolder(this.#ports.directory, id);
      await this.#openFolder(id, this.#ports.stripe({ kind: 'stripe', folder }), null);
      const key = await this.#ports.keys.load(id);
      if (key === null) return;
      this.#takeKey(key, this.#ports.keys.keeps);
      this.#connect(key);
    });
  }

  /** Checks a key with Stripe, then opens or makes the books of its account. Refuses with `key-refused` and the reason. */
  async connectKey({ key: text }: ParsedInput<'stripe.connect'>): Promise<void> {
    const key = text.trim();
    const kind = classifyKey(key);
    if (!kind.ok) throw new Refusal({ kind: 'key-refused', reason: kind.reason, message: kind.message });
    const { ports, account } = { ports: this.#ports, account: await this.#accountOf(key, kind.mode) };
    const id = `${account.id}-${kind.mode}`;
    this.#refuseOtherAccount(id, kind.mode);
    await this.#replace(id, async () => {
      const folder = booksFolder(ports.directory, id);
      await this.#openFolder(id, ports.stripe({ kind: 'stripe', folder }), account);
      this.#takeKey(key, await ports.keys.save(id, key));
      this.#connect(key);
    });
  }

  async forgetKey(): Promise<void> {
    const books = this.#books;
    if (!books || books.mode === 'sample') return;
    await this.#disconnect();
    await this.#ports.keys.forget(books.id);
    this.#key = NO_KEY;
    this.#announce(null);
  }

  setFocused(focused: boolean): void {
    this.#focused = focused;
    this.#connection?.sync.setFocused(focused);
  }

  /** Closes the books and forgets which were open, so that the next start asks. */
  async closeBooks(): Promise<void> {
    await this.stop();
    await rememberBooks(this.#ports.directory, null);
    this.#announce(null);
  }

  async stop(): Promise<void> {
    await this.#disconnect();
    this.#books?.transport.close();
    this.#books?.db.close();
    this.#books = null;
    this.#key = NO_KEY;
    this.#problem = null;
    this.#problemBooksId = null;
  }

  async #accountOf(key: string, mode: 'test' | 'live'): Promise<AccountFacts> {
    const transport = this.#ports.stripe({ kind: 'stripe', folder: this.#ports.directory });
    try {
      if (mode === 'live' && transport.options.host !== undefined) {
        const message = 'This program was started against a simulator of Stripe, which takes test keys only.';
        throw new Refusal({ kind: 'key-refused', reason: 'wrong-mode', message });
      }
      const gateway = createGateway({
        apiKey: key,
        transport: transport.options,
        now: () => this.#ports.clock.now(),
        observe: (record) => this.requests.add(record),
      });
      const answer = await readStripeAccount(gateway);
      if (!answer.ok) throw new Refusal(answer.error);
      if (answer.livemode !== (mode === 'live')) {
        throw new Refusal({
          kind: 'key-refused',
          reason: 'wrong-mode',
          message: 'Stripe says that this key is for the other mode than its prefix.',
        });
      }
      return { ...answer.facts, mode, timeZone: this.#ports.timeZone };
    } finally {
      transport.close();
    }
  }

  /** Books that wait for their key take no other account's: that would be a mistake, not a wish. */
  #refuseOtherAccount(id: string, mode: 'test' | 'live'): void {
    const books = this.#books;
    if (!books || books.mode === 'sample' || books.id === id || (this.#connection && !this.#key.problem))
      return;
    const reason = books.mode === mode ? 'wrong-account' : 'wrong-mode';
    const message =
      reason === 'wrong-mode'
        ? `These books are for ${books.mode} mode; this key is for ${mode} mode. Close the books to open others.`
        : `This key belongs to another Stripe account than these books (${books.account.name}). Close the books to open others.`;
    throw new Refusal({ kind: 'key-refused', reason, message });
  }

  /** Closes what is open and runs `open`; a failure leaves nothing half open and is remembered as the problem. */
  async #replace(id: string, open: () => Promise<void>): Promise<void> {
    await this.stop();
    try {
      await open();
    } catch (error) {
      await this.stop();
      const problem = error instanceof Refusal ? error.error : storageProblemOf(error);
      if (problem === null) throw error;
      this.#problem = problem;
      this.#problemBooksId = id;
    }
    this.#announce(null);
  }

  async #openFolder(
    id: string,
    transport: OpenBooks['transport'],
    account: AccountFacts | null,
  ): Promise<void> {
    const opened = await openDatabase(databasePath(booksFolder(this.#ports.directory, id)));
    if (!opened.ok) {
      transport.close();
      throw new Refusal(opened.problem);
    }
    const { db } = opened;
    if (account) bindAccount(db, account);
    const facts = readAccount(db);
    if (!facts || (account && facts.id !== account.id)) {
      db.close();
      transport.close();
      throw new Refusal({
        kind: 'key-refused',
        reason: 'wrong-account',
        message: 'These books belong to another Stripe account.',
      });
    }
    this.#books = openBooks({ id, mode: facts.mode, db, account: facts, transport });
    const lastOpenedAt = Math.floor(this.#ports.clock.now() / 1000);
    await rememberBooks(this.#ports.directory, { id, mode: facts.mode, name: facts.name, lastOpenedAt });
  }

  #takeKey(key: string, keeps: 'os' | 'session'): void {
    const kind = classifyKey(key);
    this.#key = { kind: kind.ok ? kind.kind : null, keeps, problem: null };
  }

  #connect(key: string): void {
    if (!this.#books) return;
    this.#connection = connect({
      ports: this.#ports,
      books: this.#books,
      key,
      requests: this.requests,
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
