// The bookkeeping of one set of open books: posts what is due, and verifies everything when it is asked to.
import type { Proof } from '../../shared/contract/ledger.ts';
import type { Clock } from '../ports.ts';
import { createBreaks } from './breaks.ts';
import { createPoster, type PosterOptions } from './poster.ts';
import { createFindMovement, proofOf } from './proof.ts';
import { type Finding, verifyBooks } from './verify.ts';

export interface Bookkeeping {
  /** Something changed: posts what is due, soon. */
  wake(): void;
  proof(): Proof;
  /** Rebuilds everything and compares, beside the work; while one is under way it goes on. */
  verify(): void;
  /** Ends what is under way. */
  stop(): Promise<void>;
}

export interface BookkeepingOptions extends Omit<PosterOptions, 'onPosted' | 'breaks'> {
  readonly clock: Clock;
  /** Called when entries were added, and while the books are verified. */
  readonly onChange: () => void;
}

type Verification = Proof['verification'];

const NEVER: Verification = { running: false, done: 0, all: 0, finishedAt: null, entries: 0, finding: null };
/** Progress is told so often, in steps of the verification. */
const TOLD_EVERY = 2_000;

export function createBookkeeping(options: BookkeepingOptions): Bookkeeping {
  const { db, dayOf, clock, log, onChange } = options;
  const breaks = createBreaks(clock);
  const findMovement = createFindMovement(db);
  const poster = createPoster({ ...options, breaks, onPosted: onChange });
  const now = (): number => Math.floor(clock.now() / 1000);
  let verification = NEVER;
  let running: Promise<void> | null = null;

  const pause = async (done: number, all: number): Promise<boolean> => {
    const goesOn = await breaks.take();
    if (goesOn && done - verification.done >= TOLD_EVERY) {
      verification = { ...verification, done, all };
      onChange();
    }
    return goesOn;
  };
  const run = async (): Promise<void> => {
    const result = await verifyBooks({ db, dayOf, pause });
    if (result === null) return;
    const { entries, cases, finding } = result;
    const all = entries + cases;
    const told = finding && { kind: finding.kind, what: whatOf(finding) };
    verification = { running: false, done: all, all, finishedAt: now(), entries, finding: told };
  };

  return {
    wake: () => poster.wake(),
    proof: () => proofOf(db, now(), verification, findMovement),
    verify() {
      if (running !== null || breaks.ended) return;
      verification = { ...verification, running: true, done: 0, all: 0 };
      running = run()
        .catch((error: unknown) =>
          log.error('books.not-verified', { error: error instanceof Error ? error.name : 'unknown' }),
        )
        .finally(() => {
          running = null;
          verification = { ...verification, running: false };
          if (!breaks.ended) onChange();
        });
      onChange();
    },
    async stop() {
      breaks.end();
      await Promise.all([poster.settled(), running]);
    },
  };
}

function whatOf(finding: Finding): string {
  switch (finding.kind) {
    case 'chain':
    case 'period':
    case 'closing':
      return String(finding.seq);
    case 'case':
      return finding.cause;
    case 'sum':
      return `${finding.account} ${finding.currency}`;
  }
}
