// Locks the program while nobody is at the computer. It is main that refuses: a page that ignores the lock gets nothing either.
import type { CallName, CallOutput } from '../../shared/contract/calls.ts';
import type { CallError } from '../../shared/contract/errors.ts';
import type { LockMinutes } from '../../shared/contract/session-lock.ts';
import type { Ports } from '../ports.ts';
import { wrongState } from '../refusal.ts';
import { readLockFile, writeLockFile } from './lock-file.ts';

/** How often it looks; so late it may be. */
const LOOK_MS = 10_000;

/** What the page needs to show the lock and to open it. */
const WHILE_LOCKED: ReadonlySet<CallName> = new Set(['app.state', 'app.presence', 'lock.unlock']);

const LOCKED: CallError = {
  kind: 'wrong-state',
  code: 'locked',
  message: 'Quittance is locked. Unlock it first.',
};

/** What was accepted before goes on behind it: sending, synchronising, booking. */
export class IdleLock {
  readonly #ports: Pick<Ports, 'clock' | 'directory' | 'owner'>;
  readonly #onChange: () => void;
  #afterMinutes: LockMinutes | null;
  #isLocked: boolean;
  #isAsking = false;
  #cancelLook: (() => void) | null = null;

  /** A program that is set to lock starts locked: ending it must not be a way around. `onChange` hears of locking only. */
  constructor(ports: Pick<Ports, 'clock' | 'directory' | 'owner'>, onChange: () => void) {
    this.#ports = ports;
    this.#onChange = onChange;
    this.#afterMinutes = ports.owner ? readLockFile(ports.directory).afterMinutes : null;
    this.#isLocked = this.#afterMinutes !== null;
    ports.owner?.onAway(() => {
      if (this.#afterMinutes !== null) this.#lock();
    });
    this.#lookLater();
  }

  state(): CallOutput<'app.state'>['lock'] {
    return {
      isOffered: this.#ports.owner?.isOffered() ?? false,
      afterMinutes: this.#afterMinutes,
      isLocked: this.#isLocked,
    };
  }

  /** Why a call may not run at present, null when it may. */
  refusal(name: CallName): CallError | null {
    return this.#isLocked && !WHILE_LOCKED.has(name) ? LOCKED : null;
  }

  async set(afterMinutes: LockMinutes | null): Promise<void> {
    // What cannot be opened again must not be locked; taking a lock away is always possible.
    if (afterMinutes !== null) this.#refuseUnlessOffered();
    await writeLockFile(this.#ports.directory, { afterMinutes });
    this.#afterMinutes = afterMinutes;
    this.#lookLater();
  }

  lockNow(): void {
    this.#refuseUnlessOffered();
    this.#lock();
  }

  /** Throws `Refusal` when the system did not say that its owner is there, or is being asked already. */
  async unlock(): Promise<void> {
    const { owner } = this.#ports;
    if (!this.#isLocked || !owner) return;
    if (this.#isAsking || !(await this.#proves(owner)))
      throw wrongState('not-confirmed', 'It is still locked: the computer did not recognise you.');
    this.#isLocked = false;
    this.#lookLater();
  }

  stop(): void {
    this.#cancelLook?.();
    this.#cancelLook = null;
  }

  #refuseUnlessOffered(): void {
    if (this.#ports.owner?.isOffered()) return;
    throw wrongState('no-owner-check', 'This computer has no way for Quittance to ask who is there.');
  }

  async #proves(owner: NonNullable<Ports['owner']>): Promise<boolean> {
    this.#isAsking = true;
    try {
      return await owner.prove('unlock your books');
    } finally {
      this.#isAsking = false;
    }
  }

  #lock(): void {
    if (this.#isLocked) return;
    this.#isLocked = true;
    this.stop();
    this.#onChange();
  }

  #lookLater(): void {
    this.stop();
    const { owner, clock } = this.#ports;
    const minutes = this.#afterMinutes;
    if (!owner || minutes === null || this.#isLocked) return;
    this.#cancelLook = clock.schedule(LOOK_MS, () => {
      if (owner.idleSeconds() >= minutes * 60) this.#lock();
      else this.#lookLater();
    });
  }
}
