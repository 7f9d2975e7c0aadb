// The simulator's state: tables that change all together or not at all, a clock that can be moved, ids that repeat with the seed.
import type { Settings } from '../options.ts';
import { missing } from '../api/failure.ts';
import { DueTable } from './due-table.ts';
import { token } from './ids.ts';
import type { Kind, Records } from './records.ts';
import { Table } from './table.ts';
import { UnpaidTable } from './unpaid-table.ts';

/** What a step changed, for the journal; a null record was removed. */
export interface Change {
  readonly kind: Kind;
  readonly id: string;
  readonly record: Records[Kind] | null;
}

/** The request on whose behalf things happen; null for what happens by itself. */
export interface Cause {
  readonly requestId: string;
  readonly idempotencyKey: string | null;
  /** Milliseconds that events of this request stay hidden from lists. */
  readonly eventLagMs: number;
}

const STEP_SIZE = 500;

type Tables = { readonly [K in Kind]: Table<Records[K]> };

export class World {
  readonly settings: Settings;
  readonly due = new DueTable();
  readonly balanceTransactions = new UnpaidTable();
  readonly #baseNow: () => number;
  readonly #tables: Tables;
  #frozenAt: number | null = null;
  #accountAt: number | null = null;
  #testClock: string | null = null;
  #undo: (() => void)[] = [];
  readonly #touched = new Map<string, { readonly kind: Kind; readonly id: string }>();
  #changed: (changes: readonly Change[]) => void = () => undefined;
  cause: Cause | null = null;
  /** While something is only tried, nobody is told of it, and no event grows old by it. */
  quiet = false;
  /** Unix seconds: of what happened before, no events are written, because they would be forgotten by the end of it. */
  eventsSince = 0;

  constructor(settings: Settings, now: () => number) {
    this.settings = settings;
    this.#baseNow = now;
    this.#tables = { ...emptyTables(), balance_transaction: this.balanceTransactions, due: this.due };
  }

  /** Called once after every step that changed something, before its answer is given. */
  onChange(listener: (changes: readonly Change[]) => void): void {
    this.#changed = listener;
  }

  /** Milliseconds. Stands still within a step. */
  nowMs(): number {
    return this.#frozenAt ?? this.#baseNow() + this.count('clock-offset-ms');
  }

  /** Unix seconds. */
  now(): number {
    return Math.floor(this.nowMs() / 1000);
  }

  /**
   * Milliseconds of the account's own time. It differs from `nowMs` only for what lives in a test clock: its customers, invoices
   * and subscriptions follow the clock, while payments and events keep this time (resources/test-clocks/operations.ts).
   */
  accountNowMs(): number {
    return this.#accountAt ?? this.#baseNow() + this.count('clock-offset-ms');
  }

  /** Unix seconds of the account's own time. */
  accountNow(): number {
    return Math.floor(this.accountNowMs() / 1000);
  }

  /** The test clock in whose time the step runs; null for the account's own. */
  get testClock(): string | null {
    return this.#testClock;
  }

  advance(ms: number): void {
    this.#setCount('clock-offset-ms', this.count('clock-offset-ms') + ms);
  }

  table<K extends Kind>(kind: K): Table<Records[K]> {
    return this.#tables[kind];
  }

  find<K extends Kind>(kind: K, id: string): Records[K] | undefined {
    return this.#tables[kind].get(id);
  }

  /** The object, or Stripe's refusal: 404 for the address, 400 for a parameter. */
  get<K extends Kind>(kind: K, id: string, param = 'id'): Records[K] {
    const record = this.find(kind, id);
    if (record === undefined) throw missing(kind, id, param);
    return record;
  }

