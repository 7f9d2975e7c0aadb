// The sample business as the demo opens it, its simulator at hand: two years of history, and time that can be moved forward.
import { randomUUID } from 'node:crypto';
import { pathOf } from '../../main/hosts/common/download.ts';
import type { StripeTransport } from '../../main/ports.ts';
import { createWorld, type Program, type ProgramWorld, startProgram } from './program.ts';
import { NOON } from './virtual-clock.ts';

export interface SampleProgram {
  readonly program: Program;
  /** Lets days pass as the bookkeeper does, and everything that happened arrive. */
  readonly advance: (days: number) => Promise<void>;
  /** Asks Stripe for what is new, and lets all that follows from it be done. */
  readonly catchUp: () => Promise<void>;
}

export async function startSample(): Promise<SampleProgram> {
  const world = createWorld(NOON, {
    seed: 2026,
    autopay: { afterMs: 20_000, share: 1 },
    debitBusinessDays: [2, 4],
    disputesDecidedAfterDays: 60,
  });
  world.simulator.control.seedCompany();
  const { clock } = world;
  const program = await startProgram({ world, ports: { stripe: () => transportOf(world) } });
  await program.call('books.openSample', { commandId: randomUUID() });
  const catchUp = async (): Promise<void> => {
    await program.call('sync.now', { commandId: randomUUID() });
    await clock.advance(2_000);
    await program.until('what happened has arrived', async () => {
      const { phase, lastPolledAt } = await program.call('sync.status', {});
      const { active } = await program.call('outbox.list', { view: 'active', limit: 1 });
      return phase === 'idle' && lastPolledAt !== null && active === 0;
    });
  };
  await catchUp();
  return {
    program,
    catchUp,
    async advance(days) {
      const passed = program.call('practice.advance', { commandId: randomUUID(), days });
      await clock.advance(1000);
      await passed;
      await catchUp();
    },
  };
}

function transportOf({ simulator, clock }: ProgramWorld): StripeTransport {
  const { control, httpClient } = simulator;
  return {
    options: { httpClient },
    download: (address) => Promise.resolve(simulator.pdf(pathOf(address))),
    close: () => undefined,
    practice: {
      aheadMs: () => control.now() - clock.now(),
      advance: (ms) => control.advance({ ms }),
      outcomes: (invoice) => control.outcomes({ invoice }),
      pay: (invoice, outcome) => control.payInvoice({ invoice, outcome }),
    },
  };
}
