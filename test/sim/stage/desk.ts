// A person at a machine that nothing is wrong with: asks, clicks and waits, while the stage of the simulations is being set.
import { setTimeout as realTime } from 'node:timers/promises';
import { type CallInput, type CallName, type CallOutput, calls } from '../../../shared/contract/calls.ts';
import type { Result } from '../../../shared/contract/errors.ts';
import type { Machine } from '../machine/machine.ts';
import type { Timeline } from '../machine/timeline.ts';

export interface Desk {
  /** The call's value; throws when it is refused. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  commandId(): string;
  /** Lets time pass until nothing is under way any more, at Stripe's side and here. */
  settle(): Promise<void>;
}

/** No request takes longer. */
const ANSWER_MS = 2_000;
const SETTLING_MS = 5_000;

export function createDesk(machine: Machine, timeline: Timeline, uuid: () => string): Desk {
  const answered = async (asked: Promise<Result<unknown>>): Promise<Result<unknown>> => {
    let reply: Result<unknown> | null = null;
    void (async () => {
      reply = await asked;
    })();
    for (;;) {
      await timeline.step(timeline.now);
      if (reply !== null) return reply;
      const { next } = timeline;
      if (next !== null && next - timeline.now <= ANSWER_MS) await timeline.step(next);
      // Files are written in real time.
      else await realTime(1);
    }
  };
  const desk: Desk = {
    async call(name, input) {
      const reply = await answered(machine.dispatch(name, input));
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
      // Parsed by this very schema a moment ago in dispatch; the table's type cannot follow a generic name through zod.
      return calls[name].output.parse(reply.value) as CallOutput<typeof name>;
    },
    commandId: uuid,
    async settle() {
      for (let idle = 0; idle < 2;) {
        const until = timeline.now + SETTLING_MS;
        while (await timeline.step(until));
        const { phase } = await desk.call('sync.status', {});
        const { active, needPerson } = await desk.call('outbox.list', { view: 'active', limit: 1 });
        const { state } = await desk.call('books.proof', {});
        idle = phase === 'idle' && active === needPerson && state === 'in-balance' ? idle + 1 : 0;
      }
    },
  };
  return desk;
}
