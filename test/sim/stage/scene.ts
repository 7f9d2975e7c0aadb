// One operation as it can be ordered in a simulation: what has to be there for it, and the click that orders it.
import type Stripe from 'stripe';
import type { Simulator } from '../../../main/simulator/simulator.ts';
import type { CallName } from '../../../shared/contract/calls.ts';
import type { OperationKind } from '../../../main/outbox/step.ts';
import type { Desk } from './desk.ts';

/** What is written down of a click, to be done again in each simulation; the command's id is made anew. */
export interface Click {
  readonly call: CallName;
  readonly input: Readonly<Record<string, unknown>>;
}

export interface Shop {
  readonly stripe: Stripe;
  readonly simulator: Simulator;
}

/** Makes at Stripe what the operation works on; what it returns works out the click at a desk that has heard of it. */
export type Scene = (shop: Shop) => Promise<(desk: Desk) => Promise<Click>>;

/** Some kinds of operation are ordered in more than one way, each of which plans other steps. */
export type SceneName = OperationKind | 'customer.change' | 'invoice.revise';

/** A new kind of operation without a scene does not compile. */
export type Scenes = Readonly<Record<SceneName, Scene>>;
