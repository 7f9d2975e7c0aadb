// The way from one machine to Stripe: requests and answers take time, meet trouble, and the machine can die with one under way.
import type { Fault } from '../../../main/simulator/api/faults.ts';
import type { SimulatorRequest, SimulatorResponse } from '../../../main/simulator/api/message.ts';
import { createHttpClient, type StripeHttpClient } from '../../../main/simulator/http-client.ts';
import type { Simulator } from '../../../main/simulator/simulator.ts';
import type { Timeline } from './timeline.ts';

/** What happens to one request. */
export interface Passage {
  /** On the way there, and on the way back, milliseconds. */
  readonly there: number;
  readonly back: number;
  /** What Stripe does with it beside executing it. */
  readonly fault: Fault | null;
  /** Changes an answer on its way back. */
  readonly distort?: (response: SimulatorResponse) => SimulatorResponse;
}

export interface NetworkOptions {
  readonly timeline: Timeline;
  readonly simulator: Simulator;
  /** Told of each request as it leaves. */
  readonly open: (request: SimulatorRequest) => OpenRequest;
  /** Whether the machine that asks is still there. */
  readonly isAlive: () => boolean;
}

export interface OpenRequest {
  readonly passage: Passage;
  /** It is about to leave the machine; Stripe has done with it. */
  readonly onLeave: () => void;
  /** `status` null when no answer comes. */
  readonly onAnswer: (status: number | null) => void;
}

/** What has left a machine reaches Stripe even when the machine has died by then; its answer is heard by nobody. */
export function createNetwork({ timeline, simulator, open, isAlive }: NetworkOptions): StripeHttpClient {
  return createHttpClient(
    (request) =>
      new Promise((resolve, reject) => {
        const { passage, onLeave, onAnswer } = open(request);
        const whenBack = (status: number | null, end: () => void): void => {
          onAnswer(status);
          timeline.schedule(passage.back, () => {
            if (isAlive()) end();
          });
        };
        onLeave();
        if (!isAlive()) return;
        timeline.schedule(passage.there, () => {
          const { fault } = passage;
          if (fault !== null) simulator.control.faults.script([{ match: {}, fault }]);
          simulator.handle(request).then(
            (answer) => whenBack(answer.status, () => resolve(passage.distort?.(answer) ?? answer)),
            (error: unknown) =>
              whenBack(null, () => reject(error instanceof Error ? error : new Error(String(error)))),
          );
          if (fault !== null) simulator.control.faults.script([]);
        });
      }),
  );
}