  /** Objects of a live account say so, whoever made them. */
  #inMode<K extends Kind>(record: Records[K]): Records[K] {
    if (!this.settings.livemode || !('livemode' in record)) return record;
    return { ...record, livemode: true };
  }

  put<K extends Kind>(kind: K, given: Records[K]): Records[K] {
    const record = this.#inMode(given);
    const table = this.table(kind);
    const before = table.get(record.id);
    this.#undo.push(() => (before === undefined ? table.remove(record.id) : table.put(before)));
    table.put(record);
    this.#touched.set(`${kind} ${record.id}`, { kind, id: record.id });
    return record;
  }

  remove(kind: Kind, id: string): void {
    const table = this.table(kind);
    if (table.get(id) === undefined) return;
    this.#undo.push(table.take(id));
    this.#touched.set(`${kind} ${id}`, { kind, id });
  }

  count(name: string): number {
    return this.find('counter', name)?.value ?? 0;
  }

  next(name: string): number {
    const value = this.count(name) + 1;
    this.#setCount(name, value);
    return value;
  }

  #setCount(name: string, value: number): void {
    this.put('counter', { id: name, value });
  }

  id(prefix: string): string {
    return `${prefix}_${this.secret()}`;
  }

  secret(length = 24): string {
    return token(this.settings.seed, this.next('ids'), length);
  }

  /** Runs a step at one moment; when it throws, nothing of it stays unless `keeps` says so. */
  step<T>(run: () => T, at: number = this.nowMs(), keeps: (error: unknown) => boolean = () => false): T {
    const outer = { undo: this.#undo, frozenAt: this.#frozenAt, accountAt: this.#accountAt };
    this.#undo = [];
    this.#accountAt = this.#testClock === null ? at : this.accountNowMs();
    this.#frozenAt = at;
    try {
      return run();
    } catch (error) {
      if (!keeps(error)) this.#rollBack();
      throw error;
    } finally {
      for (const undo of this.#undo) outer.undo.push(undo);
      this.#undo = outer.undo;
      this.#frozenAt = outer.frozenAt;
      this.#accountAt = outer.accountAt;
      if (outer.frozenAt === null) this.#settle();
    }
  }

  /** Runs part of a step in the time of a test clock; null runs it in the time of the step. What is thrown is for the step to judge. */
  within<T>(clock: Pick<Records['test_clock'], 'id' | 'frozen_time'> | null, run: () => T): T {
    if (clock === null || clock.id === this.#testClock) return run();
    const outer = this.#testClock;
    this.#testClock = clock.id;
    try {
      return this.step(run, clock.frozen_time * 1000, () => true);
    } finally {
      this.#testClock = outer;
    }
  }

  #rollBack(): void {
    for (const undo of this.#undo.toReversed()) undo();
    this.#undo = [];
  }

  #settle(): void {
    this.#undo = [];
    const changes = [...this.#touched.values()].map(({ kind, id }) => ({
      kind,
      id,
      record: this.find(kind, id) ?? null,
    }));
    this.#touched.clear();
    if (changes.length > 0) this.#changed(changes);
  }

  /** Every record, in the order of its table, in steps of some hundred. */
  *everything(): Generator<readonly Change[]> {
    let step: Change[] = [];
    // Object.keys forgets what the literal in emptyTables states.
    for (const kind of Object.keys(this.#tables) as Kind[]) {
      for (const record of this.table(kind).oldestFirst()) {
        step.push({ kind, id: record.id, record });
        if (step.length < STEP_SIZE) continue;
        yield step;
        step = [];
      }
    }
    if (step.length > 0) yield step;
  }

  /** Puts what a journal kept, without telling the listener. */
  restore({ kind, id, record }: Change): void {
    const table = this.table(kind);
    if (record === null) table.remove(id);
    else table.put(record);
  }
}

function emptyTables(): Omit<Tables, 'balance_transaction' | 'due'> {
  return {
    customer: new Table(),
    tax_id: new Table(),
    tax_rate: new Table(),
    coupon: new Table(),
    discount: new Table(),
    product: new Table(),
    price: new Table(),
    invoiceitem: new Table(),
    line_item: new Table(),
    invoice: new Table(),
    subscription: new Table(),
    subscription_item: new Table(),
    invoice_payment: new Table(),
    payment_intent: new Table(),
    payment_method: new Table(),
    mandate: new Table(),
    charge: new Table(),
    refund: new Table(),
    credit_note: new Table(),
    dispute: new Table(),
    customer_balance_transaction: new Table(),
    customer_cash_balance_transaction: new Table(),
    cash_balance: new Table(),
    payout: new Table(),
    account: new Table(),
    file: new Table(),
    file_link: new Table(),
    event: new Table(),
    test_clock: new Table(),
    email: new Table(),
    idempotency: new Table(),
    counter: new Table(),
  };
}
