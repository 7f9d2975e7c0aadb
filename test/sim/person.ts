// The person at a machine: orders work, clicks again, and remembers what was promised.

import type { Result } from '../../shared/contract/errors.ts';
import type { CallInput } from '../../shared/contract/calls.ts';
import type { AcceptedWork } from './check/books.ts';
import { createChance } from './machine/chance.ts';
import type { Machine } from './machine/machine.ts';
import type { Timeline } from './machine/timeline.ts';
import type { Work } from './plan/plan.ts';
import type { Click, SceneName } from './stage/scene.ts';

export interface PersonOptions {
  readonly timeline: Timeline;
  readonly machine: Machine;
  readonly seed: number;
  readonly work: readonly Work[];
  readonly clicks: Readonly<Record<SceneName, Click>>;
  readonly note: (line: string) => void;
}

/** A click on a program that is not there waits so long. */
const LATER_MS = 5_000;

export class Person {
  readonly #options: PersonOptions;
  /** What was promised, and not taken back by putting an older copy of the books in their place. */
  accepted: readonly AcceptedWork[] = [];
  readonly #unexpected: string[] = [];
  #coming = 0;
  #heard = 0;

  constructor(options: PersonOptions) {
    this.#options = options;
  }

  /** How often work was accepted. */
  get heard(): number {
    return this.#heard;
  }

  /** Whether there is a click to come. */
  get isBusy(): boolean {
    return this.#coming > 0;
  }

  /** Answers that nobody should ever get. */
  get unexpected(): readonly string[] {
    return this.#unexpected;
  }

  begin(): void {
    const chance = createChance(this.#options.seed);
    for (const { kind, atMs, againMs, anewMs } of this.#options.work) {
      const [commandId, other] = [chance.uuid(), chance.uuid()];
      this.#clickIn(atMs, kind, commandId);
      if (againMs !== null) this.#clickIn(atMs + againMs, kind, commandId);
      if (anewMs !== null) this.#clickIn(atMs + anewMs, kind, other);
    }
  }

  #clickIn(ms: number, kind: SceneName, commandId: string): void {
    const { timeline, machine } = this.#options;
    this.#coming += 1;
    timeline.schedule(ms, () => {
      this.#coming -= 1;
      if (machine.isReady) this.#click(kind, commandId);
      else this.#clickIn(LATER_MS, kind, commandId);
    });
  }

  #click(kind: SceneName, commandId: string): void {
    const { machine, note, clicks } = this.#options;
    const { call, input } = clicks[kind];
    note(`clicks ${kind} ${commandId}`);
    // Written down by the scene of this very call.
    const whole = { ...input, commandId } as unknown as CallInput<typeof call>;
    void this.#listen(kind, machine.dispatch(call, whole));
  }

  async #listen(kind: SceneName, replying: Promise<Result<unknown>>): Promise<void> {
    const { machine } = this.#options;
    const { starts } = machine;
    const reply = await replying;
    // A reply of a program that has died reaches nobody.
    if (machine.starts === starts && machine.isRunning) this.#hear(kind, reply);
  }

  #hear(kind: SceneName, reply: Result<unknown>): void {
    this.#options.note(`hears ${kind} ${reply.ok ? 'accepted' : JSON.stringify(reply.error)}`);
    if (!reply.ok) {
      const { kind: why } = reply.error;
      if (why === 'bug') this.#unexpected.push(`${kind} was answered with ${JSON.stringify(reply.error)}`);
      return;
    }
    this.#heard += 1;
    const { operationId } = reply.value as { readonly operationId?: string | null };
    if (operationId) this.accepted = [...this.accepted, { kind, operationId }];
  }
}
