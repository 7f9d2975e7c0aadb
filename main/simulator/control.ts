// What tests, the demo and stories can do to the simulator beside Stripe's own API.
import type { AccountChange } from './account-facts.ts';
import type { Keys } from './api/auth.ts';
import type { FaultRule, FaultScript } from './api/faults.ts';
import type { LoggedRequest } from './api/handler.ts';
import { createBankControl, type BankControl } from './control/as-bank.ts';
import { createCustomerControl, type CustomerControl } from './control/as-customer.ts';
import { changeAccount } from './resources/account.ts';
import type { Email } from './world/records.ts';
import { renderById, type JsonObject, type ShownKind } from './world/render.ts';
import type { World } from './world/world.ts';

export interface Control extends CustomerControl, BankControl {
  /** Milliseconds on the simulator's clock. */
  now(): number;
  /** Moves the clock and runs everything that falls due on the way, each at its own moment. */
  advance(params: { readonly ms: number }): void;
  readonly faults: { script(rules: readonly FaultRule[]): void };
  /** Every mail that Stripe would have sent. */
  emails(): readonly Email[];
  /** All objects of a kind as the API shows them, oldest first. */
  objects(params: { readonly type: ShownKind }): readonly JsonObject[];
  requests(): readonly LoggedRequest[];
  /** From now on the key is answered with 401. */
  revokeKey(params: { readonly key: string }): void;
  /** From now on the key may do only that: `customer_read`, `invoice_write`, … (write includes read). */
  restrictKey(params: { readonly key: string; readonly permissions: readonly string[] }): void;
  /** Changes what the account says of itself, as in Stripe's dashboard. */
  changeAccount(params: AccountChange): void;
  /** Fills an empty simulator with the history of a small business up to now: of the last 26 months unless told. */
  seedCompany(params?: { readonly months?: number }): void;
}

export interface ControlParts {
  readonly world: World;
  readonly faults: FaultScript;
  readonly keys: Keys;
  readonly requests: readonly LoggedRequest[];
  readonly runDue: () => void;
  readonly seedCompany: Control['seedCompany'];
}

export function createControl({ world, faults, keys, requests, runDue, seedCompany }: ControlParts): Control {
  return {
    now: () => world.nowMs(),
    advance({ ms }) {
      world.step(() => world.advance(ms));
      runDue();
    },
    ...createCustomerControl(world, runDue),
    ...createBankControl(world),
    faults: { script: (rules) => faults.replace(rules) },
    emails: () => [...world.table('email').oldestFirst()],
    objects: ({ type }) => [...world.table(type).oldestFirst()].map(({ id }) => renderById(world, type, id)),
    requests: () => requests,
    revokeKey({ key }) {
      keys.revoked.add(key);
    },
    restrictKey({ key, permissions: granted }) {
      keys.permissions.set(key, granted);
    },
    changeAccount(change) {
      world.step(() => changeAccount(world, change));
    },
    seedCompany,
  };
}
